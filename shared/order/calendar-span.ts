import { addDays, dayOf, momentIn, type Day } from './day.ts';
import type { Deadline } from './deadlines.ts';

/**
 * What a deadline is in a calendar: whole days, `end` the last of them, or a stretch of time in UTC that ends when the period
 * does. `from` is what the period counts from; `keep` the day whose end matters.
 */
export type CalendarSpan = Readonly<
  | { kind: 'days'; start: Day; end: Day; keep: Day; from: Day | null }
  | { kind: 'moment'; start: string; end: string; from: string | null }
>;

const minute = 60_000;
const hour = 60 * minute;
const ofDay = 24 * 60;

/** Null where no date can be computed. */
export function calendarSpan({ when, from }: Pick<Deadline, 'when' | 'from'>): CalendarSpan | null {
  switch (when.at) {
    case 'day': {
      const counted = from !== null && from.length > 10 ? dayOf(from) : from;
      return { kind: 'days', start: when.day, end: when.day, keep: when.day, from: counted };
    }
    case 'window':
      // The day before the window is not in it; what it was counted from lies behind it.
      return {
        kind: 'days',
        start: when.from,
        end: when.to,
        keep: when.lastWorkingDay ?? when.to,
        from: addDays(when.from, -1),
      };
    case 'moment':
      return momentSpan(when.moment, from);
    case 'unknown':
      return null;
  }
}

/** The last hour of a period, or all of a shorter one: an event without a length is shown nowhere by some programs. */
function momentSpan(moment: string, from: string | null): CalendarSpan {
  const end = Date.parse(moment);
  const counted = from === null ? null : from.length > 10 ? from : momentIn(from, '00:00');
  const begin = counted === null ? -Infinity : Date.parse(counted);
  const start = begin < end ? Math.max(begin, end - hour) : end - hour;
  return { kind: 'moment', start: new Date(start).toISOString(), end: moment, from: counted };
}

/** Hours before the end, and days before the last day, at nine in the morning; each only where it is within the period. */
const hoursBefore = [24, 4, 1];
const daysBefore = [3, 1, 0];
const nine = 9 * 60;

/** When a calendar reminds of it: minutes from the start of the event, before it where negative, in order. */
export function alarmsOf(span: CalendarSpan): readonly number[] {
  if (span.kind === 'days') {
    const offset = daysBetween(span.start, span.keep);
    const first = span.from === null ? -Infinity : daysBetween(span.start, span.from);
    const days = [...(span.start === span.keep ? [] : [0]), ...daysBefore.map((days) => offset - days)];
    const within = days.filter((day) => day > first || day === offset);
    return [...new Set(within)].sort((a, b) => a - b).map((day) => day * ofDay + nine);
  }
  const [start, end] = [Date.parse(span.start), Date.parse(span.end)];
  const begin = span.from === null ? -Infinity : Date.parse(span.from);
  const within = hoursBefore.map((hours) => end - hours * hour).filter((at) => at > begin);
  if (within.length === 0 && begin < end) within.push(begin + Math.floor((end - begin) / 2 / minute) * minute);
  return within.map((at) => Math.round((at - start) / minute)); // none where it is due at once
}

const daysBetween = (from: Day, to: Day): number => Math.round((Date.parse(to) - Date.parse(from)) / (ofDay * minute));

/** `-3780` → `-P2DT15H` (RFC 5545 §3.3.6). */
export function durationText(minutes: number): string {
  const all = Math.abs(minutes);
  const [days, hours, rest] = [Math.floor(all / ofDay), Math.floor((all % ofDay) / 60), all % 60];
  const time = `${hours > 0 ? `${hours}H` : ''}${rest > 0 ? `${rest}M` : ''}`;
  if (all === 0) return 'PT0S';
  return `${minutes < 0 ? '-' : ''}P${days > 0 ? `${days}D` : ''}${time === '' ? '' : `T${time}`}`;
}
