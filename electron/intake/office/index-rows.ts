import type { z } from 'zod';
import type { indexAnswerSchema } from '../child-words.ts';
import { docxRows } from './docx-rows.ts';
import { NotOffice, officeParts } from './office-parts.ts';
import { xlsxRows } from './xlsx-rows.ts';

/** The rows of an index, whichever of the two kinds of file it is; never an error that a hostile file can choose. */
export function indexRows(path: string): z.infer<typeof indexAnswerSchema> {
  try {
    const parts = officeParts(path);
    const rows = parts.has('word/document.xml') ? docxRows(parts) : xlsxRows(parts);
    return { as: 'rows', rows: rows.map((row) => [...row]) };
  } catch (error) {
    if (error instanceof NotOffice) return { as: 'none', why: error.message };
    throw error;
  }
}
