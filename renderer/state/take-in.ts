import type { Category } from '../../shared/case/category.ts';
import type { Input, Output, WorkbenchEvent } from '../../shared/contract.ts';
import { explain } from '../../shared/errors/fascicle-error.ts';
import { longestPiece } from '../../shared/contract/intake.ts';
import { call, WorkbenchError, type Given } from '../workbench-client.ts';
import { changeCaseState, type FileRow } from './case-state.ts';
import { runLong } from './work.ts';
import { useWindow } from './window-state.ts';

/** What a person says of the files before she brings them; null: nothing. */
export type SaidOfFiles = Readonly<{ source: string | null; formed: string | null }>;

let lastRow = 0;

/**
 * Takes files in, each as one item. What has no place on disk (a picture on the clipboard, one dragged out of a browser)
 * is handed over by its bytes, one after the other.
 */
export async function takeInFiles(
  folder: string,
  given: readonly Given[],
  how: 'pasted' | 'dropped',
  category: Category,
  dkim: boolean,
  about: SaidOfFiles,
): Promise<void> {
  const named = given.map((one) => ({ ...one, key: one.path ?? `given ${++lastRow}` }));
  const fresh = named.map(({ key, file }): FileRow => {
    return { key, name: file.name, state: 'waiting', item: null, error: null };
  });
  const keys = new Set(named.map(({ key }) => key));
  changeCaseState(folder, ({ files }) => ({ files: [...fresh, ...files.filter(({ key }) => !keys.has(key))] }));
  const { source, formed } = about;
  const said = { category, title: null, source, receivedBy: null, receivedOn: null, account: null, formed };
  const paths = named.flatMap(({ path }) => path ?? []);
  if (paths.length > 0) await takePaths(folder, { case: folder, files: paths, operator: null, dkim, ...said });
  for (const { key, path, file } of named) {
    if (path === null) await takeBytes(folder, key, file, { case: folder, how, operator: null, ...said });
  }
}

function change(folder: string, key: string, part: Partial<FileRow>): void {
  changeCaseState(folder, ({ files }) => ({
    files: files.map((one) => (one.key === key ? { ...one, ...part } : one)),
  }));
}

async function takePaths(folder: string, input: Input<'intake.import'>): Promise<void> {
  let at: string | null = null;
  const hear = (event: WorkbenchEvent) => {
    const subject = event.event === 'progress' || event.event === 'error' ? event.subject : null;
    if (subject !== null) addRow(folder, subject); // a file of a folder has none yet
    if (event.event === 'progress' && event.stage === 'import') {
      at = event.subject;
      if (at !== null) change(folder, at, { state: 'running' });
    }
    if (event.event === 'item' && at !== null) change(folder, at, { state: 'taken', item: event });
    if (event.event === 'error') change(folder, event.subject, { state: 'refused', error: event });
  };
  try {
    const { report } = await runLong('intake.import', input, hear);
    changeCaseState(folder, ({ files }) => ({ files: asReported(report, files, new Set(input.files)) }));
  } catch (error) {
    endRows(folder, new Set(input.files), error);
  }
}

function addRow(folder: string, key: string): void {
  const row: FileRow = { key, name: nameIn(key), state: 'waiting', item: null, error: null };
  changeCaseState(folder, ({ files }) => (files.some((one) => one.key === key) ? {} : { files: [...files, row] }));
}

/** The rows of an import, those that need a look first; what was left out has one too, and a folder is none itself. */
function asReported(
  report: Output<'intake.import'>['report'],
  files: readonly FileRow[],
  given: ReadonlySet<string>,
): readonly FileRow[] {
  const rows = new Map(files.map((row) => [row.key, row]));
  const told = new Set(report.map(({ file }) => file));
  return [
    ...report.map(({ file, reasons }): FileRow => {
      const error = { message: reasons.join(' '), evidence: '', next: '' };
      return rows.get(file) ?? { key: file, name: nameIn(file), state: 'refused', item: null, error };
    }),
    ...files.filter(({ key }) => !told.has(key) && !given.has(key)),
  ];
}

const nameIn = (path: string): string => path.split(/[\\/]/).at(-1) ?? path;

async function takeBytes(
  folder: string,
  key: string,
  file: File,
  input: Omit<Input<'intake.given'>, 'given' | 'name'>,
): Promise<void> {
  change(folder, key, { state: 'running' });
  const { language } = useWindow.getState().settings;
  try {
    let given: string | null = null;
    for (let from = 0; from < file.size || given === null; from += longestPiece) {
      const bytes = await base64Of(file.slice(from, from + longestPiece));
      ({ given } = await call('intake.piece', { ...{ case: folder }, given, bytes }, language));
    }
    // A picture from the clipboard has no name: the browser makes one up.
    const name = input.how === 'pasted' && /^image\.\w+$/i.test(file.name) ? null : file.name;
    await runLong('intake.given', { ...input, given, name }, (event) => {
      if (event.event === 'item')
        change(folder, key, { state: 'taken', item: event, name: event.fileName ?? file.name });
    });
  } catch (error) {
    endRows(folder, new Set([key]), error);
  }
}

/** The rows that are not done: stopped where a person stopped it, else refused, with what went wrong. */
function endRows(folder: string, keys: ReadonlySet<string>, error: unknown): void {
  const { language } = useWindow.getState().settings;
  const stopped = error instanceof WorkbenchError && error.code === 'cancelled';
  const words =
    error instanceof WorkbenchError
      ? explain(error.code, error.params, language)
      : explain('unforeseen', { why: String(error) }, language);
  changeCaseState(folder, ({ files }) => ({
    files: files.map((one): FileRow => {
      if (!keys.has(one.key) || (one.state !== 'waiting' && one.state !== 'running')) return one;
      return stopped ? { ...one, state: 'stopped' } : { ...one, state: 'refused', error: words };
    }),
  }));
}

/** @throws {DOMException} where what was given cannot be read any more */
function base64Of(part: Blob): Promise<string> {
  return new Promise((done, fail) => {
    const reader = new FileReader();
    reader.onload = () => {
      const text = typeof reader.result === 'string' ? reader.result : '';
      done(text.slice(text.indexOf(',') + 1));
    };
    reader.onerror = () => fail(reader.error ?? new Error('it cannot be read'));
    reader.readAsDataURL(part);
  });
}
