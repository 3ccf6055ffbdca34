import { createHash } from 'node:crypto';
import { existsSync, mkdirSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import type { Sha256 } from '../../../shared/digest.ts';
import { FascicleError } from '../../../shared/errors/fascicle-error.ts';
import { remove, rename, syncFolder } from '../../casefile/files/durable.ts';
import { durableFile, writeAll } from '../durable-file.ts';
import { isInsideCase, makeFolder } from './out-folder.ts';
import { openObject, pieces } from './pieces.ts';
import { writeZip, type ZipSource } from './write-zip.ts';

/** Where a package goes. `unfinished` lies beside it, so that its final name never stands on half a package. */
export type PackageDestination = Readonly<{ path: string; isZip: boolean; unfinished: string }>;

/** @throws {FascicleError} `package-exists` | `package-inside-case` | `digests-unwritable` */
export function preparePackage(caseFolder: string, out: string): PackageDestination {
  const path = resolve(out);
  if (isInsideCase(caseFolder, path)) throw new FascicleError('package-inside-case', { path });
  makeFolder(dirname(path));
  if (existsSync(path)) throw new FascicleError('package-exists', { path });
  return { path, isZip: /\.zip(\.age)?$/i.test(path), unfinished: `${path}.unfinished` };
}

/** Writes every file, each hashed while it is copied. @returns bytes written, without what a ZIP adds */
export async function writePackage(
  destination: PackageDestination,
  files: readonly (ZipSource & Readonly<{ sha256: Sha256 }>)[],
  { signal, onFile }: Readonly<{ signal: AbortSignal; onFile(name: string, done: number, of: number): void }>,
): Promise<number> {
  if (destination.isZip) {
    onFile(basename(destination.path), 0, files.length);
    return (await writeZip(destination.path, files, signal)).bytes;
  }
  remove(destination.unfinished); // of a run that was killed
  try {
    let bytes = 0;
    for (const [at, file] of files.entries()) {
      onFile(file.name, at, files.length);
      const to = join(destination.unfinished, file.name);
      mkdirSync(dirname(to), { recursive: true });
      bytes += await writeFile(to, file, signal);
    }
    rename(destination.unfinished, destination.path);
    syncFolder(dirname(destination.path));
    return bytes;
  } catch (error) {
    remove(destination.unfinished);
    throw error;
  }
}

async function writeFile(
  to: string,
  file: ZipSource & Readonly<{ sha256: Sha256 }>,
  signal: AbortSignal,
): Promise<number> {
  return durableFile(to, async (target) => {
    if ('content' in file) {
      await writeAll(target, file.content, 0);
      return file.content.length;
    }
    const source = await openObject(file);
    try {
      const hash = createHash('sha256');
      let done = 0;
      for await (const piece of pieces(source, signal)) {
        hash.update(piece);
        await writeAll(target, piece, done);
        done += piece.length;
      }
      if (hash.digest('hex') !== file.sha256) throw new FascicleError('object-damaged', { sha256: file.sha256 });
      return done;
    } finally {
      await source.close();
    }
  });
}
