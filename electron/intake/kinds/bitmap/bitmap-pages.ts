import { join } from 'node:path';
import { runInChild } from '../../../casefile/processes/children.ts';
import { remove } from '../../../casefile/files/durable.ts';
import { answered } from '../../answered.ts';
import type { FileContent } from '../../intake-types.ts';
import { decoding } from '../../limits.ts';
import type { FileAtHand } from '../file-kind.ts';
import { picturePages } from '../picture/picture-pages.ts';
import { bitmapAnswerSchema, type BitmapRequest } from './decode-bitmap.ts';

/** The pages of a Windows bitmap: decoded once, without loss, and from then on like any picture that is converted. */
export async function bitmapPages({ path, ledger, services }: FileAtHand): Promise<FileContent> {
  const { caseFile, spawnChild, signal } = services;
  const folder = caseFile.scratch();
  try {
    const drawn = join(folder, 'drawn.png');
    const request: BitmapRequest = { path, out: drawn };
    const result = await runInChild(spawnChild, 'intake/kinds/bitmap/bitmap-child', request, decoding, signal);
    const answer = answered(result, bitmapAnswerSchema);
    if ('code' in answer || answer.as === 'none') {
      const reason = 'code' in answer ? answer : answer.reason;
      ledger.note('make-pages', 'failed', reason);
      return { facts: [], warnings: [], pages: { as: 'none', reason }, images: [], size: null };
    }
    const { width, height } = answer;
    const unturned = { format: 'bmp', turning: { turns: [], exif: 1 }, size: { width, height } };
    return await picturePages('picture', drawn, ledger, services, unturned);
  } finally {
    remove(folder);
  }
}
