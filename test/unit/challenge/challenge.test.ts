import { describe, expect, test } from 'vitest';
import { challengesOf, toldChallenges } from '../../../shared/challenge/challenge.ts';
import type { ChallengedExhibit } from '../../../shared/challenge/challenged-case.ts';
import { countsIn } from '../../../shared/challenge/counts.ts';
import { privateIn } from '../../../shared/challenge/private-data.ts';
import { quotedIn } from '../../../shared/quoted-in.ts';
import { captureWords } from '../../../renderer/words/capture-words.ts';
import { custodyWords } from '../../../renderer/words/custody-words.ts';
import { exhibitsWords } from '../../../renderer/words/exhibits-words.ts';
import { itemsWords } from '../../../renderer/words/items-words.ts';
import { partWords } from '../../../renderer/words/part-words.ts';
import type { Language, Text } from '../../../shared/language.ts';
import { navNames } from '../../../shared/window/nav-items.ts';
import { challengeTexts } from '../../../shared/messages/papers/challenge-messages.ts';
import { freshCase, someCapture } from '../../fixtures/case-room.ts';
import { fascicle } from '../../fixtures/fascicle.ts';
import { exhibit, foundIn, nothing, type MadeExhibit } from './challenge-room.ts';

describe('the challenge check', () => {
  test('a case of which nothing can be said is not attacked', () => {
    expect(foundIn({ exhibits: [exhibit('1', { says: '清算' }), exhibit('2')] })).toEqual([]);
  });

  test.each([
    ['a title', { title: '“已经清算”的报道' }],
    ['a purpose', { purpose: '证明其称「已经清算」' }],
    ['a summary', { summary: '转引 "已经清算"' }],
    ['a title of a work', { title: '《已经清算》' }],
  ])('words that %s quotes must stand in the exhibit, letter by letter; white space is the page’s', (_, own) => {
    const quoting = (says: string | null, others: readonly ChallengedExhibit[] = []) =>
      foundIn({ exhibits: [exhibit('1', { says, exhibit: own }), ...others] });
    expect(quoting('网传青禾小贷已经\n 清算。')).toEqual([]);
    expect(quoting('网传青禾小贷正在清算。')).toEqual(['quotation-not-found 1']);
    expect(quoting('网传。', [exhibit('2', { says: '已经清算' })])).toEqual(['quotation-elsewhere 1']);
    // What cannot be looked at is not wrong.
    expect(quoting(null)).toEqual(['quotation-unchecked 1']);
    expect(quoting('网传。', [exhibit('2', { says: null })])).toEqual(['quotation-not-here 1']);
  });

  test('words found by a machine only are to be compared by a person', () => {
    const words = () => ({ text: null, machineRead: '已经清算' });
    const one = { ...exhibit('1', { exhibit: { title: '“已经清算”' } }), words };
    expect(foundIn({ exhibits: [one] })).toEqual(['quotation-machine-read 1']);
  });

  test('words of a font that draws other characters are to be compared with the picture', () => {
    const words = () => ({ text: '甲 已经清算', machineRead: null, drawn: '甲' });
    const one = { ...exhibit('1', { exhibit: { title: '“已经清算”' } }), words };
    expect(foundIn({ exhibits: [one] })).toEqual(['quotation-other-glyphs 1']);
  });

  test('an event is held against the exhibits that it names, or against all', () => {
    const [one, two] = [exhibit('1', { says: '甲' }), exhibit('2', { says: '更正声明' })];
    const event = (items?: string[]) => ({
      chronology: [{ when: '2019-05-05', what: '发布“更正声明”', ...(items && { items }) }],
      elements: [],
    });
    expect(foundIn({ exhibits: [one, two], plan: event() })).toEqual([]);
    expect(foundIn({ exhibits: [one, two], plan: event([one.record.item]) })).toEqual([
      'quotation-elsewhere 2019-05-05',
    ]);
  });

  test('numbers of media and reports are held against what is filed; what a page says itself is the page’s', () => {
    const at = (host: string, says = '') =>
      exhibit(host, { says, change: { url: `https://${host}/`, finalUrl: `https://${host}/` } });
    const sites = [at('a.example'), at('b.example'), at('www.b.example')];
    const claiming = (purpose: string, says = '') => [
      { ...at('c.example', says), exhibit: { ...at('c.example').exhibit, purpose } },
      ...sites,
    ];
    expect(foundIn({ exhibits: claiming('三家媒体转载') })).toEqual([]);
    expect(foundIn({ exhibits: claiming('四家媒体转载') })).toEqual(['count-exceeds c.example']);
    expect(foundIn({ exhibits: claiming('十余家媒体转载') })).toEqual(['count-exceeds c.example']);
    expect(foundIn({ exhibits: claiming('转引“十余家媒体”', '十余家媒体') })).toEqual([]);
    // Of what site a picture is that somebody handed in, is not known: it may be of a fourth.
    const handedIn = { ...exhibit('5'), record: { ...exhibit('5').record, kind: 'import', source: '当事人' } };
    const withOne = [...claiming('四家媒体转载'), handedIn as unknown as ChallengedExhibit];
    expect(foundIn({ exhibits: withOne })).toEqual([]);
    expect(foundIn({ exhibits: claiming('4 篇报道') })).toEqual([]);
    expect(foundIn({ exhibits: claiming('5 篇报道') })).toEqual(['count-exceeds c.example']);
  });

  test('published, captured, filed: in this order, by days in Beijing; a day that is not stated is held against nothing', () => {
    const late = exhibit('1', { change: { endedAt: '2019-05-06T16:30:00.000Z' } }); // 00:30 of 7 May in Beijing
    expect(foundIn({ exhibits: [late], facts: { submitted: '2019-05-06' } })).toEqual(['captured-after-filing case']);
    expect(foundIn({ exhibits: [late], facts: { submitted: '2019-05-07' } })).toEqual([]);
    expect(foundIn({ exhibits: [late], facts: { submitted: '2019-05-14' } })).toEqual([]);
    expect(foundIn({ exhibits: [late], facts: { submitted: '2019-05-15' } })).toEqual(['urgency-gap case']);
    expect(foundIn({ exhibits: [late] })).toEqual([]);
    const early = exhibit('1', { exhibit: { media: { published: '2019-05-08' } } });
    expect(foundIn({ exhibits: [early] })).toEqual(['published-later 1']);
  });

  test('a clock that was far off decides nothing, whatever year it tells', () => {
    const off = (endedAt: string) =>
      exhibit('1', {
        change: {
          endedAt,
          checks: [{ check: 'clock-ntp', outcome: 'noted', detail: 't: this device +900000 ms (± 1 ms)' }],
        },
      });
    const told = (one: ChallengedExhibit) => foundIn({ exhibits: [one], facts: { submitted: '2019-05-06' } });
    expect(told(off('2026-05-06T01:30:00.000Z'))).toEqual(['clock-off 1']);
    expect(told(off('1970-01-01T00:00:00.000Z'))).toEqual(['clock-off 1']);
    expect(told(exhibit('1', { change: { endedAt: '1970-01-01T00:00:00.000Z' } }))).toEqual(['urgency-gap case']);
  });

  test.each<[string, MadeExhibit, string]>([
    [
      'a clock that was years off',
      { change: { checks: [{ check: 'clock-ntp', outcome: 'noted', detail: 't: this device +90000 ms (± 1 ms)' }] } },
      'clock-off 1',
    ],
    ['a clock that nothing was held against', { change: { checks: [] } }, 'clock-unverified case'],
    ['no time stamp', { timed: false }, 'no-outside-time case'],
    ['plain HTTP', { change: { finalUrl: 'http://news.example/story' } }, 'plain-http case'],
    ['an account', { change: { account: 'wang' } }, 'seen-by-account case'],
    ['nobody named', { change: { operator: null } }, 'operator-missing case'],
    ['another site', { change: { finalUrl: 'https://other.example/' } }, 'another-site 1'],
    ['a capture that is short', { change: { outcome: 'partial' } }, 'capture-short case'],
    ['no purpose', { exhibit: { purpose: ' ' } }, 'purpose-missing case'],
    ['a telephone number', { says: '电话 138 0013 8000' }, 'private-data 1'],
  ])('%s is attacked', (_, made, code) => {
    expect(foundIn({ exhibits: [exhibit('1', made)] })).toEqual([code]);
  });

  test('elements without exhibits, on one exhibit, and exhibits without an element', () => {
    const elements = [{ id: 'a', name: '侵权' }, { id: 'b' }, { id: 'c' }];
    const exhibits = [
      exhibit('1', { exhibit: { elements: ['a', 'b'] } }),
      exhibit('2', { exhibit: { elements: ['a'] } }),
      exhibit('3'),
    ];
    expect(foundIn({ exhibits, plan: { chronology: [], elements } })).toEqual([
      'element-alone b',
      'element-unproven c',
      'exhibit-without-element case',
    ]);
  });

  test('law whose text nobody read, and a version that no day chooses, are told before filing; a person’s own words are not', () => {
    const provision = (rule: string, read: 'text' | 'reprint' | 'not verified') => ({
      rule: { 'zh-CN': `规定${rule}`, en: rule },
      read,
      by: 'act' as const,
      from: '2019-01-01',
      until: null,
      daysRead: 'text' as const,
    });
    const report = (state: 'chosen' | 'open' | 'none', ownLaw: string | null, ...read: ('text' | 'reprint')[]) => ({
      element: { id: 'e', name: { 'zh-CN': '要件', en: 'Element' }, shows: { 'zh-CN': 's', en: 's' }, law: [] },
      fact: null,
      note: null,
      law: { state, provisions: read.map((one) => provision(one, one)) },
      ownLaw,
      support: [],
      contrary: [],
      gap: false,
      single: null,
    });
    const told = (...claims: ReturnType<typeof report>[]) =>
      foundIn({ claims }).filter((one) => one.startsWith('law-'));
    expect(told(report('chosen', null, 'text'))).toEqual([]);
    expect(told(report('chosen', null, 'text', 'reprint'), report('chosen', null, 'reprint'))).toEqual([
      'law-unverified case',
    ]);
    expect(told(report('open', null, 'text'))).toEqual(['law-version-open case']);
    expect(told(report('none', null))).toEqual(['law-version-open case']);
    const open = report('open', null, 'reprint');
    expect(told({ ...open, law: { ...open.law, open: ['act'] } } as typeof open)).toEqual(['law-version-open case']);
    expect(told(report('none', '合同第三条', 'reprint'))).toEqual([]);
    const [one] = challengesOf({ ...nothing, claims: [report('chosen', null, 'reprint')] }).slice(-1);
    expect(one?.params).toEqual({ names: { 'zh-CN': '规定reprint', en: 'reprint' } });
    // without a claims map: what the program itself would cite on the day of the filing
    const planned = (submitted: string | undefined, id: string) =>
      foundIn({
        facts: submitted === undefined ? {} : { submitted },
        plan: { chronology: [], elements: [{ id }] },
      }).filter((one) => one.startsWith('law-'));
    expect(planned('2019-05-21', 'standing')).toEqual(['law-unverified case']); // numbered as in a reprint
    expect(planned('2024-05-21', 'standing')).toEqual([]);
    expect(planned(undefined, 'standing')).toEqual([]); // nothing is cited
    expect(planned('2019-05-21', 'parties')).toEqual([]);
  });

  test('what would make a paper untrue comes first, and no reason answers it away', () => {
    const exhibits = [exhibit('1', { says: '无', timed: false, exhibit: { title: '“清算”' } })];
    const challenges = challengesOf({ ...nothing, exhibits });
    const answers = ['quotation-not-found', 'no-outside-time'].map((code) => ({ code, where: null, reason: '已说明' }));
    expect(toldChallenges(challenges, answers, 'en').map(({ code, rank, answered }) => [code, rank, answered])).toEqual(
      [
        ['quotation-not-found', 'stop', null],
        ['no-outside-time', 'attack', '已说明'],
      ],
    );
    const [general, own] = [
      { code: 'no-outside-time', where: null, reason: '全部' },
      { code: 'no-outside-time', where: 'case', reason: '本处' },
    ];
    expect(toldChallenges(challenges, [general, own], 'en')[1]?.answered).toBe('本处');
    expect(toldChallenges(challenges, [], 'zh-CN')[0]?.attack).toBe('证据名称引用的“清算”，本册所存的证据文字中均没有');
  });
});

describe('what is read in a text', () => {
  test.each([
    ['称“甲公司破产”，又称「已清算」', ['甲公司破产', '已清算']],
    ['《每日快讯》的报道，依据《民法典》第一千零二十四条、《最高人民法院关于审理案件的规定（二）》', ['每日快讯']],
    ['a report that says "in liquidation"', ['in liquidation']],
    ['“一”', []],
  ])('quotations: %s', (text, quotes) => expect(quotedIn(text)).toEqual(quotes));

  test.each([
    ['至少 12 家网络媒体', [12]],
    ['十余家媒体', [11]],
    ['二十三家门户网站', [23]],
    ['一百一十家媒体', [110]],
    ['多家媒体', []],
    ['第三家媒体', []],
    ['more than ten outlets', [11]],
    ['a dozen news articles', [12]],
    ['in 2019 the media', []],
  ])('counts: %s', (text, least) => expect(countsIn(text).map((one) => one.least)).toEqual(least));

  // Numbers made for this test by the standards' own check digits: GB 11643 of 11010519491231002X is the standard's example.
  test.each([
    ['13800138000，重复 13800138000', { mobile: 1 }],
    ['身份证 11010519491231002X', { identity: 1 }],
    ['身份证 110105194912310021', {}],
    ['卡号 4111 1111 1111 1111', {}],
    ['卡号 6222 0212 3456 7894', { card: 1 }],
    ['卡号 6222 0212 3456 7891', {}],
    ['联系 wang.m@law.example', { mail: 1 }],
    ['订单 20190506138001380001', {}],
  ])('personal data: %s', (text, kinds) => expect(Object.fromEntries(privateIn(text))).toEqual(kinds));
});

describe('every finding', () => {
  const findings = Object.entries(challengeTexts).map(([code, { attack, remedy }]) => {
    const both: Readonly<Record<'command' | 'window', Readonly<Record<Language, string>>>> =
      'window' in remedy ? remedy : { command: remedy, window: remedy };
    return { code, attack: attack, ...both };
  });

  test('has both languages and says what helps', () => {
    for (const { code, ...texts } of findings)
      for (const text of Object.values(texts)) {
        expect(text['zh-CN'], code).toMatch(/\p{Script=Han}/u);
        expect(text.en, code).not.toMatch(/\p{Script=Han}/u);
      }
  });

  test('names the window’s controls in the window, and commands and options in the terminal alone', () => {
    const texts = (
      [navNames, captureWords, custodyWords, exhibitsWords, itemsWords, partWords] as Record<string, Text>[]
    ).flatMap((table) => Object.values(table));
    const controls = {
      'zh-CN': texts.map((text) => text['zh-CN']),
      en: texts.map((text) => text.en),
    };
    let named = 0;
    for (const { code, attack, command, window } of findings)
      for (const language of ['zh-CN', 'en'] as const) {
        for (const text of [attack, window]) expect(text[language], code).not.toMatch(/fascicle|--[a-z]/);
        if (command === window) continue;
        expect(command[language], code).toMatch(/fascicle|--[a-z]/);
        for (const [, control = ''] of window[language].matchAll(/“([^”]+)”/g)) {
          expect(controls[language], `${code}: ${control}`).toContain(control);
          named++;
        }
      }
    expect(named).toBeGreaterThan(20);
  });
});

test('the command attacks, takes an answer into the plan, and takes none for what is untrue', async () => {
  const own = freshCase();
  const { item } = own.addItem({ ...someCapture(own, '网传青禾小贷清算'), title: null });
  own.logEvent('exhibits-set', {
    exhibits: [{ item, group: '', title: '“破产”的消息', source: '网站', purpose: '证明传播' }],
  });
  const folder = own.folder;
  own.close();
  const challenge = async (...words: string[]) => fascicle(['challenge', folder, ...words]);
  const first = await challenge();
  expect(first.code).toBe(1);
  expect(first.stdout).toContain('quotes “破产”, which no exhibit says in its stored words  `quotation-not-found 1`');
  const refused = await challenge('--answer', 'quotation-not-found', '--reason', 'no matter');
  expect([refused.code, refused.stderr]).toEqual([1, expect.stringContaining('a reason cannot take the place')]);
  expect((await challenge('--answer', 'urgency-gap', '--reason', 'x')).stderr).toContain(
    'no such finding: `urgency-gap *`',
  );
  expect((await challenge('--answer', 'no-outside-time')).code).toBe(2);
  const answered = await challenge('--answer', 'no-outside-time', '--reason', 'deposited next week');
  expect(answered.stdout).toContain('→ answer: deposited next week');
  await challenge('--answer', 'no-outside-time', '--at', 'case', '--reason', 'the page is a draft');
  const { plan } = JSON.parse((await fascicle(['edit', folder, '--json'])).stdout) as { plan: { accepted: unknown } };
  // What was answered is kept with the answer, in both languages, for whoever reads it without the check.
  const finding = {
    'zh-CN': '证据 1 没有第三方时间戳或存证：无法排除事后修改',
    en: 'no third party’s time stamp or deposit for exhibit 1: a later change cannot be ruled out',
  };
  expect(plan.accepted).toEqual([
    { code: 'no-outside-time', where: null, reason: 'deposited next week', finding },
    { code: 'no-outside-time', where: 'case', reason: 'the page is a draft', finding },
  ]);
});
