import { join } from 'node:path';
import type { Artifact, Reason } from '../../../../shared/case/record.ts';
import { runInChild } from '../../../casefile/processes/children.ts';
import { pictureAnswerSchema, type Drawn, type PictureAnswer, type PictureRequest } from './picture-words.ts';
import { answered } from '../../answered.ts';
import { decoding } from '../../limits.ts';
import type { StepLedger } from '../../step-ledger.ts';
import type { FileContent, IntakeServices } from '../../intake-types.ts';
import { remove } from '../../../casefile/files/durable.ts';

/**
 * A picture's pages: its own bytes where a PDF can carry them, else tiles converted once, now.
 *
 * @param drawn where the picture at `path` is not the file itself but was drawn from it
 */
export async function picturePages(
  treatment: 'png' | 'jpeg' | 'picture',
  path: string,
  ledger: StepLedger,
  { caseFile, spawnChild, signal }: IntakeServices,
  drawn: Drawn | null = null,
): Promise<FileContent> {
  const outFolder = caseFile.scratch();
  const request: PictureRequest = { task: 'pages', treatment, path, outFolder, drawn };
  try {
    const result = await runInChild(spawnChild, 'intake/kinds/picture/picture-child', request, decoding, signal);
    const answer = answered(result, pictureAnswerSchema);
    if ('code' in answer) return failed(ledger, answer, { size: null, facts: [], warnings: [] });
    return fromAnswer(answer, outFolder, ledger, caseFile);
  } finally {
    remove(outFolder);
  }
}

function fromAnswer(
  answer: PictureAnswer,
  outFolder: string,
  ledger: StepLedger,
  caseFile: IntakeServices['caseFile'],
): FileContent {
  switch (answer.as) {
    case 'none':
      return failed(ledger, answer.reason, answer);
    case 'it-is':
      ledger.note('make-pages', 'ok');
      return { ...told(answer), pages: { as: 'images' }, images: [] };
    case 'tiles': {
      const images = answer.tiles.map((tile): Artifact => ({
        role: 'page-image',
        name: tile.file,
        mediaType: 'image/png',
        ...caseFile.objects.putFile(join(outFolder, tile.file)),
        x: 0,
        y: tile.y,
        width: tile.width,
        height: tile.height,
      }));
      for (const cause of answer.causes) ledger.note('convert-picture', 'ok', cause);
      ledger.note('make-pages', 'ok');
      return { ...told(answer), pages: { as: 'images' }, images };
    }
  }
}

type Told = Pick<PictureAnswer, 'size' | 'facts' | 'warnings'>;
const told = ({ size, facts, warnings }: Told): Told => ({ size, facts, warnings });

function failed(ledger: StepLedger, reason: Reason, answer: Told): FileContent {
  ledger.note('make-pages', 'failed', reason);
  return { ...told(answer), pages: { as: 'none', reason }, images: [] };
}
