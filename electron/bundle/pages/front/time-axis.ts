import { inEach } from '../../../../shared/language.ts';
import { printAreaOf, type PageSize } from '../../layout.ts';
import { softInk, type Canvas } from '../../pdf/canvas.ts';
import { tableTag } from '../../pdf/tagged/tag.ts';
import type { DrawContext, Page } from '../../sheet.ts';
import { drawBlocks, flow, gap, paragraph, partTitle, type Block } from '../blocks/flow.ts';
import { openCell } from '../blocks/table.ts';
import { bundleBefore, noteOnOpenCells } from '../statements/table-notes.ts';
import { pageKind } from '../page-kind.ts';
import { drawTrunks, tracksIn, trunksOf, type Trunk } from '../axis/axis-lines.ts';
import { axisRows, axisSigns, axisDay, hasAxis, type AxisRow } from '../axis/axis-rows.ts';
import { drawGuide, legendBlocks } from '../axis/axis-signs.ts';
import {
  axisColumns,
  dayBlock,
  headBlock,
  middleOf,
  rowBlocks,
  signDown,
  type AxisColumns,
  type AxisTable,
} from '../axis/axis-table.ts';
import { axisWords, signName, axisTime, axisWhat, type Own } from '../axis/axis-words.ts';

/**
 * 时间轴: what was published, corrected, ordered, captured and imported, one row each from the top down, on whose side, and who
 * took from whom. In the place of chronology, media schedule and spread, which a person may ask for as tables too.
 */
export const timeAxis = pageKind({
  kind: 'time-axis',
  part: null,
  words: axisWords,
  laidOut: 'twice',
  bookmark: ({ t }) => t('timeAxis'),
  when: (model) =>
    !model.compliance &&
    (['chronology', 'media'] as const).some((part) => model.profile.parts.includes(part)) &&
    hasAxis(model),
  plan: axisPages,
});

/** A page's rows with what is drawn of them beside their words. */
type Drawn = Readonly<{
  rows: readonly AxisRow[];
  /** The row of each of its blocks, and the first of them. */
  rowOf: ReadonlyMap<Block, number>;
  begins: ReadonlySet<Block>;
  columns: AxisColumns;
  trunks: readonly Trunk[];
}>;

function axisPages(model: Own): readonly Page[] {
  const size = model.layout.landscape;
  const { width, height } = printAreaOf(size);
  const rows = axisRows(model);
  const trunks = trunksOf(rows);
  const columns = axisColumns(rows, tracksIn(trunks), width, model);
  const table: AxisTable = { columns, tag: tableTag(), model, tallest: Math.max(60, height - 200) };
  const head = headBlock(table);
  const rowOf = new Map<Block, number>();
  const begins = new Set<Block>();
  /** By each block of a day, the day as it stands again on top of a page. */
  const again = new Map<Block, Block>();
  const body: Block[] = [];
  let goesOn = head;
  const days = rows.map(({ stretch }) => (stretch === null ? null : axisDay(stretch.from)));
  rows.forEach((row, at) => {
    const own = days[at] ?? null;
    // A day of one row is named in it; what has no day always has its own head.
    const alone = own !== null && days[at - 1] !== own && days[at + 1] !== own;
    if (!alone && (at === 0 || days[at - 1] !== own)) {
      const name = own ?? model.t('noDay');
      body.push(dayBlock(name, table));
      goesOn = dayBlock(model.t('dayGoesOn', { day: name }), table);
    }
    const parts = rowBlocks(row, table, alone);
    for (const block of parts) {
      rowOf.set(block, at);
      if (!alone) again.set(block, goesOn);
    }
    for (const block of parts.slice(0, 1)) begins.add(block);
    body.push(...parts);
  });
  const pages = flow(
    [
      ...partTitle(model.t('timeAxis'), width, { size: 17 }, model.fonts),
      ...introBlocks(rows, trunks, size, model),
      gap(6),
      head,
      ...body,
    ],
    size,
    { ...head, height: head.height + dayBlock(model.t('noDay'), table).height },
  );
  const drawn = { rows, rowOf, begins, columns, trunks };
  return pages.map((blocks, at) => axisPage(at === 0 ? blocks : withHead(blocks, head, again), size, drawn, model));
}

/** The head again, and under it the day that goes on: both are read once, where they stood first. */
function withHead([, ...blocks]: readonly Block[], head: Block, again: ReadonlyMap<Block, Block>): readonly Block[] {
  const day = blocks[0] && again.get(blocks[0]);
  const once = (block: Block): Block => ({
    ...block,
    draw: (canvas, ...at) => {
      canvas.furniture(() => {
        block.draw(canvas, ...at);
      });
    },
  });
  return [once(head), ...(day ? [once(day)] : []), ...blocks];
}

function axisPage(blocks: readonly Block[], size: PageSize, drawn: Drawn, model: Own): Page {
  return {
    size,
    header: model.t('timeAxis'),
    draw: (canvas: Canvas, context: DrawContext) => {
      const { rows, rowOf, begins, columns, trunks } = drawn;
      const field = printAreaOf(size);
      const signs = new Map<number, Readonly<{ x: number; y: number }>>();
      const shown: number[] = [];
      let [y, top] = [field.y, null as number | null];
      for (const block of blocks) {
        const at = rowOf.get(block);
        const lane = at === undefined ? undefined : rows[at]?.lane;
        if (at !== undefined && lane !== undefined) {
          top ??= y;
          shown.push(at);
          const sign = begins.has(block) ? y + signDown : null;
          if (sign !== null) signs.set(at, { x: field.x + middleOf(columns, lane), y: sign });
          for (const one of columns.lanes.keys())
            drawGuide(canvas, field.x + middleOf(columns, one), y, y + block.height, one === lane ? sign : null);
        }
        y += block.height;
      }
      const page = { signs, shown, top: top ?? y, bottom: y };
      drawBlocks(canvas, blocks, size, context);
      drawTrunks(canvas, trunks, field.x + columns.tracks, page);
    },
  };
}

/** What signs and lines say, and what they do not. */
function introBlocks(rows: readonly AxisRow[], trunks: readonly Trunk[], size: PageSize, model: Own): readonly Block[] {
  const { t, fonts, working, standing, language } = model;
  const { width } = printAreaOf(size);
  const note = (text: string) => paragraph(text, width, { size: 8, colour: softInk, lead: 11 }, fonts);
  const entries = axisSigns
    .filter((sign) => rows.some((row) => row.sign === sign))
    .map((sign) => ({ sign, words: t(signName[sign]) }));
  const leavesOut = standing !== null && Object.values(standing.axis).some(({ size: count }) => count > 0);
  const isOpen = rows.some(
    (row) => row.cites.length === 0 || axisTime(row, model) === openCell || axisWhat(row, model) === openCell,
  );
  const hasDayOnly = rows.some((row) => axisTime(row, model) === t('noTimeOfDay'));
  const hasSources = trunks.length > 0 || rows.some(({ sources }) => sources.length > 0);
  return [
    gap(3),
    ...(leavesOut ? note(t('standingRows', { bundle: bundleBefore(model) })) : []),
    ...legendBlocks(entries, width, fonts),
    ...note(
      hasDayOnly
        ? inEach(language, (one, of) => [t('legendZone'), t('legendDay')].map(of).join(one === 'en' ? ' ' : ''))
        : t('legendZone'),
    ),
    ...(hasSources ? note(t('legendLines')) : []),
    ...(!working && isOpen ? noteOnOpenCells(model, size) : []),
  ];
}
