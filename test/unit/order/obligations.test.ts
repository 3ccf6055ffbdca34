import { describe, expect, test } from 'vitest';
import { notSeen } from '../../../shared/messages/watch-messages.ts';
import { obligationReports, type Evidence, type ObligationReport } from '../../../shared/order/obligations.ts';
import { emptyOrder, orderSchema, type Order } from '../../../shared/order/order.ts';
import { obligationTables } from '../../../shared/plan/compliance.ts';
import type { Observation } from '../../../shared/watch/observation.ts';
import { reachedEarly } from './order-room.ts';

const id = (n: number) => `0198c700-0000-7000-8000-00000000000${n}`;
const at = (day: number, hour = 4) => new Date(Date.UTC(2019, 4, day, hour)).toISOString();
const capture = (n: number, when: string, text: string, change: Partial<Observation> = {}): Observation => ({
  item: id(n),
  at: when,
  url: 'https://qijing.example/',
  finalUrl: 'https://qijing.example/',
  httpStatus: 200,
  outcome: 'complete',
  title: '企镜',
  text,
  advertText: '',
  ...change,
});
const due = { by: 'day', on: '2019-05-28' } as const;

function reportsOf(
  obligations: unknown[],
  captures: readonly Observation[],
  today = '2019-06-05',
  accounts: Readonly<Record<string, string>> = {},
): readonly ObligationReport[] {
  const order: Order = orderSchema.parse({ ...emptyOrder, served: reachedEarly, obligations });
  const evidence: Evidence = {
    capturesOf: () => captures,
    item: (item) => {
      const found = captures.find((one) => one.item === item);
      const account = accounts[item];
      return found ? { item, at: found.at, text: found.text, ...(account !== undefined && { account }) } : null;
    },
    withoutScrolling: ({ text }) => text?.includes('页首') ?? null,
    today,
  };
  return obligationReports(order, evidence);
}

describe('stop spreading', () => {
  const stop = {
    id: 'stop',
    kind: 'stop',
    text: '停止传播',
    due,
    places: [{ channel: '站内消息', account: null, address: 'https://qijing.example/', words: '清算' }],
  };
  const state = (...captures: Observation[]) => {
    const [report] = reportsOf([stop], captures);
    return report?.kind === 'stop' ? report.places[0]?.state : null;
  };

  test('is told from captures: not seen, still seen, seen before it was due, cannot be told, not checked', () => {
    expect(state(capture(1, at(27), '清算'), capture(2, at(29), '别的'))).toBe('not-seen');
    expect(state(capture(1, at(27), '清算'), capture(2, at(29), '清算'))).toBe('still-seen');
    expect(state(capture(1, at(27), '清算'))).toBe('seen-before-due');
    expect(state(capture(1, at(29), '', { outcome: 'blocked' }))).toBe('cannot-tell');
    expect(state()).toBe('not-checked');
  });

  test('seen after it was due and gone in the last check says both, and not that it is still there', () => {
    expect(state(capture(1, at(29), '清算'), capture(2, at(30), '别的'))).toBe('seen-after-due');
  });

  test('a look of unknown time, or by a clock that was off, is never after the term', () => {
    expect(state(capture(1, at(29), '清算', { timeUnknown: true }))).toBe('seen-due-unknown');
  });
});

describe('clarify the same way', () => {
  const account = (name: string, looks: unknown[]) => ({ account: name, original: id(1), looks });
  const channel = (name: string, accounts: unknown[], clarifications: string[] = []) => ({
    channel: name,
    originals: [id(1)],
    clarifications,
    scopeOfOriginal: '推送对象：全部监控用户',
    scopeOfClarification: null,
    accounts,
  });
  const captures = [
    capture(1, at(5), '清算'),
    capture(2, at(29), '特此澄清'),
    capture(3, at(30, 1), '今日监控'),
    capture(4, at(30, 9), '今日监控'),
  ];
  const [report] = reportsOf(
    [
      {
        id: 'clarify',
        kind: 'clarify',
        text: '澄清',
        due,
        words: '特此澄清',
        channels: [
          channel('站内消息', [account('甲', [{ item: id(2), seen: null }])], [id(2)]),
          channel('监控日报', [
            account('甲', [{ item: id(3), seen: null }]),
            account('乙', [{ item: id(4), seen: null }]),
          ]),
          channel('邮件', []),
        ],
      },
    ],
    captures,
    undefined,
    { [id(2)]: '甲', [id(3)]: '甲', [id(4)]: '乙' },
  );

  test('a look whose record names another account, or none, says nothing of what this one was sent', () => {
    const daily = channel('监控日报', [account('甲', [{ item: id(3), seen: null }])]);
    const shown = channel('站内消息', [account('甲', [{ item: id(2), seen: null }])]);
    const clarify = { id: 'clarify', kind: 'clarify', text: '澄清', due, words: '特此澄清', channels: [daily, shown] };
    for (const accounts of [{}, { [id(3)]: '乙', [id(2)]: '乙' }]) {
      const [other] = reportsOf([clarify], captures, undefined, accounts);
      if (other?.kind !== 'clarify') throw new Error('not a clarification');
      expect(other.channels[0]).toMatchObject({ state: 'not-checked', notSeen: null });
      expect(other.channels[1]?.accounts[0]).toMatchObject({ seen: true, byAccount: false });
      const said = JSON.stringify(obligationTables([other], (item) => item, 'zh-CN'));
      expect(said).not.toMatch(/核查账号在该渠道未见|曾收到涉案信息/);
      expect(said).toMatch(/甲：登记为见到[^；]*所列证据的记录未载明以该账号取得/);
    }
  });

  test('finds the channel on which no control account saw the clarification, and says it as it was seen', () => {
    if (report?.kind !== 'clarify') throw new Error('not a clarification');
    expect(report.channels.map(({ state }) => state)).toEqual(['seen', 'not-seen', 'not-checked']);
    // of two accounts, the earlier of the two last looks is the one moment that is true of both
    expect(report.channels[1]?.notSeen).toEqual({ accounts: 2, asOf: at(30, 1), term: 'after' });
    expect(notSeen(2, at(30, 1), 'zh-CN')).toBe('截至2019-05-30 09:00:00 +08:00，2个核查账号在该渠道未见澄清信息');
  });

  test('is never said to be "not sent": nobody saw that', () => {
    const text = JSON.stringify(obligationTables([report!], (item) => item, 'zh-CN+en'));
    expect(text).toContain('2个核查账号在该渠道未见澄清信息');
    expect(text).not.toMatch(/未推送|did not send|not sent|未发送/);
  });
});

describe('the statement on the homepage', () => {
  const home = {
    id: 'home',
    kind: 'homepage',
    text: '首页声明',
    due,
    address: 'https://qijing.example/',
    words: '特此声明',
    days: 7,
  };
  const [report] = reportsOf(
    [home],
    [
      capture(1, at(29), '页首 特此声明'),
      capture(2, at(30), '特此声明 在下方'),
      capture(3, at(31), '查企业'),
      capture(4, at(31 + 2), '查企业'),
    ],
  );
  if (report?.kind !== 'homepage') throw new Error('not a homepage');

  test('is last seen on the second day and first not seen on the third, with the days that nobody looked', () => {
    expect(report.history.lastSeen?.at).toBe(at(30));
    expect(report.history.firstNotSeen?.at).toBe(at(31));
    expect(report.days).toMatchObject([
      { day: '2019-05-29', seen: 'yes' },
      { day: '2019-05-30', seen: 'yes' },
      { day: '2019-05-31', seen: 'no' },
      { day: '2019-06-01', seen: 'unchecked' },
      { day: '2019-06-02', seen: 'no' },
      { day: '2019-06-03', seen: 'unchecked' },
      { day: '2019-06-04', seen: 'unchecked' },
    ]);
  });

  test('counts as visible without scrolling only where the words’ place was measured', () => {
    expect(report.captures.map(({ withoutScrolling }) => withoutScrolling)).toEqual([true, false, null, null]);
  });

  test('a page below the homepage is none', () => {
    const [below] = reportsOf([home], [capture(1, at(29), '特此声明', { finalUrl: 'https://qijing.example/notice' })]);
    expect(below?.kind === 'homepage' && below.captures[0]?.onHomepage).toBe(false);
  });
});
