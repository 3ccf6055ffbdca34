import { causeOf } from '../../../shared/cause.ts';
import type { Reason } from '../../../shared/case/record.ts';
import type { DrawnHtml, HtmlToDraw } from '../../../shared/page/picture/drawn-html.ts';
import { FascicleError } from '../../../shared/errors/fascicle-error.ts';
import { blackHole, startBrowser, type BrowserHere, type CaptureBrowser } from '../browser/browser.ts';
import { memoryCap, watchMemory } from '../browser/watchdog.ts';
import { drawDocument, drawnView, type DrawnStore } from './draw-document.ts';

/** A document may break its browser; after so many of them nothing is drawn any more in this run. */
const mostBroken = 3;

type Running = Readonly<{ chromium: CaptureBrowser; unwatch: (() => void) | null }>;

/**
 * The one browser of an import run: started for the first document that is to be drawn, without any way to a network, and
 * gone at the end. Each document has a context of its own, and leaves nothing for the next.
 */
export class DrawingBrowser {
  readonly #here: BrowserHere;
  readonly #end = new AbortController();
  #running: Promise<Running> | null = null;
  #refusal: Reason | null = null;
  #broken = 0;

  constructor(here: BrowserHere) {
    this.#here = here;
  }

  /** @throws the signal's reason when cancelled; nothing else: what goes wrong is told in words */
  async draw(
    page: HtmlToDraw,
    store: DrawnStore,
    signal: AbortSignal,
  ): Promise<DrawnHtml | Readonly<{ refused: Reason }>> {
    signal.throwIfAborted();
    if (this.#refusal) return { refused: this.#refusal };
    let running: Running;
    try {
      running = await (this.#running ??= this.#start());
    } catch (error) {
      this.#refusal = refusalOf(error);
      return { refused: this.#refusal };
    }
    try {
      return await drawDocument(running.chromium, page, store, signal);
    } catch (error) {
      signal.throwIfAborted();
      await this.#drop(running);
      if ((this.#broken += 1) >= mostBroken) this.#refusal = refusalOf(error);
      return { refused: refusalOf(error) };
    }
  }

  async close(): Promise<void> {
    this.#end.abort();
    const running = await this.#running?.catch(() => null); // whoever asked for it was told
    if (running) await this.#drop(running);
  }

  async #start(): Promise<Running> {
    const chromium = await startBrowser({ gatewayPort: blackHole, ...drawnView, signal: this.#end.signal }, this.#here);
    return { chromium, unwatch: watchMemory(chromium.pid, memoryCap, () => chromium.kill()) };
  }

  /** What a document did to its browser stays with it. */
  async #drop({ chromium, unwatch }: Running): Promise<void> {
    this.#running = null;
    unwatch?.();
    await chromium.close().catch(() => chromium.kill());
  }
}

function refusalOf(error: unknown): Reason {
  if (error instanceof FascicleError && error.code === 'browser-missing') return { code: 'html-no-browser' };
  return { code: 'html-not-drawn', params: { why: causeOf(error) } };
}
