import { isAbsolute, relative, sep } from 'node:path';
import { because } from '../../../shared/cause.ts';
import { explain, FascicleError } from '../../../shared/errors/fascicle-error.ts';
import type { Cause } from '../../../shared/text.ts';
import { visibleText } from '../../../shared/visible-text.ts';
import { inspectPdf } from '../../bundle/pdf/imported/read-document.ts';
import { ensureFonts } from '../../capture/browser/fonts.ts';
import { DrawingBrowser } from '../../capture/drawn/drawing-browser.ts';
import type { ItemState, WritableCase } from '../../casefile/case-handles.ts';
import { askDns, type AskDns } from '../../intake/kinds/mail/dkim/ask-dns.ts';
import { importFile, type ImportOptions } from '../../intake/import-file.ts';
import { readByMachine } from '../../intake/ocr/machine-read.ts';
import { filesNamed } from '../../intake/folder/files-named.ts';
import type { FileOnDisk } from '../../intake/folder/name-on-disk.ts';
import { filesBelow, readDocumentIndex } from '../../intake/index/read-document-index.ts';
import type { IntakeServices } from '../../intake/intake-types.ts';
import { writing } from '../cases/with-case.ts';
import { importMembers, type MemberEnds } from './archive-members.ts';
import { importIndex } from './import-index.ts';
import { ReportOfImport } from './intake-report.ts';
import { itemEvent } from '../items/item-event.ts';
import type { Services } from '../services.ts';
import type { Handler } from '../handler.ts';

/** Errors that are about one file: the others are still taken in. */
const ofOneFile = new Set<string>([
  'file-missing',
  'file-is-folder',
  'file-not-regular',
  'file-unreadable',
  'file-name-unclear',
]);

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
      const report = new ReportOfImport();
      const count = { items: 0, refused: 0 };
      const { category, receivedBy, receivedOn, account, formed, operator } = input;
      const refuse = (subject: string, { code, params }: FascicleError) => {
        count.refused += 1;
        const { message, evidence, next } = explain(code, params, language);
        emit({ event: 'error', code, message, evidence, next, subject });
        report.refused(subject, [`${message} ${next}`]);
      };
      /** The item, or null where the file was refused; the others are still taken in. */
      const take = async (
        file: string,
        at: string | FileOnDisk,
        of: number,
        said: Readonly<{ title: string | null; source: string | null }> & Pick<ImportOptions, 'member'>,
        done: (state: ItemState) => Promise<void> = (state) => openMembers(file, state),
      ) => {
        emit({ event: 'progress', stage: 'import', subject: file, done: count.items + count.refused, of });
        try {
          const state = await importFile(
            at,
            { category, ...said, receivedBy, receivedOn, account, formed, operator },
            { ...intakeServices(caseFile, services, signal, dns, drawing), program: services.program },
          );
          count.items += 1;
          const event = itemEvent(caseFile, state, language);
          report.imported(file, event);
          emit(event);
          if (input.ocr) await readByMachine(caseFile, state, services.spawnChild, signal);
          if (input.members) await done(state);
          return state.item;
        } catch (error) {
          signal.throwIfAborted();
          if (!(error instanceof FascicleError) || !ofOneFile.has(error.code)) throw error;
          refuse(file, error);
          return null;
        }
      };
      const leave = (shown: string, why: Cause) =>
        report.system(shown, explain('not-in-import', { path: visibleText(shown), why }, language).message);
      const ends: MemberEnds = {
        take: (shown, at, member, done) =>
          take(shown, at, count.items + count.refused + 1, { title: null, source: input.source, member }, done),
        refuse,
        leave: (shown) => leave(shown, because('left-by-system')),
      };
      const openMembers = (shown: string, state: ItemState) =>
        importMembers(caseFile, { shown, state }, ends, { spawnChild: services.spawnChild, signal, language });
      if (input.index === null) {
        const { title, source } = input;
        const { files, leftOut } = filesNamed(input.files);
        for (const { shown, at } of files) {
          if (at instanceof FascicleError) refuse(shown, at);
          else await take(shown, at, files.length, { title, source });
        }
        for (const { shown, as, why } of leftOut) {
          if (as === 'system') leave(shown, why);
          else refuse(shown, new FascicleError('not-in-import', { path: visibleText(shown), why }));
        }
        return { ...count, papers: null, report: report.rows() };
      }
      const [folder = '', another] = input.files;
      if (another !== undefined)
        throw new FascicleError('bad-call', { why: because('index-one-folder'), command: 'import' });
      const index = await readDocumentIndex(input.index, services.spawnChild, signal);
      const papers = { index, folder, files: filesBelow(folder), own: withinOf(folder, input.index) };
      const listed = await importIndex(caseFile, papers, (file, { title, source }) =>
        take(file, file, index.entries.length, { title: title || null, source: source || input.source }),
      );
      return { ...count, papers: listed, report: report.rows() };
    }),
  );

/** The path of a file within a folder, with `/`; null where it lies elsewhere. */
function withinOf(folder: string, file: string): string | null {
  const inside = relative(folder, file);
  return inside === '' || inside.startsWith('..') || isAbsolute(inside) ? null : inside.split(sep).join('/');
}
