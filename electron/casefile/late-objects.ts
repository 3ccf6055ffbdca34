import { createHash, randomBytes } from 'node:crypto';
import { chmodSync, mkdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Sha256 } from '../../shared/digest.ts';
import { FascicleError } from '../../shared/errors/fascicle-error.ts';
import type { ByteSource } from '../../shared/verify/byte-source.ts';
import type { LateWriter } from './case-handles.ts';
import { askForRoom } from './files/disk-room.ts';
import { remove, rename, syncedFolder } from './files/durable.ts';
import { HashedFile } from './files/hashed-file.ts';
import { readChunks } from './files/read-chunks.ts';
import { readRegular, type FilePath } from './files/regular-file.ts';
import { asWriteError, isWholeObject, objectFile, readObject, type ObjectStore } from './objects.ts';

type Stored = Readonly<{ sha256: Sha256; bytes: number }>;
/** A file that is down and not yet under its name; `synced` once its bytes are durable. */
type Waiting = Readonly<{ path: string; bytes: number; synced: Promise<void> }>;

/** So many files are made durable at once: the threads that do so are those that decode pictures, too. */
const atOnce = 2;

/**
 * Objects of one piece of work that takes a while. A disk needs some milliseconds to make a file durable, and a capture
 * stores twenty of them: here that goes on while the work does, and their names are made durable together. Until `settle`
 * has ended nothing of it stands under its name; only then may the case be told of it. The order of each object is that of
 * the store: all bytes down, fsync, rename, fsync of its folder.
 */
export class LateObjects implements LateWriter {
  readonly #folder: string;
  readonly #scratch: string;
  readonly #store: Pick<ObjectStore, 'own' | 'isDurable'>;
  readonly #waiting = new Map<Sha256, Waiting>();
  readonly #lanes: Promise<void>[] = Array.from({ length: atOnce }, () => Promise.resolve());
  #next = 0;

  /** @param store hears of each object */
  constructor(folder: string, scratch: string, store: Pick<ObjectStore, 'own' | 'isDurable'>) {
    this.#folder = folder;
    this.#scratch = scratch;
    this.#store = store;
  }

  putBytes(bytes: Uint8Array): Stored {
    return this.#put([bytes]);
  }

  putFile(path: FilePath): Stored {
    askForRoom(String(path), statSync(path, { throwIfNoEntry: false })?.size ?? 0, this.#scratch);
    return this.#put(readChunks(path, 'followed'));
  }

  async putSource(source: ByteSource): Promise<Stored> {
    const { path, file } = this.#begin();
    try {
      await file.copy(source);
      return this.#take(path, file);
    } catch (error) {
      throw this.#failed(path, file, error);
    }
  }

  /** Where an object lies now; its name comes later. */
  objectPath(sha256: Sha256): string {
    return this.#waiting.get(sha256)?.path ?? objectFile(this.#folder, sha256);
  }

  readObject(sha256: Sha256): Uint8Array {
    const waiting = this.#waiting.get(sha256);
    if (!waiting) return readObject(this.#folder, sha256);
    const bytes = readRegular(waiting.path);
    if (createHash('sha256').update(bytes).digest('hex') !== sha256)
      throw new FascicleError('object-damaged', { sha256 });
    return bytes;
  }

  /** Returns when everything that was put is durable under its name. @throws {FascicleError} `disk-full` | `write-failed` */
  async settle(): Promise<void> {
    try {
      const all = [...this.#waiting];
      await Promise.all(all.map(([, { synced }]) => synced));
      const folders = new Set(all.flatMap(([sha256, one]) => this.#name(sha256, one)));
      await Promise.all([...folders].map(syncedFolder));
      for (const [sha256] of all) {
        this.#store.isDurable(sha256);
        this.#waiting.delete(sha256);
      }
    } catch (error) {
      throw asWriteError(error);
    }
  }

  /** Leaves nothing of what was not settled. */
  async discard(): Promise<void> {
    const all = [...this.#waiting.values()];
    this.#waiting.clear();
    await Promise.allSettled(all.map(({ synced }) => synced));
    for (const { path } of all) remove(path);
  }

  #put(chunks: Iterable<Uint8Array>): Stored {
    const { path, file } = this.#begin();
    try {
      for (const chunk of chunks) file.write(chunk);
      return this.#take(path, file);
    } catch (error) {
      throw this.#failed(path, file, error);
    }
  }

  #begin(): Readonly<{ path: string; file: HashedFile }> {
    const path = join(this.#scratch, `object-${randomBytes(8).toString('hex')}`);
    try {
      return { path, file: new HashedFile(path) };
    } catch (error) {
      throw asWriteError(error);
    }
  }

  #take(path: string, file: HashedFile): Stored {
    const { sha256, bytes } = file.finished();
    if (this.#waiting.has(sha256)) {
      file.close();
      remove(path);
      return { sha256, bytes };
    }
    const lane = this.#next++ % atOnce;
    const before = this.#lanes[lane] ?? Promise.resolve();
    const synced = before.then(() => file.synced()).finally(() => file.close());
    this.#lanes[lane] = synced.catch(() => undefined); // heard by `settle`
    this.#waiting.set(sha256, { path, bytes, synced });
    return { sha256, bytes };
  }

  #failed(path: string, file: HashedFile, error: unknown): FascicleError {
    file.close();
    remove(path);
    return asWriteError(error);
  }

  /** Gives a file whose bytes are durable its name. @returns folders whose names are to be made durable */
  #name(sha256: Sha256, { path, bytes }: Waiting): readonly string[] {
    const target = objectFile(this.#folder, sha256);
    const parent = join(target, '..');
    // One that another work stored meanwhile may not be durable yet: its folder is synced here, too.
    if (isWholeObject(target, sha256, bytes)) {
      remove(path);
      return [parent];
    }
    const isNew = mkdirSync(parent, { recursive: true, mode: 0o700 }) !== undefined;
    chmodSync(path, 0o400);
    this.#store.own(sha256);
    rename(path, target);
    return isNew ? [parent, join(parent, '..')] : [parent];
  }
}
