import { closeSync, openSync, readSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { canonicalBytes } from '../../shared/canonical-json.ts';
import type { Artifact } from '../../shared/case/record.ts';
import type { PageText } from '../../shared/page/page-text.ts';
import { runInChild } from '../casefile/children.ts';
import { answered } from './answered.ts';
import { textAnswerSchema, type ChildRequest } from './child-words.ts';
import { fileTypeOf, headLength } from './file-type.ts';
import { decoding } from './limits.ts';
import type { StepLedger } from './step-ledger.ts';
import type { FileContent, IntakeServices } from './take-in.ts';

type Told = Pick<FileContent, 'facts' | 'warnings'>;

/**
 * The pages of a mail or a text file: what a bundle prints is read once, here, and stored beside the original, with each
 * attachment as a file of its own. A file that cannot be read is a sheet that says why.
 */
export async function textPages(
  as: 'eml' | 'msg' | 'txt',
  path: string,
  told: Told,
  ledger: StepLedger,
  { kase, spawnChild, signal }: IntakeServices,
): Promise<FileContent> {
  const outFolder = kase.scratch();
  try {
    const request: ChildRequest = { task: 'text', as, path, outFolder };
    const result = await runInChild(spawnChild, 'intake/intake-child', request, decoding, signal);
    const answer = answered(result, textAnswerSchema);
    if ('code' in answer || answer.as === 'none') {
      const reason = 'code' in answer ? answer : answer.reason;
      ledger.note('make-pages', 'failed', reason);
      return { ...told, pages: { as: 'none', reason }, images: [], size: null };
    }
    const attachments = answer.attachments.map(({ file, name, mediaType }, at) => {
      const part = join(outFolder, file);
      const type = fileTypeOf(headOf(part));
      const artifact: Artifact = {
        role: 'attachment',
        name: `attachment-${String(at + 1).padStart(4, '0')}.${type.ending}`,
        mediaType: type.mediaType,
        ...kase.objects.putFile(part),
      };
      return { artifact, name, mediaType };
    });
    const text: PageText = {
      v: 1,
      fields: answer.fields,
      notes: answer.notes,
      body: answer.body,
      attachments: attachments.map(({ artifact: { bytes, sha256 }, name, mediaType }) => ({
        name,
        mediaType,
        bytes,
        sha256,
      })),
      head: answer.head,
    };
    const stored: Artifact = {
      role: 'page-text',
      name: 'page-text.json',
      mediaType: 'application/json',
      ...kase.objects.putBytes(canonicalBytes(text)),
    };
    ledger.note('make-pages', 'ok');
    return {
      facts: told.facts,
      warnings: [...told.warnings, ...answer.notes],
      pages: { as: 'text' },
      images: [stored, ...attachments.map(({ artifact }) => artifact)],
      size: null,
    };
  } finally {
    rmSync(outFolder, { recursive: true, force: true });
  }
}

function headOf(path: string): Uint8Array {
  const file = openSync(path, 'r');
  try {
    const head = Buffer.alloc(headLength);
    return head.subarray(0, readSync(file, head, 0, headLength, 0));
  } finally {
    closeSync(file);
  }
}
