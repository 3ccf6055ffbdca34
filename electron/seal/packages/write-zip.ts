import { createHash } from 'node:crypto';
import type { FileHandle } from 'node:fs/promises';
import { FascicleError } from '../../../shared/errors/fascicle-error.ts';
import type { Sha256 } from '../../../shared/digest.ts';
import { durableFile, writeAll } from '../durable-file.ts';
import { openObject, pieces } from './pieces.ts';
import { writeStoredZip, type StoredMember } from '../../archive/zip-writer.ts';

/** A file that goes into a ZIP: bytes at hand, or an object of the case, whose hash is checked while it is copied. */
export type ZipSource =
  Readonly<{ name: string; content: Uint8Array }> | Readonly<{ name: string; path: string; sha256: Sha256 }>;

/**
 * Writes a ZIP of stored members, in order of their names, with flat memory. The same sources give the same bytes, on
 * every run, machine and time zone.
 *
 * @returns the ZIP's length and SHA-256, hashed from what was written
 * @throws {FascicleError} `object-missing` | `object-damaged`, noticed while copying; `digests-unwritable`
 */
export async function writeZip(
  path: string,
  sources: readonly ZipSource[],
  signal: AbortSignal,
): Promise<Readonly<{ bytes: number; sha256: Sha256 }>> {
  const sorted = [...sources].sort((a, b) => (a.name < b.name ? -1 : 1));
  return durableFile(path, async (zip) => {
    await writeStoredZip((bytes, at) => writeAll(zip, bytes, at), membersOf(sorted, signal));
    return hashOf(zip, signal);
  });
}

async function* membersOf(sources: readonly ZipSource[], signal: AbortSignal): AsyncGenerator<StoredMember> {
  for (const source of sources) {
    const { name } = source;
    if ('content' in source) {
      yield { name, bytes: source.content.length, pieces: [source.content] };
      continue;
    }
    const object = await openObject(source);
    try {
      const { size } = await object.stat();
      yield { name, bytes: size, pieces: checkedPieces(object, size, source.sha256, signal) };
    } finally {
      await object.close();
    }
  }
}

/** The object's bytes; after the last of them it is certain that they are its own. */
async function* checkedPieces(
  object: FileHandle,
  size: number,
  sha256: Sha256,
  signal: AbortSignal,
): AsyncGenerator<Uint8Array> {
  const hash = createHash('sha256');
  let done = 0;
  for await (const piece of pieces(object, signal)) {
    hash.update(piece);
    done += piece.length;
    yield piece;
  }
  if (done !== size || hash.digest('hex') !== sha256) throw new FascicleError('object-damaged', { sha256 });
}

/** Read back from the file: the hash that is handed on is of what was really written. */
async function hashOf(file: FileHandle, signal: AbortSignal): Promise<{ bytes: number; sha256: Sha256 }> {
  const hash = createHash('sha256');
  let bytes = 0;
  for await (const piece of pieces(file, signal)) {
    hash.update(piece);
    bytes += piece.length;
  }
  return { bytes, sha256: hash.digest('hex') };
}
