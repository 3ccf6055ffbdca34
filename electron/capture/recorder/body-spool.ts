import { createHash } from 'node:crypto';
import { closeSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';

/** A body as it lies on disk. `sha256` of exactly these bytes. */
export type SpooledBody = Readonly<{ path: string; bytes: number; sha256: string }>;

/** Bodies go to disk as they come, one file each: whatever their length, they take no memory. */
export class BodySpool {
  readonly #folder: string;
  #count = 0;

  constructor(folder: string) {
    this.#folder = folder;
  }

  open(): OpenBody {
    this.#count += 1;
    return new OpenBody(join(this.#folder, `body-${this.#count}`));
  }
}

/** A body that is being received. */
export class OpenBody {
  readonly path: string;
  #bytes = 0;
  readonly #hash = createHash('sha256');
  #fd: number | null = null;
  #closed: SpooledBody | null = null;

  constructor(path: string) {
    this.path = path;
  }

  get bytes(): number {
    return this.#bytes;
  }

  append(bytes: Uint8Array): void {
    if (bytes.length === 0 || this.#closed) return;
    this.#fd ??= openSync(this.path, 'wx', 0o600);
    this.#hash.update(bytes);
    for (let at = 0; at < bytes.length;) at += writeSync(this.#fd, bytes, at);
    this.#bytes += bytes.length;
  }

  close(): SpooledBody {
    if (this.#closed) return this.#closed;
    if (this.#fd === null) this.#fd = openSync(this.path, 'wx', 0o600);
    closeSync(this.#fd);
    this.#closed = { path: this.path, bytes: this.#bytes, sha256: this.#hash.digest('hex') };
    return this.#closed;
  }
}
