import { causeOf } from '../../shared/cause.ts';
import type { Reason, Step } from '../../shared/case/record.ts';

/** How a step ended, when it did not simply succeed. */
export type StepEnd = Readonly<{ outcome: 'partial' | 'failed' | 'skipped'; reason: Reason }>;

/** Told when a step begins, without an outcome, and when it has ended, with it. */
export type OnStep = (step: string, outcome?: Step['outcome']) => void;

/** What a capture did, step by step, with honest outcomes: nothing is tried without a line here. */
export class Ledger {
  readonly steps: Step[] = [];
  readonly warnings: Reason[] = [];
  readonly #onStep: OnStep;
  #broken: Reason | null = null;
  #whole: Ledger | null = null;

  constructor(onStep: OnStep) {
    this.#onStep = onStep;
  }

  /** Why nothing more can be asked of the page: its browser was ended, or it crashed. */
  get brokenOff(): Reason | null {
    return this.#whole ? this.#whole.brokenOff : this.#broken;
  }

  /** Lines of their own, of work that may have to be done again; they count once they are taken. */
  apart(): Ledger {
    const part = new Ledger(this.#onStep);
    part.#whole = this;
    return part;
  }

  take({ steps, warnings }: Ledger): void {
    this.steps.push(...steps);
    this.warnings.push(...warnings);
  }

  /**
   * Runs one step. It may say how it fell short through `short`; what it throws makes it failed, and comes out as null.
   * A capture goes on after a failed step with what it has.
   */
  async run<T>(step: string, work: (short: (end: StepEnd) => void) => Promise<T>): Promise<T | null> {
    this.#onStep(step);
    const began = performance.now();
    let end: StepEnd | null = null;
    let value: T | null = null;
    try {
      value = await work((one) => (end = one));
    } catch (error) {
      end = { outcome: 'failed', reason: this.brokenOff ?? reasonOf(error) };
    }
    this.note(step, performance.now() - began, end);
    return value;
  }

  note(step: string, ms: number, end: StepEnd | null = null): void {
    const outcome = end?.outcome ?? 'ok';
    this.steps.push({ step, outcome, ms: Math.round(ms), ...(end && { reason: end.reason }) });
    this.#onStep(step, outcome);
  }

  /** From here on every step fails, for this reason. */
  breakOff(code: string, params?: Reason['params']): void {
    if (this.#broken) return;
    this.#broken = { code, ...(params && { params }) };
    this.warn(code, params);
  }

  warn(code: string, params?: Reason['params']): void {
    this.warnings.push({ code, ...(params && { params }) });
  }
}

/** A reason to stop that is already in the record's words. */
export class StepFailure extends Error {
  readonly reason: Reason;

  constructor(reason: Reason) {
    super(reason.code);
    this.reason = reason;
  }
}

function reasonOf(error: unknown): Reason {
  if (error instanceof StepFailure) return error.reason;
  return { code: 'step-error', params: { why: causeOf(error) } };
}
