// Draws the pages of a PDF without some words and covers their places, in a process of its own: it reads what came from outside.
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { serveRequest } from '../../../casefile/processes/children.ts';
import { readRegular } from '../../../casefile/files/regular-file.ts';
import { openDrawable } from '../../open-drawable.ts';
import type { DocumentAnswer, DocumentRequest } from './document-words.ts';
import { redactedPage } from './redacted-page.ts';
import { readPages } from './read-pages.ts';
import { saidIn } from './said-glyphs.ts';

/** A longer document is covered in parts that a person makes. */
const mostPages = 500;

serveRequest(async (sent): Promise<DocumentAnswer> => {
  const request = sent as DocumentRequest; // sent by redact-document.ts only
  const bytes = readRegular(request.path);
  if (createHash('sha256').update(bytes).digest('hex') !== request.sha256) return { as: 'none', pages: null };
  const pdf = await openDrawable(bytes);
  const count = pdf.document.numPages;
  if (count > mostPages) return { as: 'none', pages: count };
  const read = await readPages(pdf, request.read);
  const said = saidIn(read, request.words);
  const unread = request.words.length === 0 ? [] : read.filter(({ isRead }) => !isRead).map(({ page }) => page);
  if (request.regions.length === 0 && said.unsaid.length + unread.length > 0)
    return { as: 'unsure', unsaid: [...said.unsaid], unread };
  const pages: Extract<DocumentAnswer, { as: 'pages' }>['pages'] = [];
  for (const one of read) {
    const file = `page-${String(one.page).padStart(4, '0')}.png`;
    const out = join(request.folder, file);
    const drawn = await redactedPage(pdf, one, said.pages.get(one.page) ?? null, request, out);
    if (drawn === null) return { as: 'unpainted', page: one.page };
    pages.push({ file, ...drawn });
  }
  return { as: 'pages', pages, replaced: read.filter(({ isReplaced }) => isReplaced).map(({ page }) => page) };
});
