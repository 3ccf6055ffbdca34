import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import type { Sha256 } from '../../shared/digest.ts';
import { FascicleError } from '../../shared/errors/fascicle-error.ts';
import { syncFolder } from '../casefile/durable.ts';
import { durableFile, writeAll } from './durable-file.ts';
import { isInsideCase, makeFolder } from './out-folder.ts';
import { openObject, pieces } from './pieces.ts';
import { writeZip, type ZipSource } from './write-zip.ts';

/** Where a package goes. `unfinished` lies beside it, so that its final name never stands on half a package. */
export type PackagePlace = Readonly<{ path: string; isZip: boolean; unfinished: string }>;

/** @throws {FascicleError} `package-exists` | `package-inside-case` | `digests-unwritable` */
export function preparePackage(caseFolder: string, out: string): PackagePlace {
  const path = resolve(out);
  if (isInsideCase(caseFolder, path)) throw new FascicleError('package-inside-case', { path });
  makeFolder(dirname(path));
  if (existsSync(path)) throw new FascicleError('package-exists', { path });
  return { path, isZip: /\.zip(\.age)?$/i.test(path), unfinished: `${path}.unfinished` };
}

/** Writes every file, each hashed while it is copied. @returns bytes written, without what a ZIP adds */
export async function writePackage(
  place: PackagePlace,
  files: readonly (ZipSource & Readonly<{ sha256: Sha256 }>)[],
  { signal, onFile }: Readonly<{ signal: AbortSignal; onFile(name: string, done: number, of: number): void }>,
): Promise<number> {
  if (place.isZip) {
    onFile(basename(place.path), 0, files.length);
    return (await writeZip(place.path, files, signal)).bytes;
  }
  rmSync(place.unfinished, { recursive: true, force: true }); // of a run that was killed
  try {
    let bytes = 0;
    for (const [at, file] of files.entries()) {
      onFile(file.name, at, files.length);
      const to = join(place.unfinished, file.name);
      mkdirSync(dirname(to), { recursive: true });
      bytes += await writeFile(to, file, signal);
    }
    renameSync(place.unfinished, place.path);
    syncFolder(dirname(place.path));
    return bytes;
  } catch (error) {
    rmSync(place.unfinished, { recursive: true, force: true });
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
