import { describe, expect, test } from 'vitest';
import { sidesOf } from '../../../shared/bilingual.ts';
import { deadlinesOf } from '../../../shared/order/deadlines.ts';
import type { ObligationReport } from '../../../shared/order/obligations.ts';
import { emptyOrder, type Order } from '../../../shared/order/order.ts';
import { channelResult, deadlineTable, filedDeadlines, obligationTables } from '../../../shared/plan/compliance.ts';
import type { Table } from '../../../shared/plan/table.ts';
import { id, look, obligationReport } from './order-room.ts';

const due = { by: 'day', on: '2019-05-28' } as const;
const address = 'https://qijing.example/';
const names: Readonly<Record<string, string>> = { [id(1)]: '证据1', [id(2)]: '证据2', [id(9)]: '证据9' };
const tableOf = (report: ObligationReport): Table => obligationTables([report], (item) => names[item] ?? '', 'en')[0]!;
const noon = (day: number) => `2019-05-${day}T04:00:00.000Z`;
/** As it is printed: Beijing time, then UTC. */
const printed = (day: number) => `2019-05-${day} 12:00:00 +08:00`;
const dueLine = 'due by 2019-05-29 00:00:00 +08:00';

describe('the table of dates', () => {
  const order: Order = {
    ...emptyOrder,
    received: '2019-05-22T08:10:00.000Z',
    measureTaken: '2019-05-24',
    served: [{ party: '企镜', role: 'respondent', way: 'mail', on: '2019-05-24', item: null }],
    term: { until: 'day', day: '2019-10-06' },
    obligations: [
      {
        id: 'h',
        kind: 'homepage',
        text: '首页声明',
        due: { by: 'days-from-service', days: 3, party: '企镜' },
        address,
        words: 'w',
        days: null,
      },
    ],
  };
  const rows = (change: Partial<Order> = {}) =>
    deadlineTable(deadlinesOf({ ...order, ...change }), 'en').rows.map(([, when, from]) => [when, from]);

  test('has the day, the moment or the window of each, from what it is counted, and where it moved from', () => {
    expect(rows()).toEqual([
      ['2019-05-24 17:00:00 +08:00', '2019-05-22 16:10:00 +08:00'],
      ['2019-05-27', '2019-05-24'],
      ['2019-05-29', '2019-05-24'],
      ['2019-06-24 (moved from 2019-06-23, a non-working day)', '2019-05-24'],
      ['2019-09-29 to 2019-10-06; last working day 2019-09-30', '2019-10-06'],
      ['2019-10-06', '–'],
    ]);
    const term = { until: 'day', day: '2031-10-06' } as const;
    expect(rows({ term }).at(-2)).toEqual(['2031-09-29 to 2031-10-06 (last working day unknown)', '2031-10-06']);
    expect(rows({ measureTaken: null }).at(-1)).toEqual([
      'cannot be calculated: date on which the measure was taken not stated',
      '–',
    ]);
  });

  test('of a filing has only by when the order was to be done, with how it is counted and no advice to oneself', () => {
    const { columns, rows } = filedDeadlines(deadlinesOf(order), 'en');
    expect(columns.at(-1)?.name).toBe('How it is calculated');
    expect(rows).toHaveLength(1);
    expect(rows[0]?.at(-1)).toBe(
      'the operative part of the ruling governs; service by mail: the date of receipt on the return slip governs',
    );
    expect(rows[0]?.join()).not.toMatch(/check with counsel|not verified|reprint/);
    const own = deadlineTable(deadlinesOf(order), 'en');
    expect(own.columns.at(-1)?.name).toBe('Notes');
    expect(own.rows[0]?.at(-1)).toContain('check with counsel');
    expect(own.rows[1]?.[3]).toContain('(not verified)');
    const unknown = deadlineTable(deadlinesOf({ ...order, measureTaken: null }), 'zh-CN+en').rows.at(-1)?.[1];
    expect(sidesOf(unknown ?? '')).toEqual([
      '无法计算：未填写采取保全措施之日',
      'cannot be calculated: date on which the measure was taken not stated',
    ]);
  });
});

describe('the table of places', () => {
  test('names the channel with its account, what was seen, what could not be told, and the exhibits', () => {
    const report = obligationReport(
      'stop',
      {
        text: '停止传播',
        due,
        places: [
          { channel: '站内', account: '甲', address, words: '清算' },
          { channel: '日报', account: null, address: 'https://qijing.example/daily', words: '别的' },
        ],
      },
      [
        look(1, noon(27), '清算'),
        look(2, noon(29), '清算'),
        look(3, noon(30), '', { outcome: 'blocked' }),
        look(4, noon(31), '', { outcome: 'failed' }),
      ],
    );
    const { title, notes, rows } = tableOf(report);
    expect(title).toBe('Stop spreading: 停止传播');
    expect(notes).toEqual([dueLine]);
    expect(rows.map(([channel, at]) => [channel, at])).toEqual([
      ['站内 (甲)', address],
      ['日报', 'https://qijing.example/daily'],
    ]);
    expect(rows[0]?.[2]).toBe('still seen after the deadline');
    expect(rows[0]?.[4]).toBe(
      `blocked from ${printed(30)} to ${printed(31)}: undetermined; no page obtained from ${printed(31)} to ${printed(31)}`,
    );
    expect(rows[0]?.[5]).toBe('证据1, 证据2, and 2 other checks');
  });

  test('has a dash where there is no gap and no exhibit, and says where no date is stated', () => {
    const watched = [{ channel: '站内', account: null, address, words: '清算' }];
    const table = (looks: Parameters<typeof obligationReport>[2]) =>
      tableOf(obligationReport('stop', { text: 't', due: { by: 'not-stated' }, places: watched }, looks));
    expect(table([]).rows[0]?.slice(4)).toEqual(['–', '–']);
    expect(table([look(1, noon(27), '清算')]).rows[0]?.slice(4)).toEqual(['–', '证据1']);
    expect(table([look(3, noon(27), '清算')]).rows[0]?.[5]).toBe('and 1 other check');
    expect(table([]).notes).toEqual(['due date unknown']);
  });
});

describe('the table of channels', () => {
  const clarify = (accounts: readonly object[], more: object = {}) => ({
    text: '澄清',
    due,
    words: '特此澄清',
    channels: [
      {
        channel: '日报',
        originals: [id(9)],
        clarifications: [],
        scopeOfOriginal: '全部用户',
        scopeOfClarification: null,
        accounts,
        ...more,
      },
    ],
  });
  const looks = [
    look(1, noon(29), '特此澄清'),
    look(2, noon(30), '无'),
    look(9, noon(6 + 10), '清算'),
    look(3, noon(30), '无', { timeUnknown: true }),
  ];
  const own = { [id(1)]: '甲', [id(2)]: '乙', [id(3)]: '丙', [id(9)]: '甲' };
  const row = (accounts: readonly object[], more: object = {}, named: Readonly<Record<string, string>> = own) =>
    tableOf(obligationReport('clarify', clarify(accounts, more), looks, { accounts: named })).rows[0]!;
  const account = (name: string, n: number, original: string | null = id(9)) => ({
    account: name,
    original,
    looks: n === 0 ? [] : [{ item: id(n), seen: null }],
  });

  test('says of each account what it saw and when, and whether the record names it; never more', () => {
    const cell = (one: object, named?: Readonly<Record<string, string>>) => row([one], {}, named)[3];
    expect(cell(account('甲', 1))).toBe(`甲: seen ${printed(29)}; received the message in dispute 证据9`);
    expect(cell(account('乙', 2, null))).toBe(
      `乙: not seen ${printed(30)}; receipt of the message in dispute not entered`,
    );
    expect(cell(account('丙', 3, null))).toBe(
      '丙: not seen (time of observation unknown); receipt of the message in dispute not entered',
    );
    expect(cell(account('乙', 0))).toBe(
      '乙: not checked; entered as the message in dispute it received (the record does not name the account) 证据9',
    );
    expect(cell(account('甲', 1, null), {})).toBe(
      `甲: entered as seen ${printed(29)} (the record of the exhibit does not state that it was obtained with this account); receipt of the message in dispute not entered`,
    );
    expect(row([])[3]).toBe('–');
    expect(row([account('甲', 1), account('乙', 2)])[3]?.split('\n')).toHaveLength(2);
  });

  test('quotes the scope of either side, and says what is not entered', () => {
    expect(row([]).slice(0, 3)).toEqual([
      '日报',
      `证据9 ${printed(16)}\nscope (as quoted): 全部用户`,
      'no clarification entered',
    ]);
    expect(row([], { originals: [], clarifications: [id(3)] }).slice(1, 3)).toEqual([
      'no message in dispute entered',
      ' (time of observation unknown)\nscope not stated',
    ]);
  });

  test('says what was seen on the channel, and beside what was not seen, where the term stood', () => {
    expect(row([account('甲', 1)])[4]).toBe('clarification seen on this channel');
    expect(row([account('乙', 2)])[4]).toBe(
      `As of ${printed(30)}, 1 check account had not seen the clarification on this channel`,
    );
    expect(row([account('丙', 3)])[4]).toBe(
      'clarification not seen by the check accounts; time of observation unknown',
    );
    expect(row([])[4]).toBe('not checked');
    const notSeen = { accounts: 2, asOf: noon(27), term: 'before' } as const;
    expect(channelResult({ state: 'seen', notSeen } as never, 'en')).toBe(
      `clarification seen on this channel; As of ${printed(27)}, 2 check accounts had not seen the clarification on this channel; before the deadline`,
    );
  });
});

describe('the table of days', () => {
  const rows = (...looks: Parameters<typeof obligationReport>[2]) =>
    tableOf(obligationReport('homepage', { text: '声明', due, address, words: '特此声明', days: 1 }, looks)).rows;
  const at = (hour: string) => `2019-05-30T${hour}:00:00.000Z`;
  const last = (...looks: Parameters<typeof obligationReport>[2]) => rows(...looks).at(-1);

  test('says of a day whether it was seen, what the page was where it was not, and what was measured', () => {
    expect(last(look(1, at('03'), '量 页首 特此声明'))).toEqual([
      '2019-05-30',
      'statement seen',
      'yes',
      'yes',
      '证据1',
    ]);
    expect(last(look(1, at('03'), '查企业'))).toEqual([
      '2019-05-30',
      'statement not seen; page present; the words were not found',
      'yes',
      '–',
      '证据1',
    ]);
    expect(rows()).toEqual([['2019-05-29', 'not checked', '–', '–', '–']]);
  });

  test('of several looks says yes or no only where all agree, and that some were not measured', () => {
    const above = look(1, at('03'), '量 页首 特此声明');
    const below = look(2, at('04'), '量 特此声明');
    const unmeasured = look(3, at('05'), '特此声明', { finalUrl: null });
    const elsewhere = look(4, at('06'), '量 特此声明', { finalUrl: `${address}notice` });
    const measured = (...looks: Parameters<typeof obligationReport>[2]) => last(...looks)?.slice(2, 4);
    expect(measured(above, below)).toEqual(['yes', 'differs between captures']);
    expect(measured(below)).toEqual(['yes', 'no']);
    expect(measured(elsewhere)).toEqual(['no', 'no']);
    expect(measured(below, elsewhere)).toEqual(['differs between captures', 'no']);
    expect(measured(above, unmeasured)).toEqual(['not measured in every capture', 'not measured in every capture']);
    expect(measured(unmeasured)).toEqual(['not measured', 'not measured']);
  });

  test('stands below its address, its term and how it was seen', () => {
    const { title, notes } = tableOf(
      obligationReport('homepage', { text: '声明', due, address, words: '特此声明', days: 1 }, [
        look(1, noon(29), '特此声明'),
        look(2, noon(30), '', { outcome: 'blocked' }),
      ]),
    );
    expect(title).toBe('Statement on the homepage: 声明');
    expect(notes.slice(0, 2)).toEqual([address, dueLine]);
    expect(notes[2]).toContain(printed(29));
    expect(notes[3]).toBe(`blocked from ${printed(30)} to ${printed(30)}: undetermined`);
  });

  test('what was not seen before the term had surely ended says so', () => {
    const before = rows(look(1, '2019-05-28T04:00:00.000Z', '查企业'))[0];
    expect(before?.[1]).toMatch(/^statement not seen; before the deadline; /);
  });
});
