import { join } from 'node:path';
import { canonicalBytes } from '../../shared/canonical-json.ts';
import type { Artifact, Reason } from '../../shared/case/record.ts';
import type { PageText } from '../../shared/page/page-text.ts';
import { runInChild } from '../casefile/processes/children.ts';
import { answered } from './answered.ts';
import { drawHtml } from './draw-html.ts';
import { textAnswerSchema, type TextRequest } from './text-words.ts';
import type { FileAtHand } from './kinds/file-kind.ts';
import { decoding } from './limits.ts';
import type { FileContent } from './intake-types.ts';
import { remove } from '../casefile/files/durable.ts';

/** What is known of the file beside its text; `notes` stand on its pages too. */
type Told = Pick<FileContent, 'facts' | 'warnings'> & Readonly<{ notes: readonly Reason[] }>;

/**
 * The pages of a mail or a text file: what a bundle prints is read once, here, and stored beside the original. The files
 * that a mail carries are stored as they are and handed on, to become pages behind its own. A file that cannot be read is
 * a sheet that says why.
 *
 * @param child the process that reads it; it answers a `TextRequest`
 */
export async function textPages(
  child: `intake/kinds/${string}-child`,
  { path, ledger, services, parts, carrier }: FileAtHand,
  { notes: said, ...told }: Told = { facts: [], warnings: [], notes: [] },
): Promise<FileContent> {
  const { caseFile, spawnChild, signal } = services;
  const outFolder = caseFile.scratch();
  try {
    const request: TextRequest = { task: 'text', path, outFolder };
    const result = await runInChild(spawnChild, child, request, decoding, signal);
    const answer = answered(result, textAnswerSchema);
    if ('code' in answer || answer.as === 'none') {
      const reason = 'code' in answer ? answer : answer.reason;
      ledger.note('make-pages', 'failed', reason);
      return { ...told, pages: { as: 'none', reason }, images: [], size: null };
    }
    // Signatures that were checked are told by what was found, not as unchecked.
    const known = [...said, ...answer.notes.filter(({ code }) => said.length === 0 || code !== 'dkim-not-verified')];
    const { drawn, artifacts, notes } = await drawHtml(answer, outFolder, known, ledger, services);
    const attachments: PageText['attachments'][number][] = [];
    for (const { file, name, mediaType, encoded } of answer.attachments) {
      const kept = caseFile.objects.putFile(join(outFolder, file));
      const refused = await parts.take({ fileName: name, ...kept }, carrier);
      attachments.push({ name, mediaType, ...kept, ...(encoded && { encoded }), ...(refused && { refused }) });
    }
    const { body, html, absent, fields, head } = answer;
    const text: PageText = {
      v: 1,
      fields,
      notes: [...notes],
      body,
      ...(html !== undefined && { html }),
      ...(absent !== undefined && { absent }),
      ...(drawn !== undefined && { drawn }),
      attachments,
      head,
    };
    const stored: Artifact = {
      role: 'page-text',
      name: 'page-text.json',
      mediaType: 'application/json',
      ...caseFile.objects.putBytes(canonicalBytes(text)),
    };
    ledger.note('make-pages', 'ok');
    return {
      facts: told.facts,
      warnings: [...told.warnings, ...notes],
      pages: { as: 'text' },
      images: [stored, ...artifacts],
      size: null,
    };
  } finally {
    remove(outFolder);
  }
}
