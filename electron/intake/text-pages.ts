import { closeSync, openSync, readSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { canonicalBytes } from '../../shared/canonical-json.ts';
import type { Artifact, Reason } from '../../shared/case/record.ts';
import type { PageText } from '../../shared/page/page-text.ts';
import { runInChild } from '../casefile/children.ts';
import { answered } from './answered.ts';
import { textAnswerSchema, type ChildRequest } from './child-words.ts';
import { fileTypeOf, headLength } from './file-type.ts';
import { decoding } from './limits.ts';
import type { Carrier, MailParts } from './mail-parts.ts';
import type { StepLedger } from './step-ledger.ts';
import type { FileContent, IntakeServices } from './take-in.ts';

/** What is known of the file beside its text; `notes` stand on its pages too. */
type Told = Pick<FileContent, 'facts' | 'warnings'> & Readonly<{ notes: readonly Reason[] }>;

/**
 * The pages of a mail or a text file: what a bundle prints is read once, here, and stored beside the original. The files
 * that a mail carries are stored as they are and handed on, to become pages behind its own. A file that cannot be read is
 * a sheet that says why.
 */
export async function textPages(
  as: 'eml' | 'msg' | 'txt',
  path: string,
  { notes: said, ...told }: Told,
  ledger: StepLedger,
  { kase, spawnChild, signal }: IntakeServices,
  parts: MailParts,
  carrier: Carrier,
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
    // Signatures that were checked are told by what was found, not as unchecked.
    const notes = [...said, ...answer.notes.filter(({ code }) => said.length === 0 || code !== 'dkim-not-verified')];
    const attachments: PageText['attachments'][number][] = [];
    for (const { file, name, mediaType } of answer.attachments) {
      const part = join(outFolder, file);
      const type = fileTypeOf(headOf(part));
      const kept = kase.objects.putFile(part);
      const refused = await parts.take({ fileName: name, type, ...kept }, carrier);
      attachments.push({ name, mediaType, ...kept, ...(refused && { refused }) });
    }
    const text: PageText = { v: 1, fields: answer.fields, notes, body: answer.body, attachments, head: answer.head };
    const stored: Artifact = {
      role: 'page-text',
      name: 'page-text.json',
      mediaType: 'application/json',
      ...kase.objects.putBytes(canonicalBytes(text)),
    };
    ledger.note('make-pages', 'ok');
    return {
      facts: told.facts,
      warnings: [...told.warnings, ...notes],
      pages: { as: 'text' },
      images: [stored],
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
