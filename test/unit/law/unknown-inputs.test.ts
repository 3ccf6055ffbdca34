import { describe, expect, test } from 'vitest';
import { challengesOf } from '../../../shared/challenge/challenge.ts';
import type { ChallengedCase } from '../../../shared/challenge/challenged-case.ts';
import { challengeTexts } from '../../../shared/messages/papers/challenge-messages.ts';
import { deadlinesOf, surelyOverdueFrom, type Deadline } from '../../../shared/order/deadlines.ts';
import { obligationReports, type Evidence, type NamedItem } from '../../../shared/order/obligations.ts';
import { emptyOrder, orderSchema, type Order } from '../../../shared/order/order.ts';
import { obligationTables } from '../../../shared/plan/compliance.ts';
import type { Observation } from '../../../shared/watch/observation.ts';
import { freshCase, someCapture } from '../../fixtures/case-room.ts';

/*
 * Every value that a rule reads is taken away in turn: the walk finds them, so that a new field is walked too. Something
 * unknown may silence a date or an accusation; it never makes one, and never changes one.
 */

type Path = readonly (string | number)[];

/** Every value within an object: leaves, lists and objects, each by its path. */
function pathsIn(value: unknown, at: Path = []): readonly Path[] {
  const own = at.length === 0 ? [] : [at];
  if (typeof value !== 'object' || value === null) return own;
  const keys = Array.isArray(value) ? value.map((_, index) => index) : Object.keys(value);
  return [...own, ...keys.flatMap((key) => pathsIn((value as Record<string | number, unknown>)[key], [...at, key]))];
}

/** The same with one value put in another's place; the input stays as it is. */
function replaced<T>(value: T, [key, ...rest]: Path, by: unknown): T {
  if (key === undefined) return by as T;
  const copy = (Array.isArray(value) ? [...value] : { ...value }) as Record<string | number, unknown>;
  if (rest.length === 0 && by === undefined && Array.isArray(copy)) (copy as unknown[]).splice(Number(key), 1);
  else if (rest.length === 0 && by === undefined) Reflect.deleteProperty(copy, key);
  else copy[key] = replaced(copy[key], rest, by);
  return copy as T;
}

/** What stands for *unknown* in an order, wherever its form takes it: nothing, an empty list, a term or time not stated. */
const unknowns: readonly unknown[] = [null, undefined, [], { by: 'not-stated' }, { until: 'not-stated' }];

/** Every order that differs from one by something that is not known in it. */
function lesserOrders(order: Order): readonly Readonly<{ path: string; order: Order }>[] {
  return pathsIn(order).flatMap((path) =>
    unknowns.flatMap((by) => {
      const parsed = orderSchema.safeParse(replaced(order, path, by));
      const changed = parsed.success && JSON.stringify(parsed.data) !== JSON.stringify(order);
      return changed ? [{ path: path.join('.'), order: parsed.data }] : [];
    }),
  );
}

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

/** What else a lesser order says than the whole one. */
const beyond = (some: readonly string[], of: readonly string[]) => some.filter((one) => !of.includes(one));

describe('an order of which something is not known', () => {
  const lesser = lesserOrders(whole);
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

describe('a case of which something is not known', () => {
  const caseFile = freshCase();
  const checks = [{ check: 'clock-ntp', outcome: 'ok' as const, detail: 'time.example: this device -31 ms (± 9 ms)' }];
  const exhibit = (number: string, says: string, change = {}) => {
    const record = { ...someCapture(caseFile, number), title: null, checks, ...change };
    return {
      number,
      record,
      timed: true,
      words: () => ({ text: says, machineRead: null }),
      exhibit: {
        item: record.item,
        group: '',
        title: '“清算”的报道',
        source: '网站',
        purpose: '证明两家媒体报道',
        media: { published: '2019-05-08' },
      },
    };
  };
  const orderSaid: Order = {
    ...emptyOrder,
    obligations: [
      {
        id: 'o',
        kind: 'stop',
        text: '立即停止推送',
        due: { by: 'not-stated' },
        places: [{ channel: 'App', account: null, address: 'https://a.example/', words: 'w' }],
      },
    ],
  };
  const subject = {
    facts: { submitted: '2019-05-01', applicants: ['青禾小贷'], respondents: [] },
    plan: {
      chronology: [{ when: '2019-05-05', what: '发布“更正”，见证据9' }],
      elements: [{ id: 'a', name: '侵权' }],
      drafts: [],
    },
    order: { stated: orderSaid, words: { text: '立即停止推送。', machineRead: null } },
    earlier: [],
    claims: null,
    exhibits: [exhibit('1', '别的'), exhibit('2', '别的', { endedAt: '2019-05-20T04:00:00.000Z' })],
  } as unknown as ChallengedCase;
  /** Findings that call a paper untrue, or a date or number wrong: what only something known can bear. */
  const hard = (one: ChallengedCase) =>
    challengesOf(one).flatMap(({ code, where }) =>
      challengeTexts[code].rank === 'stop' ||
      ['published-later', 'count-exceeds', 'clock-off', 'urgency-gap', 'another-site'].includes(code)
        ? [`${code} ${where}`]
        : [],
    );

  /** The same with nothing wrong in it. */
  const sound: ChallengedCase = {
    ...subject,
    facts: { ...subject.facts, submitted: '2019-05-08' },
    order: { stated: { ...orderSaid, obligations: [] }, words: null },
    plan: { ...subject.plan, chronology: [{ when: '2019-05-05', what: '发布消息' }] },
    exhibits: [
      exhibit('1', '清算'),
      exhibit('2', '清算', { url: 'https://b.example/', finalUrl: 'https://b.example/' }),
    ].map((one) => ({
      ...one,
      exhibit: { ...one.exhibit, media: { published: '2019-05-05' } },
    })),
  };

  test.for([
    ['much is wrong', subject, 3],
    ['nothing is wrong', sound, -1],
  ] as const)('of which %s is called untrue in nothing in which the whole one is not', ([, one, least]) => {
    const found = hard(one);
    expect(found.length).toBeGreaterThan(least);
    if (least < 0) expect(found).toEqual([]);
    const parts = ['facts', 'plan', 'exhibits'] as const;
    const paths = parts.flatMap((part) => pathsIn(one[part], [part]));
    expect(paths.length).toBeGreaterThan(60);
    // What the form of a case lets be absent. One exhibit fewer is no unknown: numbers that a purpose claims may then be wrong.
    const optional =
      /^(facts\.submitted|plan\.(chronology|elements)\.\d+|plan\.elements\.\d+\.name|exhibits\.\d+\.exhibit\.media(\.\w+)?|exhibits\.\d+\.record\.(finalUrl|checks(\.\d+)?))$/;
    const absent = paths.filter((path) => optional.test(path.join('.')));
    expect(absent.length).toBeGreaterThan(10);
    for (const path of absent) expect(beyond(hard(replaced(one, path, undefined)), found), path.join('.')).toEqual([]);
  });

  test('words that nobody stored are never called missing', () => {
    const silent = {
      ...subject,
      exhibits: subject.exhibits.map((one) => ({ ...one, words: () => ({ text: null, machineRead: null }) })),
    };
    expect(hard(silent).filter((one) => one.startsWith('quotation'))).toEqual([]);
  });
});
