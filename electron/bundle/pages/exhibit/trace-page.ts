import { onOneLine } from '../../../../shared/bilingual.ts';
import { addressOrFile } from '../../../../shared/case/address-or-file.ts';
import type { Text } from '../../../../shared/language.ts';
import { traceLines } from '../../../../shared/trace/trace-lines.ts';
import type { Trace } from '../../../../shared/trace/trace.ts';
import type { BundleExhibit } from '../../model.ts';
import { printAreaOf } from '../../layout.ts';
import { softInk } from '../../pdf/canvas.ts';
import type { Page } from '../../sheet.ts';
import { cell, drawBlocks, flow, gap, gutter, paragraph, rule, tableRow, type Block } from '../blocks/flow.ts';
import { exhibitPageKind, type ModelWith } from '../page-kind.ts';
import { quotedOnce } from '../statements/quoted-once.ts';
import { leastLetters } from '../blocks/letter-sizes.ts';

/** What only this page says. */
const words = {
  tracePage: { 'zh-CN': '文字溯源', en: 'Source of the words' },
} as const satisfies Record<string, Text>;

type Own = ModelWith<typeof words>;

const labelWidth = 128;
const size = 8.6;

/** 文字溯源: which answer carried words of the page, to the byte, for everyone who has the exhibit's archive to look up. */
export const trace = exhibitPageKind({
  kind: 'trace',
  full: false,
  opens: false,
  words,
  laidOut: 'once',
  when: ({ index }, { traces }) => traces.has(index),
  plan: tracePages,
});

function tracePages(exhibit: BundleExhibit, model: Own): readonly Page[] {
  return (model.traces.get(exhibit.index) ?? []).flatMap((one) => pagesOf(one, exhibit, model));
}

function pagesOf(found: Trace, { number, record }: BundleExhibit, model: Own): readonly Page[] {
  const { t, fonts, layout } = model;
  const page = layout.portrait;
  const { width, height } = printAreaOf(page);
  const { finding, notes, carriers } = traceLines(found, model.language);
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
    ...paragraph(`${t('exhibit')} ${number}  ·  ${t('tracePage')}`, width, { size: 14, weight: 'bold' }, fonts, 2),
    gap(6),
    ...paragraph(quotedOnce(t('disputedWords', { words: found.words }), found.words), width, { size: 10.5 }, fonts),
    gap(4),
    ...paragraph(finding, width, { size: 10.5, weight: 'bold' }, fonts),
    ...carriers.flatMap((lines) => [gap(8), rule(width), ...lines.flatMap(row)]),
    gap(10),
    ...notes.flatMap((note) => paragraph(note, width, { size: leastLetters, colour: softInk }, fonts)),
  ];
  const address = addressOrFile(record);
  return flow(blocks, page).map((part) => ({
    size: page,
    header: [`${t('exhibit')} ${number}`, t('tracePage'), address].map(onOneLine).join('  ·  '),
    draw: (canvas, context) => drawBlocks(canvas, part, page, context),
  }));
}
