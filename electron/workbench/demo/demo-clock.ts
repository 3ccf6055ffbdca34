import { demoClockMark } from '../../../shared/case/capture/demo-clock.ts';
import type { ClockAndRandom } from '../../casefile/case-handles.ts';

/**
 * A clock for a story of weeks that is told in a minute: it runs as the device's does, and is put forward between the
 * chapters, wall and monotonic alike. What is written by it says so, in the name of the program.
 */
export class DemoClock {
  #ahead = 0;
  readonly #device: ClockAndRandom;

  constructor(device: ClockAndRandom) {
    this.#device = device;
  }

  /** Program names of everything that goes by this clock. */
  static readonly mark = demoClockMark;

  /** @param moment ISO 8601; the clock is never put back while a case goes by it */
  turnTo(moment: string): void {
    this.#ahead = Date.parse(moment) - this.#device.now().getTime();
  }

  get clockAndRandom(): ClockAndRandom {
    return {
      now: () => new Date(this.#device.now().getTime() + this.#ahead),
      mono: () => this.#device.mono() + BigInt(Math.round(this.#ahead)) * 1_000_000n + monoBase,
      random: (bytes) => this.#device.random(bytes),
    };
  }
}

/** A monotonic clock does not go below zero, as this one would in a year before the device was started. */
const monoBase = 2n ** 60n;
