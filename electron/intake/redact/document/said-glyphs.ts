import { lettersSaying } from '../../../../shared/page/redact-words.ts';
import type { TextRun } from '../../../../shared/page/text-positions.ts';
import { linesAsDrawn, linesAsSeen, type GlyphLine } from './page-lines.ts';
import type { ReadPage } from './read-pages.ts';

/** What of a page says the words: its glyphs by number, and lines that a machine read in it. */
export type SaidOnPage = Readonly<{ glyphs: ReadonlySet<number>; machine: readonly TextRun[] }>;

/** Words of which no page says anything, and what of each page says any of them. */
export type SaidInDocument = Readonly<{ unsaid: readonly string[]; pages: ReadonlyMap<number, SaidOnPage> }>;

/**
 * Where a document says words, over the ends of lines and pages: in the order in which the pages draw their letters, as
 * they are seen, and as a machine read them. Whatever says them in any of these orders says them.
 */
export function saidIn(pages: readonly ReadPage[], words: readonly string[]): SaidInDocument {
  const glyphs = new Map(pages.map(({ page }) => [page, new Set<number>()]));
  const machine = new Map<number, TextRun[]>();
  const unsaid = new Set(words);
  const orders = [linesAsDrawn, linesAsSeen].map((order) =>
    pages.flatMap(({ page, glyphs: own }) => order(own).map((line) => ({ page, line }))),
  );
  for (const one of words) {
    for (const lines of orders) if (note(lines, one, glyphs)) unsaid.delete(one);
    const runs = pages.flatMap(({ page, machine: own }) => own.map((run) => ({ page, run })));
    const read = lettersSaying(
      runs.map(({ run }) => run),
      [one],
    );
    for (const { page, run } of runs) if (read.has(run)) machine.set(page, [...(machine.get(page) ?? []), run]);
    if (read.size > 0) unsaid.delete(one);
  }
  return {
    unsaid: [...unsaid],
    pages: new Map(
      pages.map(({ page }) => [page, { glyphs: glyphs.get(page) ?? new Set(), machine: machine.get(page) ?? [] }]),
    ),
  };
}

/** Letters of these are drawn from the left to the right, the last one first. */
const fromTheRight = /[\p{sc=Arabic}\p{sc=Hebrew}\p{sc=Syriac}\p{sc=Thaana}\p{sc=Nko}]/u;

function note(
  lines: readonly Readonly<{ page: number; line: GlyphLine }>[],
  words: string,
  glyphs: ReadonlyMap<number, Set<number>>,
): boolean {
  const spellings = fromTheRight.test(words) ? [words, Array.from(words).toReversed().join('')] : [words];
  const said = lettersSaying(
    lines.map(({ line }) => line.run),
    spellings,
  );
  for (const { page, line } of lines) {
    const letters = said.get(line.run);
    if (letters === undefined) continue;
    line.glyphs.forEach((glyph, at) => {
      if (glyph !== null && (letters === null || letters.has(at))) glyphs.get(page)?.add(glyph);
    });
  }
  return said.size > 0;
}
