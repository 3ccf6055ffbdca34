import { describe, expect, test } from 'vitest';
import { challengesOf, toldChallenges } from '../../../shared/challenge/challenge.ts';
import { emptyOrder, type Due, type Obligation } from '../../../shared/order/order.ts';
import { foundIn, nothing } from './challenge-room.ts';

const party = '企镜';
/** A ruling made up for this test, in the form in which operative words are written. */
const ruling = `裁定如下：
一、被申请人立即停止通过站内消息、监控日报及电子邮件传播涉案信息；
二、被申请人自本裁定送达之日起三日内，以与原推送相同的方式，在相同范围内发布澄清信息；
三、被申请人于2019年5月29日前在网站首页刊登声明，持续七日；
四、驳回其他申请。`;

const stopAt = (channel: string) => ({ channel, account: null, address: `https://a.example/${channel}`, words: 'w' });
const channel = (name: string, scopeOfOriginal: string | null = '全部用户') => ({
  channel: name,
  originals: [],
  clarifications: [],
  scopeOfOriginal,
  scopeOfClarification: null,
  accounts: [],
});
const stop = (due: Due, more: Partial<Extract<Obligation, { kind: 'stop' }>> = {}): Obligation => ({
  id: 'stop',
  kind: 'stop',
  text: '立即停止通过站内消息、监控日报及电子邮件传播涉案信息',
  due,
  places: ['App站内消息', '监控日报', '邮件'].map(stopAt),
  ...more,
});
const clarify = (due: Due, more: Partial<Extract<Obligation, { kind: 'clarify' }>> = {}): Obligation => ({
  id: 'clarify',
  kind: 'clarify',
  text: '以与原推送相同的方式，在相同范围内发布澄清信息',
  due,
  words: '澄清',
  channels: ['站内消息', '日报', '电子邮件'].map((name) => channel(name)),
  ...more,
});
const homepage = (due: Due, days: number | null): Obligation => ({
  id: 'home',
  kind: 'homepage',
  text: '于2019年5月29日前在网站首页刊登声明，持续七日',
  due,
  address: 'https://a.example/',
  words: '声明',
  days,
});
const atOnce: Due = { by: 'at-once', party };
const threeDays: Due = { by: 'days-from-service', days: 3, party };
const onDay = (on: string): Due => ({ by: 'day', on });

const told = (obligations: readonly Obligation[], text: string | null = ruling) =>
  foundIn({
    order: { stated: { ...emptyOrder, obligations: [...obligations] }, words: { text, machineRead: null } },
  });

describe('the order against what is stated of it', () => {
  test('what agrees is not attacked', () => {
    expect(told([stop(atOnce), clarify(threeDays), homepage(onDay('2019-05-29'), 7)])).toEqual([]);
    expect(told([clarify(onDay('2019-05-30'))])).toEqual([]); // counted by a person
    expect(told([])).toEqual([]);
    expect(foundIn({ order: null })).toEqual([]);
  });

  test.each<[string, Obligation, string]>([
    ['“at once” with a day', stop(onDay('2019-05-29')), 'term-differs stop'],
    ['“at once” of which nothing is stated', stop({ by: 'not-stated' }), 'term-differs stop'],
    [
      '“within three days”, in its sentence, with five',
      clarify({ by: 'days-from-service', days: 5, party }),
      'term-differs clarify',
    ],
    ['“within three days” with at once', clarify(atOnce), 'term-differs clarify'],
    ['a day with another', homepage(onDay('2019-05-30'), 7), 'term-differs home'],
    ['seven days of standing with ten', homepage(onDay('2019-05-29'), 10), 'standing-differs home'],
    ['seven days of standing with none', homepage(onDay('2019-05-29'), null), 'standing-differs home'],
    [
      'a channel that is named and not entered',
      stop(atOnce, { places: ['站内消息', '日报'].map(stopAt) }),
      'channel-unlisted stop',
    ],
    [
      'the same scope, which is not stated',
      clarify(threeDays, { channels: [channel('站内消息', null)] }),
      'scope-open clarify',
    ],
    [
      'words that are not the ruling’s',
      stop(atOnce, { text: '立即删除站内消息、日报、邮件中的信息' }),
      'term-not-in-ruling stop',
    ],
  ])('%s', (_, obligation, code) => {
    expect(told([obligation])).toEqual([code]);
  });

  test('“in the same way” leaves no channel out that has to stop', () => {
    const channels = [channel('站内消息'), channel('邮件')];
    expect(told([stop(atOnce), clarify(threeDays, { channels })])).toEqual(['channel-not-clarified clarify']);
    expect(told([stop(atOnce), clarify(threeDays)])).toEqual([]);
  });

  test('a time that its sentence does not name is to be looked at', () => {
    const silent = '裁定如下：停止推送；三日内澄清。';
    const one = stop(atOnce, { text: '停止推送', places: [stopAt('App')] });
    expect(told([one], silent)).toEqual(['term-unsaid stop']);
    expect(told([{ ...one, due: { by: 'not-stated' } }], silent)).toEqual([]);
  });

  test('numbers in front and marks behind are not the term, and a page breaks its lines where it likes', () => {
    expect(told([stop(atOnce, { text: '一、立即停止通过站内消息、监控日报及电子邮件传播涉案信息；' })])).toEqual([]);
    expect(told([stop(atOnce)], ruling.replace('监控日报', '监控\n 日报'))).toEqual([]);
  });

  test('without the ruling, or without its words, nothing is called wrong but that', () => {
    const stated = { ...emptyOrder, obligations: [clarify(threeDays)] };
    expect(foundIn({ order: { stated, words: null } })).toEqual(['ruling-missing case']);
    expect(told([clarify(threeDays)], null)).toEqual(['ruling-wordless case']);
  });

  test('in English', () => {
    const text =
      'The respondent shall immediately stop the messages; it shall within 3 days publish a notice by e-mail.';
    const one = stop(atOnce, { text: 'immediately stop the messages', places: [stopAt('App')] });
    const other = stop(threeDays, { id: 'n', text: 'publish a notice by e-mail', places: [stopAt('Mail')] });
    expect(told([one, other], text)).toEqual([]);
    expect(
      told(
        [
          { ...one, due: threeDays },
          { ...other, due: atOnce },
        ],
        text,
      ),
    ).toEqual(['term-differs stop', 'term-differs n']);
    const stated = { ...emptyOrder, obligations: [{ ...other, due: atOnce }] };
    const found = challengesOf({ ...nothing, order: { stated, words: { text, machineRead: null } } });
    expect(toldChallenges(found, [], 'en')[0]?.attack).toBe(
      'the term “publish a notice by e-mail” says “within3days”, and the case states: at once on service',
    );
  });
});
