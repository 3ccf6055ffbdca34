import { createHash } from 'node:crypto';
import type { CDPSession, Page } from 'puppeteer';
import type { Artifact, CaptureRecord } from '../../../shared/case/record.ts';
import type { PerformedAction, PageAction } from '../../../shared/case/capture/page-actions.ts';
import type { LateWriter } from '../../casefile/case-handles.ts';
import type { TimeBudget } from '../time-budget.ts';
import type { Ledger } from '../ledger.ts';
import type { LargeReads } from '../browser/large-reads.ts';
import type { MainDocument } from '../page/main-document.ts';

/** The context of everything that is done to a loaded page. */
export type PageContext = Readonly<{
  page: Page;
  /** Reads what comes in one long text: pictures. */
  large: LargeReads;
  session: CDPSession;
  main: MainDocument;
  ledger: Ledger;
  timeBudget: TimeBudget;
  stuck: () => Promise<unknown>;
  /** The capture's own until it is committed. */
  objects: LateWriter;
  view: CaptureRecord['view'];
  now: () => Date;
  /** What the capture has stored so far; more is added here. */
  artifacts: Artifact[];
}>;

/** Bounds of looking for something to press. */
export const looking = { mostElements: 60_000, mostFound: 400 } as const;

/** What was done to the page, each with its time. */
export class ActionLog {
  readonly acts: PerformedAction[] = [];
  readonly #now: () => Date;

  constructor(now: () => Date) {
    this.#now = now;
  }

  add(
    action: PageAction,
    what: PerformedAction['what'],
    on: Readonly<{
      text: string;
      selector: string;
      box: Readonly<Pick<PerformedAction, 'x' | 'y' | 'width' | 'height'>>;
    }>,
    effect: string,
  ): void {
    const { x, y, width, height } = on.box;
    const text = on.text.toWellFormed().slice(0, 300);
    const at = this.#now().toISOString();
    this.acts.push({ at, action, what, text, selector: on.selector, x, y, width, height, effect });
  }

  /** Things that were done; those left alone do not count. */
  get done(): number {
    return this.acts.filter(({ what }) => what !== 'left-alone').length;
  }
}

/** The scripts that a capture put into the page's own world, each with its digest, for the log. */
export function scriptsOf(...scripts: readonly ((...args: never[]) => unknown)[]): { name: string; sha256: string }[] {
  return scripts.map((script) => ({
    name: script.name,
    sha256: createHash('sha256').update(script.toString()).digest('hex'),
  }));
}
