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

/** `480` → `+08:00`. */
export function offsetText(offsetMinutes: number): string {
  const sign = offsetMinutes < 0 ? '-' : '+';
  const minutes = Math.abs(offsetMinutes);
  return `${sign}${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}
