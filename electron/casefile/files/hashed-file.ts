import { createHash } from 'node:crypto';
import { closeSync, fstatSync, fsync, fsyncSync, openSync } from 'node:fs';
import { because } from '../../../shared/cause.ts';
import type { Sha256 } from '../../../shared/digest.ts';
import type { ByteSource } from '../../../shared/verify/byte-source.ts';
import { writeFully } from './durable.ts';

/** A new file that is hashed while it is written. It is durable once it was synced. */
export class HashedFile {
  readonly #fd: number;
  readonly #hash = createHash('sha256');
  #bytes = 0;

  constructor(file: string) {
    this.#fd = openSync(file, 'wx', 0o600);
  }

  write(chunk: Uint8Array): void {
    this.#hash.update(chunk);
    writeFully(this.#fd, chunk);
    this.#bytes += chunk.length;
  }

  /** @throws where the source ends before its end */
  async copy(source: ByteSource): Promise<void> {
    for (let at = 0; at < source.size;) {
      const chunk = await source.read(at, Math.min(1_048_576, source.size - at));
      if (chunk.length === 0) throw new Error('the file ends before its end');
      this.write(chunk);
      at += chunk.length;
    }
  }

  /** Nothing is written after it. @throws where not every byte is down: a full disk writes short without an error */
  finished(): { sha256: Sha256; bytes: number } {
    const { size } = fstatSync(this.#fd);
    if (size !== this.#bytes) throw new Error(because('partly-written', { size, of: this.#bytes }));
    return { sha256: this.#hash.digest('hex'), bytes: this.#bytes };
  }

  sync(): void {
    fsyncSync(this.#fd);
  }

  /** The same, while other things are done. */
  synced(): Promise<void> {
    return new Promise((done, fail) => {
      fsync(this.#fd, (error) => (error ? fail(error) : done()));
    });
  }

  close(): void {
    closeSync(this.#fd);
  }
}
