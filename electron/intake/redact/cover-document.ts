import { join } from 'node:path';
import type { PagedRegion } from '../../../shared/case/paged-region.ts';
import type { Artifact, ItemRecord } from '../../../shared/case/record.ts';
import { pageDocument } from '../../../shared/case/page-pictures.ts';
import { because } from '../../../shared/cause.ts';
import type { Cause } from '../../../shared/text.ts';
import { FascicleError } from '../../../shared/errors/fascicle-error.ts';
import { parseTextPositions } from '../../../shared/page/text-positions.ts';
import type { ItemState } from '../../casefile/case-handles.ts';
import { runInChild } from '../../casefile/processes/children.ts';
import { dotsPerInch } from '../open-drawable.ts';
import { documentAnswerSchema, type DocumentAnswer, type DocumentRequest } from './document/document-words.ts';
import type { Covered, Covering } from './covering.ts';
import { machineReadOf } from './locate-words.ts';

/** Some three drawings of each page, of which a computer makes two or three a second. */
const drawing = { milliseconds: 30 * 60_000, megabytes: 2_048 } as const;

/** The file of an item whose pages are a document's; null of any other. */
export function redactableDocument(record: ItemRecord): Artifact | null {
  const pages = record.kind === 'import' ? record.pages : record.file?.pages;
  if (pages?.as !== 'document') return null;
  return pageDocument(record) ?? null;
}

/**
 * Draws every page of a document as a picture, without the words and with their places black. Nothing else of the document
 * goes along: neither bookmarks nor forms nor what it says of itself, and of its words those that the pictures show.
 *
 * @throws {FascicleError} `words-not-said` | `words-pages-unread` | `document-not-drawn` | `source-changed` |
 *   `redaction-not-painted` | `redact-off-picture`
 */
export async function coverDocument(
  parent: ItemState,
  { sha256 }: Artifact,
  { caseFile, folder, words, regions, wholeLines, spawnChild, signal }: Covering,
): Promise<Covered> {
  const { item } = parent;
  const request: DocumentRequest = {
    path: caseFile.objectPath(sha256),
    sha256,
    folder,
    words,
    wholeLines,
    regions,
    read: [...machineReadOf(caseFile, parent)],
  };
  const result = await runInChild(spawnChild, 'intake/redact/document/document-child', request, drawing, signal);
  const notDrawn = (why: Cause) => new FascicleError('document-not-drawn', { item, why });
  if (result.ended === 'died') throw notDrawn(result.because);
  const answer = documentAnswerSchema.parse(result.answer);
  if (answer.as === 'none')
    throw answer.pages === null
      ? new FascicleError('source-changed', { sha256 })
      : notDrawn(because('this-many', { count: answer.pages }));
  if (answer.as === 'unpainted') throw new FascicleError('redaction-not-painted', { tile: answer.page });
  if (answer.as === 'unsure') throw refusal(item, answer);
  const { pages, replaced } = answer;
  for (const { page = 1, x, y, width, height } of regions)
    if (page > pages.length)
      throw new FascicleError('redact-off-picture', { item, region: `${page}:${[x, y, width, height].join(',')}` });
  const texts = pages.map(({ words: left }) => parseTextPositions(left).runs.map(({ text }) => text));
  return {
    pictures: pages.map(({ file, width, height }): Artifact => ({
      role: 'page-image',
      name: file.replace(/^page-/, 'page-image-'),
      mediaType: 'image/png',
      ...caseFile.objects.putFile(join(folder, file)),
      x: 0,
      y: 0,
      width,
      height,
    })),
    texts: [
      {
        role: 'page-words',
        name: 'page-words.json',
        mediaType: 'application/json',
        ...caseFile.objects.putBytes(
          bytesOf(JSON.stringify({ v: 1, pages: pages.map(({ words: left }, at) => ({ page: at + 1, words: left })) })),
        ),
      },
      {
        role: 'text',
        name: 'text.txt',
        mediaType: 'text/plain',
        ...caseFile.objects.putBytes(bytesOf(texts.flat().join('\n'))),
      },
    ],
    regions: pages.flatMap(({ covers }, at) => covers.map((cover): PagedRegion => ({ ...cover, page: at + 1 }))),
    lines: pages.reduce((sum, { lines }) => sum + lines, 0),
    pieces: new Set(),
    warnings: [
      { code: 'pages-drawn', params: { count: pages.length, dots: dotsPerInch } },
      ...(replaced.length > 0 ? [{ code: 'pages-fonts-replaced', params: { pages: replaced.join(', ') } }] : []),
    ],
  };
}

const bytesOf = (text: string) => new TextEncoder().encode(text);

function refusal(item: string, { unsaid, unread }: Extract<DocumentAnswer, { as: 'unsure' }>): FascicleError {
  const [words] = unsaid;
  if (unread.length > 0) return new FascicleError('words-pages-unread', { item, pages: unread.join(', ') });
  return new FascicleError('words-not-said', { item, words: words ?? '' });
}
