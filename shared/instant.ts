import { z } from 'zod';

/** A moment in UTC to the millisecond, as `Date.prototype.toISOString` writes it. */
export const instantSchema = z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/);
export type Instant = string;

/**
 * A moment as people read it in a bundle: `2019-05-06 09:30:00.000 +08:00 (UTC 01:30:00.000)`.
 * The offset is passed in (minutes east of UTC; Beijing 480): a bundle's bytes must not depend on the machine's zone.
 */
export function readableInstant(instant: Instant, offsetMinutes = 480): string {
  const shifted = new Date(Date.parse(instant) + offsetMinutes * 60_000).toISOString();
  return `${shifted.slice(0, 10)} ${shifted.slice(11, 23)} ${offsetText(offsetMinutes)} (UTC ${instant.slice(0, 10)} ${instant.slice(11, 23)})`;
}

/**
 * A moment as the body of every paper prints it: Beijing's time to the second, `2019-05-06 09:30:00 +08:00`. The full instant
 * stands in the annex. @param rounded `up` where it is said that something was there by then
 */
export function shortTime(instant: Instant, rounded: 'down' | 'up' = 'down'): string {
  const ms = Date.parse(instant);
  const whole = rounded === 'up' ? Math.ceil(ms / 1_000) * 1_000 : ms;
  const shifted = new Date(whole + 480 * 60_000).toISOString();
  return `${shifted.slice(0, 10)} ${shifted.slice(11, 19)} ${offsetText(480)}`;
}

/** A moment of somebody else's clock, as people read it: `2019-05-06 01:30:00 UTC`, with thousandths only where it has them. */
export function utcInstant(instant: Instant): string {
  return `${instant.slice(0, 10)} ${instant.slice(11, -1).replace(/\.000$/, '')} UTC`;
}

/** A value that is a moment in UTC as programs write it, as people read it; any other as it is. */
export function readableValue<V>(value: V): V | string {
  const isMoment = typeof value === 'string' && /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d{3})?Z$/.test(value);
  return isMoment ? utcInstant(value) : value;
}

/** `480` → `+08:00`. */
export function offsetText(offsetMinutes: number): string {
  const sign = offsetMinutes < 0 ? '-' : '+';
  const minutes = Math.abs(offsetMinutes);
  return `${sign}${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}
