import { traceLines } from '../../../shared/trace/trace-lines.ts';
import type { Trace } from '../../../shared/trace/trace.ts';
import type { BundleExhibit, BundleModel } from '../model.ts';
import { fieldOf } from '../layout.ts';
import { softInk } from '../pdf/canvas.ts';
import type { Sheet } from '../sheet.ts';
import { cell, drawBlocks, flow, gap, gutter, paragraph, rule, tableRow, type Block } from './flow.ts';

const labelWidth = 128;
const size = 8.6;

/** 文字溯源: which answer carried words of the page, to the byte, for everyone who has the exhibit's archive to look up. */
export function traceSheets(exhibit: BundleExhibit, model: BundleModel): readonly Sheet[] {
  return (model.traces.get(exhibit.index) ?? []).flatMap((trace) => sheetsOf(trace, exhibit, model));
}

function sheetsOf(trace: Trace, { number, index, record }: BundleExhibit, model: BundleModel): readonly Sheet[] {
  const { t, fonts, layout } = model;
  const page = layout.portrait;
  const { width, height } = fieldOf(page);
  const { finding, notes, carriers } = traceLines(trace, model.language);
  const row = ([label, value]: readonly [string, string]): readonly Block[] =>
    tableRow(
      [
        cell(label, labelWidth - gutter, { size, colour: softInk }, fonts),
        cell(value, width - labelWidth - gutter, { size }, fonts),
      ],
      [labelWidth, width - labelWidth],
      { pad: 2.2, line: true },
      height * 0.7,
    );
  const blocks: Block[] = [
    ...paragraph(`${t('exhibit')} ${number}  ·  ${t('tracePage')}`, width, { size: 14, weight: 'bold' }, fonts),
    gap(6),
    ...paragraph(t('disputedWords', { words: trace.words }), width, { size: 10.5 }, fonts),
    gap(4),
    ...paragraph(finding, width, { size: 10.5, weight: 'bold' }, fonts),
    ...carriers.flatMap((lines) => [gap(8), rule(width), ...lines.flatMap(row)]),
    gap(10),
    ...notes.flatMap((note) => paragraph(note, width, { size: 7.8, colour: softInk }, fonts)),
  ];
  const address = record.kind === 'capture' ? record.url : record.fileName;
  return flow(blocks, page).map((part) => ({
    size: page,
    kind: 'trace',
    exhibit: { number, index },
    header: [`${t('exhibit')} ${number}`, t('tracePage'), address].join('  ·  '),
    draw: (canvas, context) => drawBlocks(canvas, part, page, context),
  }));
}
