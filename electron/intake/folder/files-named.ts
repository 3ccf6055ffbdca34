import { readdirSync, statSync, type Dirent } from 'node:fs';
import { join } from 'node:path';
import { because, causeOf } from '../../../shared/cause.ts';
import { FascicleError } from '../../../shared/errors/fascicle-error.ts';
import type { Cause } from '../../../shared/text.ts';
import type { FilePath } from '../../casefile/files/regular-file.ts';
import { fileAtPath, joined, namesInFolder, type FileOnDisk } from './name-on-disk.ts';

/** A file that a person named, or that lies in a folder that she named. */
export type NamedFile = Readonly<{
  /** As it is shown and told: the path given, and within a folder the names in it as they were read. */
  shown: string;
  /** Where the file is, or why it cannot be told. */
  at: FileOnDisk | FascicleError;
}>;

/** What lies in a folder and is not imported. */
type LeftOut = Readonly<{
  shown: string;
  /** *system*: what systems leave in every folder, and hidden files. *other*: a link, or no file at all. */
  as: 'system' | 'other';
  why: Cause;
}>;

/** Files of one folder, and how deep they may lie. */
const mostFiles = { files: 20_000, depth: 12 } as const;

/** Whether a path has a part that systems leave behind, or that is hidden. */
export const isLeaving = (path: string): boolean => path.split(/[\\/]/).some((part) => leavings.test(part));

/** Files that a system or a word processor leaves behind in every folder, and hidden ones. */
const leavings = /^(?:\.(?!\.?$)|~\$|Thumbs\.db$|desktop\.ini$|__MACOSX$)/i;

/**
 * The files that are meant by paths, in their order: a file is itself, a folder all that lies in it and below. What lies there
 * and is not meant is told, never passed over: links (they lead out of the folder), pipes and the like, what systems leave.
 *
 * @throws {FascicleError} `folder-too-large` | `folder-too-deep`, before anything is imported
 */
export function filesNamed(
  paths: readonly string[],
): Readonly<{ files: readonly NamedFile[]; leftOut: readonly LeftOut[] }> {
  const files: NamedFile[] = [];
  const leftOut: LeftOut[] = [];
  for (const path of paths) {
    const at = whereIs(path);
    if (at instanceof FascicleError || !isFolder(at.path)) files.push({ shown: path, at });
    else {
      const before = files.length + leftOut.length;
      walk({ path: at.path, shown: path, given: path }, 0, files, leftOut);
      if (files.length + leftOut.length === before)
        leftOut.push({ shown: path, as: 'other', why: because('folder-empty') });
    }
  }
  return { files, leftOut };
}

function whereIs(path: string): FileOnDisk | FascicleError {
  try {
    return fileAtPath(path);
  } catch (error) {
    if (error instanceof FascicleError) return error;
    throw error;
  }
}

/** What cannot be looked at is told by whoever opens it. */
function isFolder(path: FilePath): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}

type Folder = Readonly<{ path: FilePath; shown: string; given: string }>;

function walk({ path, shown, given }: Folder, depth: number, files: NamedFile[], leftOut: LeftOut[]): void {
  const entries = entriesOf(path);
  if ('why' in entries) {
    leftOut.push({ shown, as: 'other', why: entries.why });
    return;
  }
  if (entries.some(({ name }) => name.toString() === 'case.db')) {
    leftOut.push({ shown, as: 'other', why: because('folder-of-case') });
    return;
  }
  const names = namesInFolder(entries.map(({ name }) => name));
  const named = entries.map((entry, at) => ({ name: entry.name.toString(), judged: null, ...names[at], entry }));
  named.sort((a, b) => byName(a.name, b.name) || a.entry.name.compare(b.entry.name));
  for (const { entry, name, judged } of named) {
    const here = { path: joined(path, entry.name), shown: join(shown, name), given };
    if (isLeaving(name)) leftOut.push({ shown: here.shown, as: 'system', why: because('left-by-system') });
    else if (entry.isDirectory()) {
      if (depth >= mostFiles.depth)
        throw new FascicleError('folder-too-deep', { path: here.shown, depth: mostFiles.depth });
      walk(here, depth + 1, files, leftOut);
    } else if (entry.isFile()) files.push({ shown: here.shown, at: { path: here.path, name, judged } });
    else
      leftOut.push({ shown: here.shown, as: 'other', why: because(entry.isSymbolicLink() ? 'is-link' : 'not-a-file') });
    if (files.length > mostFiles.files)
      throw new FascicleError('folder-too-large', { path: given, count: mostFiles.files });
  }
}

function entriesOf(path: FilePath): readonly Dirent<Buffer>[] | Readonly<{ why: Cause }> {
  try {
    return readdirSync(path, { withFileTypes: true, encoding: 'buffer' });
  } catch (error) {
    return { why: causeOf(error) };
  }
}

/** As a file manager shows them: `2.jpg` before `10.jpg`, else by the letters' code points. */
function byName(a: string, b: string): number {
  const [left, right] = [a, b].map((name) => name.match(/[0-9]{1,15}|[^0-9]+|[0-9]+/g) ?? []);
  for (const [at, one] of (left ?? []).entries()) {
    const other = right?.[at];
    if (other === undefined) return 1;
    if (one === other) continue;
    const numbers = [one, other].every((part) => /^[0-9]/.test(part));
    if (numbers && Number(one) !== Number(other)) return Number(one) - Number(other);
    return one < other ? -1 : 1;
  }
  return (left?.length ?? 0) - (right?.length ?? 0);
}
