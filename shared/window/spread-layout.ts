import type { Category } from '../case/category.ts';
import type { EvidenceRow } from './rows.ts';

/** A point in time, or a stretch where it is not known more closely. Milliseconds since 1970. */
export type Stretch = Readonly<{ from: number; to: number }>;

/** One item on the timeline. Places are pixels from the upper left corner. */
export type SpreadMark = Readonly<{
  item: string;
  title: string;
  category: Category;
  channel: number;
  captured: number;
  /** Where the page says it was published, and how far that is uncertain; null where it says nothing. */
  published: Readonly<{ y: number; height: number }> | null;
  x: number;
  y: number;
}>;

export type SpreadLayout = Readonly<{
  width: number;
  height: number;
  channels: readonly Readonly<{ name: string; x: number }>[];
  ticks: readonly Readonly<{ y: number; time: number }>[];
  marks: readonly SpreadMark[];
}>;

const left = 132;
const top = 56;
const rowHeight = 28;
const leastColumn = 150;
const day = 86_400_000;

/** Where a thing was said: the host of an address, or "–" for files that came by other ways. */
function channelOf({ kind, from }: Pick<EvidenceRow, 'kind' | 'from'>): string {
  if (kind === 'import') return '–';
  return /^[a-z]+:\/\/([^/?#]+)/.exec(from)?.[1] ?? from;
}

/**
 * A published time as pages write it, as a stretch: a whole instant is a point, a date alone is the whole day in the
 * zone given. Null where it cannot be read with certainty: nothing is guessed.
 * @param offset minutes east of UTC for times without a zone
 */
export function publishedStretch(text: string | null, offset: number): Stretch | null {
  const found = /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?\s*(Z|[+-]\d{2}:?\d{2})?)?$/.exec(
    text?.trim() ?? '',
  );
  if (!found) return null;
  const [, year, month, date, hour, minute, second, zone] = found;
  const at = (h: string, m: string, s: string) =>
    Date.UTC(Number(year), Number(month) - 1, Number(date), Number(h), Number(m), Number(s));
  const east = zone === undefined ? offset : zone === 'Z' ? 0 : minutesOf(zone);
  if (hour === undefined || minute === undefined) {
    const from = at('0', '0', '0') - offset * 60_000;
    return { from, to: from + day };
  }
  const from = at(hour, minute, second ?? '0') - east * 60_000;
  return { from, to: second === undefined ? from + 60_000 : from };
}

function minutesOf(zone: string): number {
  const sign = zone.startsWith('-') ? -1 : 1;
  const digits = zone.replace(/\D/g, '');
  return sign * (Number(digits.slice(0, 2)) * 60 + Number(digits.slice(2, 4)));
}

/**
 * Lays items out: time runs down, channels stand side by side in the order of their first word. Rows are evenly spaced in
 * the order of time, so that a night with thirty reports and a silent month are both readable; the ticks say when.
 *
 * @param width at least so many pixels
 * @param offset minutes east of UTC for published times without a zone
 */
export function layoutSpread(rows: readonly EvidenceRow[], width: number, offset: number): SpreadLayout {
  const timed = rows
    .map((row) => {
      const captured = Date.parse(row.startedAt);
      const published = publishedStretch(row.published, offset);
      return { row, captured, published, time: published?.from ?? captured };
    })
    .sort((a, b) => a.time - b.time || (a.row.item < b.row.item ? -1 : 1));
  const names = [...new Set(timed.map(({ row }) => channelOf(row)))];
  const column = Math.max(leastColumn, (width - left - 24) / Math.max(1, names.length));
  const xOf = (channel: number) => left + channel * column + 16;
  const yOf = (at: number) => top + at * rowHeight + rowHeight / 2;
  // A moment's place between the evenly spaced rows: for uncertainty bars and capture rings of other rows' times.
  const times = timed.map(({ time }) => time);
  const yOfTime = (time: number): number => {
    const after = times.findIndex((one) => one >= time);
    if (after <= 0) return yOf(after === 0 ? 0 : times.length - 1);
    const [a = 0, b = 0] = [times[after - 1], times[after]];
    return yOf(after - 1) + (b === a ? 0 : ((time - a) / (b - a)) * rowHeight);
  };
  const marks = timed.map(({ row, published }, at): SpreadMark => {
    const channel = names.indexOf(channelOf(row));
    return {
      item: row.item,
      title: row.title,
      category: row.category,
      channel,
      captured: Date.parse(row.startedAt),
      published: published && { y: yOf(at), height: Math.max(0, yOfTime(published.to) - yOf(at)) },
      x: xOf(channel),
      y: yOf(at),
    };
  });
  const dayOf = (time: number) => Math.floor((time + offset * 60_000) / day);
  const ticks = timed.flatMap(({ time }, at) =>
    at === 0 || dayOf(time) !== dayOf(times[at - 1] ?? 0) ? [{ y: yOf(at) - rowHeight / 2, time }] : [],
  );
  return {
    width: Math.max(width, left + names.length * column + 24),
    height: top + timed.length * rowHeight + 24,
    channels: names.map((name, channel) => ({ name, x: xOf(channel) })),
    ticks,
    marks,
  };
}
