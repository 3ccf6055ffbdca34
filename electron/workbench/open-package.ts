import { statSync } from 'node:fs';
import { basename } from 'node:path';
import { FascicleError } from '../../shared/errors/fascicle-error.ts';
import type { PackageSource } from '../../shared/verify/package-source.ts';
import { openZip } from '../../shared/verify/zip-reader.ts';
import { fileSource } from '../casefile/file-source.ts';
import { packageFolder } from '../verify/package-folder.ts';

/** A package as a folder or a ZIP. @throws {FascicleError} `file-missing` | `package-unsound` */
export async function openPackage(path: string): Promise<Readonly<{ source: PackageSource; close(): void }>> {
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found) throw new FascicleError('file-missing', { path });
  if (found.isDirectory()) return { source: packageFolder(path), close: () => undefined };
  const file = fileSource(path);
  try {
    return { source: await openZip(file), close: () => file.close() };
  } catch (error) {
    file.close();
    const why = `${basename(path)}: ${error instanceof Error ? error.message : String(error)}`;
    throw new FascicleError('package-unsound', { path, why }, error);
  }
}
