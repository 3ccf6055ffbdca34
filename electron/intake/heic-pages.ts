import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Reason } from '../../shared/case/record.ts';
import { runInChild } from '../casefile/children.ts';
import { answered } from './answered.ts';
import { pictureFactsSchema, type ChildRequest } from './child-words.ts';
import type { FileType } from './file-type.ts';
import { runTool, toolOnPath } from './outside-tool.ts';
import { decoding } from './limits.ts';
import { picturePages } from './picture-pages.ts';
import type { StepLedger } from './step-ledger.ts';
import type { FileContent, IntakeServices } from './take-in.ts';

const limits = { milliseconds: 120_000, megabytes: 2_048, outputBytes: 100_000 } as const;

/**
 * A phone's HEIC picture: its facts are read here; it is decoded by the computer's own `heif-convert`, for the codec is
 * not ours to ship. Where that is missing or fails, it is a sheet with the facts that says so.
 */
export async function heicPages(
  { mediaType }: FileType,
  path: string,
  ledger: StepLedger,
  services: IntakeServices,
): Promise<FileContent> {
  const { kase, spawnChild, signal } = services;
  const request: ChildRequest = { task: 'picture-facts', path };
  const read = answered(
    await runInChild(spawnChild, 'intake/intake-child', request, decoding, signal),
    pictureFactsSchema,
  );
  const { facts, size } = 'code' in read ? { facts: [], size: null } : read;
  const sheet = (why: Reason): FileContent => {
    const later = { code: 'pages-later', params: { type: mediaType } };
    ledger.note('make-pages', 'skipped', later);
    return { facts, warnings: [why], pages: { as: 'none', reason: later }, images: [], size };
  };
  const tool = toolOnPath('heif-convert');
  if (tool === null) return sheet({ code: 'heic-tool-missing' });
  const folder = kase.scratch();
  try {
    const drawn = join(folder, 'drawn.png');
    const end = await runTool(tool, [path, drawn], limits, signal);
    if (end.ended === 'failed' || !existsSync(drawn)) {
      const why = end.ended === 'failed' ? `${end.why} ${end.detail}`.slice(0, 200) : 'it holds no single picture';
      return sheet({ code: 'heic-not-drawn', params: { why } });
    }
    const content = await picturePages('picture', drawn, ledger, services);
    return { ...content, facts, size, warnings: [...content.warnings, { code: 'heic-drawn' }] };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
