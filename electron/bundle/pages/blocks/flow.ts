import type { FiledWords } from '../../../../shared/text.ts';
import { wrap } from '../../../../shared/plan/wrap.ts';
import { hairline, ink, linkInk, type Canvas, type Colour } from '../../pdf/canvas.ts';
import type { FontFaces, Weight } from '../../pdf/font-face.ts';
import { printAreaOf, type PageSize } from '../../layout.ts';
import { rangeText, spotOf, type DrawContext, type PageNumbers } from '../../sheet.ts';

/** Something with a height that is drawn at a place: a line of a heading, a table row. */
export type Block = Readonly<{
  height: number;
  /** A heading: it never stands alone at the foot of a page. */
  keepsWithNext?: boolean;
  /** Nothing is drawn. */
  isGap?: boolean;
  /** In the technical annex: the exhibit, by its place, of which it begins to tell. */
  tells?: number;
  draw(canvas: Canvas, x: number, y: number, context: DrawContext): void;
}>;

/** What a part's last page holds at least, in points, where that can be: no row, sentence or signature is alone on it. */
const leastTail = 150;

/** Blocks one under the other, over as many pages as they take; `head` stands again on top of each further page. */
export function flow(
  blocks: readonly Block[],
  size: PageSize,
  head: Block | null = null,
): readonly (readonly Block[])[] {
  const { height } = printAreaOf(size);
  const begins: number[] = [];
  let used = Infinity;
  for (const [at, block] of blocks.entries()) {
    if (used + heightTogether(blocks, at) > height) {
      used = begins.length > 0 && head ? head.height : 0;
      begins.push(at);
    }
    used += block.height;
  }
  const last = begins.pop();
  if (last === undefined) return [];
  begins.push(begins.length === 0 ? last : fullerTail(blocks, begins.at(-1) ?? 0, last, height - (head?.height ?? 0)));
  return begins.map((from, page) => [
    ...(page > 0 && head ? [head] : []),
    ...blocks.slice(from, begins[page + 1] ?? blocks.length),
  ]);
}

/**
 * Where the last page begins: earlier than it would, where it would hold too little. What keeps together stays so, and the
 * page before keeps as much as is moved.
 */
function fullerTail(blocks: readonly Block[], before: number, last: number, room: number): number {
  const heightOf = (from: number, to: number) => blocks.slice(from, to).reduce((sum, block) => sum + block.height, 0);
  const wanted = Math.min(leastTail, room);
  if (heightOf(last, blocks.length) >= wanted) return last;
  let fuller = last;
  for (let at = last - 1; at > before; at--) {
    const tail = heightOf(at, blocks.length);
    if (tail > room || heightOf(before, at) < Math.min(leastTail, tail)) return fuller;
    if (isKept(blocks, at) || blocks[at]?.isGap === true) continue;
    fuller = at;
    if (tail >= wanted) return fuller;
  }
  return fuller;
}

/** Whether a block must stay on the page of the one before it, over a gap too. */
function isKept(blocks: readonly Block[], at: number): boolean {
  let before = at - 1;
  while (blocks[before]?.isGap === true && blocks[before]?.keepsWithNext !== true) before -= 1;
  return blocks[before]?.keepsWithNext === true;
}

/** Height of a block with all that it must not be parted from: a heading also keeps what stands behind a gap. */
function heightTogether(blocks: readonly Block[], at: number, kept = false): number {
  const block = blocks[at];
  if (!block) return 0;
  const goesOn = block.keepsWithNext === true || (kept && block.isGap === true);
  return block.height + (goesOn ? heightTogether(blocks, at + 1, true) : 0);
}

/** Draws the blocks of one page from the top of its field. */
export function drawBlocks(canvas: Canvas, blocks: readonly Block[], size: PageSize, context: DrawContext): void {
  const field = printAreaOf(size);
  let { y } = field;
  for (const block of blocks) {
    block.draw(canvas, field.x, y, context);
    y += block.height;
  }
}

export type TextStyle = Readonly<{ size: number; weight?: Weight; colour?: Colour; lead?: number }>;

/**
 * A text broken into lines. `link` makes it lead to an exhibit. `late` is a text that is only known when the pages are
 * numbered: `lines` then only says how many lines it takes.
 */
export type Cell = Readonly<{
  shown: string;
  lines: readonly string[];
  style: Required<TextStyle>;
  link?: number;
  /** By line: an exhibit that it is about, and words of it; where they are found the line leads there. */
  quotes?: readonly Quote[];
  late?: readonly LateLine[];
}>;

/** `named`: the line names the exhibit, and leads to its first page where its pages say none of the words. */
export type Quote = Readonly<{ exhibit: number; words: readonly string[]; named?: true }> | null;

/** A line about page numbers, with the exhibit that it leads to: its own pages, those in the annex, or what the technical annex tells. */
export type LateLine = Readonly<{
  text(numbers: PageNumbers): FiledWords;
  link: number | null;
  to?: 'exhibit' | 'annex' | 'technical';
  /** Leads to the first of these words that is found on its pages. */
  words?: readonly string[];
}>;

export function cell(text: FiledWords, width: number, style: TextStyle, fonts: FontFaces): Cell {
  const full = { weight: 'regular', colour: ink, lead: style.size * 1.42, ...style } as const;
  const font = fonts.face(full.weight);
  const shown = font.showable(text);
  return { shown, lines: wrap(shown, width, (piece) => font.measure(piece, full.size)), style: full };
}

/** Lines about page numbers, each on one line, drawn when they are known. */
export function lateCell(lines: readonly LateLine[], style: TextStyle): Cell {
  const full = { weight: 'regular', colour: ink, lead: style.size * 1.42, ...style } as const;
  return { shown: '', lines: lines.map(() => ''), style: full, late: lines };
}

/** The pages of an exhibit as a link to the first of them. */
export function pagesCell(exhibit: number, style: TextStyle): Cell {
  return lateCell([{ text: (numbers) => rangeText(numbers.ofExhibit(exhibit)), link: exhibit }], {
    colour: linkInk,
    ...style,
  });
}

/** A text on one line, in the largest size down to `least` at which it fits; else in lines of that least size. */
export function fittedLine(text: FiledWords, width: number, style: TextStyle, least: number, fonts: FontFaces): Cell {
  const font = fonts.face(style.weight ?? 'regular');
  const shown = font.showable(text);
  const size = Math.max(least, Math.min(style.size, (width / Math.max(1, font.measure(shown, 1))) * 0.999));
  return cell(text, width, { ...style, size }, fonts);
}

export type RowStyle = Readonly<{ pad: number; line: boolean; fill?: Colour }>;
/** Room between columns, in points. */
export const gutter = 6;

/**
 * Cells side by side. A row that is too tall for a page is continued on the next one, so that nothing is ever cut: the
 * reader of the text gets each cell whole, where it begins.
 *
 * @param columns widths in points; a cell's text takes its column less the gutter
 */
export function tableRow(
  cells: readonly Cell[],
  columns: readonly number[],
  style: RowStyle,
  tallest: number,
): readonly Block[] {
  const most = Math.max(1, Math.floor((tallest - 2 * style.pad) / Math.max(...cells.map((one) => one.style.lead))));
  const count = Math.max(1, ...cells.map(({ lines }) => Math.ceil(lines.length / most)));
  const width = columns.reduce((sum, column) => sum + column, 0);
  return Array.from({ length: count }, (_, part): Block => {
    const parts = cells.map((one) => one.lines.slice(part * most, (part + 1) * most));
    const height = Math.max(...parts.map((lines, at) => lines.length * (cells[at]?.style.lead ?? 0))) + 2 * style.pad;
    return {
      height,
      draw: (canvas, x, y, context) => {
        if (style.fill) canvas.rectangle(x, y, width, height, style.fill);
        let left = x;
        cells.forEach((one, at) => {
          const box = { x: left, y: y + style.pad, width: (columns[at] ?? 0) - gutter };
          if (one.late) drawLate(canvas, one, one.late.slice(part * most, (part + 1) * most), box, context);
          else drawCell(canvas, one, parts[at] ?? [], part * most, box, context);
          left += columns[at] ?? 0;
        });
        if (style.line) canvas.line(x, y + height, x + width, y + height, 0.4, hairline);
      },
    };
  });
}

type CellBox = Readonly<{ x: number; y: number; width: number }>;

function drawCell(
  canvas: Canvas,
  whole: Cell,
  lines: readonly string[],
  from: number,
  { x, y, width }: CellBox,
  { numbers }: DrawContext,
): void {
  const { size, weight, colour, lead } = whole.style;
  if (lines.length === 0 || whole.shown === '') return;
  const draw = () => {
    lines.forEach((line, at) => {
      const top = y + at * lead;
      const quote = whole.quotes?.[from + at];
      const found = quote ? spotOf(numbers, quote.exhibit, quote.words) : null;
      const spot = found ?? (quote?.named ? { page: numbers.ofExhibit(quote.exhibit)[0], down: 0 } : null);
      canvas.text(x, top + lead * 0.5 + size * 0.36, line, size, weight, spot ? linkInk : colour);
      if (spot) canvas.link(x, top, width, lead, spot.page, Math.max(0, spot.down - aboveWords));
    });
  };
  if (whole.lines.length === 1) draw();
  else canvas.readingAs(from === 0 ? whole.shown : '', draw);
  if (whole.link !== undefined) canvas.link(x, y, width, lines.length * lead, numbers.ofExhibit(whole.link)[0]);
}

function drawLate(
  canvas: Canvas,
  { style: { size, weight, colour, lead } }: Cell,
  lines: readonly LateLine[],
  { x, y, width }: CellBox,
  { numbers }: DrawContext,
): void {
  lines.forEach(({ text, link, to = 'exhibit', words }, at) => {
    const top = y + at * lead;
    canvas.textWithin(width, x, top + lead * 0.5 + size * 0.36, text(numbers), size, weight, colour);
    const found = link === null || words === undefined ? null : spotOf(numbers, link, words);
    const page = found?.page ?? (link === null ? null : firstPage[to](numbers, link));
    if (page !== null) canvas.link(x, top, width, lead, page, found ? Math.max(0, found.down - aboveWords) : 0);
  });
}

/** Points that are shown above the words that a link leads to. */
export const aboveWords = 60;

const firstPage: Readonly<Record<NonNullable<LateLine['to']>, (numbers: PageNumbers, at: number) => number | null>> = {
  exhibit: (numbers, at) => numbers.ofExhibit(at)[0],
  annex: (numbers, at) => numbers.ofAnnex(at)?.[0] ?? null,
  technical: (numbers, at) => numbers.ofTechnical(at),
};

/** A text alone on its lines. */
export function paragraph(text: FiledWords, width: number, style: TextStyle, fonts: FontFaces): readonly Block[] {
  return tableRow([cell(text, width, style, fonts)], [width + gutter], { pad: 0, line: false }, 500);
}

/** A heading, kept with what follows it. */
export function heading(text: FiledWords, width: number, style: TextStyle, fonts: FontFaces): readonly Block[] {
  return paragraph(text, width, { weight: 'bold', ...style }, fonts).map((block) => ({
    ...block,
    keepsWithNext: true,
  }));
}

export function gap(height: number): Block {
  return { height, isGap: true, draw: () => undefined };
}

export function rule(width: number): Block {
  return { height: 1, draw: (canvas, x, y) => canvas.line(x, y + 0.5, x + width, y + 0.5, 0.5, hairline) };
}
