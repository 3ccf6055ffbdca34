import { inBoth, sidesOf } from '../../../../shared/bilingual.ts';
import type { FiledWords } from '../../../../shared/text.ts';
import { wrap } from '../../../../shared/plan/wrap.ts';
import { hairline, ink, linkInk, type Canvas, type Colour } from '../../pdf/canvas.ts';
import type { FontFaces } from '../../pdf/font-face.ts';
import { headingTag, paragraphTag, rowTag, tableTag, type Tag } from '../../pdf/tagged/tag.ts';
import { printAreaOf, type PageSize } from '../../layout.ts';
import { rangeText, type DrawContext, type PageNumbers } from '../../sheet.ts';
import type { Cell, LateLine, TextStyle } from './cell-form.ts';
import { besideFirst, drawCell, drawLate } from './draw-cell.ts';
import { leastLetters } from './letter-sizes.ts';

/** Something with a height that is drawn at a place: a line of a heading, a table row. */
export type Block = Readonly<{
  height: number;
  /** A heading: it never stands alone at the foot of a page. */
  keepsWithNext?: boolean;
  /** Nothing is drawn. */
  isGap?: boolean;
  /** In the technical annex: the exhibit, by its place, of which it begins to tell. */
  tells?: number;
  /** A section that it begins, as the outline names it. */
  begins?: FiledWords;
  /** A row of a table: the head that stands above it again where it is the first of a further page. */
  under?: Block;
  draw(canvas: Canvas, x: number, y: number, context: DrawContext): void;
}>;

/** Share of a field that a part's last page fills at least, where that can be: no few rows, sentence or signature are alone on it. */
const leastTail = 1 / 3;

/** Blocks one under the other, over as many pages as they take; `head` stands again on top of each further page. */
export function flow(
  blocks: readonly Block[],
  size: PageSize,
  head: Block | null = null,
): readonly (readonly Block[])[] {
  const { height } = printAreaOf(size);
  const headOf = (at: number): Block | null => blocks[at]?.under ?? head;
  const begins: number[] = [];
  let used = Infinity;
  for (const [at, block] of blocks.entries()) {
    if (used + heightTogether(blocks, at) > height) {
      used = begins.length > 0 ? (headOf(at)?.height ?? 0) : 0;
      begins.push(at);
    }
    used += block.height;
  }
  const last = begins.pop();
  if (last === undefined) return [];
  const room =
    height - Math.max(head?.height ?? 0, ...blocks.slice(begins.at(-1) ?? 0).map((one) => one.under?.height ?? 0));
  const wanted = Math.min(height * leastTail, room);
  begins.push(begins.length === 0 ? last : fullerTail(blocks, begins.at(-1) ?? 0, last, { room, wanted }));
  return begins.map((from, page) => {
    const again = page > 0 ? headOf(from) : null;
    return [...(again ? [repeated(again)] : []), ...blocks.slice(from, begins[page + 1] ?? blocks.length)];
  });
}

/** A head that stood on the page before: whoever is read the table to hears it once. */
function repeated(head: Block): Block {
  return {
    ...head,
    draw: (canvas, ...at) => {
      canvas.furniture(() => {
        head.draw(canvas, ...at);
      });
    },
  };
}

/**
 * Where the last page begins: earlier than it would, where it would hold too little. What keeps together stays so, and the
 * page before keeps as much as is moved.
 */
function fullerTail(
  blocks: readonly Block[],
  before: number,
  last: number,
  { room, wanted }: Readonly<{ room: number; wanted: number }>,
): number {
  const heightOf = (from: number, to: number) => blocks.slice(from, to).reduce((sum, block) => sum + block.height, 0);
  if (heightOf(last, blocks.length) >= wanted) return last;
  let fuller = last;
  for (let at = last - 1; at > before; at--) {
    const tail = heightOf(at, blocks.length);
    if (tail > room || heightOf(before, at) < Math.min(wanted, tail)) return fuller;
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

/** A style with all that it leaves out. Whatever size is asked for, no letters are smaller than can be read. */
function wholeStyle(style: TextStyle): Required<TextStyle> {
  const size = Math.max(style.size, leastLetters);
  const lead = size * (size > leastLetters ? 1.42 : 1.35); // a table of small letters is read along its rows
  return { weight: 'regular', colour: ink, lead, ...style, size };
}

/** @param stacked whether a second language always stands below the first: heads of columns are read down */
export function cell(text: FiledWords, width: number, style: TextStyle, fonts: FontFaces, stacked = false): Cell {
  const full = wholeStyle(style);
  const font = fonts.face(full.weight);
  const [first, second] = sidesOf(text).map((side) => font.showable(side));
  const lines = wrap(first ?? '', width, (piece) => font.measure(piece, full.size));
  if (second === undefined) return { shown: first ?? '', lines, style: full };
  const others = wrap(second, width, (piece) => fonts.regular.measure(piece, full.size));
  const beside = font.measure(first ?? '', full.size) + 1.2 * full.size;
  const fits = !stacked && lines.length === 1 && beside + fonts.regular.measure(second, full.size) <= width;
  return {
    shown: first ?? '',
    lines: fits ? lines : [...lines, ...others],
    second: { from: lines.length, shown: second, ...(fits && { beside }) },
    style: full,
  };
}

/** The same with at most so many lines for each language; the last of those that are cut ends in `end`. */
export function cellOfLines(
  text: FiledWords,
  most: number,
  end: FiledWords,
  width: number,
  style: TextStyle,
  fonts: FontFaces,
): Cell {
  const ends = sidesOf(end);
  const sides = sidesOf(text).map((side, at) => shortened(side, most, ends[at] ?? ends[0], width, style, fonts));
  return cell(inBoth(sides[0] ?? '', sides[1] ?? sides[0] ?? ''), width, style, fonts);
}

function shortened(text: string, most: number, end: string, width: number, style: TextStyle, fonts: FontFaces): string {
  const { lines } = cell(text, width, style, fonts);
  if (lines.length <= most) return text;
  let kept = Array.from(lines.slice(0, most).join(''));
  while (kept.length > 0 && cell(`${kept.join('')}${end}`, width, style, fonts).lines.length > most)
    kept = kept.slice(0, -2);
  return `${kept.join('')}${end}`;
}

/** Lines about page numbers, each on one line, drawn when they are known. */
export function lateCell(lines: readonly LateLine[], style: TextStyle): Cell {
  const full = wholeStyle(style);
  return { shown: '', lines: lines.map(() => ''), style: full, late: lines };
}

/**
 * A text about page numbers as late lines, one for each language of `like`: what the text is like before they are known.
 * Without `like` it has one language.
 */
export function lateSides(
  text: (numbers: PageNumbers) => FiledWords,
  to: Pick<LateLine, 'link' | 'to'>,
  { fonts }: Readonly<{ fonts: FontFaces }>,
  like: FiledWords = '',
): readonly LateLine[] {
  return sidesOf(like).map((_, at, { length }) => ({
    ...to,
    text: (numbers) => {
      const sides = sidesOf(text(numbers));
      return fonts.regular.showable(length === 1 ? sides.join(besideFirst) : (sides[at] ?? ''));
    },
    ...(at > 0 && { quiet: true as const }),
  }));
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
  const widest = Math.max(...sidesOf(text).map((side) => font.measure(font.showable(side), 1)));
  const size = Math.max(least, Math.min(style.size, (width / Math.max(1, widest)) * 0.999));
  return cell(text, width, { ...style, size }, fonts);
}

export type RowStyle = Readonly<{ pad: number; line: boolean; fill?: Colour; as?: RowMeaning }>;

/**
 * What a row is. One cell is a paragraph or a heading; of several the first names the others, in a table with the rows
 * around it that have the same columns. Else it is said: a row or the head of a table, texts that only stand side by side, or
 * part of what is named.
 */
export type RowMeaning = 1 | 2 | 3 | 'apart' | 'head' | Tag | Readonly<{ table: Tag; head?: true; across?: number }>;

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
  let tags: readonly Tag[] | null = null;
  return Array.from({ length: count }, (_, part): Block => {
    const parts = cells.map((one) => one.lines.slice(part * most, (part + 1) * most));
    const height = Math.max(...parts.map((lines, at) => lines.length * (cells[at]?.style.lead ?? 0))) + 2 * style.pad;
    return {
      height,
      draw: (canvas, x, y, context) => {
        if (style.fill) canvas.rectangle(x, y, width, height, style.fill);
        tags ??= tagsOf(cells, columns, style.as);
        let left = x;
        for (const [at, one] of cells.entries()) {
          const box = { x: left, y: y + style.pad, width: (columns[at] ?? 0) - gutter };
          const tag = tags[at] ?? paragraphTag();
          if (one.late) drawLate(canvas, tag, one, one.late.slice(part * most, (part + 1) * most), box, context);
          else drawCell(canvas, tag, one, parts[at] ?? [], part * most, box, context);
          left += columns[at] ?? 0;
        }
        if (style.line) canvas.line(x, y + height, x + width, y + height, 0.4, hairline);
      },
    };
  });
}

/** The tag of each cell of a row, the same for all pages that the row is on. */
function tagsOf(cells: readonly Cell[], columns: readonly number[], as: RowMeaning | undefined): readonly Tag[] {
  if (typeof as === 'number') return cells.map(() => headingTag(as));
  if (typeof as === 'object' && 'kind' in as) return cells.map(() => as);
  if (typeof as === 'object') {
    const { table, head, across } = as;
    const one = { ...(head && { scope: 'Column' as const }), ...(across !== undefined && { across }) };
    return rowTag(
      table,
      cells.map(() => one),
    ).cells;
  }
  if (as === 'apart' || cells.length === 1) return cells.map(() => paragraphTag());
  const heads = cells.map((_, at) =>
    as === 'head' ? ({ scope: 'Column' } as const) : at === 0 ? ({ scope: 'Row' } as const) : {},
  );
  return rowTag(tableTag(columns.join(' ')), heads).cells;
}

/** A text alone on its lines. */
export function paragraph(
  text: FiledWords,
  width: number,
  style: TextStyle,
  fonts: FontFaces,
  level?: 1 | 2 | 3,
): readonly Block[] {
  const as = level === undefined ? {} : { as: level };
  return tableRow([cell(text, width, style, fonts)], [width + gutter], { pad: 0, line: false, ...as }, 500);
}

/** The title of a part: its first heading. */
export function partTitle(text: FiledWords, width: number, style: TextStyle, fonts: FontFaces): readonly Block[] {
  return paragraph(text, width, { weight: 'bold', ...style }, fonts, 1);
}

/** A heading, kept with what follows it. */
export function heading(text: FiledWords, width: number, style: TextStyle, fonts: FontFaces): readonly Block[] {
  return paragraph(text, width, { weight: 'bold', ...style }, fonts, 2).map((block) => ({
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
