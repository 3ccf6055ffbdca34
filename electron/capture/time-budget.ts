import { because } from '../../shared/cause.ts';
import type { timedSteps } from '../../shared/messages/names/capture-steps.ts';
import { StepFailure } from './ledger.ts';

/** What is done within a limit of time: it has words. */
export type TimedStep = keyof typeof timedSteps;

/** After the time of an address is up, what there is of the page may still be read: so long, in ms. */
const toRead = 4_000;
/** And so long until what was recorded must be stored: longer, or a page that hangs would cost the archive too. */
const toStore = 12_000;

/** The time that one address may take, all in all, and a little more to store what there is. */
export class TimeBudget {
  #end: number;
  /** All that did not count so far, in ms. */
  #extended = 0;

  constructor(seconds: number) {
    this.#end = performance.now() + seconds * 1000;
  }

  /** Whole milliseconds left, at least `least`: a step that stores what there is still gets a moment, while there is one. */
  left(least = 0): number {
    const left = this.#end - performance.now();
    return Math.floor(Math.max(left, Math.min(least, left + toRead), 0));
  }

  /** As `left`, for what is stored last. */
  leftToStore(least: number): number {
    const left = this.#end - performance.now();
    return Math.floor(Math.max(left, Math.min(least, left + toStore), 0));
  }

  /** Time that somebody else took does not count, in ms: neither of the address, nor of what is waited for now. */
  extend(milliseconds: number): void {
    this.#end += milliseconds;
    this.#extended += milliseconds;
  }

  get passed(): boolean {
    return performance.now() >= this.#end;
  }

  /** Work with an end: a page whose script never yields answers nothing, and must not hold up the capture. */
  async within<T>(milliseconds: number, work: Promise<T>, step: TimedStep): Promise<T> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_resolve, reject) => {
      const wait = (rest: number) => {
        const before = this.#extended;
        timer = setTimeout(() => {
          const more = this.#extended - before;
          if (more > 0) {
            wait(more);
            return;
          }
          const what = because(`within-${step}`);
          reject(new StepFailure({ code: 'timed-out', params: { what, seconds: Math.round(milliseconds / 1000) } }));
        }, rest);
      };
      wait(Math.min(milliseconds, this.leftToStore(milliseconds)));
    });
    work.catch(() => undefined); // its late failure is of no interest any more
    try {
      return await Promise.race([work, late]);
    } finally {
      clearTimeout(timer);
    }
  }
}
