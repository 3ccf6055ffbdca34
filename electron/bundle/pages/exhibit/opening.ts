import { joinedOnce, onOneLine } from '../../../../shared/bilingual.ts';
import { fourAnswers } from '../../../../shared/case/outcome/four-answers.ts';
import { labelled, languagesOf, type Text } from '../../../../shared/language.ts';
import { clockWarning } from '../../../../shared/messages/names/check-messages.ts';
import { headLine } from '../../../../shared/messages/names/answer-texts.ts';
import { describeReason } from '../../../../shared/messages/reasons/reasons.ts';
import type { Reason } from '../../../../shared/case/record.ts';
import type { FiledWords } from '../../../../shared/text.ts';
import type { BundleExhibit, BundleModel } from '../../model.ts';
import { framesOver } from '../../quoted-words.ts';
import { printAreaOf } from '../../layout.ts';
import { hairline, linkInk, sealInk, softInk } from '../../pdf/canvas.ts';
import type { PageNumbers } from '../../sheet.ts';
import type { Cell, TextStyle } from '../blocks/cell-form.ts';
import {
  cell,
  cellOfLines,
  drawBlocks,
  gap,
  gutter,
  lateCell,
  lateSides,
  tableRow,
  type Block,
} from '../blocks/flow.ts';
import { lackText } from '../blocks/table.ts';
import { withWords, type ModelWith, type Opening } from '../page-kind.ts';
import { derivationNotes } from '../statements/derivation-notes.ts';
import { publishedOf } from '../statements/published.ts';
import { timesInWords } from '../statements/times.ts';
import { leastLetters } from '../blocks/letter-sizes.ts';

/** What only this strip says. */
const words = {
  publishedOn: { 'zh-CN': '发布', en: 'Published' },
  recordHash: { 'zh-CN': '记录 SHA-256', en: 'record SHA-256' },
  byProgram: { 'zh-CN': '由本程序取证', en: 'Captured by this program' },
  fromOutside: { 'zh-CN': '导入文件，并非由本程序取证', en: 'Imported, not captured by this program' },
  machineRead: {
    'zh-CN': '可检索文字由机器识别（OCR），未经人工核对，可能有误；以画面为准',
    en: 'Searchable text read by machine (OCR), not checked by a person, may contain errors: the picture is authoritative',
  },
  annexPage: { 'zh-CN': '技术附录第 {page} 页', en: 'technical annex, page {page}' },
  redFrames: {
    'zh-CN': '红框由编制人叠加于画面之上',
    en: 'Red frames are drawn over the picture by the compiler',
  },
  amberFrames: {
    'zh-CN': '橙框由编制人叠加于画面之上，标示本册引用或查找的文字',
    en: 'Amber frames are drawn over the picture by the compiler around words that this bundle quotes or looks for',
  },
  cutShort: { 'zh-CN': '…（全文见证据目录）', en: '… (in full in the catalogue)' },
} as const satisfies Record<string, Text>;

type Own = ModelWith<typeof words>;

/** Lines that a title and a purpose take at most: whole they stand in the catalogue. */
const mostLines = { title: 4, purpose: 5, source: 3 } as const;
const below = 7;
const small = { size: leastLetters, lead: 10.6, colour: softInk } as const;
const between = '   ·   ';
/** Points of the reference to the technical annex: whatever its number, in two languages too. */
const annexWidth = ({ language }: Own) => (languagesOf(language).length > 1 ? 190 : 170);

/**
 * The strip that an exhibit opens with, over its own picture: number, title and what it proves; in red what speaks against
 * the picture (a clock that is off, a redaction, a conversion); source, published, captured; how it came into the case, with
 * what outcome, and the page of the technical annex that has the rest.
 */
export function openingOf(exhibit: BundleExhibit, bundle: BundleModel, size = bundle.layout.portrait): Opening {
  const model = withWords(bundle, words);
  const { x, width } = printAreaOf(size);
  const blocks = [...titleRows(exhibit, model, width), ...originRows(exhibit, model, width), gap(below)];
  const height = blocks.reduce((sum, block) => sum + block.height, 0);
  return {
    height,
    draw: (canvas, context) => {
      drawBlocks(canvas, blocks, size, context);
      const foot = printAreaOf(size).y + height - below + 2;
      canvas.line(x, foot, x + width, foot, 0.8, hairline);
    },
  };
}

function titleRows({ number, exhibit }: BundleExhibit, model: Own, width: number): readonly Block[] {
  const { t, working, language } = model;
  const title = `${onOneLine(`${t('exhibit')} ${number}`)}  ${exhibit.title || lackText(model)}`;
  const purpose = exhibit.purpose.trim() === '' ? (working ? lackText(model) : '') : exhibit.purpose;
  return [
    ...row(title, width, { size: 11.5, weight: 'bold', lead: 15 }, mostLines.title, model, { as: 1 }),
    ...(purpose === ''
      ? []
      : row(labelled(t('purpose'), purpose, language), width, { size: 8.6, lead: 12 }, mostLines.purpose, model)),
  ];
}

/** What says that the pages are another program's making of the file. */
const madeHere = (warnings: readonly Reason[]): readonly Reason[] =>
  warnings.filter(({ code }) => code === 'converted-office');

function originRows(exhibit: BundleExhibit, model: Own, width: number): readonly Block[] {
  const { t, language } = model;
  const { record, recordSha256, machineRead, index } = exhibit;
  const { source } = exhibit.exhibit;
  const published = publishedOf(exhibit);
  const captured = record.kind === 'capture';
  const origin = [
    ...(source.trim() === '' ? [] : [labelled(t('source'), source, language)]),
    ...(published === null ? [] : [labelled(t('publishedOn'), published, language)]),
    timesInWords(exhibit, model),
  ];
  const frames = framesOver(exhibit, model);
  const came = [
    ...(captured ? [t('byProgram')] : []),
    labelled(t('outcome'), headLine(fourAnswers(record), language), language),
    labelled(t('recordHash'), `${recordSha256.slice(0, 12)}…`, language),
    ...(frames.marked ? [t('redFrames')] : []),
    ...(frames.quoted ? [t('amberFrames')] : []),
  ];
  const clock = captured ? clockWarning(record.checks, language) : null;
  const against = [
    ...(captured ? [] : [t('fromOutside')]),
    ...(clock === null ? [] : [clock]),
    ...derivationNotes(exhibit, model),
    ...madeHere(record.warnings).map((reason) => describeReason(reason, language)),
    ...(machineRead ? [t('machineRead')] : []),
  ];
  return [
    ...against.flatMap((line) => row(line, width, { ...small, colour: sealInk }, 12, model)),
    ...row(joinedOnce(origin, between), width, small, mostLines.source, model),
    ...tableRow(
      [
        cell(joinedOnce(came, between), width - annexWidth(model) - gutter, small, model.fonts),
        annexCell(index, model),
      ],
      [width - annexWidth(model), annexWidth(model)],
      { pad: 0.6, line: false, as: 'apart' },
      400,
    ),
  ];
}

/** The page of the technical annex that tells the rest, as a link; nothing for an exhibit that it does not have. */
function annexCell(index: number, model: Own): Cell {
  const { t } = model;
  const text = (numbers: PageNumbers) => {
    const page = numbers.ofTechnical(index);
    return page === null ? '' : t('annexPage', { page });
  };
  return lateCell(lateSides(text, { link: index, to: 'technical' }, model), { ...small, colour: linkInk });
}

function row(
  text: FiledWords,
  width: number,
  style: TextStyle,
  most: number,
  model: Own,
  title: { as?: 1 } = {},
): readonly Block[] {
  const short = cellOfLines(text, most, model.t('cutShort'), width - 6, style, model.fonts);
  return tableRow([short], [width], { pad: 0.6, line: false, ...title }, 400);
}
