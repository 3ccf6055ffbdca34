import { randomBytes } from 'node:crypto';
import type { Surroundings } from './case-handles.ts';

/** The device's own clocks and randomness. */
export const deviceSurroundings: Surroundings = {
  now: () => new Date(),
  mono: () => process.hrtime.bigint(),
  random: (bytes) => randomBytes(bytes),
};
