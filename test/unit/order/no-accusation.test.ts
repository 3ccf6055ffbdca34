import { describe, expect, test } from 'vitest';
import { dayOf } from '../../../shared/order/day.ts';
import { obligationReports, type Evidence } from '../../../shared/order/obligations.ts';
import { emptyOrder, orderSchema, type Order } from '../../../shared/order/order.ts';
import { obligationTables } from '../../../shared/plan/compliance.ts';
import type { Observation } from '../../../shared/watch/observation.ts';

/*
 * Orders and looks by the hundred, and an oracle of its own: nothing may be said against anybody unless the order's
 * term is known, has ended on every reading, and a look after it shows the thing.
 */

const party = '某信息公司';
const address = 'https://qijing.example/';

/** mulberry32: the same numbers on every machine. */
function random(seed: number): () => number {
  let a = seed;
  return () => {
    a = (a + 0x6d2b79f5) | 0;
    let t = Math.imul(a ^ (a >>> 15), 1 | a);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

function made(seed: number): Readonly<{ order: Order; looks: readonly Observation[] }> {
  const next = random(seed);
  const pick = <T>(...from: readonly T[]): T => from[Math.floor(next() * from.length)]!;
  const year = pick(2019, 2022, 2024, 2026, 2031);
  const day = (n: number) => new Date(Date.UTC(year, 4, n)).toISOString().slice(0, 10);
  const moment = (n: number) => new Date(Date.UTC(year, 4, n, Math.floor(next() * 24))).toISOString();
  const due = pick<Order['obligations'][number]['due']>(
    { by: 'not-stated' },
    { by: 'day', on: day(Math.floor(next() * 20)) },
    { by: 'moment', at: moment(Math.floor(next() * 20)) },
    { by: 'days-from-service', days: 1 + Math.floor(next() * 5), party },
    { by: 'hours-from-service', hours: 24, party },
    { by: 'at-once', party },
  );
  const served = pick(true, true, false)
    ? [
        {
          party,
          role: 'respondent' as const,
          way: pick('direct', 'left', 'mail', 'electronic', 'public-notice'),
          completedBy: pick(undefined, 'confirmed-address', 'acknowledged'),
          on: pick(day(Math.floor(next() * 12)), moment(Math.floor(next() * 12))),
          item: null,
        },
      ]
    : [];
  const order = orderSchema.parse({
    ...emptyOrder,
    ruled: pick(null, day(5), day(9)),
    served,
    obligations: [
      { id: 's', kind: 'stop', text: '停止', due, places: [{ channel: 'a', account: null, address, words: '清算' }] },
      { id: 'h', kind: 'homepage', text: '声明', due, address, words: '声明', days: pick(null, 5) },
    ],
  });
  const looks = Array.from({ length: Math.floor(next() * 5) }, (_, n): Observation => ({
    item: `0198c700-0000-7000-8000-00000000000${n}`,
    at: moment(Math.floor(next() * 28) - 4),
    ...(next() < 0.15 && { timeUnknown: true }),
    url: address,
    finalUrl: address,
    httpStatus: 200,
    outcome: pick('complete', 'complete', 'complete', 'blocked', 'failed'),
    title: '',
    text: pick('清算', '清算', '声明', '别的文字'),
    advertText: '',
  })).sort((a, b) => (a.at < b.at ? -1 : 1));
  return { order, looks };
}

/** Minutes since 1970 of the last moment of the term on its latest reading, by hand; null: not known. */
function termEnds({ obligations, served, ruled }: Order): number | null {
  const { due } = obligations[0]!;
  const end = (day: string) => Date.parse(`${day}T16:00:00.000Z`); // midnight in Beijing at the end of that day
  const service = served[0];
  const noticeDays = service && service.on < '2022' ? 60 : 30;
  const reached = !service
    ? null
    : service.way === 'public-notice'
      ? end(dayOf(service.on.length > 10 ? service.on : `${service.on}T04:00:00.000Z`)) + noticeDays * 86_400_000
      : service.on.length > 10
        ? Date.parse(service.on)
        : end(service.on);
  const term =
    due.by === 'day'
      ? end(due.on)
      : due.by === 'moment'
        ? Date.parse(due.at)
        : due.by === 'not-stated' || reached === null
          ? null
          : due.by === 'at-once'
            ? reached
            : due.by === 'days-from-service'
              ? reached + (due.days - 1) * 86_400_000
              : reached + due.hours * 3_600_000;
  if (term === null || reached === null) return null; // whom nobody served nothing binds
  if (service?.way === 'electronic' && service.completedBy === undefined) return null; // open whether it reached him
  return Math.max(term, reached, ruled === null ? 0 : Date.parse(`${ruled}T00:00:00.000Z`) - 8 * 3_600_000);
}

const accusations = /届满后仍可见|届满后曾见|still seen after|seen after the deadline/;

describe('nothing is said against anybody', () => {
  test('without a known term and a look after it, over 3,000 orders and looks', () => {
    let accused = 0;
    for (let seed = 1; seed <= 3_000; seed += 1) {
      const { order, looks } = made(seed);
      const evidence: Evidence = {
        capturesOf: () => looks,
        item: () => null,
        withoutScrolling: () => null,
        today: '2031-06-30',
      };
      const reports = obligationReports(order, evidence);
      const [stop, home] = obligationTables(reports, () => '', 'zh-CN+en');
      const text = JSON.stringify([stop?.rows, stop?.notes]);
      const end = termEnds(order);
      const shows = looks.filter(
        ({ at, outcome, text: words, timeUnknown }) =>
          end !== null && !timeUnknown && outcome === 'complete' && words === '清算' && Date.parse(at) > end,
      );
      if (shows.length === 0) expect(text, `seed ${seed}`).not.toMatch(accusations);
      else if (accusations.test(text)) accused += 1;
      const last = looks.findLast(({ outcome }) => outcome === 'complete');
      if (last && last.text !== '清算') expect(text, `seed ${seed}`).not.toMatch(/仍可见/);
      // a homepage without the statement is held against nobody before the term surely ended
      const report = reports[1];
      if (report?.kind !== 'homepage') throw new Error('not a homepage');
      home?.rows.forEach((row, at) => {
        if (!row[1]?.includes('未见声明')) return;
        const { day } = report.days[at]!;
        const endOfDay = Date.parse(`${day}T16:00:00.000Z`);
        if (end === null || endOfDay <= end) expect(row[1], `seed ${seed}`).toMatch(/裁定作出之前|届满前|届满未知/);
      });
    }
    expect(accused).toBeGreaterThan(50); // and it is said where it is so
  });

  test('a term that ends on a day off is past only after the next day that is worked', () => {
    const look = (at: string): Observation => ({
      item: '0198c700-0000-7000-8000-000000000001',
      at,
      url: address,
      finalUrl: address,
      httpStatus: 200,
      outcome: 'complete',
      title: '',
      text: '清算',
      advertText: '',
    });
    const state = (on: string, at: string) => {
      const order = orderSchema.parse({
        ...emptyOrder,
        served: [{ party, role: 'respondent', way: 'direct', on: `${on.slice(0, 4)}-05-01`, item: null }],
        obligations: [
          {
            id: 's',
            kind: 'stop',
            text: '停止',
            due: { by: 'day', on },
            places: [{ channel: 'a', account: null, address, words: '清算' }],
          },
        ],
      });
      const evidence = {
        capturesOf: () => [look(at)],
        item: () => null,
        withoutScrolling: () => null,
        today: '2019-07-01',
      };
      const [report] = obligationReports(order, evidence);
      return report?.kind === 'stop' ? report.places[0]?.state : null;
    };
    expect(state('2019-06-08', '2019-06-09T04:00:00.000Z')).toBe('seen-due-unknown'); // Dragon Boat, a Saturday
    expect(state('2019-06-08', '2019-06-11T04:00:00.000Z')).toBe('still-seen');
    expect(state('2031-06-07', '2031-06-20T04:00:00.000Z')).toBe('seen-due-unknown'); // a Saturday of an unknown year
    expect(state('2019-06-05', '2019-06-06T04:00:00.000Z')).toBe('still-seen');
  });
});
