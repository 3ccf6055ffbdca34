import { joinedOnce } from '../../../../shared/bilingual.ts';
import { labelled, listedApart, type Text } from '../../../../shared/language.ts';
import type { BundleExhibit, FiledElement } from '../../model.ts';
import { printAreaOf } from '../../layout.ts';
import { linkInk, softInk } from '../../pdf/canvas.ts';
import type { Page } from '../../sheet.ts';
import type { Cell, LateLine, TextStyle } from '../blocks/cell-form.ts';
import {
  cellOfLines,
  drawBlocks,
  gap,
  gutter,
  heading,
  lateCell,
  paragraph,
  partTitle,
  rule,
  type Block,
} from '../blocks/flow.ts';
import { openCell } from '../blocks/table.ts';
import { pageKind, type ModelWith } from '../page-kind.ts';
import { pinpoint, quotedPinpoint } from '../statements/pinpoint.ts';
import { publishedOf } from '../statements/published.ts';
import { timesInWords } from '../statements/times.ts';
import { limbPages } from './limbs.ts';
import { besideCutOut, besideWidth, cutOutOf, roomBeside, type CutOut, type CutOutBlock } from './cut-out.ts';
import { leastLetters } from '../blocks/letter-sizes.ts';

/** What only this page says. */
const words = {
  summaryPage: { 'zh-CN': '要点', en: 'Summary' },
  wordsSaid: { 'zh-CN': '所载原文', en: 'What was said' },
  factsRelied: { 'zh-CN': '所主张的事实', en: 'Facts relied on' },
  reliefSought: { 'zh-CN': '请求事项', en: 'Relief sought' },
  appearedOn: { 'zh-CN': '发布', en: 'Published' },
  seeMatrix: { 'zh-CN': '…（全文见待证事实与证据对照表）', en: '… (in full in the proof matrix)' },
  summaryNote: {
    'zh-CN': '本页文字取自提交人的编排及其主张；截图按比例取自所存画面，红框为编制人所加。',
    en: 'The text is the party’s own, from its arrangement and claims. Cut-outs are scaled parts of the stored pictures; red frames are the compiler’s.',
  },
  summaryNoteRecoded: {
    'zh-CN': '本页文字取自提交人的编排及其主张；截图按比例取自所存画面或其压缩件（见压缩图片清单），红框为编制人所加。',
    en: 'The text is the party’s own, from its arrangement and claims. Cut-outs are scaled parts of the stored pictures or of their smaller copies (see the list of recoded pictures); red frames are the compiler’s.',
  },
} as const satisfies Record<string, Text>;

type Own = ModelWith<typeof words>;

/** Elements of the templates that say what is true, and those that say what is asked. */
const trueElements: readonly string[] = ['basis', 'truth', 'falsehood'];
const askedElements: readonly string[] = ['measures', 'remedy'];

/** Key passages on the page at most, lines below a fact, and lines that one fact takes. */
const most = { said: 5, cited: 5, lines: 6 } as const;
const textSize = 9.2;

/**
 * 要点, the court's page one: who said what, where and when, cut out of the pictures; what is true, with the exhibits that show
 * it; what is asked. Only what the lawyer marked and stated: a part of which there is nothing is not there.
 */
export const summary = pageKind({
  kind: 'summary',
  part: null,
  words,
  laidOut: 'once',
  bookmark: ({ t }) => t('summaryPage'),
  when: (model) =>
    !model.reissue &&
    (model.compliance
      ? model.compliance.reports.length > 0
      : keyed(model).length > 0 || stated(model, trueElements).length > 0),
  plan: (model) => (model.compliance ? limbPages(model, model.compliance) : summaryPages(model)),
});

/** Exhibits with words that a person marked as key. */
const keyed = ({ exhibits }: Pick<Own, 'exhibits'>): readonly BundleExhibit[] =>
  exhibits.filter(({ exhibit }) =>
    (exhibit.marks ?? []).some(({ kind, words: said }) => kind === 'key' && said !== undefined),
  );

/** Elements of which a person stated the fact. */
const stated = ({ plan }: Pick<Own, 'plan'>, ids: readonly string[]): readonly FiledElement[] =>
  plan.elements.filter(({ id, fact }) => ids.includes(id) && (fact ?? '').trim() !== '' && fact !== openCell);

function summaryPages(model: Own): readonly Page[] {
  const { t, fonts, layout } = model;
  const size = layout.portrait;
  const { width, height } = printAreaOf(size);
  const head = [
    ...partTitle(t('summaryPage'), width, { size: 17 }, fonts),
    gap(2),
    ...paragraph(partiesText(model), width, { size: textSize, colour: softInk }, fonts),
  ];
  const note = paragraph(
    t(model.pictures.recoded ? 'summaryNoteRecoded' : 'summaryNote'),
    width,
    { size: leastLetters, colour: softInk },
    fonts,
  );
  const section = (name: keyof typeof words, rows: readonly CutOutBlock[]): readonly CutOutBlock[] =>
    rows.length === 0 ? [] : [...sectionHead(t(name), width, model), ...rows];
  const shown = new Set<string>();
  const said = saidRows(model, width, shown);
  const rest = [
    ...section(
      'factsRelied',
      stated(model, trueElements).flatMap((one) => factRows(one, model, width, shown)),
    ),
    ...section(
      'reliefSought',
      stated(model, askedElements).map((one) => besideCutOut([factCell(one, model, width)], null, width)),
    ),
  ];
  const foot = [gap(8), ...note];
  const left = height - heightOf([...head, ...section('wordsSaid', said.slice(0, 0)), ...rest, ...foot]) - sectionRoom;
  const pictured = [...section('wordsSaid', fitting(said, left)), ...rest];
  if (pictured.length === 0) return []; // what was marked is in no picture
  const blocks = [...head, ...pictured, ...foot];
  return [
    {
      size,
      header: t('summaryPage'),
      pictures: [...new Set(pictured.flatMap(({ pictures }) => pictures))],
      draw: (canvas, context) => drawBlocks(canvas, blocks, size, context),
    },
  ];
}

/** Points that a heading takes with what is around it. */
const sectionRoom = 30;

const heightOf = (blocks: readonly Block[]): number => blocks.reduce((sum, block) => sum + block.height, 0);

/** As many as fit: what follows is left to its exhibit's own pages. */
function fitting(rows: readonly CutOutBlock[], height: number): readonly CutOutBlock[] {
  let used = 0;
  return rows.filter((row) => (used += row.height) <= height);
}

function sectionHead(name: string, width: number, { fonts }: Own): readonly CutOutBlock[] {
  return [gap(8), ...heading(name, width, { size: 11 }, fonts), rule(width)].map((block) => ({
    ...block,
    pictures: [],
  }));
}

function partiesText({ facts: { applicants, respondents }, t, language }: Own): string {
  const sides = [
    [t('applicant'), applicants],
    [t('respondent'), respondents],
  ] as const;
  const named = sides.flatMap(([role, names]) =>
    names.length === 0 ? [] : [labelled(role, listedApart(names, language), language)],
  );
  return joinedOnce(named, '   ·   ');
}

/** Key words, each cut out of its picture beside who published it, when, and the page that shows it. */
function saidRows(model: Own, width: number, shown: Set<string>): readonly CutOutBlock[] {
  const { t, fonts } = model;
  const rows: CutOutBlock[] = [];
  for (const exhibit of keyed(model)) {
    for (const { kind, words: said, region } of exhibit.exhibit.marks ?? []) {
      if (kind !== 'key' || said === undefined || rows.length === most.said) continue;
      const cutOut = cutOutOf(exhibit, said, region, roomBeside(width), model);
      if (cutOut === null) continue; // marks that no picture shows are warned of
      shown.add(keyOf(exhibit.index, said));
      const published = publishedOf(exhibit);
      const when =
        published === null ? timesInWords(exhibit, model) : labelled(t('appearedOn'), published, model.language);
      const { outlet = '', author = '' } = exhibit.exhibit.media ?? {};
      const who = [outlet, author].filter((one) => one.trim() !== '').join(' · ');
      const line = (text: string, style: TextStyle, lines: number) =>
        cellOfLines(text, lines, '…', besideWidth - gutter, style, fonts);
      rows.push(
        besideCutOut(
          [
            lateCell([pinpoint(exhibit, [said], model)], { size: textSize, weight: 'bold', colour: linkInk }),
            ...(who === '' ? [] : [line(who, { size: textSize }, 1)]),
            line(exhibit.exhibit.title, { size: 8.2 }, 2),
            line(when, { size: 8.2, colour: softInk }, 2),
          ],
          cutOut,
          width,
        ),
      );
    }
  }
  return rows;
}

const keyOf = (index: number, said: string): string => `${index} ${said}`;

/** A fact in the party's words, and below it the exhibits that show it, with what they say; the first such words cut out. */
function factRows(
  element: FiledElement,
  model: Own,
  width: number,
  shown: ReadonlySet<string>,
): readonly CutOutBlock[] {
  const { exhibits } = model;
  const fact = besideCutOut([factCell(element, model, width)], null, width);
  const cut = new Set([...shown].map((key) => Number(key.split(' ')[0])));
  const others = element.support.filter(({ index }) => !cut.has(index));
  const cited = (others.length > 0 ? others : element.support).slice(0, most.cited);
  let cutOut: CutOut | null = null;
  for (const { index, passages } of cited)
    for (const said of passages) {
      const exhibit = exhibits[index];
      cutOut ??=
        exhibit && !shown.has(keyOf(index, said)) ? cutOutOf(exhibit, said, undefined, roomBeside(width), model) : null;
    }
  const textWidth = cutOut === null ? width : besideWidth;
  const style = { size: 8.6, colour: linkInk };
  const lines = cited.flatMap(({ index, passages }): readonly LateLine[] => {
    const exhibit = exhibits[index];
    if (!exhibit) return [];
    if (passages.length === 0) return [pinpoint(exhibit, [], model)];
    return passages.flatMap((said) => quotedPinpoint(exhibit, said, textWidth - gutter, style, model));
  });
  return lines.length === 0 ? [fact] : [fact, besideCutOut([lateCell(lines, style)], cutOut, width)];
}

const factCell = ({ fact }: FiledElement, model: Own, width: number): Cell =>
  cellOfLines(fact ?? '', most.lines, model.t('seeMatrix'), width - gutter, { size: 9.6 }, model.fonts);
