import { z } from 'zod';
import { parseTextPositions, storedTextPositions, type TextRun } from './text-positions.ts';

/**
 * Words of a file of several pages, as a machine read them: for each page (or picture, both counted from 1) the runs with
 * their places from its upper left corner as it is shown, in points of a PDF page or pixels of a picture.
 */
const pageWordsSchema = z.strictObject({
  v: z.literal(1),
  pages: z.array(z.strictObject({ page: z.int().positive(), words: z.unknown() })).max(2_000),
});

export type WordsByPage = ReadonlyMap<number, readonly TextRun[]>;

/** Name of the file in which they are kept: a single picture's words are kept as `machine-read.json`. */
export const pageWordsFile = 'machine-read-pages.json';

/** The words of all pages, in order. */
export function allWords(pages: WordsByPage): readonly string[] {
  return [...pages.values()].flat().map(({ text }) => text);
}

/** Words by their pages as they are stored. */
export function storedPageWords(pages: WordsByPage) {
  return {
    v: 1 as const,
    pages: [...pages].map(([page, runs]) => ({ page, words: storedTextPositions(runs, false) })),
  };
}

/**
 * What a machine read of an item, in either of the two forms it is kept in; a single picture is page 1.
 *
 * @throws {z.ZodError} when it has neither form
 */
export function parseMachineRead(fileName: string, stored: unknown): WordsByPage {
  if (fileName !== pageWordsFile) return new Map([[1, parseTextPositions(stored).runs]]);
  return parsePageWords(stored);
}

/**
 * Words by their pages, as they are stored; of a redacted document those that are left (`page-words.json`).
 *
 * @throws {z.ZodError} when it has another form
 */
export function parsePageWords(stored: unknown): WordsByPage {
  const { pages } = pageWordsSchema.parse(stored);
  return new Map(pages.map(({ page, words }) => [page, parseTextPositions(words).runs]));
}
