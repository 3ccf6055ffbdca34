import { sayToUser, type FiledWords } from '../../../../shared/language.ts';
import { gapTexts } from '../../../../shared/messages/papers/gap-messages.ts';
import { sidesOf } from '../../../../shared/bilingual.ts';
import { forOwnTeam, type BundleModel } from '../../model.ts';
import { printAreaOf, type PageSize } from '../../layout.ts';
import { sealInk, softInk, type Colour } from '../../pdf/canvas.ts';
import type { FontFaces } from '../../pdf/font-face.ts';
import { tableTag } from '../../pdf/tagged/tag.ts';
import type { DrawContext, Page } from '../../sheet.ts';
import { balancedWidths } from './balance.ts';
import type { Cell, TextStyle } from './cell-form.ts';
import { cell, drawBlocks, flow, gap, gutter, paragraph, partTitle, tableRow, type Block } from './flow.ts';
import { leastLetters } from './letter-sizes.ts';

const band: Colour = [0.953, 0.945, 0.925];

/** A part of the bundle that is one table. */
export type TablePart = Readonly<{
  title: FiledWords;
  size: PageSize;
  /** Under the title. */
  intro?: readonly Block[];
  /** Widths are shares of the field's. `stays`: no room of it is given to others, for its texts are cut to it. */
  columns: readonly Readonly<{ name: FiledWords; width: number; stays?: true }>[];
  rows: readonly TableLine[];
  outro?: readonly Block[];
  textSize?: number;
  pad?: number;
}>;

/** A row of the table: texts, cells of any width, or finished cells; or a line across it, for a group. */
export type TableLine = Readonly<{ cells: readonly TableCell[] }> | Readonly<{ across: FiledWords }>;
export type TableCell = CellText | Cell | CellOfWidth;
/** A cell that is laid out when its column's width is known. */
type CellOfWidth = (width: number) => Cell;
export type CellText = FiledWords | Readonly<{ text: FiledWords; style: Partial<TextStyle> }>;

type Drawn = Pick<BundleModel, 'fonts' | 't'>;

/** Pages of a table: title, head on every page, rows that are never cut, what follows. */
export function tablePages(part: TablePart, model: Drawn): readonly Page[] {
  const title = partTitle(part.title, printAreaOf(part.size).width, { size: 17 }, model.fonts);
  const { head, above, rows } = tableBlocks(part, model);
  return flowPages([...title, ...above, head, ...rows], part.size, part.title, head);
}

/** A table as blocks among others, under a heading that the outline names too; its head stands again on each further page. */
export function tableAmongOthers(part: TablePart, model: Drawn): readonly Block[] {
  const title = paragraph(part.title, printAreaOf(part.size).width, { size: 13.5, weight: 'bold' }, model.fonts, 2);
  const { head, above, rows } = tableBlocks(part, model);
  return [
    ...[...title, ...above].map((block, at) => ({
      ...block,
      keepsWithNext: true,
      ...(at === 0 && { begins: part.title }),
    })),
    head,
    ...rows.map((row) => ({ ...row, under: head })),
  ];
}

/** What stands above the rows of a table, under its title; its head; its rows, with what closes it. */
function tableBlocks(
  part: TablePart,
  { fonts, t }: Drawn,
): Readonly<{ above: readonly Block[]; head: Block; rows: readonly Block[] }> {
  const { size, columns, intro = [], outro = [], textSize = leastLetters, pad = 3.4 } = part;
  const field = printAreaOf(size);
  const shares = columns.reduce((sum, { width }) => sum + width, 0);
  const asCell = (one: TableCell, width: number): Cell => {
    if (typeof one === 'function') return one(width);
    if (typeof one !== 'string' && 'lines' in one) return one;
    const { text, style } = typeof one === 'string' ? { text: one, style: {} } : one;
    return cell(text, width, { size: textSize, ...style }, fonts);
  };
  const headStyle = { size: leastLetters, weight: 'bold', colour: softInk } as const;
  const widths = fittedWidths(
    columns.map(({ name }) => name),
    part.rows.flatMap((row) => ('across' in row ? [] : [row.cells])),
    columns.map(({ width }) => (width / shares) * field.width),
    {
      laidOut: (one, width) => asCell(one, width - gutter),
      headOf: (name, width) => cell(name, width - gutter, headStyle, fonts, true),
      ...{ words: wordsOf, size: textSize, fonts },
      isFree: (one, at) => columns[at]?.stays !== true && isTextAlone(one),
    },
  );
  const tallest = field.height - 90;
  const table = tableTag();
  const across = columns.length;
  const [head] = tableRow(
    columns.map(({ name }, at) => cell(name, (widths[at] ?? 0) - gutter, headStyle, fonts, true)),
    widths,
    { pad: 3.4, line: true, fill: band, as: { table, head: true } },
    200,
  );
  if (!head) throw new Error('a table row has at least one block');
  const rows = part.rows.flatMap((row) =>
    'across' in row
      ? tableRow(
          [cell(row.across, field.width - gutter, { size: textSize + 1, weight: 'bold' }, fonts)],
          [field.width],
          { pad: pad + 0.4, line: true, as: { table, across } },
          tallest,
        ).map((block) => ({ ...block, keepsWithNext: true }))
      : tableRow(
          row.cells.map((one, at) => asCell(one, (widths[at] ?? 0) - gutter)),
          widths,
          { pad, line: true, as: { table } },
          tallest,
        ),
  );
  const nothing = tableRow(
    [cell(t('nothingStated'), field.width - gutter, { size: textSize, colour: sealInk }, fonts)],
    [field.width],
    { pad, line: true, as: { table, across } },
    tallest,
  );
  return {
    above: [...intro, gap(8)],
    head: { ...head, keepsWithNext: true },
    rows: closedBy(rows.length === 0 ? nothing : rows, outro),
  };
}

/** Rows that the widths of a table are found by. */
const sampled = 48;

/** How the cells of a table are laid out at some width of their column, in points. */
type Trial<T> = Readonly<{
  laidOut(one: T, column: number): Cell;
  headOf(name: FiledWords, column: number): Cell;
  words(one: T): string;
  /** Whether the cell, in this column, may have another width than was asked for. */
  isFree(one: T, column: number): boolean;
  size: number;
  fonts: FontFaces;
}>;

/** Widths of columns, in points: as asked for, and where their cells may have any width, such that the rows are low. */
export function fittedWidths<T>(
  names: readonly FiledWords[],
  rows: readonly (readonly T[])[],
  asked: readonly number[],
  { laidOut, headOf, words, isFree, size, fonts }: Trial<T>,
): readonly number[] {
  const some = rows.slice(0, sampled);
  const cellsOf = names.map((_, at) => some.flatMap((cells) => cells.slice(at, at + 1)));
  const lines = (at: number, width: number) => [
    headOf(names[at] ?? '', width).lines.length,
    ...(cellsOf[at] ?? []).map((one) => laidOut(one, width).lines.length),
  ];
  const free = names.flatMap((_, at) => (cellsOf[at]?.every((one) => isFree(one, at)) === true ? [at] : []));
  if (some.length < 2 || free.length < 2) return asked;
  const fixed = asked.flatMap((width, at) => (free.includes(at) ? [] : [lines(at, width)]));
  const found = balancedWidths(
    free.map((at) => ({
      width: asked[at] ?? 0,
      least:
        gutter +
        Math.max(
          widestWord([names[at] ?? '', ...(cellsOf[at] ?? []).map(words)], size, fonts),
          shortHead(names[at] ?? '', size, fonts),
        ),
      lines: (width) => lines(at, width),
    })),
    Array.from({ length: some.length + 1 }, (_, row) => Math.max(1, ...fixed.map((of) => of[row] ?? 0))),
  );
  return asked.map((width, at) => found[free.indexOf(at)] ?? width);
}

/** Whether a cell may have any width: it is not laid out already with lines of its own. */
const isTextAlone = (one: TableCell): boolean =>
  typeof one !== 'object' ||
  'text' in one ||
  (one.late === undefined && one.quotes === undefined && one.lines.length < 2);

function wordsOf(one: TableCell): string {
  if (typeof one === 'string') return one;
  if (typeof one === 'function') return one(1e6).shown;
  return 'text' in one ? one.text : one.shown;
}

/** Points of the widest word that is written without a blank; long addresses and hashes may be broken. */
function widestWord(texts: readonly string[], size: number, { bold }: FontFaces): number {
  const words = texts.flatMap(sidesOf).flatMap((side) => side.split(/[\s\p{Script=Han}，。；：、（）“”《》/]+/u));
  return Math.max(
    0,
    ...words.filter((word) => word.length < 16).map((word) => bold.measure(bold.showable(word), size)),
  );
}

/** The last row stays with what closes the table: a signature never stands on a page without anything it signs. */
function closedBy(rows: readonly Block[], outro: readonly Block[]): readonly Block[] {
  const last = outro.length === 0 ? [] : rows.slice(-1);
  const keeping = [...last, ...outro].map((block, at, all) => ({ ...block, keepsWithNext: at < all.length - 1 }));
  return [...rows.slice(0, rows.length - last.length), ...keeping];
}

/** Pages of blocks, one under the other. */
export function flowPages(
  blocks: readonly Block[],
  size: PageSize,
  header: FiledWords,
  head: Block | null = null,
): readonly Page[] {
  return flow(blocks, size, head).map((page): Page => ({
    size,
    header,
    ...withMarks(page.flatMap(({ begins }) => begins ?? [])),
    draw: (canvas, context: DrawContext) => {
      drawBlocks(canvas, page, size, context);
    },
  }));
}

const withMarks = (mark: readonly FiledWords[]): Pick<Page, 'mark'> => (mark.length > 0 ? { mark } : {});

/** A cell that nobody filled: shown as lacking to those who work on the case, left open in a filing. */
export function stated(
  text: FiledWords | null | undefined,
  model: Pick<BundleModel, 'working' | 'language'>,
  style: Partial<TextStyle> = {},
): CellText {
  const empty = text === null || text === undefined || text.trim() === '';
  if (!empty) return { text, style };
  return { text: lackText(model), style: { ...style, ...(model.working && { colour: sealInk }) } };
}

/** What stands where something is lacking: the mark of a gap in a working edition, a dash in a filing. */
export function lackText({ working, language }: Pick<BundleModel, 'working' | 'language'>): FiledWords {
  return working ? forOwnTeam(working, sayToUser(gapTexts.gap, language)) : openCell;
}

/** A cell that is left open; `noteOnOpenCells` says that it does not mean "none". */
export const openCell = '–';

/** Points of a head of up to four characters: it is one word, and stands on one line. */
function shortHead(name: string, size: number, { bold }: FontFaces): number {
  const short = sidesOf(name).filter((side) => /^\p{Script=Han}{1,4}$/u.test(side));
  return Math.max(0, ...short.map((side) => bold.measure(bold.showable(side), size)));
}
