import { offsetText } from '../../../shared/instant.ts';

/** A moment by the clock and zone of this computer, as a person reads it in a terminal: `2019-05-06 09:30:00 +08:00`. */
export function localTime(instant: string): string {
  const time = new Date(instant);
  const offset = -time.getTimezoneOffset();
  const shifted = new Date(time.getTime() + offset * 60_000).toISOString();
  return `${shifted.slice(0, 10)} ${shifted.slice(11, 19)} ${offsetText(offset)}`;
}
