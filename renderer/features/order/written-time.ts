/** Days and moments as a person writes them into a field: `2019-05-16`, `2019-05-16 09:30` in Beijing. */

const day = /^\d{4}-\d{2}-\d{2}$/;
const moment = /^(\d{4}-\d{2}-\d{2})[ T](\d{1,2}:\d{2})$/;
const beijing = 8 * 3_600_000;

/** @returns whether it is a day of the calendar: `2019-02-30` is none */
export function isDay(text: string): boolean {
  const time = Date.parse(`${text}T00:00:00.000Z`);
  return day.test(text) && !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

/** Beijing time as written → UTC; null where it is no moment. */
export function momentOf(text: string): string | null {
  const [, date = '', time = ''] = moment.exec(text) ?? [];
  const parsed = Date.parse(`${date}T${time.padStart(5, '0')}:00.000+08:00`);
  return !isDay(date) || Number.isNaN(parsed) ? null : new Date(parsed).toISOString();
}

/** The other way round; a day stays as it is. */
export function writtenMoment(instant: string): string {
  if (isDay(instant)) return instant;
  return new Date(Date.parse(instant) + beijing).toISOString().slice(0, 16).replace('T', ' ');
}

/** Whole days from today in Beijing to a day: 0 today, negative when it is past. */
export function daysUntil(target: string, now: number): number {
  const today = new Date(now + beijing).toISOString().slice(0, 10);
  return Math.round((Date.parse(target) - Date.parse(today)) / 86_400_000);
}
