import { closeSync, openSync } from 'node:fs';
import type { CDPSession, Page } from 'puppeteer';
import { writeFully } from '../../casefile/files/durable.ts';
import type { CdpPipe } from './cdp-pipe.ts';
import { readDocument } from '../in-page/read-page.ts';
import { base64Decoder } from './large-answer.ts';

/** A rectangle of the page in CSS pixels. */
type Clip = Readonly<{ x: number; y: number; width: number; height: number }>;

/**
 * What the browser gives in one long text: pictures, the MHTML, the document. Each is taken from the pipe while it comes
 * in, on puppeteer's own sessions: through puppeteer one would lie in memory five times.
 */
export class LargeReads {
  readonly #pipe: CdpPipe;
  readonly #page: Page;
  readonly #session: CDPSession;

  /** @param session of the page, beside puppeteer's own */
  constructor(pipe: CdpPipe, page: Page, session: CDPSession) {
    this.#pipe = pipe;
    this.#page = page;
    this.#session = session;
  }

  /** A PNG of this part of the page, at the scale that the page is shown at. */
  async screenshot(clip: Clip): Promise<Uint8Array> {
    const pieces: Uint8Array[] = [];
    const take = base64Decoder((bytes) => pieces.push(bytes));
    const params = {
      format: 'png',
      optimizeForSpeed: true,
      clip: { ...clip, scale: 1 },
      captureBeyondViewport: true,
    };
    // Emulation is per session: only puppeteer's first one has the device's scale.
    await this.#pipe.large(firstSession(this.#page).id(), 'Page.captureScreenshot', params, 'data', take);
    return Buffer.concat(pieces);
  }

  async mhtmlTo(path: string): Promise<void> {
    await intoFile(path, (take) =>
      this.#pipe.large(this.#session.id(), 'Page.captureSnapshot', { format: 'mhtml' }, 'data', take),
    );
  }

  /** The document as it stands now, in UTF-8; half characters as U+FFFD. @param world id of a context of our own in it */
  async documentTo(path: string, world: number): Promise<void> {
    const params = {
      functionDeclaration: readDocument.toString(),
      executionContextId: world,
      returnByValue: true,
    };
    await intoFile(path, (take) =>
      this.#pipe.large(this.#session.id(), 'Runtime.callFunctionOn', params, 'value', take),
    );
  }
}

/** Puppeteer's own session of a page, which its types do not show. */
function firstSession(page: Page): CDPSession {
  return (page as unknown as { _client(): CDPSession })._client(); // in every version of puppeteer's, pinned here
}

async function intoFile(path: string, ask: (take: (bytes: Uint8Array) => void) => Promise<unknown>): Promise<void> {
  const fd = openSync(path, 'wx', 0o600);
  let open = true;
  try {
    // An answer that comes after the wait for it was given up finds the file closed.
    await ask((bytes) => {
      if (open) writeFully(fd, bytes);
    });
  } finally {
    open = false;
    closeSync(fd);
  }
}
