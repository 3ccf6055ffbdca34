import { describe, expect, test } from 'vitest';
import type { Observation } from '../../../shared/watch/observation.ts';
import { id, look, obligationReport } from './order-room.ts';

// The order of 27 May 2019 is to be met on the 28th: in UTC it is made at 26 May 16:00, and overdue at 28 May 16:00.
const due = { by: 'day', on: '2019-05-28' } as const;
const ruled = '2019-05-27';
const address = 'https://qijing.example/';

describe('a place that must no longer show the message', () => {
  const stateOf = (looks: readonly Observation[], by: object = due, made: string | null = ruled) =>
    obligationReport(
      'stop',
      { text: '停止传播', due: by, places: [{ channel: '站内', account: '甲', address, words: '清算' }] },
      looks,
      { ruled: made },
    ).places[0]?.state;

  test.for<readonly [string, string]>([
    ['2019-05-26T15:59:59.999Z', 'seen-before-order'],
    ['2019-05-26T16:00:00.000Z', 'seen-before-due'],
    ['2019-05-28T15:59:59.999Z', 'seen-before-due'],
    ['2019-05-28T16:00:00.000Z', 'seen-due-unknown'], // the very moment is on neither side
    ['2019-05-28T16:00:00.001Z', 'still-seen'],
    ['not a time', 'seen-due-unknown'],
  ])('that shows it at %s is %s', ([at, state]) => {
    expect(stateOf([look(1, at, '清算')])).toBe(state);
  });

  test('is before the ruling where that is known, even if no term is; later it cannot be told', () => {
    const noTerm = { by: 'not-stated' };
    expect(stateOf([look(1, '2019-05-26T15:00:00.000Z', '清算')], noTerm)).toBe('seen-before-order');
    expect(stateOf([look(1, '2019-05-29T15:00:00.000Z', '清算')], noTerm)).toBe('seen-due-unknown');
    expect(stateOf([look(1, '2019-05-26T15:00:00.000Z', '清算')], due, null)).toBe('seen-before-due');
  });

  test('is told by the last look that could tell, whatever came after it', () => {
    const shown = look(1, '2019-05-29T04:00:00.000Z', '清算');
    const walled = look(2, '2019-05-30T04:00:00.000Z', '', { outcome: 'blocked' });
    const other = look(3, '2019-05-31T04:00:00.000Z', '查企业');
    expect(stateOf([shown, walled])).toBe('still-seen');
    expect(stateOf([walled, other])).toBe('not-seen');
    expect(stateOf([look(1, '2019-05-28T04:00:00.000Z', '清算'), other])).toBe('not-seen');
    expect(stateOf([shown, walled, other])).toBe('seen-after-due');
    expect(stateOf([walled])).toBe('cannot-tell');
    expect(stateOf([])).toBe('not-checked');
  });
});

describe('a channel on which the clarification must go out', () => {
  type Account = Readonly<{ account: string; original: string | null; looks: readonly object[] }>;
  const channelOf = (
    looks: readonly Observation[],
    accounts: readonly Account[],
    { own = {}, clarifications = [] as readonly string[] } = {},
  ) =>
    obligationReport(
      'clarify',
      {
        text: '澄清',
        due,
        words: '特此澄清',
        channels: [
          {
            channel: '日报',
            originals: [id(9)],
            clarifications,
            scopeOfOriginal: null,
            scopeOfClarification: '全部用户',
            accounts,
          },
        ],
      },
      looks,
      { ruled, accounts: own },
    ).channels[0]!;
  const account = (name: string, ...looks: readonly (readonly [number, boolean | null])[]): Account => ({
    account: name,
    original: id(9),
    looks: looks.map(([n, seen]) => ({ item: id(n), seen })),
  });
  const original = look(9, '2019-05-06T04:00:00.000Z', '清算');
  const noon = (day: number) => `2019-05-${day}T04:00:00.000Z`;

  test('an account’s last look is the last that saw it, else the last that could tell, by time and not by place', () => {
    const looks = [original, look(1, noon(31), '无'), look(2, noon(29), '特此澄清'), look(3, noon(30), '特 此 澄清')];
    const own = { [id(1)]: '甲', [id(2)]: '甲', [id(3)]: '甲', [id(9)]: '甲' };
    const seen = channelOf(looks, [account('甲', [1, null], [3, null], [2, null])], { own });
    expect(seen).toMatchObject({ state: 'seen', notSeen: null });
    expect(seen.accounts).toEqual([
      {
        account: '甲',
        original: id(9),
        received: true,
        lastLook: noon(30),
        timeUnknown: false,
        byAccount: true,
        seen: true,
        looks: [id(1), id(3), id(2)],
      },
    ]);
    const unseen = channelOf(
      [original, look(1, noon(31), '无'), look(4, noon(30), '无')],
      [account('甲', [1, null], [4, null])],
      {
        own: { [id(1)]: '甲', [id(4)]: '甲' },
      },
    );
    expect(unseen.accounts[0]).toMatchObject({ lastLook: noon(31), seen: false, received: false, byAccount: true });
    expect(unseen.notSeen).toEqual({ accounts: 1, asOf: noon(31), term: 'after' });
    expect(unseen.state).toBe('not-seen');
  });

  test('accounts whose look has no known time, or that looked at nothing, are not counted', () => {
    const looks = [
      original,
      look(1, noon(28), '无'),
      look(2, noon(27), '无', { timeUnknown: true }),
      look(3, noon(29), '无'),
    ];
    const own = { [id(1)]: '甲', [id(2)]: '乙', [id(3)]: '丙' };
    const accounts = [
      account('丙', [3, null]),
      account('甲', [1, null]),
      account('乙', [2, null]),
      account('丁', [8, null]),
    ];
    const { notSeen, accounts: found } = channelOf(looks, accounts, { own });
    expect(notSeen).toEqual({ accounts: 2, asOf: noon(28), term: 'before' });
    expect(found.map(({ seen, timeUnknown }) => [seen, timeUnknown])).toEqual([
      [false, false],
      [false, false],
      [false, true],
      [null, false],
    ]);
    expect(found[3]).toMatchObject({ lastLook: null, byAccount: true, looks: [id(8)] });
  });

  test('what a person states of a look goes before its text, and is all that a screenshot without text says', () => {
    const picture = look(1, noon(29), '', { text: null as never });
    const own = { [id(1)]: '甲', [id(2)]: '甲' };
    const state = (seen: boolean | null) => channelOf([picture], [account('甲', [1, seen])], { own }).accounts[0]?.seen;
    expect([state(true), state(false), state(null)]).toEqual([true, false, null]);
    const stated = channelOf([look(2, noon(29), '特此澄清')], [account('甲', [2, false])], { own });
    expect(stated.accounts[0]?.seen).toBe(false);
    expect(channelOf([look(2, noon(29), '特此澄清')], [account('甲', [2, null])], { own }).accounts[0]?.seen).toBe(
      true,
    );
  });

  test('an item named as the clarification is one where its text says it, and else is entered only', () => {
    const entered = (text: string | null) =>
      channelOf([look(1, noon(29), '', { text: text as never })], [], { clarifications: [id(1)] });
    expect(entered('特此澄清').state).toBe('seen');
    expect(entered('别的').state).toBe('registered');
    expect(entered(null).state).toBe('registered');
    expect(entered('别的')).toMatchObject({
      clarifications: [{ item: id(1), at: noon(29) }],
      originals: [],
      scopeOfOriginal: null,
      scopeOfClarification: '全部用户',
    });
    expect(channelOf([original], [])).toMatchObject({ state: 'not-checked', originals: [{ item: id(9) }] });
  });
});

describe('the days on which the statement must stand on the homepage', () => {
  const daysOf = (looks: readonly Observation[], count: number | null, by: object = due, today = '2019-07-01') =>
    obligationReport('homepage', { text: '声明', due: by, address, words: '特此声明', days: count }, looks, {
      ruled,
      today,
    });
  const days = (...given: Parameters<typeof daysOf>) =>
    daysOf(...given).days.map(({ day, seen, term }) => `${day} ${seen} ${term}`);
  const shown = (n: number, at: string) => look(n, at, '特此声明');

  test('run from the due day for as many as the order says, each looked at or not', () => {
    expect(days([shown(1, '2019-05-29T04:00:00.000Z')], 3)).toEqual([
      '2019-05-29 yes after',
      '2019-05-30 unchecked after',
      '2019-05-31 unchecked after',
    ]);
    expect(days([], 2)).toEqual(['2019-05-29 unchecked unknown', '2019-05-30 unchecked after']);
  });

  test('begin with the first look where that is earlier, and end with the last where that is later', () => {
    expect(days([shown(1, '2019-05-26T15:00:00.000Z'), look(2, '2019-05-31T04:00:00.000Z', '查企业')], 1)).toEqual([
      '2019-05-26 yes before-order',
      '2019-05-27 unchecked before',
      '2019-05-28 unchecked before',
      '2019-05-29 unchecked unknown',
      '2019-05-30 unchecked after',
      '2019-05-31 no after',
    ]);
  });

  test('are those of the looks alone where the order names no number or no term', () => {
    const two = [shown(1, '2019-05-30T04:00:00.000Z'), shown(2, '2019-05-31T04:00:00.000Z')];
    expect(days(two, null)).toEqual(['2019-05-29 unchecked unknown', '2019-05-30 yes after', '2019-05-31 yes after']);
    expect(days(two, null, { by: 'not-stated' })).toEqual(['2019-05-30 yes unknown', '2019-05-31 yes unknown']);
    expect(days([], null)).toEqual([]);
    expect(days([], 3, { by: 'not-stated' })).toEqual([]);
    expect(days(two, 3, { by: 'not-stated' })).toEqual([
      '2019-05-30 yes unknown',
      '2019-05-31 yes unknown',
      '2019-06-01 unchecked unknown',
    ]);
  });

  test('that have not come yet are not told', () => {
    expect(days([], 30, due, '2019-05-30')).toEqual(['2019-05-29 unchecked unknown', '2019-05-30 unchecked after']);
    expect(days([], 5_000, due, '2049-05-30')).toHaveLength(400);
  });

  test('of several looks at one day: one that saw it is enough, and one that could not tell says nothing against it', () => {
    const at = (hour: string) => `2019-05-30T${hour}:00:00.000Z`;
    const walled = look(3, at('05'), '', { outcome: 'blocked' });
    const seen = (...looks: readonly Observation[]) => daysOf(looks, 1).days.at(-1);
    expect(seen(look(1, at('03'), '查企业'), shown(2, at('04')))).toMatchObject({ seen: 'yes', items: [id(1), id(2)] });
    expect(seen(look(1, at('03'), '查企业'), walled)).toMatchObject({ seen: 'no', items: [id(1), id(3)] });
    expect(seen(walled)).toMatchObject({ seen: 'unknown', items: [id(3)] });
    expect(seen(shown(1, at('03')), { ...shown(2, at('04')), timeUnknown: true })).toMatchObject({ term: 'unknown' });
  });

  test('visible without scrolling is said only of a look that saw it, as it was measured', () => {
    const { captures } = daysOf(
      [
        look(1, '2019-05-29T04:00:00.000Z', '量 页首 特此声明'),
        look(2, '2019-05-30T04:00:00.000Z', '量 特此声明'),
        look(3, '2019-05-31T04:00:00.000Z', '量 页首'),
        look(4, '2019-06-01T04:00:00.000Z', '特此声明', { finalUrl: null }),
        look(5, '2019-06-02T04:00:00.000Z', '特此声明', { finalUrl: 'https://qijing.example/notice' }),
      ],
      1,
    );
    expect(captures.map(({ item, withoutScrolling, onHomepage }) => [item, withoutScrolling, onHomepage])).toEqual([
      [id(1), true, true],
      [id(2), false, true],
      [id(3), null, true],
      [id(4), null, null],
      [id(5), null, false],
    ]);
  });
});
