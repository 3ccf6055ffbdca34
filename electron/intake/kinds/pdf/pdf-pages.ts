import { join } from 'node:path';
import { z } from 'zod';
import { because } from '../../../../shared/cause.ts';
import { reasonSchema, type Reason } from '../../../../shared/case/record.ts';
import { remove } from '../../../casefile/files/durable.ts';
import { fact, type FileFact } from '../../facts.ts';
import type { FileContent } from '../../intake-types.ts';
import type { FileAtHand } from '../file-kind.ts';
import { comparedPages } from './compare-pages.ts';

/** What stands beside the pages, parsed: hostile bytes were handled where it was read. */
const toldOfPdfSchema = z.strictObject({
  facts: z.array(z.strictObject({ name: z.string(), value: z.string(), source: z.string() })),
  notes: z.array(reasonSchema),
  files: z.array(z.strictObject({ file: z.string().regex(/^part-\d{4}$/), name: z.string() })),
  notItsPages: reasonSchema.nullable(),
});
type ToldOfPdf = z.infer<typeof toldOfPdfSchema>;

/**
 * A PDF's pages: counted now, copied into the bundle when it is built. The files that it carries become pages behind its
 * own, as those of a mail do.
 */
export async function documentPages(file: FileAtHand): Promise<FileContent> {
  const { path, ledger, services, carrier } = file;
  const { caseFile, inspectPdf, signal } = services;
  const filesFolder = caseFile.scratch();
  try {
    const found = await inspectPdf(path, signal, filesFolder);
    const { facts, notes, notItsPages, files } = toldIn(found.told ?? null);
    const carried = await takeCarried(file, filesFolder, files);
    const short = notes.find(({ code }) => code === 'pdf-files-damaged' || code === 'pdf-files-cut');
    if (short && files.length === 0 && carrier.artifact === null) ledger.note('attachments', 'failed', short);
    const told = { facts: [...facts.map(({ name, value, source }) => fact(name, value, source)), ...carried] };
    const reason =
      'refused' in found
        ? found.refused
        : (notItsPages ?? (found.pages.length === 0 ? { code: 'pdf-without-pages' } : null));
    if ('refused' in found || reason !== null) {
      const why = reason ?? { code: 'pdf-without-pages' };
      ledger.note('make-pages', 'failed', why);
      return { ...told, warnings: notes, pages: { as: 'none', reason: why }, images: [], size: null };
    }
    const count = found.pages.length;
    const compared = await comparedPages(path, join(filesFolder, 'copy.pdf'), count, services);
    ledger.note('make-pages', 'ok');
    return {
      facts: [...told.facts, ...compared.facts],
      warnings: [...found.warnings, ...notes, ...compared.warnings],
      pages: { as: 'document', count },
      images: [],
      size: null,
    };
  } finally {
    remove(filesFolder);
  }
}

function toldIn(told: unknown): ToldOfPdf {
  if (told === null) return { facts: [], notes: [], files: [], notItsPages: null };
  const parsed = toldOfPdfSchema.safeParse(told);
  if (parsed.success) return parsed.data;
  const unread: Reason = { code: 'pdf-facts-not-read', params: { why: because('answer-unfit', { answer: 'told' }) } };
  return { facts: [], notes: [unread], files: [], notItsPages: null };
}

/** @returns each with its size and hash, for the list of what the PDF is */
async function takeCarried(
  { services: { caseFile }, parts, carrier }: FileAtHand,
  folder: string,
  files: ToldOfPdf['files'],
): Promise<readonly FileFact[]> {
  const facts: FileFact[] = [];
  for (const { file, name } of files) {
    const kept = caseFile.objects.putFile(join(folder, file));
    await parts.take({ fileName: name, ...kept }, carrier);
    facts.push(fact('PdfFile', `${name} · ${kept.bytes} B · SHA-256 ${kept.sha256}`, 'PDF structure'));
  }
  return facts;
}
