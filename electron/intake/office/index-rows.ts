import type { IndexAnswer } from './index-words.ts';
import { docxRows } from './docx-rows.ts';
import { NotOffice, officeFiles, officeTexts } from './office-parts.ts';
import { xlsxRows } from './xlsx-rows.ts';

/** The rows of an index, whichever of the two kinds of file it is; never an error that a hostile file can choose. */
export function indexRows(path: string): IndexAnswer {
  try {
    const files = officeFiles(path);
    const rows = files.has('word/document.xml') ? docxRows(officeTexts(files)) : xlsxRows(files);
    return { as: 'rows', rows: rows.map((row) => [...row]) };
  } catch (error) {
    if (error instanceof NotOffice) return { as: 'none', why: error.message };
    throw error;
  }
}
