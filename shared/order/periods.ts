import type { WorkCalendar } from './calendar.ts';
import { addDays, type Day } from './day.ts';

/** The end of a period: its last day, and from where it moved because that day is none on which courts work. */
export type PeriodEnd = Readonly<{
  day: Day;
  movedFrom: Day | null;
  calendarKnown: boolean;
  calendarVerified: boolean;
}>;

/**
 * A period in days: the day of the event is not counted, days off inside it are, and a last day that is a day off moves
 * to the first working day after it (民事诉讼法 art. 85 ¶¶2–3, 民诉法解释 art. 125).
 */
export function periodInDays(event: Day, days: number, calendar: WorkCalendar): PeriodEnd {
  return endOn(addDays(event, days), calendar);
}

/**
 * Where a period would end on `last`: moved to the next working day where that is a day off. It never moves where the
 * days off of a year are not known: a weekend may be one that is worked, and a day too late loses the right.
 */
export function endOn(last: Day, calendar: WorkCalendar): PeriodEnd {
  const { known, verified } = calendar.of(last);
  const day = known ? calendar.knownWorkingDayFrom(last) : last;
  const end = calendar.of(day);
  return {
    day,
    movedFrom: day === last ? null : last,
    calendarKnown: known && end.known,
    calendarVerified: verified && end.verified,
  };
}

/**
 * A period in hours: the hour of the event is not counted (民诉法解释 art. 125: 从次时起算); 10:20 and 48 hours end at
 * 11:00 two days later. It is not moved by days off.
 * @returns the moment in UTC
 */
export function periodInHours(event: string, hours: number): string {
  const hour = 3_600_000;
  const next = (Math.floor(Date.parse(event) / hour) + 1) * hour;
  return new Date(next + hours * hour).toISOString();
}

/**
 * "Within n days before the end" (期限届满前 n 日内): from the n-th day before the last day, up to that day. A window
 * that closes on a day off does not open again after it: what must be handed in is due on the last working day before.
 * That day is null where the days off of its year are not known.
 */
export function windowBefore(
  end: Day,
  days: number,
  calendar: WorkCalendar,
): Readonly<{ from: Day; to: Day; lastWorkingDay: Day | null; calendarKnown: boolean; calendarVerified: boolean }> {
  const { verified } = calendar.of(end);
  const lastWorkingDay = calendar.knownWorkingDayUpTo(end);
  return {
    from: addDays(end, -days),
    to: end,
    lastWorkingDay,
    calendarKnown: lastWorkingDay !== null,
    calendarVerified: verified,
  };
}
