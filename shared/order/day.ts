import { because } from '../cause.ts';
import { z } from 'zod';

/** A calendar day in Beijing, `2019-05-06`. Periods of Chinese procedure are counted in these, whatever the device's zone. */
export const daySchema = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .refine(isInCalendar, because('no-such-day'));
export type Day = string;

/** Whether a day written so is in the calendar; anything else is none, and is not counted with. */
export function isInCalendar(day: string): boolean {
  return !Number.isNaN(Date.parse(`${day}T00:00:00.000Z`)) && addDays(day, 0) === day;
}

/** Asia/Shanghai is UTC+8 without summer time since 15 September 1991 (tz database); earlier days are refused. */
const beijing = 8 * 3_600_000;
const oldest = '1992-01-01';
const dayLength = 86_400_000;

/**
 * The day in Beijing on which a moment falls.
 * @throws {RangeError} before 1992, when Beijing had summer time
 */
export function dayOf(instant: string): Day {
  const day = new Date(Date.parse(instant) + beijing).toISOString().slice(0, 10);
  if (day < oldest) throw new RangeError(`Days are counted from ${oldest} on, not ${day}`);
  return day;
}

/** The moment of a wall-clock time in Beijing, `('2019-05-06', '09:30')` → `2019-05-06T01:30:00.000Z`. */
export function momentIn(day: Day, time: string): string {
  return new Date(Date.parse(`${day}T${time}:00.000Z`) - beijing).toISOString();
}

/** `addDays('2019-02-27', 2)` → `2019-03-01`; negative counts back. */
export function addDays(day: Day, count: number): Day {
  return new Date(Date.parse(`${day}T00:00:00.000Z`) + count * dayLength).toISOString().slice(0, 10);
}

/** 0 Sunday … 6 Saturday. */
export function weekdayOf(day: Day): number {
  return new Date(`${day}T00:00:00.000Z`).getUTCDay();
}

/** A month later: the same day of that month, or its last day where there is none (民事诉讼 practice for periods in months). */
export function addMonths(day: Day, count: number): Day {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const last = new Date(Date.UTC(year, month - 1 + count + 1, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + count, Math.min(date, last))).toISOString().slice(0, 10);
}
