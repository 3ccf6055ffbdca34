import { statSync } from 'node:fs';
import { join } from 'node:path';
import type { Input } from '../../../shared/contract.ts';
import { causeOf } from '../../../shared/cause.ts';
import { FascicleError } from '../../../shared/errors/fascicle-error.ts';
import type { PackageSource } from '../../../shared/verify/package/package-source.ts';
import { cannotBeReadHere } from '../../../shared/verify/unreadable.ts';
import { openZip } from '../../../shared/verify/package/zip-reader.ts';
import { fileSource } from '../../casefile/files/file-source.ts';
import { tempDir } from '../../casefile/files/temp-dir.ts';
import { isLocked, unlockFile } from '../../seal/age-file.ts';
import { packageFolder } from '../../verify/package-folder.ts';
import { secretOf } from '../passphrase.ts';
import { remove } from '../../casefile/files/durable.ts';

type OpenPackage = Readonly<{ source: PackageSource; close(): void }>;

/**
 * A package as a folder, a ZIP, or a ZIP that is locked with a passphrase: that one is unlocked into a folder of its own,
 * which only this user can read, and which is gone when it is closed.
 * @throws {FascicleError} `file-missing` | `file-not-regular` | `file-unreadable` | `package-unsound` | `passphrase-needed` | `passphrase-wrong`
 */
export async function openPackage(
  path: string,
  passphrase: Input<'bundle.sign'>['passphrase'] = null,
  signal: AbortSignal = new AbortController().signal,
): Promise<OpenPackage> {
  try {
    return await openFound(path, passphrase, signal);
  } catch (error) {
    throw asUnreadable(path, error);
  }
}

/** What kept this computer from reading a package, as a fault of the program's own; any other error as it is. */
export function asUnreadable(path: string, error: unknown): unknown {
  if (error instanceof FascicleError || !cannotBeReadHere(error)) return error;
  return new FascicleError('file-unreadable', { path, why: causeOf(error) }, error);
}

async function openFound(
  path: string,
  passphrase: Input<'bundle.sign'>['passphrase'],
  signal: AbortSignal,
): Promise<OpenPackage> {
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found) throw new FascicleError('file-missing', { path });
  if (!found.isDirectory() && !found.isFile()) throw new FascicleError('file-not-regular', { path });
  if (found.isDirectory()) return { source: packageFolder(path), close: () => undefined };
  if (!isLocked(path)) return openZipFile(path);
  const secret = secretOf(passphrase);
  if (secret === '') throw new FascicleError('passphrase-needed', { path });
  const folder = tempDir('unlocked');
  const forget = () => remove(folder);
  try {
    const open = join(folder, 'package.zip');
    await unlockFile(path, open, secret, signal);
    const zip = await openZipFile(open);
    return {
      source: zip.source,
      close: () => {
        zip.close();
        forget();
      },
    };
  } catch (error) {
    forget();
    throw error;
  }
}

async function openZipFile(path: string): Promise<OpenPackage> {
  const file = fileSource(path, 'followed');
  try {
    return { source: await openZip(file), close: () => file.close() };
  } catch (error) {
    file.close();
    throw new FascicleError('package-unsound', { path, why: causeOf(error) }, error);
  }
}
