import type { Reason, Step } from '../../shared/case/record.ts';
import type { ClockAndRandom } from '../casefile/case-handles.ts';

/** What intake did with a file, step by step, timed by the monotonic clock. */
export class StepLedger {
  readonly #mono: ClockAndRandom['mono'];
  readonly #steps: Step[] = [];
  #since: bigint;

  constructor({ mono }: Pick<ClockAndRandom, 'mono'>) {
    this.#mono = mono;
    this.#since = mono();
  }

  /** The step that ran since the last one was noted. */
  note(step: string, outcome: Step['outcome'], reason?: Reason): void {
    const now = this.#mono();
    const ms = Number((now - this.#since) / 1_000_000n);
    this.#since = now;
    this.#steps.push({ step, outcome, ms, ...(reason === undefined ? {} : { reason }) });
  }

  get steps(): readonly Step[] {
    return this.#steps;
  }
}
