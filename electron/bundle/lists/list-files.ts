import type { ListFormat } from '../../../shared/plan/list-formats.ts';
import type { BundleModel } from '../model.ts';
import type { PageNumbers } from '../sheet.ts';
import { excelList } from './excel-list.ts';
import { settledPackage } from './office-package.ts';
import { printedLists } from './printed-lists.ts';
import { wordList } from './word-list.ts';

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
  for (const list of printedLists(model, numbers)) {
    for (const format of formats) {
      const core = {
        title: `${list.title} – ${list.notes[0] ?? ''}`,
        program: model.program,
        date: model.custody.wall,
      };
      const name = `${list.name}.${format}`;
      const { bytes, shownOnly } =
        format === 'xlsx' ? await excelList(list) : { bytes: await wordList(list), shownOnly: [] };
      files.push({ name, bytes: settledPackage(bytes, core), shownOnly });
    }
  }
  return files;
}
