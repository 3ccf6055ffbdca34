import { isAbsolute, relative, sep } from 'node:path';
import { because } from '../../../shared/cause.ts';
import { explain, FascicleError } from '../../../shared/errors/fascicle-error.ts';
import { inspectPdf } from '../../bundle/pdf/imported/read-document.ts';
import { ensureFonts } from '../../capture/browser/fonts.ts';
import { DrawingBrowser } from '../../capture/drawn/drawing-browser.ts';
import type { WritableCase } from '../../casefile/case-handles.ts';
import { askDns, type AskDns } from '../../intake/kinds/mail/dkim/ask-dns.ts';
import { importFile } from '../../intake/import-file.ts';
import { readByMachine } from '../../intake/ocr/machine-read.ts';
import { filesBelow, readDocumentIndex } from '../../intake/index/read-document-index.ts';
import type { IntakeServices } from '../../intake/intake-types.ts';
import { writing } from '../cases/with-case.ts';
import { importIndex } from './import-index.ts';
import { itemEvent } from '../items/item-event.ts';
import type { Services } from '../services.ts';
import type { Handler } from '../handler.ts';

/** Errors that are about one file: the others are still taken in. */
const ofOneFile = new Set<string>(['file-missing', 'file-is-folder', 'file-not-regular', 'file-unreadable']);

/** What intake needs, with the PDF engine's reader joined to it. */
export function intakeServices(
  caseFile: WritableCase,
  services: Services,
  signal: AbortSignal,
  askDns: AskDns | null,
  drawing: DrawingBrowser,
): IntakeServices & { caseFile: WritableCase } {
  const { clockAndRandom, spawnChild } = services;
  return {
    caseFile,
    clockAndRandom,
    spawnChild,
    inspectPdf: (path, cancelled, filesFolder) => inspectPdf(path, spawnChild, cancelled, filesFolder),
    askDns,
    fontConfig: ensureFonts,
    drawPage: (page, cancelled) =>
      drawing.draw(page, { objects: caseFile.objects, read: caseFile.readObject.bind(caseFile) }, cancelled),
    signal,
  };
}

/** Lends the one browser that an import draws with: none is started where nothing is to be drawn. */
export async function withDrawing<T>(
  { browserHere }: Pick<Services, 'browserHere'>,
  work: (drawing: DrawingBrowser) => Promise<T>,
): Promise<T> {
  const drawing = new DrawingBrowser(browserHere);
  try {
    return await work(drawing);
  } finally {
    await drawing.close();
  }
}

/** Takes in files made elsewhere, each as one item. */
export const importHandler: Handler<'intake.import'> = (input, { services, emit, signal, language }) =>
  writing(input.case, services, (caseFile) =>
    withDrawing(services, async (drawing) => {
      if (input.operator !== null) caseFile.actAs(input.operator);
      const dns = input.dkim ? askDns(input.dnsServer, services.clockAndRandom.now) : null;
      const count = { items: 0, refused: 0 };
      const { category, receivedBy, receivedOn, account, formed, operator } = input;
      /** The item, or null where the file was refused; the others are still taken in. */
      const take = async (
        file: string,
        of: number,
        said: Readonly<{ title: string | null; source: string | null }>,
      ) => {
        emit({ event: 'progress', stage: 'import', subject: file, done: count.items + count.refused, of });
        try {
          const state = await importFile(
            file,
            { category, ...said, receivedBy, receivedOn, account, formed, operator },
            { ...intakeServices(caseFile, services, signal, dns, drawing), program: services.program },
          );
          count.items += 1;
          emit(itemEvent(caseFile, state, language));
          if (input.ocr) await readByMachine(caseFile, state, services.spawnChild, signal);
          return state.item;
        } catch (error) {
          signal.throwIfAborted();
          if (!(error instanceof FascicleError) || !ofOneFile.has(error.code)) throw error;
          count.refused += 1;
          const { message, evidence, next } = explain(error.code, error.params, language);
          emit({ event: 'error', code: error.code, message, evidence, next, subject: file });
          return null;
        }
      };
      if (input.index === null) {
        const { title, source } = input;
        for (const file of input.files) await take(file, input.files.length, { title, source });
        return { ...count, papers: null };
      }
      const [folder = '', another] = input.files;
      if (another !== undefined)
        throw new FascicleError('bad-call', { why: because('index-one-folder'), command: 'import' });
      const index = await readDocumentIndex(input.index, services.spawnChild, signal);
      const papers = { index, folder, files: filesBelow(folder), own: withinOf(folder, input.index) };
      const report = await importIndex(caseFile, papers, (file, { title, source }) =>
        take(file, index.entries.length, { title: title || null, source: source || input.source }),
      );
      return { ...count, papers: report };
    }),
  );

/** The path of a file within a folder, with `/`; null where it lies elsewhere. */
function withinOf(folder: string, file: string): string | null {
  const inside = relative(folder, file);
  return inside === '' || inside.startsWith('..') || isAbsolute(inside) ? null : inside.split(sep).join('/');
}
