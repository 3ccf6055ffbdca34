import { createHash } from 'node:crypto';
import type { CDPSession, Page } from 'puppeteer';
import type { Artifact, CaptureRecord } from '../../../shared/case/record.ts';
import type { Act, PageAction } from '../../../shared/case/page-actions.ts';
import type { ObjectWriter } from '../../casefile/case-handles.ts';
import type { Deadline } from '../deadline.ts';
import { IsolatedWorld } from '../isolated-world.ts';
import type { Ledger } from '../ledger.ts';
import type { LargeReads } from '../large-reads.ts';
import type { MainDocument } from '../main-document.ts';

/** What stands ready of a capture when something is to be done to its page. */
export type Ground = Readonly<{
  page: Page;
  /** Reads what comes in one long text: pictures. */
  large: LargeReads;
  session: CDPSession;
  main: MainDocument;
  ledger: Ledger;
  deadline: Deadline;
  stuck: () => Promise<unknown>;
  objects: ObjectWriter;
  view: CaptureRecord['view'];
  now: () => Date;
  /** What the capture has stored so far; more is added here. */
  artifacts: Artifact[];
}>;

/** Bounds of looking for something to press. */
export const looking = { mostElements: 60_000, mostFound: 400 } as const;

/** Acts as they happen, each with its time. */
export class ActLog {
  readonly acts: Act[] = [];
  readonly #now: () => Date;

  constructor(now: () => Date) {
    this.#now = now;
  }

  add(
    action: PageAction,
    what: Act['what'],
    on: Readonly<{ text: string; selector: string; place: Readonly<Pick<Act, 'x' | 'y' | 'width' | 'height'>> }>,
    effect: string,
  ): void {
    const { x, y, width, height } = on.place;
    const text = on.text.toWellFormed().slice(0, 300);
    const at = this.#now().toISOString();
    this.acts.push({ at, action, what, text, selector: on.selector, x, y, width, height, effect });
  }

  /** Things that were done; those left alone do not count. */
  get done(): number {
    return this.acts.filter(({ what }) => what !== 'left-alone').length;
  }
}

/** Asks the page something, and no longer than so many milliseconds. */
export async function inPage<T>(
  { session, deadline, stuck }: Ground,
  what: string,
  most: number,
  work: (world: IsolatedWorld) => Promise<T>,
): Promise<T> {
  try {
    const patience = Math.min(most, deadline.left(2_000));
    const world = await deadline.within(patience, IsolatedWorld.of(session), what);
    return await deadline.within(patience, work(world), what);
  } catch (error) {
    await stuck();
    throw error;
  }
}

/** The scripts that a capture put into the page's own world, each with its digest, for the log. */
export function scriptsOf(...scripts: readonly ((...args: never[]) => unknown)[]): { name: string; sha256: string }[] {
  return scripts.map((script) => ({
    name: script.name,
    sha256: createHash('sha256').update(script.toString()).digest('hex'),
  }));
}
