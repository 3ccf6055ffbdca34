import { because } from '../../../../shared/cause.ts';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import type { Reason } from '../../../../shared/case/record.ts';
import { runInChild } from '../../../casefile/processes/children.ts';
import { answered } from '../../answered.ts';
import { pictureFactsSchema, type PictureRequest } from '../picture/picture-words.ts';
import { runTool, toolOnPath } from '../../outside-tool.ts';
import { decoding } from '../../limits.ts';
import { picturePages } from '../picture/picture-pages.ts';
import type { StepLedger } from '../../step-ledger.ts';
import type { FileContent, IntakeServices } from '../../intake-types.ts';
import { remove } from '../../../casefile/files/durable.ts';

const limits = { milliseconds: 120_000, megabytes: 2_048, outputBytes: 100_000 } as const;

/**
 * A phone's HEIC picture: its facts are read here; it is decoded by the computer's own `heif-convert`, for the codec is
 * not ours to ship. The tool turns it as the file's own properties say, so it is not turned again. Where the tool is
 * missing or fails, it is a sheet with the facts that says so.
 */
export async function heicPages(
  mediaType: string,
  path: string,
  ledger: StepLedger,
  services: IntakeServices,
): Promise<FileContent> {
  const { caseFile, spawnChild, signal } = services;
  const request: PictureRequest = { task: 'facts', path };
  const read = answered(
    await runInChild(spawnChild, 'intake/kinds/picture/picture-child', request, decoding, signal),
    pictureFactsSchema,
  );
  const { facts, size, turning } = 'code' in read ? { facts: [], size: null, turning: { turns: null, exif: 1 } } : read;
  const sheet = (why: Reason): FileContent => {
    const later = { code: 'pages-later', params: { type: mediaType } };
    ledger.note('make-pages', 'skipped', later);
    return { facts, warnings: [why], pages: { as: 'none', reason: later }, images: [], size };
  };
  const tool = toolOnPath('heif-convert');
  if (tool === null) return sheet({ code: 'heic-tool-missing' });
  const folder = caseFile.scratch();
  try {
    const drawn = join(folder, 'drawn.png');
    const end = await runTool(tool, [path, drawn], limits, signal);
    if (end.ended === 'failed' || !statSync(drawn, { throwIfNoEntry: false })?.size) {
      const why = end.ended === 'failed' ? end.because : because('not-one-picture-inside');
      return sheet({ code: 'heic-not-drawn', params: { why } });
    }
    const content = await picturePages('picture', drawn, ledger, services, { format: 'heic', turning, size });
    const { pages } = content;
    const told: Reason = pages.as === 'none' ? pages.reason : { code: 'heic-drawn' };
    return { ...content, facts, size, warnings: [...content.warnings, told] };
  } finally {
    remove(folder);
  }
}
