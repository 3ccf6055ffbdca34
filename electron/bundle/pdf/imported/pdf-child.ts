// The process that reads a foreign PDF. It may run out of time or memory, or crash; nobody else is harmed.
import { createHash } from 'node:crypto';
import { closeSync, openSync, readFileSync, statSync } from 'node:fs';
import { PDFDocument, PDFNumber, type PDFPage } from '@cantoo/pdf-lib';
import { serveRequest } from '../../../casefile/children.ts';
import { writeFully } from '../../../casefile/durable.ts';
import {
  largestFile,
  mostPages,
  type PageForm,
  type PageSize,
  type ReadAnswer,
  type ReadRequest,
  type Shortcomings,
} from './child-words.ts';
import { settleDecryptedStrings } from './decrypted-strings.ts';
import { layersOf } from './layers.ts';
import { ObjectCopier } from './object-copier.ts';
import { scriptsIn } from './scripts.ts';
import { formOf, shownBox, userUnit } from './page-form.ts';

serveRequest(async (request) => answerTo(request as ReadRequest)); // sent by read-document.ts only

async function answerTo(request: ReadRequest): Promise<ReadAnswer> {
  const { size } = statSync(request.path);
  if (size > largestFile) return { answer: 'refused', why: 'too-large', detail: `${Math.ceil(size / 1e6)} MB` };
  const bytes = readFileSync(request.path);
  if (request.ask === 'copy' && createHash('sha256').update(bytes).digest('hex') !== request.sha256)
    return { answer: 'refused', why: 'changed', detail: '' };
  let document: PDFDocument;
  try {
    // An empty password opens what is only protected against changes. Without it the library gives blank pages.
    document = await PDFDocument.load(bytes, {
      password: '',
      updateMetadata: false,
      throwOnInvalidObject: false,
    });
  } catch (error) {
    const detail = inWords(error);
    return { answer: 'refused', why: /password|encrypt/i.test(detail) ? 'password' : 'damaged', detail };
  }
  try {
    settleDecryptedStrings(document.context);
    const pages = document.getPages();
    if (pages.length > mostPages) return { answer: 'refused', why: 'too-many-pages', detail: String(pages.length) };
    return request.ask === 'inspect' ? inspect(document, pages) : copyToFile(document, pages, request);
  } catch (error) {
    return { answer: 'refused', why: 'damaged', detail: inWords(error) };
  }
}

/** Copies everything as a bundle would, and keeps nothing: what cannot be copied is said when the file comes in. */
function inspect(document: PDFDocument, pages: readonly PDFPage[]): ReadAnswer {
  const { shortcomings } = copy(
    document,
    pages,
    pages.map((_, at) => at + 1),
    1,
    () => undefined,
  );
  return { answer: 'pages', pages: pages.map(sizeOf), shortcomings };
}

function copyToFile(
  document: PDFDocument,
  pages: readonly PDFPage[],
  request: Extract<ReadRequest, { ask: 'copy' }>,
): ReadAnswer {
  const fd = openSync(request.out, 'wx', 0o600);
  try {
    const objects: [number, number][] = [];
    let at = 0;
    const copied = copy(document, pages, request.pages, request.firstObject, (bytes) => {
      writeFully(fd, bytes);
      objects.push([at, bytes.length]);
      at += bytes.length;
    });
    return { answer: 'forms', ...copied, objects };
  } finally {
    closeSync(fd);
  }
}

function copy(
  document: PDFDocument,
  pages: readonly PDFPage[],
  chosen: readonly number[],
  firstObject: number,
  write: (bytes: Uint8Array) => void,
): Pick<Extract<ReadAnswer, { answer: 'forms' }>, 'forms' | 'layers' | 'shortcomings'> {
  const copier = new ObjectCopier(document.context, firstObject);
  const withoutAppearance: number[] = [];
  const forms = chosen.map((number): PageForm => {
    const page = pages[number - 1];
    if (!page) throw new Error(`there is no page ${number}`);
    const form = formOf(document, page);
    if (form.withoutAppearance) withoutAppearance.push(number);
    return { object: copier.add(form.stream), box: form.box, rotation: rotationOf(page) };
  });
  for (const bytes of copier.written()) write(bytes);
  const shortcomings: Shortcomings = {
    withoutAppearance,
    damagedStreams: copier.damagedStreams,
    scripts: scriptsIn(document.context),
  };
  return { forms, layers: layersOf(document, copier), shortcomings };
}

/** A page's size in points, before it is turned. */
function sizeOf(page: PDFPage): PageSize {
  const [left, bottom, right, top] = shownBox(page);
  const unit = userUnit(page);
  return {
    width: Math.round((right - left) * unit),
    height: Math.round((top - bottom) * unit),
    rotation: rotationOf(page),
  };
}

function rotationOf(page: PDFPage): number {
  const angle = page.node.Rotate();
  const turned = angle instanceof PDFNumber ? angle.asNumber() : 0;
  return (((Math.round(turned / 90) * 90) % 360) + 360) % 360;
}

/** What went wrong, without the library's or the language's inner names. */
function inWords(error: unknown): string {
  if (error instanceof TypeError || error instanceof RangeError) return 'its structure is broken';
  return (error instanceof Error ? error.message : String(error)).slice(0, 300);
}
