import type { CDPSession, Protocol } from 'puppeteer';
import { causeOf } from '../../../shared/cause.ts';
import type { HtmlToDraw } from '../../../shared/page/picture/drawn-html.ts';
import { withoutFragment } from '../../../shared/without-fragment.ts';
import { StepFailure } from '../ledger.ts';

/** So many addresses are named, and of each so much; so many are counted. */
const mostNamed = 200;
const longestNamed = 500;
const mostCounted = 50_000;

/**
 * Every request of a document is answered from the file that it came in, or not at all. The browser has no way to a network
 * either: what is not stopped here finds no proxy.
 */
export class AnsweredFromFile {
  readonly #session: CDPSession;
  readonly #document: HtmlToDraw;
  readonly #left = new Set<string>();
  readonly #used = new Set<string>();
  #served = false;
  #loader: string | null = null;

  constructor(session: CDPSession, document: HtmlToDraw) {
    this.#session = session;
    this.#document = document;
  }

  /** Addresses that were asked for in vain, each once. */
  get left(): readonly string[] {
    return [...this.#left].slice(0, mostNamed);
  }

  get leftCount(): number {
    return this.#left.size;
  }

  get used(): number {
    return this.#used.size;
  }

  /** What the document has not got, whoever says so: the browser itself asks nobody for a file of this computer. */
  without(addresses: readonly string[]): void {
    for (const address of addresses)
      if (this.#left.size < mostCounted && !this.#document.files.has(withoutFragment(address)))
        this.#left.add(address.slice(0, longestNamed).toWellFormed());
  }

  async begin(): Promise<void> {
    this.#session.on('Fetch.requestPaused', (paused) => {
      // A page that is closed meanwhile has nobody to hear.
      void this.#answer(paused).catch(() => undefined);
    });
    await this.#session.send('Fetch.enable', { patterns: [{ urlPattern: '*' }] });
  }

  /** Shows the document. @throws {StepFailure} where the browser does not take it */
  async navigate(): Promise<void> {
    const { errorText, loaderId } = await this.#session.send('Page.navigate', { url: this.#document.address });
    if (errorText !== undefined || loaderId === undefined)
      throw new StepFailure({ code: 'not-loaded', params: { why: causeOf(errorText ?? '') } });
    this.#loader = loaderId;
  }

  /** @throws {StepFailure} where another document took its place */
  async stands(): Promise<void> {
    const { frameTree } = await this.#session.send('Page.getFrameTree');
    const { loaderId, url, urlFragment = '' } = frameTree.frame;
    const params = {
      from: this.#document.address.slice(0, longestNamed),
      to: `${url}${urlFragment}`.slice(0, longestNamed),
    };
    if (loaderId !== this.#loader) throw new StepFailure({ code: 'document-changed', params });
  }

  async #answer({ requestId, request, resourceType }: Protocol.Fetch.RequestPausedEvent): Promise<void> {
    const { html, address, files } = this.#document;
    const url = withoutFragment(request.url);
    if (resourceType === 'Document' && !this.#served && url === withoutFragment(address)) {
      this.#served = true;
      await this.#fulfil(requestId, 'text/html; charset=utf-8', Buffer.from(html, 'utf8'));
      return;
    }
    const file = files.get(url);
    if (file) {
      this.#used.add(url);
      await this.#fulfil(requestId, file.mediaType, file.read());
      return;
    }
    // The browser's own question for an icon of the site, which the document does not ask.
    const isIcon = url === new URL('/favicon.ico', address).href && resourceType === 'Other';
    if (!isIcon) this.without([request.url]);
    // A document that leaves by itself is held: a request that is broken off changes nothing of what is shown.
    await this.#session.send('Fetch.failRequest', { requestId, errorReason: 'Aborted' });
  }

  async #fulfil(requestId: string, mediaType: string, bytes: Uint8Array): Promise<void> {
    await this.#session.send('Fetch.fulfillRequest', {
      requestId,
      responseCode: 200,
      responseHeaders: [{ name: 'Content-Type', value: mediaType.replace(/[^\x20-\x7e]/g, '') }],
      body: Buffer.from(bytes).toString('base64'),
    });
  }
}
