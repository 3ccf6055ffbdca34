import { createHash } from 'node:crypto';
import { closeSync, openSync, writeSync } from 'node:fs';
import { StepFailure } from '../ledger.ts';
import type { FetchLog } from './messages.ts';

/** A body as it comes, on disk, bounded. */
export class BodySink {
  readonly #path: string;
  readonly #most: number;
  readonly #hash = createHash('sha256');
  #fd: number | null = null;
  #bytes = 0;

  /** @param most bytes; what comes beyond is not kept */
  constructor(path: string, most: number) {
    this.#path = path;
    this.#most = most;
  }

  begin(): void {
    this.#fd ??= openSync(this.#path, 'wx', 0o600);
  }

  /** @throws {StepFailure} at the bound; what came before it is kept */
  take(chunk: Buffer): void {
    if (this.#fd === null) return;
    const room = this.#most - this.#bytes;
    const kept = chunk.subarray(0, room);
    for (let at = 0; at < kept.length;) at += writeSync(this.#fd, kept, at);
    this.#hash.update(kept);
    this.#bytes += kept.length;
    if (chunk.length > room) {
      const megabytes = Math.round(this.#most / 1_048_576);
      throw new StepFailure({ code: 'second-path-too-long', params: { megabytes } });
    }
  }

  close(): FetchLog['body'] {
    if (this.#fd === null) return null;
    closeSync(this.#fd);
    this.#fd = null;
    return { bytes: this.#bytes, sha256: this.#hash.digest('hex') };
  }
}
