import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CDPSession } from 'puppeteer';
import { canonicalBytes } from '../../../shared/canonical-json.ts';
import { writeZipFile, type ZipMember } from '../../archive/zip-file.ts';

/** Bounds of a recording: so many frames, so many bytes, and so long between two, in ms. */
const bounds = { frames: 600, bytes: 48 * 1024 * 1024, everyMs: 400 } as const;

type Frame = Readonly<{ name: string; at: string; bytes: number; sha256: string }>;

/**
 * Records what the window showed while a person worked in it: JPEG frames, each with its time and digest, since a list of
 * hashes holds up where a video's container can be argued about. A new frame comes only when the picture changed.
 * Password fields show dots, as on the screen.
 */
export class ScreenRecording {
  /** Why it does not go to the end, or null. */
  capped: 'frames' | 'bytes' | null = null;
  readonly #folder: string;
  readonly #now: () => Date;
  readonly #frames: Frame[] = [];
  #bytes = 0;
  #last = -Infinity;

  /** @param folder for its frames until they are packed */
  constructor(folder: string, now: () => Date) {
    this.#folder = folder;
    this.#now = now;
  }

  get frames(): number {
    return this.#frames.length;
  }

  async begin(session: CDPSession): Promise<void> {
    session.on('Page.screencastFrame', ({ data, sessionId }) => {
      this.#take(Buffer.from(data, 'base64'));
      void session.send('Page.screencastFrameAck', { sessionId }).catch(() => undefined); // the page may be gone
    });
    await session.send('Page.startScreencast', { format: 'jpeg', quality: 60, maxWidth: 1280, maxHeight: 1280 });
  }

  async end(session: CDPSession): Promise<void> {
    await session.send('Page.stopScreencast').catch(() => undefined); // the page may be gone
  }

  /** Packs the frames and their list `recording.json`. @returns the file, or null where there is no frame */
  async pack(): Promise<string | null> {
    if (this.#frames.length === 0) return null;
    const list = { v: 1, frames: this.#frames.map((frame) => ({ ...frame })), capped: this.capped };
    const members: ZipMember[] = [
      { name: 'recording.json', content: canonicalBytes(list) },
      ...this.#frames.map(({ name }) => ({ name, content: join(this.#folder, name) })),
    ];
    const path = join(this.#folder, 'recording.zip');
    await writeZipFile(path, members);
    return path;
  }

  #take(jpeg: Buffer): void {
    const now = performance.now();
    if (this.capped !== null || now - this.#last < bounds.everyMs) return;
    if (this.#frames.length >= bounds.frames) this.capped = 'frames';
    else if (this.#bytes + jpeg.length > bounds.bytes) this.capped = 'bytes';
    if (this.capped !== null) return;
    this.#last = now;
    this.#bytes += jpeg.length;
    const name = `frame-${String(this.#frames.length + 1).padStart(4, '0')}.jpg`;
    writeFileSync(join(this.#folder, name), jpeg, { mode: 0o600 });
    const sha256 = createHash('sha256').update(jpeg).digest('hex');
    this.#frames.push({ name, at: this.#now().toISOString(), bytes: jpeg.length, sha256 });
  }
}
