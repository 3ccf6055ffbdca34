import { existsSync, lstatSync, mkdirSync, readdirSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { randomBytes } from 'node:crypto';
import type { Sha256 } from '../../../shared/digest.ts';
import { FascicleError } from '../../../shared/errors/fascicle-error.ts';
import { openCopy } from '../database/database.ts';
import { remove, rename, syncFile, syncFolder } from '../files/durable.ts';
import { asWriteError, objectFile } from '../objects.ts';
import { openCaseToRead } from '../open-case.ts';
import { hashFile } from '../files/hash-file.ts';
import { copyRegular, NotRegular } from '../files/regular-file.ts';
import { snapshotDatabase } from '../database/snapshot.ts';

type OnFile = (path: string, done: number, of: number) => void;

export type BackedUp = Readonly<{ copied: number; kept: number; bytes: number; left: readonly Sha256[] }>;

/**
 * Copies a case while others may be writing into it: the database as it stands first, then every object that it names,
 * then the bundles, and only then the database comes into its place. A backup that is killed leaves the former one, or
 * one that the next run finishes. What is there already, intact, is not copied again; a damaged object is never copied
 * over a good one.
 *
 * @param to a folder of its own: new, or an earlier backup of the same case
 * @param onFile hears of each object before it is looked at: its path, how many before it, and of how many
 * @returns `left`: objects that are missing or damaged in the case, and in the backup too
 * @throws {FascicleError} `backup-of-another` | `backup-newer` | `disk-full` | `write-failed` | `not-a-case`
 */
export function backupCase(folder: string, to: string, onFile: OnFile = () => undefined): BackedUp {
  const destination = resolve(to);
  refuseOther(folder, destination);
  const snapshot = snapshotDatabase(folder);
  const work = join(destination, 'tmp', 'backup');
  try {
    for (const name of ['objects', 'bundles', 'tmp/backup'])
      mkdirSync(join(destination, name), { recursive: true, mode: 0o700 });
    const objects = foldAndList(snapshot.file);
    const copied = copyObjects(folder, destination, work, objects, onFile);
    copyBundles(folder, destination, '');
    const made = join(work, 'case.db');
    copyRegular(snapshot.file, made);
    syncFile(made);
    for (const end of ['-wal', '-shm']) remove(join(destination, `case.db${end}`));
    rename(made, join(destination, 'case.db'));
    syncFolder(destination);
    remove(join(destination, 'tmp', 'backup'));
    return copied;
  } catch (error) {
    throw asWriteError(error);
  } finally {
    snapshot.remove();
  }
}

/** An earlier backup must be of this very log: a shorter log would put it back in time. */
function refuseOther(folder: string, destination: string): void {
  const caseFile = openCaseToRead(folder);
  try {
    if (!existsSync(join(destination, 'case.db'))) {
      const empty =
        !existsSync(destination) ||
        (statSync(destination).isDirectory() &&
          readdirSync(destination).every((name) => ['objects', 'bundles', 'tmp'].includes(name)));
      if (!empty) throw new FascicleError('backup-of-another', { path: destination });
      return;
    }
    const earlier = openCaseToRead(destination);
    try {
      if (earlier.caseId !== caseFile.caseId) throw new FascicleError('backup-of-another', { path: destination });
      const { seq, hash } = earlier.head();
      if (caseFile.leafHash(seq) !== hash) throw new FascicleError('backup-newer', { path: destination, seq });
    } finally {
      earlier.close();
    }
  } finally {
    caseFile.close();
  }
}

/** Folds the write-ahead log into the copied database, and lists the objects that it names. */
function foldAndList(file: string): readonly Readonly<{ sha256: Sha256; bytes: number }>[] {
  const db = openCopy(file);
  try {
    db.pragma('query_only = 0');
    db.pragma('wal_checkpoint(TRUNCATE)');
    return db.prepare('SELECT sha256, bytes FROM object ORDER BY sha256').all() as { sha256: string; bytes: number }[];
  } finally {
    db.close();
  }
}

function copyObjects(
  folder: string,
  destination: string,
  work: string,
  objects: readonly Readonly<{ sha256: Sha256; bytes: number }>[],
  onFile: OnFile,
): BackedUp {
  const count = { copied: 0, kept: 0, bytes: 0 };
  const left: Sha256[] = [];
  const touched = new Set<string>();
  for (const [at, { sha256 }] of objects.entries()) {
    onFile(`objects/${sha256.slice(0, 2)}/${sha256.slice(2)}`, at, objects.length);
    const target = objectFile(destination, sha256);
    if (hashAt(target) === sha256) {
      count.kept += 1;
      continue;
    }
    const source = objectFile(folder, sha256);
    if (!existsSync(source)) {
      left.push(sha256);
      continue;
    }
    const part = join(work, randomBytes(8).toString('hex'));
    if (!copyOf(source, part) || hashAt(part) !== sha256) {
      remove(part);
      left.push(sha256);
      continue;
    }
    mkdirSync(dirname(target), { recursive: true, mode: 0o700 });
    rename(part, target);
    touched.add(dirname(target));
    count.copied += 1;
    count.bytes += statSync(target).size;
  }
  for (const one of touched) syncFolder(one);
  syncFolder(join(destination, 'objects'));
  return { ...count, left };
}

/** Bundles never change once they are built; a file that is there with the same bytes stays. */
function copyBundles(folder: string, destination: string, path: string): void {
  const from = join(folder, 'bundles', path);
  if (!existsSync(from)) return;
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const here = join(path, entry.name);
    const target = join(destination, 'bundles', here);
    if (entry.isDirectory()) {
      mkdirSync(target, { recursive: true, mode: 0o700 });
      copyBundles(folder, destination, here);
    } else if (entry.isFile() && hashAt(target) !== hashAt(join(from, entry.name))) {
      copyRegular(join(from, entry.name), target);
      syncFile(target);
    }
  }
  syncFolder(join(destination, 'bundles', path));
}

/** Null where there is none, or something that is no file. */
function hashAt(file: string): Sha256 | null {
  return lstatSync(file, { throwIfNoEntry: false })?.isFile() === true ? hashFile(file).sha256 : null;
}

/** A durable copy; false where what lies there is no regular file. */
function copyOf(source: string, part: string): boolean {
  try {
    copyRegular(source, part);
  } catch (error) {
    if (error instanceof NotRegular) return false;
    throw error;
  }
  syncFile(part);
  return true;
}
