import { createHash, randomBytes } from 'node:crypto';
import { chmodSync, lstatSync, mkdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Sha256 } from '../../shared/digest.ts';
import { because, causeOf } from '../../shared/cause.ts';
import { FascicleError } from '../../shared/errors/fascicle-error.ts';
import type { ByteSource } from '../../shared/verify/byte-source.ts';
import type { ObjectWriter } from './case-handles.ts';
import { cannotBeReadHere } from '../../shared/verify/unreadable.ts';
import { askForRoom } from './files/disk-room.ts';
import { readRegular, type FilePath } from './files/regular-file.ts';
import { readChunks } from './files/read-chunks.ts';
import { HashedFile } from './files/hashed-file.ts';
import { remove, rename, syncFolder } from './files/durable.ts';

/** `objects/ab/cdef…`: where an object of this digest lies in a case folder. */
export function objectFile(folder: string, sha256: Sha256): string {
  return join(folder, 'objects', sha256.slice(0, 2), sha256.slice(2));
}

/**
 * The content-addressed store of one case. An object is there in full under its name, or not at all: written to
 * `tmp/`, until every byte is down (a full disk writes short without an error), fsynced, renamed, and both folders
 * fsynced. Only then does the caller hear of it.
 */
export class ObjectStore implements ObjectWriter {
  readonly #folder: string;
  readonly #scratch: string;
  /** Objects that this session made: those that nothing refers to when it ends are removed again. */
  readonly #made = new Set<Sha256>();
  /** Those that were settled late, so that bytes and name are known to be durable. */
  readonly #durable = new Set<Sha256>();

  constructor(folder: string, scratch: string) {
    this.#folder = folder;
    this.#scratch = scratch;
  }

  putBytes(bytes: Uint8Array): Readonly<{ sha256: Sha256; bytes: number }> {
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    if (this.#durable.has(sha256) && isWholeObject(objectFile(this.#folder, sha256), sha256, bytes.length))
      return { sha256, bytes: bytes.length };
    return this.#put([bytes]);
  }

  putFile(path: FilePath): Readonly<{ sha256: Sha256; bytes: number }> {
    // A folder, a pipe or nothing is told by whoever opens it.
    askForRoom(String(path), statSync(path, { throwIfNoEntry: false })?.size ?? 0, this.#scratch);
    return this.#put(readChunks(path, 'followed'));
  }

  /** What this session stored so far. */
  made(): ReadonlySet<Sha256> {
    return new Set(this.#made);
  }

  /** An object that comes to stand under its name by another way than through here. */
  own(sha256: Sha256): void {
    this.#made.add(sha256);
  }

  /** An object whose bytes and name are durable. */
  isDurable(sha256: Sha256): void {
    this.#durable.add(sha256);
  }

  /** Removes what this session stored for something that never came to be: a failed import, a cancelled capture. */
  forgetUnused(isKnown: (sha256: Sha256) => boolean): void {
    for (const sha256 of this.#made) {
      if (isKnown(sha256)) continue;
      remove(objectFile(this.#folder, sha256));
      this.#made.delete(sha256);
    }
  }

  #put(chunks: Iterable<Uint8Array>): Readonly<{ sha256: Sha256; bytes: number }> {
    const unfinished = this.#unfinished();
    try {
      return this.#commit(unfinished, writeHashed(unfinished, chunks));
    } catch (error) {
      remove(unfinished);
      throw asWriteError(error);
    }
  }

  async putSource(source: ByteSource): Promise<Readonly<{ sha256: Sha256; bytes: number }>> {
    const unfinished = this.#unfinished();
    try {
      return this.#commit(unfinished, await writeSource(unfinished, source));
    } catch (error) {
      remove(unfinished);
      throw asWriteError(error);
    }
  }

  #unfinished(): string {
    return join(this.#scratch, `object-${randomBytes(8).toString('hex')}`);
  }

  /** A file that is down in full comes to stand under its name. */
  #commit(
    unfinished: string,
    { sha256, bytes }: Readonly<{ sha256: Sha256; bytes: number }>,
  ): Readonly<{ sha256: Sha256; bytes: number }> {
    const file = objectFile(this.#folder, sha256);
    if (isWholeObject(file, sha256, bytes)) {
      remove(unfinished);
      return { sha256, bytes };
    }
    const parent = join(file, '..');
    if (mkdirSync(parent, { recursive: true, mode: 0o700 }) !== undefined) syncFolder(join(parent, '..'));
    chmodSync(unfinished, 0o400);
    this.#made.add(sha256);
    rename(unfinished, file);
    syncFolder(parent);
    return { sha256, bytes };
  }
}

function writeHashed(file: string, chunks: Iterable<Uint8Array>): { sha256: Sha256; bytes: number } {
  const target = new HashedFile(file);
  try {
    for (const chunk of chunks) target.write(chunk);
    const written = target.finished();
    target.sync();
    return written;
  } finally {
    target.close();
  }
}

async function writeSource(file: string, source: ByteSource): Promise<{ sha256: Sha256; bytes: number }> {
  const target = new HashedFile(file);
  try {
    await target.copy(source);
    const written = target.finished();
    target.sync();
    return written;
  } finally {
    target.close();
  }
}

/** Whether the object is there already, intact: read again, since a damaged one must be replaced by the good bytes. */
export function isWholeObject(file: string, sha256: Sha256, bytes: number): boolean {
  try {
    if (lstatSync(file).size !== bytes) return false;
    const hash = createHash('sha256');
    for (const chunk of readChunks(file)) hash.update(chunk);
    return hash.digest('hex') === sha256;
  } catch {
    return false;
  }
}

/** What a failed write means for the evidence. An error that has its words already keeps them. */
export function asWriteError(error: unknown): FascicleError {
  if (error instanceof FascicleError) return error;
  const code = (error as NodeJS.ErrnoException).code ?? (error as { code?: string }).code ?? '';
  const { path } = error as NodeJS.ErrnoException;
  const cause = causeOf(error);
  const why = path === undefined ? cause : because('at-path', { path, why: cause });
  if (
    code === 'ENOSPC' ||
    code === 'EDQUOT' ||
    code === 'SQLITE_FULL' ||
    cause.startsWith(because('partly-written', { size: 0, of: 0 }).replace(/\?.*/, ''))
  ) {
    return new FascicleError('disk-full', { why }, error);
  }
  return new FascicleError('write-failed', { why }, error);
}

/**
 * Reads an object and checks it against its name while reading.
 * @throws {FascicleError} `object-missing` | `object-damaged` | `object-unreadable`
 */
export function readObject(folder: string, sha256: Sha256): Uint8Array {
  const file = objectFile(folder, sha256);
  let bytes: Uint8Array;
  try {
    bytes = readRegular(file);
  } catch (error) {
    if (cannotBeReadHere(error)) throw new FascicleError('object-unreadable', { sha256, why: causeOf(error) }, error);
    throw new FascicleError('object-missing', { sha256 }, error);
  }
  if (createHash('sha256').update(bytes).digest('hex') !== sha256)
    throw new FascicleError('object-damaged', { sha256 });
  return bytes;
}
