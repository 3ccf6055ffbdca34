import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { because, causeOf, storedCause } from '../../../shared/cause.ts';
import { FascicleError } from '../../../shared/errors/fascicle-error.ts';
import { readIndex, type DocumentIndex } from '../../../shared/document-index/read-index.ts';
import { runInChild, type SpawnChild } from '../../casefile/processes/children.ts';
import { statInputFile } from '../../casefile/files/stat-input-file.ts';
import { answered } from '../answered.ts';
import { indexAnswerSchema, type IndexRequest } from '../office/index-words.ts';
import { decoding } from '../limits.ts';

/**
 * Reads the index of other people's papers (.xlsx, .docx) in a child process.
 *
 * @throws {FascicleError} `index-unreadable`, and those of a file that a person names
 */
export async function readDocumentIndex(
  path: string,
  spawnChild: SpawnChild,
  signal: AbortSignal,
): Promise<DocumentIndex> {
  await statInputFile(path);
  const request: IndexRequest = { path };
  const result = await runInChild(spawnChild, 'intake/office/index-child', request, decoding, signal);
  const answer = answered(result, indexAnswerSchema);
  if ('code' in answer) {
    const why = result.ended === 'died' ? result.because : because('child-nonsense');
    throw new FascicleError('index-unreadable', { path, why });
  }
  if (answer.as === 'none') throw new FascicleError('index-unreadable', { path, why: storedCause(answer.why) });
  const index = readIndex(answer.rows);
  if (!index) throw new FascicleError('index-without-head', { path });
  return index;
}

/** Files of a folder that an index lists, and how deep they lie. */
const mostFiles = { files: 20_000, depth: 12 } as const;

/** Files that a system or a word processor leaves behind in every folder. */
const leavings = /^(?:\.|~\$|Thumbs\.db$|desktop\.ini$)/i;

/**
 * The files of a folder and those below it, by their paths within it with `/`, sorted. Links are not followed.
 *
 * @throws {FascicleError} `folder-unreadable` | `folder-too-large` | `folder-too-deep`
 */
export function filesBelow(folder: string): readonly string[] {
  const files: string[] = [];
  const walk = (inside: string, depth: number): void => {
    for (const entry of readdirSync(join(folder, inside), { withFileTypes: true })) {
      if (leavings.test(entry.name)) continue;
      const here = inside === '' ? entry.name : `${inside}/${entry.name}`;
      if (entry.isDirectory()) {
        if (depth >= mostFiles.depth)
          throw new FascicleError('folder-too-deep', { path: here, depth: mostFiles.depth });
        walk(here, depth + 1);
      }
      if (entry.isFile()) files.push(here);
      if (files.length > mostFiles.files)
        throw new FascicleError('folder-too-large', { path: folder, count: mostFiles.files });
    }
  };
  try {
    walk('', 0);
  } catch (error) {
    if (error instanceof FascicleError) throw error;
    throw new FascicleError('folder-unreadable', { path: folder, why: causeOf(error) }, error);
  }
  return files.sort();
}
