import type { CDPSession, Protocol } from 'puppeteer';
import type { TimeBudget } from '../../time-budget.ts';
import type { MainDocument } from '../main-document.ts';

type Frame = Protocol.Page.Frame;

/** An answer that the browser has already, but does not show yet, takes its place within so many ms, or never. */
const commits = 1_000;

/** The main frame, as the browser tells of it now. */
export async function mainFrameNow(session: CDPSession, timeBudget: TimeBudget): Promise<Frame> {
  const { frameTree } = await timeBudget.within(
    timeBudget.left(5_000),
    session.send('Page.getFrameTree'),
    'one-document',
  );
  return frameTree.frame;
}

/** The main frame with the document of its last answer, which is waited for as long as it may take. */
export async function frameShown(session: CDPSession, main: MainDocument, timeBudget: TimeBudget): Promise<Frame> {
  const began = performance.now();
  let frame = await mainFrameNow(session, timeBudget);
  while (main.newest !== null && frame.loaderId !== main.newest && performance.now() - began < commits) {
    await new Promise((done) => setTimeout(done, 50));
    frame = await mainFrameNow(session, timeBudget);
  }
  return frame;
}

/** The document that a page shows while it is made ready, and whether another took its place. */
export class ShownDocument {
  readonly #session: CDPSession;
  readonly #main: MainDocument;
  readonly #timeBudget: TimeBudget;
  readonly #frame: Frame;
  /** Settles once another took its place. */
  readonly gone: Promise<void>;
  #left = false;
  #tell: () => void = () => undefined;

  private constructor(session: CDPSession, main: MainDocument, timeBudget: TimeBudget, frame: Frame) {
    this.#session = session;
    this.#main = main;
    this.#timeBudget = timeBudget;
    this.#frame = frame;
    this.gone = new Promise((done) => (this.#tell = done));
    session.on('Page.frameNavigated', this.#onFrame);
    session.on('Page.documentOpened', this.#onOpened);
  }

  /** @throws {StepFailure} where the browser does not say in time what it shows */
  static async of(session: CDPSession, main: MainDocument, timeBudget: TimeBudget): Promise<ShownDocument> {
    return new ShownDocument(session, main, timeBudget, await frameShown(session, main, timeBudget));
  }

  /** Whether it is no longer what is shown, or about to be no longer. @throws {StepFailure} as `of` */
  async left(): Promise<boolean> {
    if (!this.#left) this.#onFrame({ frame: await frameShown(this.#session, this.#main, this.#timeBudget) });
    return this.#left;
  }

  /** It is watched no more. */
  end(): void {
    this.#session.off('Page.frameNavigated', this.#onFrame);
    this.#session.off('Page.documentOpened', this.#onOpened);
  }

  readonly #onFrame = ({ frame }: Readonly<{ frame: Frame }>): void => {
    if (frame.id === this.#frame.id && frame.loaderId !== this.#frame.loaderId) this.#leaves();
  };

  /** Its own script wrote another into it, under the same name. */
  readonly #onOpened = ({ frame }: Protocol.Page.DocumentOpenedEvent): void => {
    if (frame.id === this.#frame.id) this.#leaves();
  };

  #leaves(): void {
    this.#left = true;
    this.#tell();
  }
}
