import type { CDPSession, Protocol } from 'puppeteer';
import type { Reason } from '../../../../shared/case/record.ts';
import { withoutFragment } from '../../../../shared/without-fragment.ts';
import type { TimeBudget } from '../../time-budget.ts';
import { StepFailure, type Ledger, type StepEnd } from '../../ledger.ts';
import type { MainDocument } from '../main-document.ts';
import { mainFrameNow, frameShown } from './shown-document.ts';

type Frame = Protocol.Page.Frame;

const longestShown = 1_000;

/**
 * The one document that a capture is of: what the main frame showed when it was held, by the browser's own name for it
 * (`loaderId`). Whatever is read afterwards counts only if that document still stands after the reading: scripts are
 * held, but a page may leave by a refresh, by an answer that was on its way, or by a document of its own making.
 */
export class HeldDocument {
  /** Its whole address, as the address bar would show it. */
  readonly address: string;
  /** Why it is not what the server sent from that address; null where it is. */
  readonly foreign: Reason | null;
  readonly #session: CDPSession;
  readonly #timeBudget: TimeBudget;
  readonly #frame: Frame;
  #changed: Reason | null = null;
  #renamed: string | null = null;

  private constructor(session: CDPSession, timeBudget: TimeBudget, frame: Frame, foreign: Reason | null) {
    this.#session = session;
    this.#timeBudget = timeBudget;
    this.#frame = frame;
    this.address = addressOf(frame);
    this.foreign = foreign;
    session.on('Page.frameNavigated', this.#onNavigated);
    session.on('Page.documentOpened', this.#onOpened);
  }

  /**
   * Lets nothing take the document's place any more, and binds the server's answer to it.
   * @throws {StepFailure} where the browser does not say in time what it shows
   */
  static async of(session: CDPSession, main: MainDocument, timeBudget: TimeBudget): Promise<HeldDocument> {
    await timeBudget.within(timeBudget.left(3_000), main.hold(), 'one-document');
    const frame = await frameShown(session, main, timeBudget);
    const last = main.response?.url ?? null;
    main.settleOn(frame.loaderId);
    return new HeldDocument(session, timeBudget, frame, foreignTo(frame, last, main));
  }

  /** @throws {StepFailure} `document-changed`, with both addresses, once another document took its place */
  async stands(): Promise<void> {
    if (!this.#changed) {
      const frame = await mainFrameNow(this.#session, this.#timeBudget);
      if (frame.loaderId !== this.#frame.loaderId) this.#isNow(frame);
      else if (addressOf(frame) !== this.address) this.#renamed = addressOf(frame);
    }
    if (this.#changed) throw new StepFailure(this.#changed);
  }

  /** Whether it still stands; what was read since it last did counts only then. */
  stillStands(): Promise<boolean> {
    return this.stands().then(
      () => true,
      () => false,
    );
  }

  /** Runs a step that reads the document: nothing that it gives counts where the document changed meanwhile. */
  run<T>(ledger: Ledger, step: string, work: (short: (end: StepEnd) => void) => Promise<T>): Promise<T | null> {
    return ledger.run(step, async (short) => {
      await this.stands();
      const value = await work(short);
      await this.stands();
      return value;
    });
  }

  /** Says how it went: whether it was one document to the end, and the one that the server sent. */
  async close(ledger: Ledger, main: MainDocument): Promise<void> {
    await ledger.run('one-document', async (short) => {
      await this.stands();
      if (this.foreign) short({ outcome: 'partial', reason: this.foreign });
    });
    this.#session.off('Page.frameNavigated', this.#onNavigated);
    this.#session.off('Page.documentOpened', this.#onOpened);
    const verdict = this.#changed ?? this.foreign;
    if (verdict) ledger.warn(verdict.code, verdict.params);
    const [to] = main.refused;
    if (to !== undefined)
      ledger.warn('leaving-refused', { to: shown(to), count: main.refused.length, from: shown(this.address) });
    const served = main.response?.url ?? this.address;
    const final = this.#renamed ?? this.address;
    if (withoutFragment(final) !== withoutFragment(served) && !this.foreign)
      ledger.warn('address-changed-by-page', { from: shown(served), to: shown(final) });
  }

  readonly #onNavigated = ({ frame }: Protocol.Page.FrameNavigatedEvent): void => {
    if (frame.id === this.#frame.id && frame.loaderId !== this.#frame.loaderId) this.#isNow(frame);
  };

  readonly #onOpened = ({ frame }: Protocol.Page.DocumentOpenedEvent): void => {
    if (frame.id === this.#frame.id) this.#isNow(frame);
  };

  #isNow(frame: Frame): void {
    this.#changed ??= {
      code: 'document-changed',
      params: { from: shown(this.address), to: shown(addressOf(frame)) },
    };
  }
}

/** Why a document is not the server's own: the page made it itself, or the browser shows its notice of an error. */
function foreignTo(frame: Frame, served: string | null, main: MainDocument): Reason | null {
  if (main.response || (!main.recorded && /^https?:/.test(frame.url))) return null;
  const params = { address: shown(addressOf(frame)), served: shown(served ?? '') };
  return { code: frame.unreachableUrl === undefined ? 'document-made-by-page' : 'document-not-reached', params };
}

function addressOf({ url, urlFragment = '', unreachableUrl }: Frame): string {
  return unreachableUrl ?? url + urlFragment;
}

const shown = (url: string) => url.toWellFormed().slice(0, longestShown);
