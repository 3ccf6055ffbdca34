import type { Exhibit } from '../case/exhibit.ts';
import type { ItemRecord } from '../case/record.ts';
import { comparablePublished } from '../spread/published.ts';
import type { Add, Problem } from './problem.ts';

/** What an exhibit or its page says of its own date, held against the clock by which it came into the case. */
export function dateProblems(exhibit: Exhibit, record: ItemRecord, where: string, add: Add): readonly Problem[] {
  const said = record.kind === 'capture' ? (record.pageFacts ?? []).filter(({ name }) => name === 'Published') : [];
  const dates = [...said.map(({ value }) => value), exhibit.media?.published, exhibit.date].flatMap(
    (text) => comparablePublished(text ?? null) ?? [],
  );
  const later = dates.find((text) => (firstMoment(text) ?? 0) > Date.parse(record.endedAt));
  return later === undefined ? [] : [add('published-later', where, { published: later })];
}

/** The first moment that a written date can mean, Beijing's where it names no zone; null where it is no date. */
function firstMoment(text: string): number | null {
  const read =
    /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:[T\s]+(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?)?\s*(Z|[+-]\d{2}:?\d{2})?$/.exec(
      text.trim(),
    );
  if (!read) return null;
  const [, year, month, day, hour = '0', minute = '0', second = '0', zone = '+08:00'] = read;
  const two = (part = '') => part.padStart(2, '0');
  const offset = zone === 'Z' || zone.includes(':') ? zone : `${zone.slice(0, 3)}:${zone.slice(3)}`;
  const moment = Date.parse(
    `${year ?? ''}-${two(month)}-${two(day)}T${two(hour)}:${two(minute)}:${two(second)}${offset}`,
  );
  return Number.isNaN(moment) ? null : moment;
}
