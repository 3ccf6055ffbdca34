import { open, rename, rm, type FileHandle } from 'node:fs/promises';
import { dirname } from 'node:path';
import { causeOf } from '../../shared/cause.ts';
import { FascicleError } from '../../shared/errors/fascicle-error.ts';
import { syncFolder } from '../casefile/files/durable.ts';

/**
 * Writes a file so that its final name never stands on half a file: under `NAME.partial`, fsync, rename, fsync of the
 * folder. A partial file left by a killed run is overwritten by the next.
 *
 * @throws {FascicleError} `digests-unwritable` for an error of the file system; what `write` throws otherwise
 */
export async function durableFile<T>(path: string, write: (file: FileHandle) => Promise<T>): Promise<T> {
  const partial = `${path}.partial`;
  try {
    const file = await open(partial, 'w+');
    let result: T;
    try {
      result = await write(file);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(partial, path);
    syncFolder(dirname(path));
    return result;
  } catch (error) {
    await rm(partial, { force: true });
    if (error instanceof Error && 'syscall' in error && 'code' in error) {
      throw new FascicleError('digests-unwritable', { path, why: causeOf(error) }, error);
    }
    throw error;
  }
}

/** Writes all bytes at a place: a full disk makes a single write come back short, without an error. */
export async function writeAll(file: FileHandle, bytes: Uint8Array, position: number): Promise<void> {
  for (let done = 0; done < bytes.length;) {
    const { bytesWritten } = await file.write(bytes, done, bytes.length - done, position + done);
    done += bytesWritten;
  }
}
