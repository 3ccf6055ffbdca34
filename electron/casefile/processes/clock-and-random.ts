import { randomBytes } from 'node:crypto';
import type { ClockAndRandom } from '../case-handles.ts';

/** The device's own clocks and randomness. */
export const deviceClockAndRandom: ClockAndRandom = {
  now: () => new Date(),
  mono: () => process.hrtime.bigint(),
  random: (bytes) => randomBytes(bytes),
};
