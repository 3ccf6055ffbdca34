import { z } from 'zod';
import { addDays, daySchema, weekdayOf, type Day } from './day.ts';
import { holidayYears } from './holidays.ts';

/** The days off of one year as the State Council's notice arranges them. Editable: an order may bring its own years. */
export const holidayYearSchema = z.strictObject({
  year: z.int().min(1992).max(2200),
  /** First and last day of each holiday, weekends in it included. */
  off: z.array(z.tuple([daySchema, daySchema])),
  /** Saturdays and Sundays that are worked instead (调休上班). */
  worked: z.array(daySchema),
  /** Where the days are from. */
  source: z.string(),
  /** Whether somebody compared them with the notice itself; the program prints "not verified" where not. */
  verified: z.boolean(),
});
export type HolidayYear = Readonly<z.infer<typeof holidayYearSchema>>;

/** What is known of a day. `known` is false where the year has no holiday data: then only weekends count as days off. */
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

  /** The day itself where it is worked, else the first worked day after it. */
  workingDayFrom(day: Day): Day {
    let at = day;
    while (this.of(at).off) at = addDays(at, 1);
    return at;
  }

  /** The day itself where it is worked, else the last worked day before it. */
  workingDayUpTo(day: Day): Day {
    let at = day;
    while (this.of(at).off) at = addDays(at, -1);
    return at;
  }
}
