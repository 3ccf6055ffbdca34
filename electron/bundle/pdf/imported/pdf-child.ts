// The process that reads a foreign PDF. It may run out of time or memory, or crash; nobody else is harmed.
import type { Cause } from '../../../../shared/text.ts';
import { because, causeOf } from '../../../../shared/cause.ts';
import { createHash } from 'node:crypto';
import { closeSync, openSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { PDFName, PDFNumber, type PDFDocument, type PDFPage } from '@cantoo/pdf-lib';
import { serveRequest } from '../../../casefile/processes/children.ts';
import { writeFully } from '../../../casefile/files/durable.ts';
import {
  largestFile,
  mostPages,
  trialName,
  type PageForm,
  type ImportedPageSize,
  type ReadAnswer,
  type ReadRequest,
  type CopyShortcomings,
  type Layers,
} from './child-words.ts';
import { toldOf } from './facts/document-facts.ts';
import type { Told } from './facts/told.ts';
import { layersOf } from './layers.ts';
import { ObjectCopier } from './object-copier.ts';
import { isPassword, openDocument, openSearched, type Opened } from './file/open-document.ts';
import { TrialFile } from './trial-file.ts';
import { settlePageTree } from './file/page-tree.ts';
import { scriptsIn } from './scripts.ts';
import { formOf, shownBox, userUnit } from './page-form.ts';
import { readRegular } from '../../../casefile/files/regular-file.ts';

serveRequest(async (request) => answerTo(request as ReadRequest)); // sent by read-document.ts only

async function answerTo(request: ReadRequest): Promise<ReadAnswer> {
  const { size } = statSync(request.path);
  if (size > largestFile)
    return { answer: 'refused', why: 'too-large', detail: because('this-large', { megabytes: Math.ceil(size / 1e6) }) };
  const bytes = readRegular(request.path, 'followed');
  if (request.ask === 'copy' && createHash('sha256').update(bytes).digest('hex') !== request.sha256)
    return { answer: 'refused', why: 'changed', detail: '' };
  let told: Told | null = null;
  try {
    const opened = await openDocument(bytes);
    const otherParents = settlePageTree(opened.document);
    if (request.ask === 'inspect' && request.filesFolder !== null)
      told = await toldBeside(opened, bytes, request.filesFolder);
    const pages = opened.document.getPages();
    if (pages.length === 0) return { answer: 'refused', why: 'damaged', detail: because('no-pages'), told };
    if (pages.length > mostPages)
      return { answer: 'refused', why: 'too-many-pages', detail: because('this-many', { count: pages.length }), told };
    const chosen = request.ask === 'copy' ? request.pages : pages.map((_, at) => at + 1);
    const differs = opened.passedOver > 0 && (await readsOtherwise(bytes, opened.document, chosen));
    const answer = await (request.ask === 'copy'
      ? copyToFile(opened.document, pages, request)
      : inspect(opened.document, pages, told, request.filesFolder));
    return {
      ...answer,
      shortcomings: { ...answer.shortcomings, ...findingOf(opened, pages.length, differs), otherParents },
    };
  } catch (error) {
    return { answer: 'refused', why: isPassword(error) ? 'password' : 'damaged', detail: causeHere(error), told };
  }
}

/** What stands beside the pages. That it cannot be read takes no pages away. */
async function toldBeside({ document, searched }: Opened, bytes: Uint8Array, filesFolder: string): Promise<Told> {
  try {
    return await toldOf({ document, bytes, searched, filesFolder, scripts: scriptsIn(document.context) });
  } catch (error) {
    const notes = [{ code: 'pdf-facts-not-read', params: { why: causeHere(error) } }];
    return { facts: [], notes, files: [], notItsPages: null };
  }
}

/**
 * Copies everything as a bundle would: what cannot be copied is said when the file comes in.
 *
 * @param folder gets the copy as a file of its own, to be drawn beside the original; null: nothing is kept
 */
async function inspect(document: PDFDocument, pages: readonly PDFPage[], told: Told | null, folder: string | null) {
  const trial = folder === null ? null : new TrialFile(join(folder, trialName));
  try {
    const chosen = pages.map((_, at) => at + 1);
    const { forms, layers, shortcomings } = await copy(document, pages, chosen, 1, (bytes) => trial?.object(bytes));
    trial?.finish(forms, layers);
    return { answer: 'pages' as const, pages: pages.map(sizeOf), shortcomings, told };
  } finally {
    trial?.close();
  }
}

/** Whether a reader that takes every object it finds would show other pages than the table says. */
async function readsOtherwise(bytes: Uint8Array, document: PDFDocument, chosen: readonly number[]): Promise<boolean> {
  try {
    const other = await openSearched(bytes);
    settlePageTree(other);
    const pagesIn = async (one: PDFDocument) => {
      const hash = createHash('sha256').update(`${one.getPageCount()}\n`);
      await copy(one, one.getPages(), chosen, 1, (written) => hash.update(written));
      return hash.digest('hex');
    };
    return (await pagesIn(document)) !== (await pagesIn(other));
  } catch {
    return true; // it shows none at all
  }
}

function findingOf({ document, ...found }: Opened, pages: number, differs: boolean) {
  const count = document.catalog.Pages().lookup(PDFName.of('Count'));
  const counted = count instanceof PDFNumber ? count.asNumber() : null;
  const { searched, unnamed, passedOver, doubledKeys } = found;
  return {
    searched,
    unnamed,
    passedOver,
    doubledKeys,
    differs,
    countedPages: counted === pages ? null : (counted ?? 0),
    pages,
  };
}

async function copyToFile(
  document: PDFDocument,
  pages: readonly PDFPage[],
  request: Extract<ReadRequest, { ask: 'copy' }>,
) {
  const fd = openSync(request.out, 'wx', 0o600);
  try {
    const objects: [number, number][] = [];
    let at = 0;
    const copied = await copy(document, pages, request.pages, request.firstObject, (bytes) => {
      writeFully(fd, bytes);
      objects.push([at, bytes.length]);
      at += bytes.length;
    });
    return { answer: 'forms' as const, ...copied, objects };
  } finally {
    closeSync(fd);
  }
}

async function copy(
  document: PDFDocument,
  pages: readonly PDFPage[],
  chosen: readonly number[],
  firstObject: number,
  write: (bytes: Uint8Array) => void,
): Promise<Readonly<{ forms: readonly PageForm[]; layers: Layers; shortcomings: CopyShortcomings }>> {
  const copier = new ObjectCopier(document.context, firstObject);
  const withoutAppearance: number[] = [];
  const begun = chosen.map((number) => {
    const page = pages[number - 1];
    if (!page) throw new Error(`there is no page ${number}`);
    const form = formOf(document, page);
    if (form.withoutAppearance) withoutAppearance.push(number);
    const object = copier.add(form.stream);
    copier.fault(object, form.faults);
    return { object, box: form.box, rotation: rotationOf(page) };
  });
  for await (const bytes of copier.written()) write(bytes);
  const faults = copier.faultsOf(begun.map(({ object }) => object));
  const forms = begun.map((form, at): PageForm => ({ ...form, faults: faults[at] ?? 0 }));
  const damagedPages = chosen.filter((_, at) => (faults[at] ?? 0) > 0);
  const shortcomings: CopyShortcomings = {
    withoutAppearance,
    damagedPages,
    damagedParts: copier.faultCount,
    scripts: scriptsIn(document.context),
  };
  return { forms, layers: layersOf(document, copier), shortcomings };
}

/** A page's size in points, before it is turned. */
function sizeOf(page: PDFPage): ImportedPageSize {
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
function causeHere(error: unknown): Cause {
  return error instanceof TypeError || error instanceof RangeError ? because('structure-broken') : causeOf(error);
}
