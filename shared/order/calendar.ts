import { addDays, weekdayOf, type Day } from './day.ts';
import { holidayYears } from './holidays.ts';
import type { HolidayYear } from './holiday-year.ts';

/** What is known of a day. `known` is false where the year has no holiday data: then `off` says no more than weekend. */
export type DayOff = Readonly<{ off: boolean; known: boolean; verified: boolean }>;

/** Working days in the People's Republic. A year given by the case goes before the program's own. */
export class WorkCalendar {
  readonly #years: ReadonlyMap<number, HolidayYear>;

  constructor(own: readonly HolidayYear[] = []) {
    this.#years = new Map([...holidayYears, ...own].map((year) => [year.year, year]));
  }

  of(day: Day): DayOff {
    const year = this.#years.get(Number(day.slice(0, 4)));
    const weekend = [0, 6].includes(weekdayOf(day));
    if (!year) return { off: weekend, known: false, verified: false };
    const holiday = [...this.#years.values()].some(({ off }) => off.some(([from, to]) => from <= day && day <= to));
    return { off: holiday || (weekend && !year.worked.includes(day)), known: true, verified: year.verified };
  }

  /**
   * The day itself where it is worked, else the first worked day after it; where that would be in a year of which
   * nothing is known, the first day of that year, which is never too late.
   */
  knownWorkingDayFrom(day: Day): Day {
    let at = day;
    while (this.of(at).known && this.of(at).off) at = addDays(at, 1);
    return at;
  }

  /** The day itself where it is worked, else the last worked day before it; null where that is not known. */
  knownWorkingDayUpTo(day: Day): Day | null {
    let at = day;
    while (this.of(at).known && this.of(at).off) at = addDays(at, -1);
    return this.of(at).known ? at : null;
  }
}
