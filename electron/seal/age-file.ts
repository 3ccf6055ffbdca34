import { closeSync, createReadStream, readSync } from 'node:fs';
import { Readable } from 'node:stream';
import { FascicleError } from '../../shared/errors/fascicle-error.ts';
import { durableFile, writeAll } from './durable-file.ts';
import { openRegular } from '../casefile/files/regular-file.ts';

/** First line of every age file (age-encryption.org/v1). */
const magic = 'age-encryption.org/v1\n';

/** Loaded when something is locked: nothing else waits for its 60 files. */
const age = () => import('age-encryption');

/** Whether a file is locked with age, told by its first bytes. */
export function isLocked(path: string): boolean {
  const head = Buffer.alloc(magic.length);
  const fd = openRegular(path, 'followed');
  try {
    return readSync(fd, head, 0, head.length, 0) === head.length && head.toString('latin1') === magic;
  } finally {
    closeSync(fd);
  }
}

/**
 * Locks a file with a passphrase, in the age format that other tools open as well (`age -d`). Flat memory.
 * @throws {FascicleError} `digests-unwritable`; the signal's reason
 */
export async function lockFile(from: string, to: string, passphrase: string, signal: AbortSignal): Promise<void> {
  const { Encrypter } = await age();
  const encrypter = new Encrypter();
  encrypter.setPassphrase(passphrase);
  const sealed = await encrypter.encrypt(bytesOf(from));
  await writeStream(sealed, to, signal);
}

/**
 * Opens a file that was locked with a passphrase.
 * @throws {FascicleError} `passphrase-wrong`, also where the file was changed: the format cannot tell the two apart in
 *   its head, and behind it every 64 KiB are authenticated
 */
export async function unlockFile(from: string, to: string, passphrase: string, signal: AbortSignal): Promise<void> {
  const { Decrypter } = await age();
  const decrypter = new Decrypter();
  decrypter.addPassphrase(passphrase);
  try {
    await writeStream(await decrypter.decrypt(bytesOf(from)), to, signal);
  } catch (error) {
    signal.throwIfAborted();
    if (error instanceof FascicleError) throw error;
    throw new FascicleError('passphrase-wrong', { path: from }, error);
  }
}

// The web's streams have two declarations, of Node and of the browser, for one and the same thing.
const bytesOf = (path: string) =>
  Readable.toWeb(
    createReadStream(path, { fd: openRegular(path, 'followed') }),
  ) as unknown as globalThis.ReadableStream<Uint8Array>;

async function writeStream(
  bytes: globalThis.ReadableStream<Uint8Array>,
  to: string,
  signal: AbortSignal,
): Promise<void> {
  await durableFile(to, async (file) => {
    let at = 0;
    for await (const piece of bytes) {
      signal.throwIfAborted();
      await writeAll(file, piece, at);
      at += piece.length;
    }
  });
}
