import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { FascicleError } from '../../shared/errors/fascicle-error.ts';
import { readIndex, type PapersIndex } from '../../shared/papers/read-index.ts';
import { runInChild, type SpawnChild } from '../casefile/children.ts';
import { givenFile } from '../casefile/given-file.ts';
import { answered } from './answered.ts';
import { indexAnswerSchema, type ChildRequest } from './child-words.ts';
import { decoding, mostPapers } from './limits.ts';

/**
 * Reads the index of other people's papers (.xlsx, .docx) in a child process.
 *
 * @throws {FascicleError} `index-unreadable`, and those of a file that a person names
 */
export async function readPapersIndex(path: string, spawnChild: SpawnChild, signal: AbortSignal): Promise<PapersIndex> {
  await givenFile(path);
  const request: ChildRequest = { task: 'index', path };
  const result = await runInChild(spawnChild, 'intake/intake-child', request, decoding, signal);
  const answer = answered(result, indexAnswerSchema);
  if ('code' in answer) throw new FascicleError('index-unreadable', { path, why: answer.code });
  if (answer.as === 'none') throw new FascicleError('index-unreadable', { path, why: answer.why });
  const index = readIndex(answer.rows);
  if (!index) throw new FascicleError('index-without-head', { path });
  return index;
}

/** Files that a system or a word processor leaves behind in every folder. */
const leavings = /^(?:\.|~\$|Thumbs\.db$|desktop\.ini$)/i;

/**
 * The files of a folder and those below it, by their paths within it with `/`, sorted. Links are not followed.
 *
 * @throws {FascicleError} `folder-unreadable` | `folder-too-large`
 */
export function papersIn(folder: string): readonly string[] {
  const files: string[] = [];
  const walk = (inside: string, depth: number): void => {
    for (const entry of readdirSync(join(folder, inside), { withFileTypes: true })) {
      if (leavings.test(entry.name)) continue;
      const here = inside === '' ? entry.name : `${inside}/${entry.name}`;
      if (entry.isDirectory() && depth < mostPapers.depth) walk(here, depth + 1);
      else if (entry.isFile()) files.push(here);
      if (files.length > mostPapers.files)
        throw new FascicleError('folder-too-large', { path: folder, count: mostPapers.files });
    }
  };
  try {
    walk('', 0);
  } catch (error) {
    if (error instanceof FascicleError) throw error;
    throw new FascicleError('folder-unreadable', { path: folder, why: String(error) }, error);
  }
  return files.sort();
}
