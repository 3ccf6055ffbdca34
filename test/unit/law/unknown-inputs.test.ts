import { describe, expect, test } from 'vitest';
import { deadlinesOf, surelyOverdueFrom, type Deadline } from '../../../shared/order/deadlines.ts';
import { obligationReports, type Evidence, type NamedItem } from '../../../shared/order/obligations.ts';
import { emptyOrder, orderSchema, type Order } from '../../../shared/order/order.ts';
import { obligationTables } from '../../../shared/plan/compliance.ts';
import type { Observation } from '../../../shared/watch/observation.ts';
import { beyond, lesserOf } from './taken-away.ts';

/* Something unknown in an order or a look may silence a date or an accusation; it never makes one, and never changes one. */

const party = '某信息公司';
const address = 'https://qijing.example/';
const id = (n: number) => `0198c700-0000-7000-8000-00000000000${n}`;
const look = (n: number, at: string, text: string): Observation => ({
  item: id(n),
  at,
  url: address,
  finalUrl: address,
  httpStatus: 200,
  outcome: 'complete',
  title: '',
  text,
  advertText: '',
});
const looks = [
  look(1, '2019-05-20T04:00:00.000Z', '清算'),
  look(2, '2019-06-20T04:00:00.000Z', '清算'),
  look(3, '2019-06-21T04:00:00.000Z', '清算'),
];
const dues = [
  { by: 'day', on: '2019-05-29' },
  { by: 'moment', at: '2019-05-29T04:00:00.000Z' },
  { by: 'days-from-service', days: 3, party },
  { by: 'hours-from-service', hours: 24, party },
  { by: 'at-once', party },
] as const;

const whole: Order = orderSchema.parse({
  ...emptyOrder,
  number: '（2019）浙0192行保1号',
  ruled: '2019-05-24',
  measureTaken: '2019-05-27',
  received: '2019-05-22T08:10:00.000Z',
  served: [{ party, role: 'respondent', way: 'direct', on: '2019-05-24T07:05:00.000Z', item: null }],
  term: { until: 'day', day: '2019-10-08' },
  reconsideration: [{ party, received: '2019-05-27' }],
  security: { given: '保函', furtherBy: '2019-06-05' },
  obligations: [
    ...dues.map((due, at) => ({
      id: `stop-${at}`,
      kind: 'stop',
      text: '停止传播',
      due,
      places: [{ channel: 'a', account: '甲', address, words: '清算' }],
    })),
    {
      id: 'clarify',
      kind: 'clarify',
      text: '澄清',
      due: dues[0],
      words: '特此澄清',
      channels: [
        {
          channel: '日报',
          originals: [id(1)],
          clarifications: [],
          scopeOfOriginal: null,
          scopeOfClarification: null,
          accounts: [{ account: '乙', original: id(1), looks: [{ item: id(3), seen: false }] }],
        },
      ],
    },
    { id: 'home', kind: 'homepage', text: '声明', due: dues[0], address, words: '声明', days: 7 },
  ],
});
const evidenceOf = (seen: readonly Observation[], named: Partial<NamedItem> = {}): Evidence => ({
  capturesOf: (asked) => (asked === address ? seen : []),
  item: (item) => {
    const found = seen.find((one) => one.item === item);
    return found ? { item, at: found.at, account: '乙', text: found.text, ...named } : null;
  },
  withoutScrolling: () => null,
  today: '2019-07-01',
});

/** A date as it stands: when, under its id. */
const dateOf = ({ id: name, when }: Deadline) => (when.at === 'unknown' ? [] : [`${name} ${JSON.stringify(when)}`]);
/** What is said against somebody: each place, channel and day that was seen or not seen after the term. */
function accusationsOf(order: Order, evidence: Evidence): readonly string[] {
  return obligationReports(order, evidence).flatMap((report) => {
    const { id: of } = report.obligation;
    switch (report.kind) {
      case 'stop':
        return report.places.flatMap(({ channel, state }) =>
          state === 'still-seen' || state === 'seen-after-due' ? [`${of} ${channel}`] : [],
        );
      case 'clarify':
        return report.channels.flatMap(({ channel, notSeen }) =>
          notSeen?.term === 'after' ? [`${of} ${channel} ${notSeen.accounts}`] : [],
        );
      case 'homepage':
        return report.days.flatMap(({ day, seen, term }) =>
          seen === 'no' && term === 'after' ? [`${of} ${day}`] : [],
        );
    }
  });
}

describe('an order of which something is not known', () => {
  const lesser = lesserOf(whole, (order) => orderSchema.safeParse(order).success).map(({ path, lesser: order }) => ({
    path,
    order,
  }));
  const evidence = evidenceOf(looks);

  test('has no date and no accusation that the whole one has not', () => {
    expect(lesser.length).toBeGreaterThan(35);
    const dates = deadlinesOf(whole).flatMap(dateOf);
    const accused = accusationsOf(whole, evidence);
    expect([dates.length, accused.length]).toEqual([15, 5 + 1 + 2]);
    for (const { path, order } of lesser) {
      expect(beyond(deadlinesOf(order).flatMap(dateOf), dates), path).toEqual([]);
      expect(beyond(accusationsOf(order, evidence), accused), path).toEqual([]);
    }
  });

  test('says nothing against anybody where the term or the service is what is not known', () => {
    const without = (matching: RegExp) => lesser.filter(({ path }) => matching.test(path));
    const served = without(/^served(\.0)?$/);
    expect(served.length).toBeGreaterThan(1);
    for (const { path, order } of served) expect(accusationsOf(order, evidence), path).toEqual([]);
    const due = without(/^obligations\.\d+\.due$/);
    expect(due).toHaveLength(whole.obligations.length);
    for (const { path, order } of due) {
      const [, at] = path.split('.');
      const { id: of } = order.obligations[Number(at)]!;
      expect(
        accusationsOf(order, evidence).filter((one) => one.startsWith(`${of} `)),
        path,
      ).toEqual([]);
      expect(surelyOverdueFrom(order.obligations[Number(at)]!.due, order)).toBeNull();
    }
  });

  test('says nothing against anybody where it is open what completed an electronic service', () => {
    const [first] = whole.served;
    const sent = { ...first!, way: 'electronic' as const };
    for (const completedBy of ['confirmed-address', 'acknowledged'] as const) {
      const order = orderSchema.parse({ ...whole, served: [{ ...sent, completedBy }] });
      expect(accusationsOf(order, evidence)).toHaveLength(accusationsOf(whole, evidence).length);
      expect(deadlinesOf(order).flatMap(({ doubts }) => doubts)).not.toContain('service-electronic-unconfirmed');
    }
    const open = orderSchema.parse({ ...whole, served: [sent] });
    expect(accusationsOf(open, evidence)).toEqual([]);
    expect(deadlinesOf(open).flatMap(({ doubts }) => doubts)).toContain('service-electronic-unconfirmed');
    const tables = obligationTables(obligationReports(open, evidence), () => '', 'zh-CN+en');
    expect(JSON.stringify(tables[0])).toContain('电子送达的地址是否经受送达人提供或者确认未填写，期限是否已届满未知');
    // one respondent of whom it is open silences what would be said of the other too: the obligation may bind both
    const both = orderSchema.parse({ ...whole, served: [first, { ...sent, party: '另一公司' }] });
    expect(accusationsOf(both, evidence)).toEqual([]);
  });

  test('prints no “after the deadline” where nothing is held against anybody', () => {
    for (const { path, order } of lesser) {
      const reports = obligationReports(order, evidence);
      const tables = obligationTables(reports, () => '', 'zh-CN+en');
      tables.forEach((table, at) => {
        const { id: of } = reports[at]!.obligation;
        const held = accusationsOf(order, evidence).some((one) => one.startsWith(`${of} `));
        if (!held)
          expect(JSON.stringify(table.rows), path).not.toMatch(
            /届满后仍可见|届满后曾见|still seen after|seen after the deadline/,
          );
      });
    }
  });
});

describe('a look of which something is not known', () => {
  test('says nothing against anybody that the whole one does not, and nothing where its time is what is not known', () => {
    const accused = accusationsOf(whole, evidenceOf(looks));
    const ways: readonly Partial<Observation>[] = [
      { text: null },
      { outcome: 'failed', text: null },
      { outcome: 'blocked', text: '' },
      { outcome: 'partial' },
      { finalUrl: null },
      { httpStatus: null },
      { timeUnknown: true },
    ];
    for (const change of ways) {
      const seen = looks.map((one) => ({ ...one, ...change }));
      const { timeUnknown = false } = change;
      const got = accusationsOf(
        whole,
        evidenceOf(seen, { timeUnknown, text: change.text === undefined ? '别的' : change.text }),
      );
      expect(beyond(got, accused), JSON.stringify(change)).toEqual([]);
      if (timeUnknown || change.text === null)
        expect(
          got.filter((one) => one.startsWith('stop')),
          JSON.stringify(change),
        ).toEqual([]);
    }
  });
});
