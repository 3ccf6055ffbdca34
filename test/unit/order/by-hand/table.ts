/*
 * A table of deadlines from the words of the State Council's notices, by arithmetic of its own: it reads nothing of the
 * program. Run by hand it writes `deadlines.tsv` again: node test/unit/order/by-hand/table.ts
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

type Notice = Readonly<{ year: number; clauses: readonly string[] }>;
type DayKind = 'suit' | 'review-application' | 'public-notice' | 'court-review' | 'from-service';
/** Days as `2019-05-06`, moments as `2019-05-06 10:20`, both in Beijing. `known`: absent where days off play no part. */
export type TableRow = Readonly<{
  kind: DayKind | 'renewal' | 'named-day' | 'hours-from-service' | 'court-ruling' | 'standing';
  start: string;
  count: number;
  last: string | null;
  moved?: string | null;
  known?: boolean;
  why: string;
}>;

const day = 86_400_000;
const at = (text: string) => Date.parse(`${text}T00:00:00Z`);
const shown = (moment: number) => new Date(moment).toISOString().slice(0, 10);
const plus = (text: string, count: number) => shown(at(text) + count * day);

/** What each day is by the notices: the clause that makes it a day off or of work. */
function arranged(notices: readonly Notice[]): ReadonlyMap<string, Readonly<{ off: boolean; clause: string }>> {
  const days = new Map<string, { off: boolean; clause: string }>();
  for (const { year, clauses } of notices)
    for (const clause of clauses) {
      const bare = clause.replaceAll(/（[^）]*）/g, '');
      const longer = /延长(\d+)年春节假期至(\d+)月(\d+)日/.exec(bare);
      if (longer) {
        const end = Date.UTC(Number(longer[1]), Number(longer[2]) - 1, Number(longer[3]));
        for (let one = end; !days.get(shown(one))?.off; one -= day) days.set(shown(one), { off: true, clause });
        continue;
      }
      for (const found of bare.matchAll(
        /(?:(\d+)年)?(\d+)月(\d+)日(?:至(?:(\d+)年)?(?:(\d+)月)?(\d+)日)?(?:放假|补休)/g,
      )) {
        const [, y = year, m = 0, d = 0, endY = y, endM = m, endD = d] = found;
        const end = Date.UTC(Number(endY), Number(endM) - 1, Number(endD));
        // A first day without a year before a last day with one stands in the year of the notice.
        for (let one = Date.UTC(Number(y), Number(m) - 1, Number(d)); one <= end; one += day)
          days.set(shown(one), { off: true, clause });
      }
      for (const [, list = ''] of bare.matchAll(/((?:(?:\d+年)?\d+月\d+日、?)+)上班/g))
        for (const [, y = year, m, d] of list.matchAll(/(?:(\d+)年)?(\d+)月(\d+)日/g))
          days.set(shown(Date.UTC(Number(y), Number(m) - 1, Number(d))), { off: false, clause });
    }
  return days;
}

const names = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

function calendarOf(notices: readonly Notice[]) {
  const days = arranged(notices);
  const years = new Set(notices.map(({ year }) => year));
  const weekday = (text: string) => names[new Date(at(text)).getUTCDay()] ?? '';
  // The notice of the next year may move days of the last week of December.
  const known = (text: string) => {
    const year = Number(text.slice(0, 4));
    return years.has(year) && (text.slice(5) < '12-25' || years.has(year + 1));
  };
  const off = (text: string) => days.get(text)?.off ?? weekday(text).startsWith('S');
  const why = (text: string) =>
    known(text) ? `${weekday(text)}, ${days.get(text)?.clause ?? 'as any'}` : `${weekday(text)}, no notice known`;
  return { days, known, off, why };
}

/** The last day of a period that would end on a day. */
function endOf(text: string, { known, off, why }: ReturnType<typeof calendarOf>) {
  let end = text;
  while (known(end) && off(end)) end = plus(end, 1);
  const moved = end === text ? null : text;
  return {
    last: end,
    moved,
    known: known(text) && known(end),
    why: moved === null ? why(text) : `moved: ${why(text)}`,
  };
}

const dayKinds: readonly (readonly [DayKind, number])[] = [
  ['suit', 30],
  ['review-application', 5],
  ['court-review', 10],
  ['from-service', 3],
  ['from-service', 7],
  ['public-notice', 5],
];
/** Sixty days to the end of 2021, thirty since. */
const noticeDays = (published: string) => (published < '2022-01-01' ? 60 : 30);

function startOf(kind: DayKind, count: number, end: string): string {
  if (kind !== 'public-notice') return plus(end, -count);
  const late = plus(end, -count - 30);
  return late < '2022-01-01' ? plus(end, -count - 60) : late;
}

/** Days of a year that tell: the first two and the last of days off, each worked weekend, and some of the others. */
function telling(year: number, days: ReturnType<typeof arranged>): readonly string[] {
  const all = [...days.keys()].filter((text) => text.startsWith(String(year)));
  const edges = all.filter((text) => {
    const same = (other: string) => days.get(other)?.off === days.get(text)?.off;
    return days.get(text)?.off === false || !same(plus(text, -2)) || !same(plus(text, 1));
  });
  const others = [`${year}-03-11`, `${year}-07-16`, `${year}-08-19`, `${year}-11-25`, `${year}-12-26`, `${year}-12-31`];
  return [...new Set([...edges, ...others])].sort();
}

function rowsOfDays(year: number, calendar: ReturnType<typeof calendarOf>): readonly TableRow[] {
  return telling(year, calendar.days).map((end, index): TableRow => {
    const [kind, count] = dayKinds[(index + year) % dayKinds.length] ?? ['suit', 30];
    const start = startOf(kind, count, end);
    const reached = kind === 'public-notice' ? plus(start, noticeDays(start)) : start;
    return { kind, start, count, ...endOf(plus(reached, count), calendar) };
  });
}

function otherRows(year: number, calendar: ReturnType<typeof calendarOf>): readonly TableRow[] {
  const { known, off, why } = calendar;
  const ends = [`${year}-01-02`, `${year}-02-18`, `${year}-05-03`, `${year}-10-06`, `${year}-12-30`];
  const renewals = ends.map((end): TableRow => {
    let last: string | null = end;
    while (known(last) && off(last)) last = plus(last, -1);
    if (!known(last)) last = null;
    return { kind: 'renewal', start: end, count: 7, last, known: last !== null, why: `never after it: ${why(end)}` };
  });
  const named = [`${year}-05-01`, `${year}-10-01`].map((end): TableRow => ({
    kind: 'named-day',
    start: end,
    count: 0,
    last: end,
    why: 'the ruling names the day: it does not move',
  }));
  const hours = [
    ['hours-from-service', `${year}-04-30 10:20`, 24],
    ['hours-from-service', `${year}-09-30 23:59`, 48],
    ['hours-from-service', `${year}-12-31 23:00`, 1],
    ['court-ruling', `${year}-05-01 09:00`, 48],
    ['court-ruling', `${year}-02-27 00:30`, 48],
  ] as const;
  const moments = hours.map(([kind, start, count]): TableRow => {
    const moment = Date.parse(`${start.replace(' ', 'T')}:00Z`);
    const hour = 3_600_000;
    const end = (Math.floor(moment / hour) + 1 + count) * hour; // the hour of the event is not counted
    const last = new Date(end).toISOString().slice(0, 16).replace('T', ' ');
    return { kind, start, count, last, why: 'from the next hour; hours run through days off' };
  });
  const standing: TableRow = {
    kind: 'standing',
    start: `${year}-09-28`,
    count: 7,
    last: `${year}-10-04`,
    why: 'seven days, the first counted',
  };
  return [...renewals, ...named, ...moments, standing];
}

export function tableByHand(notices: readonly Notice[]): readonly TableRow[] {
  const calendar = calendarOf(notices);
  return [2016, 2017, 2018, 2019, 2020, 2021, 2022, 2023, 2024, 2025, 2026, 2027].flatMap((year) => [
    ...rowsOfDays(year, calendar),
    ...otherRows(year, calendar),
  ]);
}

const columns = ['kind', 'start', 'count', 'last', 'moved', 'known', 'why'] as const;

/** The table as it lies beside this file: a line a row, a tab between cells, a dash for what does not apply. */
export const tableText = (rows: readonly TableRow[]): string =>
  [columns, ...rows.map((row) => columns.map((name) => String(row[name] ?? '–')))]
    .map((cells) => `${cells.join('\t')}\n`)
    .join('');

if (import.meta.main) {
  const file = (name: string) => join(import.meta.dirname, name);
  const notices = JSON.parse(readFileSync(file('notices.json'), 'utf8')) as readonly Notice[];
  writeFileSync(file('deadlines.tsv'), tableText(tableByHand(notices)));
}
