import { sayToUser, type FiledWords } from '../../../../shared/language.ts';
import { gapTexts } from '../../../../shared/messages/papers/gap-messages.ts';
import { forOwnTeam, type BundleModel } from '../../model.ts';
import { printAreaOf, type PageSize } from '../../layout.ts';
import { sealInk, softInk, type Colour } from '../../pdf/canvas.ts';
import type { DrawContext, Page } from '../../sheet.ts';
import {
  cell,
  drawBlocks,
  flow,
  gap,
  gutter,
  paragraph,
  tableRow,
  type Block,
  type Cell,
  type TextStyle,
} from './flow.ts';

const band: Colour = [0.953, 0.945, 0.925];

/** A part of the bundle that is one table. */
export type TablePart = Readonly<{
  title: FiledWords;
  size: PageSize;
  /** Under the title. */
  intro?: readonly Block[];
  /** Widths are shares of the field's. */
  columns: readonly Readonly<{ name: FiledWords; width: number }>[];
  rows: readonly TableLine[];
  outro?: readonly Block[];
  textSize?: number;
  pad?: number;
}>;

/** A row of the table: texts or finished cells; or a line across it, for a group. */
export type TableLine = Readonly<{ cells: readonly (CellText | Cell)[] }> | Readonly<{ across: FiledWords }>;
export type CellText = FiledWords | Readonly<{ text: FiledWords; style: Partial<TextStyle> }>;

/** Pages of a table: title, head on every page, rows that are never cut, what follows. */
export function tablePages(part: TablePart, { fonts, t }: Pick<BundleModel, 'fonts' | 't'>): readonly Page[] {
  const { title, size, columns, intro = [], outro = [], textSize = 7.6, pad = 3.4 } = part;
  const field = printAreaOf(size);
  const shares = columns.reduce((sum, { width }) => sum + width, 0);
  const widths = columns.map(({ width }) => (width / shares) * field.width);
  const tallest = field.height - 90;
  const [head] = tableRow(
    columns.map(({ name }, at) =>
      cell(name, (widths[at] ?? 0) - gutter, { size: 7.2, weight: 'bold', colour: softInk }, fonts),
    ),
    widths,
    { pad: 3.4, line: true, fill: band },
    200,
  );
  if (!head) throw new Error('a table row has at least one block');
  const asCell = (one: CellText | Cell, at: number): Cell => {
    if (typeof one !== 'string' && 'lines' in one) return one;
    const { text, style } = typeof one === 'string' ? { text: one, style: {} } : one;
    return cell(text, (widths[at] ?? 0) - gutter, { size: textSize, ...style }, fonts);
  };
  const rows = part.rows.flatMap((row) =>
    'across' in row
      ? tableRow(
          [cell(row.across, field.width - gutter, { size: textSize + 1, weight: 'bold' }, fonts)],
          [field.width],
          { pad: pad + 0.4, line: true },
          tallest,
        ).map((block) => ({ ...block, keepsWithNext: true }))
      : tableRow(row.cells.map(asCell), widths, { pad, line: true }, tallest),
  );
  const nothing = tableRow(
    [cell(t('nothingStated'), field.width - gutter, { size: textSize, colour: sealInk }, fonts)],
    [field.width],
    { pad, line: true },
    tallest,
  );
  const blocks = [
    ...paragraph(title, field.width, { size: 17, weight: 'bold' }, fonts),
    ...intro,
    gap(8),
    { ...head, keepsWithNext: true },
    ...closedBy(rows.length === 0 ? nothing : rows, outro),
  ];
  return flowPages(blocks, size, title, head);
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
    draw: (canvas, context: DrawContext) => {
      drawBlocks(canvas, page, size, context);
    },
  }));
}

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
