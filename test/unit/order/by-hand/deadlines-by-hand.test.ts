import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { deadlinesOf, type Deadline } from '../../../../shared/order/deadlines.ts';
import { emptyOrder, orderSchema } from '../../../../shared/order/order.ts';
import { tableByHand, tableText, type TableRow } from './table.ts';

const read = (name: string) => readFileSync(join(import.meta.dirname, name), 'utf8');
const [, ...lines] = read('deadlines.tsv').trimEnd().split('\n');
const rows = lines.map((line) => line.split('\t'));

const party = '某信息公司';
const home = (due: object, days: number | null = null) => ({
  obligations: [{ id: 'o', kind: 'homepage', text: 't', due, address: 'a', words: 'w', days }],
});
const served = (on: string, way = 'direct') => ({ served: [{ party, role: 'respondent', way, on, item: null }] });
const utc = (beijing: string) => new Date(Date.parse(`${beijing.replace(' ', 'T')}:00+08:00`)).toISOString();

/** What an order says for a row of the table, and under which id its date is found. */
const orders: Readonly<
  Record<TableRow['kind'], (start: string, count: number) => readonly [order: object, id: string]>
> = {
  suit: (start) => [{ measureTaken: start }, 'suit'],
  'review-application': (start) => [served(start), `reconsideration-respondent-${party}`],
  'public-notice': (start) => [served(start, 'public-notice'), `reconsideration-respondent-${party}`],
  'court-review': (start) => [{ reconsideration: [{ party, received: start }] }, `review-${party}`],
  'from-service': (start, days) => [
    { ...served(start), ...home({ by: 'days-from-service', days, party }) },
    'obligation-o',
  ],
  renewal: (start) => [{ term: { until: 'day', day: start } }, 'renewal'],
  'named-day': (start) => [{ security: { given: null, furtherBy: start } }, 'security'],
  'hours-from-service': (start, hours) => [
    { ...served(utc(start)), ...home({ by: 'hours-from-service', hours, party }) },
    'obligation-o',
  ],
  'court-ruling': (start) => [{ received: utc(start) }, 'ruling'],
  standing: (start, days) => [home({ by: 'day', on: start }, days), 'standing-o'],
};

/** The date as the table writes it. */
function written({ when, doubts }: Deadline, known: string) {
  const asked = known === '–' ? '–' : String(!doubts.includes('calendar-unknown'));
  switch (when.at) {
    case 'day':
      return { last: when.day, moved: when.movedFrom ?? '–', known: asked };
    case 'moment': {
      const beijing = new Date(Date.parse(when.moment) + 8 * 3_600_000).toISOString();
      return { last: beijing.slice(0, 16).replace('T', ' '), moved: '–', known: asked };
    }
    case 'window':
      return { last: when.lastWorkingDay ?? '–', moved: '–', known: asked };
    case 'unknown':
      return { last: 'unknown', moved: '–', known: asked };
  }
}

test('over four hundred deadlines of 2017 to 2026 end where the notices of the State Council have them end', () => {
  expect(rows.filter(([, , , last = '']) => last >= '2017' && last < '2027').length).toBeGreaterThan(400);
  const wrong = rows.flatMap(([kind = '', start = '', count = '', last = '', moved = '', known = '', why = '']) => {
    const [order, id] = orders[kind as TableRow['kind']](start, Number(count));
    const found = deadlinesOf(orderSchema.parse({ ...emptyOrder, ...order })).find((one) => one.id === id);
    const got = found && written(found, known);
    const same = got?.last === last && got.moved === moved && got.known === known;
    return same ? [] : [{ kind, start, count, want: { last, moved, known }, got, why }];
  });
  expect(wrong).toEqual([]);
});

test('a day of which not all is known is never moved, and every row of such a day says so', () => {
  const unknown = rows.filter(([, , , , , known]) => known === 'false');
  expect(unknown.length).toBeGreaterThan(20);
  for (const [kind, , , , moved, , why] of unknown)
    if (kind !== 'renewal' && moved === '–') expect(why).toContain('no notice known');
});

test('the table is the one that follows from the words of the notices', () => {
  const notices = JSON.parse(read('notices.json')) as Parameters<typeof tableByHand>[0];
  expect(read('deadlines.tsv')).toBe(tableText(tableByHand(notices)));
});
