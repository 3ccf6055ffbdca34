import type { Exhibit } from '../case/exhibit.ts';
import type { ItemRecord } from '../case/record.ts';
import { comparablePublished } from '../spread/published.ts';
import type { Add, Problem } from './problem.ts';

/** The zone that a date without one is read in: a lawyer writes Beijing’s; of a page it is not known, and may be the earliest. */
const zones = { stated: '+08:00', ofPage: '+14:00' } as const;

/**
 * What an exhibit or its page says of its own date, held against the clock by which it came into the case: later only where
 * it is so however it is read. Dates of a page that differ from each other, or that were left aside, say nothing.
 */
export function dateProblems(exhibit: Exhibit, record: ItemRecord, where: string, add: Add): readonly Problem[] {
  const ofPage = record.kind === 'capture' ? (record.pageFacts ?? []) : [];
  const said = ofPage.filter(
    ({ name, standing }) => name === 'Published' && standing !== 'differs' && standing !== 'left',
  );
  const formed = record.kind === 'import' ? record.formed : undefined;
  const dates = [
    ...said.map(({ value }) => ({ text: value, zone: zones.ofPage })),
    ...[exhibit.media?.published, exhibit.date, formed].map((text) => ({ text, zone: zones.stated })),
  ].flatMap(({ text, zone }) => {
    const read = comparablePublished(text ?? null);
    return read === null ? [] : [{ read, first: firstMoment(read, zone) }];
  });
  const later = dates.find(({ first }) => (first ?? 0) > Date.parse(record.endedAt))?.read;
  return later === undefined ? [] : [add('published-later', where, { published: later })];
}

/** The first moment that a written date can mean, in `elsewhere` where it names no zone; null where it is no date. */
function firstMoment(text: string, elsewhere: string): number | null {
  const read =
    /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:[T\s]+(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?)?\s*(Z|[+-]\d{2}:?\d{2})?$/.exec(
      text.trim(),
    );
  if (!read) return null;
  const [, year, month, day, hour = '0', minute = '0', second = '0', zone = elsewhere] = read;
  const two = (part = '') => part.padStart(2, '0');
  const offset = zone === 'Z' || zone.includes(':') ? zone : `${zone.slice(0, 3)}:${zone.slice(3)}`;
  const moment = Date.parse(
    `${year ?? ''}-${two(month)}-${two(day)}T${two(hour)}:${two(minute)}:${two(second)}${offset}`,
  );
  return Number.isNaN(moment) ? null : moment;
}
