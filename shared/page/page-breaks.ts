import type { Artifact } from '../case/record.ts';
import { rowsWithoutWords, type Rows } from './picture/blank-rows.ts';
import type { SideMargins } from './picture/side-margins.ts';
import type { TextRun } from './text-positions.ts';

/**
 * Where a printed page may end: at any of the rows [from, to), which become the first of the next page. Nothing is cut there
 * but what runs straight down the picture; `parts` is how many blocks of the page, a comment or a row of a table, it parts.
 */
export type PageBreak = readonly [from: number, to: number, parts: number];

/** A block of the page by its rows, in device pixels. A figure is never parted where it fits on a page. */
export type PageBlock = Readonly<{ top: number; bottom: number; figure: boolean }>;

/** A picture keeps one break in so many CSS pixels. */
export const breakSpacing = 40;

/** Edges of blocks lie between pixels, and a line at the edge belongs to either side. */
const slack = 1;

/**
 * The breaks of a picture, from the top down: of each stretch of `spacing` rows the one that parts the fewest blocks, the
 * widest of several. The rows of a break part the same blocks.
 *
 * @param clear rows before which the picture may be cut, from the top down @param spacing device pixels
 */
export function pageBreaks(
  clear: readonly Rows[],
  blocks: readonly PageBlock[],
  spacing: number,
): readonly PageBreak[] {
  const breaks: PageBreak[] = [];
  for (const one of breaksAtAll(clear, blocks)) {
    const last = breaks.at(-1);
    if (!last || Math.floor(last[0] / spacing) !== Math.floor(one[0] / spacing)) breaks.push(one);
    else if (isBetter(one, last)) breaks[breaks.length - 1] = one;
  }
  return breaks;
}

const isBetter = (one: PageBreak, other: PageBreak): boolean =>
  one[2] === other[2] ? one[1] - one[0] > other[1] - other[0] : one[2] < other[2];

/** How many blocks a break at or below a row parts, up to the next step. */
type Step = Readonly<{ from: number; parts: number; figures: number }>;

function breaksAtAll(clear: readonly Rows[], blocks: readonly PageBlock[]): readonly PageBreak[] {
  const steps = stepsOf(blocks);
  const breaks: PageBreak[] = [];
  let at = 0;
  for (const [from, to] of clear) {
    while ((steps[at + 1]?.from ?? Infinity) <= from) at += 1;
    for (let step = at; (steps[step]?.from ?? Infinity) < to; step++) {
      const { from: begins, parts, figures } = steps[step] ?? { from: 0, parts: 0, figures: 0 };
      const rows = [Math.max(from, begins), Math.min(to, steps[step + 1]?.from ?? Infinity)] as const;
      if (figures === 0 && rows[1] > rows[0]) breaks.push([...rows, parts]);
    }
  }
  return breaks;
}

function stepsOf(blocks: readonly PageBlock[]): readonly Step[] {
  const edges = blocks
    .map(({ top, bottom, figure }) => ({ from: Math.floor(top + slack) + 1, to: Math.ceil(bottom - slack), figure }))
    .filter(({ from, to }) => to > from)
    .flatMap(({ from, to, figure }) => [
      { row: from, parts: 1, figures: figure ? 1 : 0 },
      { row: to, parts: -1, figures: figure ? -1 : 0 },
    ])
    .sort((a, b) => a.row - b.row);
  const steps: Step[] = [{ from: 0, parts: 0, figures: 0 }];
  for (const { row, parts, figures } of edges) {
    const last = steps.at(-1) ?? { from: 0, parts: 0, figures: 0 };
    const next = { from: row, parts: last.parts + parts, figures: last.figures + figures };
    if (last.from === row) steps[steps.length - 1] = next;
    else steps.push(next);
  }
  return steps;
}

/** What of a picture was measured to be blank: at its sides, and rows at its foot that are like the one above. */
type Blank = Readonly<{ margins: SideMargins | null; foot: number }>;

/** The first tile of a picture with the picture's breaks, and what is blank of it where that was measured. */
export const withBreaks = (
  tile: Artifact,
  breaks: readonly PageBreak[],
  { margins, foot }: Blank = { margins: null, foot: 0 },
): Artifact => ({
  ...tile,
  ...(margins && margins[0] + margins[1] > 0 && { margins: [...margins] as [number, number] }),
  ...(foot > 0 && { foot }),
  ...(breaks.length > 0 && { breaks: breaks.map(([from, to, parts]): [number, number, number] => [from, to, parts]) }),
});

/** Share of a line's height that its letters leave free above and below: what is cut there is seen in the picture. */
const lean = 0.15;

/** Of the rows before which a picture may be cut, those that no line of words has in it. @param words in device pixels */
export function betweenLines(clear: readonly Rows[], words: readonly TextRun[], height: number): readonly Rows[] {
  const all = clear.map(([from, to]): PageBreak => [from, to, 0]);
  return breaksBetweenLines(all, words, height).map(([from, to]) => [from, to]);
}

/** Breaks that no line of words has in it. @param words in device pixels */
export function breaksBetweenLines(
  breaks: readonly PageBreak[],
  words: readonly TextRun[],
  height: number,
): readonly PageBreak[] {
  return within(breaks, rowsWithoutWords(words, height, lean));
}

/** A cut before the first row of a line, or behind its last, does not part it. */
function within(breaks: readonly PageBreak[], free: readonly Rows[]): readonly PageBreak[] {
  const found: PageBreak[] = [];
  let at = 0;
  for (const [from, to, parts] of breaks) {
    while ((free[at]?.[1] ?? Infinity) < from) at += 1;
    for (let one = at; (free[one]?.[0] ?? Infinity) < to; one++) {
      const rows = [Math.max(from, free[one]?.[0] ?? 0), Math.min(to, (free[one]?.[1] ?? 0) + 1)] as const;
      if (rows[1] > rows[0]) found.push([...rows, parts]);
    }
  }
  return found;
}
