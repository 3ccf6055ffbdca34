import type { ListFormat } from '../../../shared/plan/list-formats.ts';
import type { BundleModel } from '../model.ts';
import type { PageNumbers } from '../sheet.ts';
import { excelList } from './excel-list.ts';
import { settledPackage } from './office-package.ts';
import { printedLists, type PrintedList } from './printed-lists.ts';

export type ListFile = Readonly<{
  name: string;
  bytes: Uint8Array;
  /** Texts that it shows without holding them in one piece: whoever looks for words in its bytes has to look here too. */
  shownOnly?: readonly string[];
}>;

/**
 * The lists of a bundle as files: `catalogue.docx`, `catalogue.xlsx` … The same state of the case gives the same bytes.
 *
 * @returns as many files as there are lists and formats, by list
 */
export async function listFiles(
  model: BundleModel,
  numbers: PageNumbers,
  formats: readonly ListFormat[],
): Promise<readonly ListFile[]> {
  const files: ListFile[] = [];
  if (formats.length === 0) return files;
  for (const list of printedLists(model, numbers)) {
    for (const format of formats) {
      const core = {
        title: `${list.title} – ${list.notes[0] ?? ''}`,
        program: model.program,
        date: model.custody.wall,
      };
      const name = `${list.name}.${format}`;
      const { bytes, shownOnly } =
        format === 'xlsx' ? await excelList(list) : { bytes: await asWord(list), shownOnly: [] };
      files.push({ name, bytes: settledPackage(bytes, core), shownOnly });
    }
  }
  return files;
}

/** Nothing else waits for what makes Word files, which is as large as all that builds a bundle. */
async function asWord(list: PrintedList): Promise<Uint8Array> {
  const { wordList } = await import('./word-list.ts');
  return wordList(list);
}
