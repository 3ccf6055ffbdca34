import { readFileSync, rmSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Input } from '../../shared/contract.ts';
import { FascicleError } from '../../shared/errors/fascicle-error.ts';
import type { PackageSource } from '../../shared/verify/package-source.ts';
import { openZip } from '../../shared/verify/zip-reader.ts';
import { fileSource } from '../casefile/file-source.ts';
import { passingFolder } from '../casefile/passing-folder.ts';
import { isLocked, unlockFile } from '../seal/age-file.ts';
import { packageFolder } from '../verify/package-folder.ts';
import { secretOf } from './passphrase.ts';

type OpenPackage = Readonly<{ source: PackageSource; close(): void }>;

/**
 * A package as a folder, a ZIP, or a ZIP that is locked with a passphrase: that one is unlocked into a folder of its own,
 * which only this user can read, and which is gone when it is closed.
 * @throws {FascicleError} `file-missing` | `package-unsound` | `passphrase-needed` | `passphrase-wrong`
 */
export async function openPackage(
  path: string,
  passphrase: Input<'bundle.sign'>['passphrase'] = null,
  signal: AbortSignal = new AbortController().signal,
): Promise<OpenPackage> {
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found) throw new FascicleError('file-missing', { path });
  if (found.isDirectory()) return { source: packageFolder(path), close: () => undefined };
  if (!isLocked(path)) return openZipFile(path);
  const secret = secretOf(passphrase, readFileSync);
  if (secret === '') throw new FascicleError('passphrase-needed', { path });
  const folder = passingFolder('unlocked');
  const forget = () => rmSync(folder, { recursive: true, force: true });
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
  const file = fileSource(path);
  try {
    return { source: await openZip(file), close: () => file.close() };
  } catch (error) {
    file.close();
    const why = `${basename(path)}: ${error instanceof Error ? error.message : String(error)}`;
    throw new FascicleError('package-unsound', { path, why }, error);
  }
}
