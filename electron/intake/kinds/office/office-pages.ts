import { z } from 'zod';
import { reasonSchema, type Artifact, type Reason } from '../../../../shared/case/record.ts';
import { remove } from '../../../casefile/files/durable.ts';
import { clearLeftTempDirs, tempDir } from '../../../casefile/files/temp-dir.ts';
import { runInChild } from '../../../casefile/processes/children.ts';
import { answered } from '../../answered.ts';
import { fact } from '../../facts.ts';
import type { FileContent } from '../../intake-types.ts';
import { decoding } from '../../limits.ts';
import type { TextRequest } from '../../text-words.ts';
import type { FileAtHand } from '../file-kind.ts';
import { drawOffice, officeProgram } from './draw-office.ts';

const insideSchema = z.strictObject({
  facts: z.array(z.strictObject({ name: z.string(), value: z.string(), source: z.string() })),
  notes: z.array(reasonSchema),
});

/** Formats by the ending under which LibreOffice opens them. */
const endings: Readonly<Record<string, string>> = {
  'application/rtf': 'rtf',
  'application/msword': 'doc',
  'application/vnd.ms-excel': 'xls',
  'application/vnd.ms-powerpoint': 'ppt',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'docx',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'xlsx',
  'application/vnd.openxmlformats-officedocument.presentationml.presentation': 'pptx',
  'application/vnd.oasis.opendocument.text': 'odt',
  'application/vnd.oasis.opendocument.spreadsheet': 'ods',
  'application/vnd.oasis.opendocument.presentation': 'odp',
  'application/vnd.oasis.opendocument.graphics': 'odg',
};

/**
 * The pages of an office file: a PDF that the computer's own LibreOffice makes of it, stored beside the original and never
 * taken for it. What the file holds and the pages do not show is said. Without that program it is a sheet that says so.
 */
export async function officePages(file: FileAtHand): Promise<FileContent> {
  const { path, mediaType, ledger, services } = file;
  const { caseFile, spawnChild, signal, inspectPdf } = services;
  const folder = caseFile.scratch();
  clearLeftTempDirs();
  const room = tempDir('office'); // the case is closed to the user that draws
  try {
    const request: TextRequest = { task: 'text', path, outFolder: folder };
    const told = answered(
      await runInChild(spawnChild, 'intake/kinds/office/office-child', request, decoding, signal),
      insideSchema,
    );
    const inside = 'code' in told ? { facts: [], notes: [{ code: 'office-inside-not-read' }] } : told;
    const facts = inside.facts.map(({ name, value, source }) => fact(name, value, source));
    const sheet = (why: Reason): FileContent => {
      ledger.note('make-pages', 'skipped', why);
      return { facts, warnings: inside.notes, pages: { as: 'none', reason: why }, images: [], size: null };
    };
    const ending = endings[mediaType];
    const tool = officeProgram();
    if (ending === undefined) return sheet({ code: 'pages-later', params: { type: mediaType } });
    if (tool === null) return sheet({ code: 'office-tool-missing' });
    const drawn = await drawOffice(tool.path, path, room, ending, services);
    if ('why' in drawn) return sheet({ code: 'office-not-drawn', params: { why: drawn.why } });
    const found = await inspectPdf(drawn.pdf, signal, folder);
    if ('refused' in found) return sheet(found.refused);
    const made: Artifact = {
      role: 'page-document',
      name: 'page-document.pdf',
      mediaType: 'application/pdf',
      ...caseFile.objects.putFile(drawn.pdf),
    };
    ledger.note('make-pages', 'ok');
    return {
      facts,
      warnings: [{ code: 'converted-office', params: { program: tool.program } }, ...inside.notes, ...found.warnings],
      pages: { as: 'document', count: found.pages.length },
      images: [made],
      size: null,
    };
  } finally {
    remove(folder);
    remove(room);
  }
}
