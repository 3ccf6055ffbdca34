import { languagesOf, listedApart, type Text } from '../../../../shared/language.ts';
import {
  forOwnTeam,
  type BundleExhibit,
  type BundleModel,
  type FiledElement,
  type FiledPlan,
  type OpenPoints,
  type WorkingPapers,
} from '../../model.ts';
import { linkInk } from '../../pdf/canvas.ts';
import { printAreaOf } from '../../layout.ts';
import type { Page } from '../../sheet.ts';
import type { Cell } from '../blocks/cell-form.ts';
import { cell, gutter, lateCell } from '../blocks/flow.ts';
import { narrowPinpoint, quotedPinpoint } from '../statements/pinpoint.ts';
import { noteOnOpenCells, noteOnStanding } from '../statements/table-notes.ts';
import { lackText, openCell, stated, tablePages } from '../blocks/table.ts';
import { pageKind, type ModelWith } from '../page-kind.ts';
import { leastLetters } from '../blocks/letter-sizes.ts';

/** What only this page says. */
const words = {
  matrix: { 'zh-CN': '待证事实与证据对照表', en: 'Proof matrix' },
  exhibitsAndPages: { 'zh-CN': '证据编号及页码', en: 'Exhibits and pages' },
  quotedWords: { 'zh-CN': '引文', en: 'Quotations' },
  contrary: { 'zh-CN': '相反证据', en: 'Contrary evidence' },
  lacking: { 'zh-CN': '待补证据', en: 'Gap' },
} as const satisfies Record<string, Text>;

type Own = ModelWith<typeof words>;

/** 待证事实与证据对照表: what must be proven, by which exhibits. Contrary evidence and gaps in a working edition only. */
export const matrix = pageKind({
  kind: 'matrix',
  part: 'matrix',
  words,
  laidOut: 'twice',
  bookmark: ({ t }) => t('matrix'),
  when: (model) => !model.compliance && (model.working !== null || toldElements(model).length > 0),
  plan: matrixPages,
});

/** What the bundle filed before does not show as this one would. */
const toldElements = ({ plan, standing }: Pick<BundleModel, 'plan' | 'standing'>): FiledPlan['elements'] =>
  plan.elements.filter(({ id }) => standing?.matrix.has(id) !== true);

function matrixPages(model: Own): readonly Page[] {
  const { t, working, layout, language } = model;
  const elements = toldElements(model);
  const quoted = elements.some(({ support }) => support.some(({ passages }) => passages.length > 0));
  const open = (papers: WorkingPapers, id: string, name: keyof OpenPoints) =>
    listedApart(
      (papers.open.get(id)?.[name] ?? []).map((line) => forOwnTeam(papers, line)),
      language,
    ) || t('none');
  const openCells =
    !working &&
    elements.some(({ law, fact, support }) => law === null || !fact || fact === openCell || support.length === 0);
  const exhibitsShare = exhibitsShareOf(model);
  const columns = [
    { name: t('element'), width: 110 },
    { name: t('law'), width: 110 },
    { name: t('fact'), width: 160 },
    { name: t('exhibitsAndPages'), width: exhibitsShare },
    ...(quoted ? [{ name: t('quotedWords'), width: quotedShare }] : []),
    ...(working
      ? [
          { name: t('contrary'), width: 120 },
          { name: t('lacking'), width: 100 },
        ]
      : []),
  ];
  const shares = columns.reduce((sum, { width }) => sum + width, 0);
  const room = printAreaOf(layout.landscape).width;
  const quotedWidth = (quotedShare / shares) * room - gutter;
  const exhibitsWidth = (exhibitsShare / shares) * room - gutter;
  return tablePages(
    {
      title: t('matrix'),
      size: layout.landscape,
      intro: [...noteOnStanding(model, 'matrix'), ...(openCells ? noteOnOpenCells(model) : [])],
      columns,
      rows: elements.map(({ id, name, law, fact, support }) => ({
        cells: [
          stated(name, model, { weight: 'bold' }),
          stated(law, model),
          stated(fact, model),
          exhibitsCell(model, supporting(support), passagesOf(support), exhibitsWidth),
          ...(quoted ? [quotations(support, model, quotedWidth)] : []),
          ...(working ? [open(working, id, 'contrary'), open(working, id, 'lacking')] : []),
        ],
      })),
    },
    model,
  );
}

const quotedShare = 130;
/** Wide enough that a pinpoint stands on one line, in two languages too. */
const exhibitsShareOf = ({ language }: Pick<BundleModel, 'language'>): number =>
  languagesOf(language).length > 1 ? 182 : 120;
const supporting = (support: FiledElement['support']) => {
  const indexes = new Set(support.map(({ index }) => index));
  return ({ index }: BundleExhibit) => indexes.has(index);
};

const passagesOf =
  (support: FiledElement['support']) =>
  ({ index }: BundleExhibit): readonly string[] =>
    support.flatMap((one) => (one.index === index ? one.passages : []));

/** Words quoted from each exhibit, as the map has them, each with the page that shows them and a link to the very line. */
function quotations(support: FiledElement['support'], model: Own, width: number): Cell | string {
  const lines = support.flatMap(({ index, passages }) => {
    const exhibit = model.exhibits[index];
    return exhibit
      ? passages.flatMap((words) => quotedPinpoint(exhibit, words, width, { size: leastLetters }, model, true))
      : [];
  });
  return lines.length === 0 ? '–' : lateCell(lines, { size: leastLetters, colour: linkInk });
}

/**
 * Numbers and pages of some exhibits, one a line, each a link.
 * @param said words that lead to the very page of one, where it says them
 * @param width points of the column
 */
export function exhibitsCell(
  model: BundleModel,
  wanted: (exhibit: BundleExhibit) => boolean,
  said: (exhibit: BundleExhibit) => readonly string[] = () => [],
  width = Infinity,
): Cell {
  const { exhibits, fonts } = model;
  const found = exhibits.filter(wanted);
  if (found.length === 0) return cell(lackText(model), 200, { size: leastLetters }, fonts);
  return lateCell(
    found.flatMap((exhibit) => narrowPinpoint(exhibit, said(exhibit), width, { size: leastLetters }, model)),
    { size: leastLetters, colour: linkInk },
  );
}
