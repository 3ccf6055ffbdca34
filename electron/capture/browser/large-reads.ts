import { closeSync, openSync } from 'node:fs';
import type { CDPSession, Page } from 'puppeteer';
import { writeFully } from '../../casefile/files/durable.ts';
import type { CdpPipe } from './cdp-pipe.ts';
import { readDocument } from '../in-page/read-page.ts';
import { base64Decoder, type Sink } from './large-answer.ts';

/** A rectangle of the page in CSS pixels. */
type Clip = Readonly<{ x: number; y: number; width: number; height: number }>;

/** Further down than any page that is photographed: nothing of it is in view there. */
const beyond: Clip = { x: 0, y: 10_000_000, width: 8, height: 8 };

/**
 * Less than a pixel. A picture that is asked for exactly as large as the window makes the browser lay the page out anew, at
 * a pixel's width: a page that begins at the right comes back shifted to the right, and its picture would lack that much.
 */
const less = 0.01;

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

  /**
   * A PNG of this part of the page, at the scale that the page is shown at. The view is first sent beyond the page: the
   * browser waits for every part of a layer that comes into view, but not for those that it knows and has not drawn yet,
   * and photographs them white or blurred (`tiles.md`).
   */
  async screenshot(clip: Clip): Promise<Uint8Array> {
    await this.#shoot(beyond, () => undefined);
    const pieces: Uint8Array[] = [];
    await this.#shoot(
      clip,
      base64Decoder((bytes) => pieces.push(bytes)),
    );
    return Buffer.concat(pieces);
  }

  async #shoot(clip: Clip, take: Sink): Promise<void> {
    const window = this.#page.viewport();
    const isWindow = window?.width === clip.width && window.height === clip.height;
    const params = {
      format: 'png',
      optimizeForSpeed: true,
      clip: { ...clip, ...(isWindow && { height: clip.height + less }), scale: 1 },
      captureBeyondViewport: true,
    };
    // Emulation is per session: only puppeteer's first one has the device's scale.
    await this.#pipe.large(firstSession(this.#page).id(), 'Page.captureScreenshot', params, 'data', take);
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
export function firstSession(page: Page): CDPSession {
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
