import type { FileHandle } from 'node:fs/promises';
import type { Sha256 } from '../../../shared/digest.ts';
import { openRegularHandle } from '../../casefile/files/regular-file.ts';
import { FascicleError } from '../../../shared/errors/fascicle-error.ts';

const readLength = 1_048_576;

/** @throws {FascicleError} `object-missing` */
export async function openObject({ path, sha256 }: Readonly<{ path: string; sha256: Sha256 }>): Promise<FileHandle> {
  try {
    return await openRegularHandle(path);
  } catch (error) {
    throw new FascicleError('object-missing', { sha256 }, error);
  }
}

/** The file from its beginning, 1 MiB at a time, in one buffer that is used again. */
export async function* pieces(file: FileHandle, signal: AbortSignal): AsyncGenerator<Uint8Array> {
  const buffer = Buffer.alloc(readLength);
  for (let position = 0; ;) {
    signal.throwIfAborted();
    const { bytesRead } = await file.read(buffer, 0, readLength, position);
    if (bytesRead === 0) return;
    position += bytesRead;
    yield buffer.subarray(0, bytesRead);
  }
}
