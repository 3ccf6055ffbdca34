import { addDays, weekdayOf, type Day } from './day.ts';
import { holidayYears } from './holidays.ts';
import type { HolidayYear } from './holiday-year.ts';

/** What is known of a day. `known` is false where a notice that arranges it is not here: `off` may then be wrong. */
export type DayOff = Readonly<{ off: boolean; known: boolean; verified: boolean }>;

/** From this day of December on, the notice of the next year may move days off: 29 December 2018 was a worked Saturday. */
const reachedBack = '12-25';

/** Working days in the People's Republic. A year given by the case goes before the program's own. */
export class WorkCalendar {
  readonly #years: ReadonlyMap<number, HolidayYear>;
  readonly #worked: ReadonlySet<Day>;

  constructor(own: readonly HolidayYear[] = []) {
    this.#years = new Map([...holidayYears, ...own].map((year) => [year.year, year]));
    this.#worked = new Set([...this.#years.values()].flatMap(({ worked }) => worked));
  }

  of(day: Day): DayOff {
    const own = Number(day.slice(0, 4));
    const notices = (day.slice(5) < reachedBack ? [own] : [own, own + 1]).map((year) => this.#years.get(year));
    const known = notices.every((one) => one !== undefined);
    const holiday = [...this.#years.values()].some(({ off }) => off.some(([from, to]) => from <= day && day <= to));
    const weekend = [0, 6].includes(weekdayOf(day));
    return {
      off: holiday || (weekend && !this.#worked.has(day)),
      known,
      verified: known && notices.every(({ verified }) => verified),
    };
  }

  /**
   * The day itself where it is worked, else the first worked day after it; where that would be a day of which not all is
   * known, that day, which is never too late.
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
