import { languagesOf } from '../../../../shared/language.ts';
import { hairline, ink, linkInk, softInk, type Canvas, type Colour } from '../../pdf/canvas.ts';
import { rowTag, type Tag } from '../../pdf/tagged/tag.ts';
import type { DrawContext } from '../../sheet.ts';
import type { Cell, TextStyle } from '../blocks/cell-form.ts';
import { cell, gutter, lateCell, tableRow, type Block } from '../blocks/flow.ts';
import { openCell } from '../blocks/table.ts';
import { exhibitLines, pinpointSize } from './axis-exhibits.ts';
import { trackWidth } from './axis-lines.ts';
import { lanes, type AxisRow, type Lane } from './axis-rows.ts';
import { axisLetters, signSize } from './axis-signs.ts';
import { axisDetail, laneName, axisTime, axisWhat, type Own } from './axis-words.ts';

const band: Colour = [0.953, 0.945, 0.925];
const pad = 2.3;
const textSize = 8.6;
const small = 8;

/** A column of the axis: where it begins, in points from the left of the field, and its width. */
type Column = Readonly<{ left: number; width: number }>;

/** The columns from the left: time, the lanes, what happened, exhibits. The lines have their tracks before the lanes. */
export type AxisColumns = Readonly<{
  time: Column;
  lanes: ReadonlyMap<Lane, Column>;
  what: Column;
  exhibits: Column;
  tracks: number;
  width: number;
}>;

const timeWidth = 98;

/** Lanes only of what there is, each as wide as its name. */
export function axisColumns(rows: readonly AxisRow[], tracks: number, width: number, model: Own): AxisColumns {
  const { fonts, language, t } = model;
  const used = lanes.filter((lane) => rows.some((row) => row.lane === lane));
  const found = new Map<Lane, Column>();
  let left = timeWidth + tracks * trackWidth + (tracks > 0 ? 4 : 0);
  for (const lane of used) {
    const names = languagesOf(language).map((one) => fonts.bold.showable(t.in(one)(laneName[lane])));
    const own = Math.max(20, ...names.map((name) => fonts.bold.measure(name, small))) + gutter;
    found.set(lane, { left, width: own });
    left += own;
  }
  left += gutter;
  const exhibits = languagesOf(language).length > 1 ? 200 : 108;
  return {
    time: { left: 0, width: timeWidth },
    lanes: found,
    what: { left, width: width - left - exhibits },
    exhibits: { left: width - exhibits, width: exhibits },
    tracks: timeWidth,
    width,
  };
}

const columnsOf = ({ time, lanes: own, what, exhibits }: AxisColumns): readonly Column[] => [
  time,
  ...own.values(),
  what,
  exhibits,
];

/** Middle of a lane, where its signs are. */
export const middleOf = ({ lanes: own }: AxisColumns, lane: Lane): number => {
  const { left, width } = own.get(lane) ?? { left: 0, width: 0 };
  return left + (width - gutter) / 2;
};

export type AxisTable = Readonly<{ columns: AxisColumns; tag: Tag; model: Own; tallest: number }>;

/** Names of the columns, those of the lanes over the middle of each. */
export function headBlock({ columns, tag: table, model }: AxisTable): Block {
  const { t, fonts } = model;
  const style = { size: small, weight: 'bold', colour: softInk, lead: 11 } as const;
  const names = [
    t('when'),
    ...[...columns.lanes.keys()].map((lane) => t(laneName[lane])),
    t('whatHappened'),
    t('numberAndPages'),
  ];
  const all = columnsOf(columns);
  const cells = all.map(({ width }, at) => cell(names[at] ?? '', width - gutter + 0.1, style, fonts, true));
  const height = Math.max(...cells.map(({ lines }) => lines.length)) * style.lead + 2 * pad;
  let tags: readonly Tag[] | null = null;
  return {
    height,
    keepsWithNext: true,
    draw: (canvas, x, y, context) => {
      tags ??= rowTag(
        table,
        all.map(() => ({ scope: 'Column' })),
      ).cells;
      canvas.rectangle(x, y, columns.width, height, band);
      cells.forEach((one, at) => {
        const tag = tags?.[at];
        const { left = 0, width = 0 } = all[at] ?? {};
        const isLane = at > 0 && at <= columns.lanes.size;
        const widest = Math.max(...one.lines.map((line) => fonts.bold.measure(line, small)));
        const indent = isLane ? Math.max(0, (width - gutter - widest) / 2) : 0;
        if (tag) drawAt(canvas, one, tag, x + left + indent, y + pad, context);
      });
      canvas.line(x, y + height, x + columns.width, y + height, 0.4, hairline);
    },
  };
}

/** A day, across all columns. */
export function dayBlock(text: string, { columns, tag: table, model }: AxisTable): Block {
  const { width } = columns;
  const [block] = tableRow(
    [cell(text, width - gutter, { size: textSize, weight: 'bold' }, model.fonts, true)], // beside, it would look like a column
    [width],
    { pad: 1.9, line: true, fill: band, as: { table, across: columnsOf(columns).length } },
    200,
  );
  if (!block) throw new Error('a table row has at least one block');
  return { ...block, keepsWithNext: true };
}

/** From the top of a row to the middle of its sign, in points. */
export const signDown = pad + textSize * 0.71;

/** One row: time, its sign in its lane, what happened with what else is known of it, exhibits. A tall one goes on over pages. @param alone the only row of its day */
export function rowBlocks(
  row: AxisRow,
  { columns, tag: table, model, tallest }: AxisTable,
  alone: boolean,
): readonly Block[] {
  const { fonts } = model;
  const all = columnsOf(columns);
  const late = exhibitLines(row, columns.exhibits.width - gutter, model);
  const textIn = (text: string, { width }: Column, style: TextStyle) => cell(text, width - gutter, style, fonts);
  const detail = axisDetail(row, model);
  const cells: readonly (readonly Cell[])[] = [
    [textIn(axisTime(row, model, alone), columns.time, timeStyle(row, alone))],
    ...[...columns.lanes.keys()].map((lane) => (lane === row.lane ? [signCell(row)] : [])),
    [
      textIn(axisWhat(row, model), columns.what, { size: textSize }),
      ...(detail === '' ? [] : [textIn(detail, columns.what, { size: small, colour: softInk, lead: 11 })]),
    ],
    [
      late.length === 0
        ? textIn(openCell, columns.exhibits, { size: pinpointSize })
        : lateCell(late, { size: pinpointSize, colour: linkInk, lead: 11.4 }),
    ],
  ];
  let tags: readonly Tag[] | null = null;
  const tagAt = (at: number): Tag => {
    tags ??= rowTag(
      table,
      all.map((_, n) => (n === 0 ? { scope: 'Row' } : {})),
    ).cells;
    return tags[at] ?? table;
  };
  const stacks = cells.map((stack, at) => parted(stack, (all[at]?.width ?? 0) - gutter, () => tagAt(at), tallest));
  const indent = middleOf(columns, row.lane) - (columns.lanes.get(row.lane)?.left ?? 0) - signSize / 2;
  const isSign = (at: number) => at > 0 && at <= columns.lanes.size;
  return Array.from({ length: Math.max(...stacks.map((parts) => parts.length)) }, (_, part): Block => {
    const shown = stacks.map((parts) => parts[part] ?? []);
    const height = Math.max(...shown.map(heightOf)) + 2 * pad;
    return {
      height,
      draw: (canvas, x, y, context) => {
        shown.forEach((blocks, at) => {
          let top = y + pad;
          for (const block of blocks) {
            block.draw(canvas, x + (all[at]?.left ?? 0) + (isSign(at) ? indent : 0), top, context);
            top += block.height;
          }
        });
        canvas.line(x, y + height, x + columns.width, y + height, 0.4, hairline);
      },
    };
  });
}

/** A sign is one letter as wide as it is high. */
const signCell = ({ sign }: AxisRow): Cell => ({
  shown: axisLetters[sign],
  lines: [axisLetters[sign]],
  style: { size: signSize, weight: 'bold', colour: ink, lead: textSize * 1.42 },
});

const timeStyle = ({ measured }: AxisRow, alone: boolean): TextStyle => ({
  size: textSize,
  weight: measured || alone ? 'bold' : 'regular',
});

/** Cells one under the other in the parts that pages take them in. */
function parted(cells: readonly Cell[], width: number, tag: () => Tag, tallest: number): readonly (readonly Block[])[] {
  const parts: Block[][] = [];
  let used = Infinity;
  for (const block of cells.flatMap((one) => plainBlocks(one, width, tag, tallest))) {
    if (used + block.height > tallest) {
      parts.push([]);
      used = 0;
    }
    parts.at(-1)?.push(block);
    used += block.height;
  }
  return parts;
}

/** A cell without lines around it, as part of a cell of the table. */
function plainBlocks(one: Cell, width: number, tag: () => Tag, tallest: number): readonly Block[] {
  const most = Math.max(1, Math.floor(tallest / one.style.lead));
  const count = Math.ceil(one.lines.length / most);
  let blocks: readonly Block[] | null = null;
  const drawn = () => (blocks ??= tableRow([one], [width + gutter], { pad: 0, line: false, as: tag() }, tallest));
  return Array.from({ length: count }, (_, part): Block => ({
    height: Math.min(most, one.lines.length - part * most) * one.style.lead,
    draw: (...at) => drawn()[part]?.draw(...at),
  }));
}

const heightOf = (blocks: readonly Block[]): number => blocks.reduce((sum, { height }) => sum + height, 0);

function drawAt(canvas: Canvas, one: Cell, tag: Tag, x: number, y: number, context: DrawContext): void {
  const [block] = tableRow([one], [120], { pad: 0, line: false, as: tag }, 500);
  block?.draw(canvas, x, y, context);
}
