import type { Text } from '../../../../shared/language.ts';
import type { FiledWords } from '../../../../shared/text.ts';
import { sidesOf } from '../../../../shared/bilingual.ts';
import { labelled, listedApart, say } from '../../../../shared/language.ts';
import { fourAnswers } from '../../../../shared/case/outcome/four-answers.ts';
import { headName } from '../../../../shared/messages/names/answer-texts.ts';
import { opponentsOf } from '../../../../shared/case/case.ts';
import type { Attachment } from '../../../../shared/case/attachment.ts';
import { asksFor, isDemanded, type CatalogueColumn } from '../../../../shared/profile/profile.ts';
import { inEachLanguage, textsIn, type BundleExhibit, type BundleModel, type FiledExhibit } from '../../model.ts';
import { printAreaOf } from '../../layout.ts';
import { linkInk, softInk } from '../../pdf/canvas.ts';
import { rangeText, type PageNumbers, type Page } from '../../sheet.ts';
import { signatureBlock } from './cover.ts';
import type { LateLine } from '../blocks/cell-form.ts';
import { cell, gap, lateCell, lateSides, paragraph } from '../blocks/flow.ts';
import { noteOnOpenCells } from '../statements/table-notes.ts';
import { quotingCell } from '../statements/pinpoint.ts';
import { timesOf } from '../statements/times.ts';
import {
  lackText,
  openCell,
  stated,
  tablePages,
  type TableCell,
  type TableLine,
  type TablePart,
} from '../blocks/table.ts';
import { pageKind, type ModelWith, withWords } from '../page-kind.ts';
import { leastLetters } from '../blocks/letter-sizes.ts';

/** What only this page says. */
const words = {
  electronicData: { 'zh-CN': '电子数据', en: 'Electronic data' },
  time: { 'zh-CN': '形成/取证时间', en: 'Date made / captured' },
  copies: { 'zh-CN': '份数', en: 'Copies' },
  anchorNone: { 'zh-CN': '无', en: 'none' },
  anchor: { 'zh-CN': '{kind} {number}', en: '{kind} {number}' },
  anchorUnchecked: { 'zh-CN': '（本册未记载对其核验）', en: '(no verification recorded in this bundle)' },
  noNumber: { 'zh-CN': '（无编号）', en: '(no number)' },
  inVolume: { 'zh-CN': '{range}（第 {n} 册）', en: '{range} (volume {n})' },
  inAnnex: { 'zh-CN': '附册 {pages}', en: 'annex {pages}' },
  formerNumber: { 'zh-CN': '{number}（原编号 {before}）', en: '{number} (formerly {before})' },
  isOriginal: { 'zh-CN': '原件', en: 'original' },
  isCopy: { 'zh-CN': '复制件', en: 'copy' },
} as const satisfies Record<string, Text>;

type Own = ModelWith<typeof words>;

const size = leastLetters;

/**
 * 证据目录: one row for each exhibit, by group, each linked to its pages; gaps are shown, not hidden. Long or short form
 * as the profile's columns say. 原件/复制件 is printed only where a person chose it for an exhibit.
 */
export const catalogue = pageKind({
  kind: 'catalogue',
  part: 'catalogue',
  words,
  laidOut: 'twice',
  bookmark: ({ t }) => t('catalogue'),
  when: () => true,
  plan: cataloguePages,
});

function cataloguePages(model: Own): readonly Page[] {
  return tablePages(catalogueTable(model), model);
}

export function catalogueTable(bundle: BundleModel): TablePart {
  const whole = withWords(bundle, words);
  const { t, fonts, profile, layout } = whole;
  const model: Own = { ...whole, exhibits: whole.exhibits.filter((one) => !isUnchanged(one, whole)) };
  const page = layout[profile.catalogue.orientation];
  const field = printAreaOf(page);
  const columns = profile.catalogue.columns.filter(({ column }) => isShown(column, model));
  const hasOpenCells = model.exhibits.some((exhibit) => columns.some(({ column }) => isOpen(column, exhibit, model)));
  // An agreed index without groups gets no headings; where groups are asked for, a missing one is shown.
  const grouped =
    !columns.some(({ column }) => column === 'group') &&
    (asksFor(profile, 'group') || model.exhibits.some(({ exhibit }) => exhibit.group.trim() !== ''));
  const rows: TableLine[] = [];
  let group: string | null = null;
  for (const exhibit of model.exhibits) {
    if (grouped && exhibit.exhibit.group !== group) rows.push({ across: exhibit.exhibit.group || lackText(model) });
    ({ group } = exhibit.exhibit);
    rows.push({
      cells: columns.map(({ column }) => cellsOf[column](exhibit, model)),
    });
  }
  return {
    title: t('catalogue'),
    size: page,
    intro: [
      gap(3),
      ...paragraph(model.facts.title, field.width, { size: 9, colour: softInk }, fonts),
      ...(hasOpenCells && !model.working ? noteOnOpenCells(model, page) : []),
      ...(saysComplete(model)
        ? [gap(3), ...paragraph(t('wholeMeans'), field.width, { size: 8.2, colour: softInk }, fonts)]
        : []),
    ],
    columns: withRoomForNumbers(columns, field.width, model).map(({ column, width, stays }) => ({
      ...{ name: columnHead(column, model), width },
      ...(stays && { stays }),
    })),
    rows,
    outro: [gap(22), signatureBlock(model, field.width)],
    textSize: size,
    pad: 3.2,
  };
}

type Column = Readonly<{ column: CatalogueColumn; width: number; stays?: true }>;

/** Points of `（原编号 17）` in bold, with the gutter: it stands on one line below the number. */
const formerWidth = 62;

/** The columns, that of the numbers wide enough for a number that an exhibit had before. @param room in points, of all */
function withRoomForNumbers(columns: readonly Column[], room: number, { exhibits }: Own): readonly Column[] {
  if (!exhibits.some(({ exhibit }) => exhibit.formerly !== undefined)) return columns;
  const others = columns.reduce((sum, { column, width }) => sum + (column === 'no' ? 0 : width), 0);
  const share = (formerWidth * others) / (room - formerWidth);
  return columns.map((one) =>
    one.column === 'no' ? { ...one, width: Math.max(one.width, share), stays: true as const } : one,
  );
}

/** Whether the catalogue of the bundle filed before has an exhibit as this one would. */
const isUnchanged = ({ index }: BundleExhibit, { standing }: Pick<BundleModel, 'standing'>): boolean =>
  standing?.catalogue.has(index) === true;

/** Exhibits that stand unchanged in the catalogue filed before: what a reissued one must say of them all the same. */
export function unchangedRows(bundle: BundleModel): Pick<TablePart, 'columns' | 'rows'> {
  const model = withWords(bundle, words);
  const columns = [
    { column: 'no', width: 50 },
    { column: 'title', width: 370 },
    { column: 'pages', width: 75 },
  ] as const;
  return {
    columns: columns.map(({ column, width }) => ({ name: columnHead(column, model), width })),
    rows: model.exhibits
      .filter((one) => isUnchanged(one, model))
      .map((exhibit) => ({ cells: columns.map(({ column }) => cellsOf[column](exhibit, model)) })),
  };
}

/** Whether a row says that its exhibit is complete: what that means is said above. */
const saysComplete = ({ profile, exhibits }: Own): boolean =>
  profile.catalogue.columns.some(({ column }) => column === 'remarks') &&
  exhibits.some(({ record }) => fourAnswers(record).word === 'complete');

/** A column that no exhibit fills goes from a filing, unless the law demands it; a working edition shows it as lacking. */
function isShown(column: CatalogueColumn, model: Own): boolean {
  const filled = model.exhibits.some((exhibit) => !isOpen(column, exhibit, model));
  return filled || isDemanded(model.profile, column) || (model.working !== null && column !== 'original');
}

/** Whether an exhibit has nothing in a column. */
function isOpen(column: CatalogueColumn, { exhibit, record }: BundleExhibit, { facts, t }: Own): boolean {
  switch (column) {
    case 'group':
    case 'title':
    case 'source':
    case 'summary':
    case 'purpose':
      return (exhibit[column] ?? '').trim() === '';
    case 'kind':
      return kindOf(exhibit, record, t) === '';
    case 'copies':
      return copiesOf(exhibit, facts) === '';
    case 'original':
      return exhibit.original === undefined;
    case 'no':
    case 'time':
    case 'pages':
    case 'remarks':
      return false; // filled from the record itself
  }
}

const columnNames = {
  group: 'group',
  no: 'no',
  title: 'title',
  kind: 'kind',
  source: 'source',
  time: 'time',
  summary: 'summary',
  purpose: 'purpose',
  pages: 'pages',
  copies: 'copies',
  original: 'original',
  remarks: 'remarks',
} as const satisfies Record<CatalogueColumn, string>;

/** The head of a column, in the court's own words where it has some. */
function columnHead(column: CatalogueColumn, { profile: { catalogue }, language, t }: Own): FiledWords {
  const own = catalogue.columns.find((one) => one.column === column)?.name;
  return own ? say(own, language) : t(columnNames[column]);
}

/** What stands in each column of an exhibit's row. */
const cellsOf: Readonly<Record<CatalogueColumn, (exhibit: BundleExhibit, model: Own) => TableCell>> = {
  group: ({ exhibit }, model) => stated(exhibit.group, model),
  no: (exhibit, model) => numberCell(exhibit, model),
  title:
    ({ exhibit, index }, model) =>
    (width) => ({
      ...cell(exhibit.title || lackText(model), width, { size }, model.fonts),
      link: index,
    }),
  kind: ({ exhibit, record }, { t, working }) => kindOf(exhibit, record, t) || (working ? '' : openCell),
  source: ({ exhibit }, model) => stated(exhibit.source, model),
  time: (exhibit, model) => timesOf(exhibit, model),
  summary: ({ exhibit, index }, model) => quoting(exhibit.summary ?? '', index, model),
  purpose: ({ exhibit, index }, model) => quoting(exhibit.purpose, index, model),
  pages: ({ index, number }, model) =>
    lateCell(
      [
        ...lateSides((numbers) => pagesIn(numbers, index, model.t), { link: index }, model),
        ...annexLine({ index, number }, model),
      ],
      { size, weight: 'bold', colour: linkInk },
    ),
  copies: ({ exhibit }, { facts, working }) => copiesOf(exhibit, facts) || (working ? '' : openCell),
  original: ({ exhibit }, { t, working }) =>
    exhibit.original === undefined
      ? working
        ? ''
        : openCell
      : t(exhibit.original === 'original' ? 'isOriginal' : 'isCopy'),
  remarks: ({ exhibit, record }, model) =>
    listedApart([exhibit.remarks ?? '', outcomeText(record, model)].filter(Boolean), model.language),
};

/** The number, and below it the one that the exhibit has in the case's bundle where it could not keep it. */
function numberCell({ number, exhibit: { formerly } }: BundleExhibit, model: Own): TableCell {
  const style = { size, weight: 'bold' } as const;
  if (formerly === undefined) return stated(number, model, { weight: 'bold' });
  const [first, second] = sidesOf(model.t('formerNumber', { number, before: formerly }));
  const behind = (side: string) => side.slice(number.length).trim();
  const own = cell(number, formerWidth, style, model.fonts);
  return {
    ...own,
    ...{ shown: first, lines: [number, behind(first), ...(second === undefined ? [] : [behind(second)])] },
    ...(second !== undefined && { second: { from: 2, shown: behind(second) } }),
  };
}

const quoting = (text: string, index: number, model: Own): TableCell =>
  text.trim() === '' ? stated(text, model) : (width) => quotingCell(text, index, width, { size }, model);

/** How the item came out, in the worst of its four answers: which ones, its sheet says. */
const outcomeText = (record: BundleExhibit['record'], { t, language }: Own): string =>
  labelled(t('outcome'), headName(fourAnswers(record).word, language), language);

/** 证据种类: a captured page is electronic data; of a file that came from elsewhere a person says what it is. */
function kindOf({ kind }: FiledExhibit, record: BundleExhibit['record'], t: Own['t']): string {
  return kind ?? (record.kind === 'capture' ? t('electronicData') : '');
}

/** The pages of an exhibit in the annex, on a line below its own. */
function annexLine({ index, number }: Pick<BundleExhibit, 'index' | 'number'>, model: Own): readonly LateLine[] {
  const { t, annexed, reissue } = model;
  const there = annexed.has(index) || reissue?.exhibits.get(number)?.annex !== undefined;
  if (!there) return [];
  const text = (numbers: PageNumbers) => {
    const range = numbers.ofAnnex(index);
    return range === null ? '' : t('inAnnex', { pages: rangeText(range) });
  };
  return lateSides(text, { link: index, to: 'annex' }, model, t('inAnnex', { pages: '' }));
}

/** The range, with the volume where it lies in another one. */
function pagesIn(numbers: PageNumbers, index: number, t: Own['t']): string {
  const range = numbers.ofExhibit(index);
  const n = numbers.volumeOf(range[0]);
  const here = numbers.volumeOf(numbers.volumes[0]?.from ?? 0); // the catalogue stands in the first
  return n === here || n === 0 ? rangeText(range) : t('inVolume', { range: rangeText(range), n });
}

/** Copies as stated, else one for each opponent; nothing where it is not known how many there are. */
function copiesOf({ copies }: FiledExhibit, facts: Own['facts']): string {
  const count = copies ?? opponentsOf(facts);
  return count === null ? '' : String(count);
}

/** What outside services gave for an item, or that there is nothing. */
export function anchorsText(attachments: readonly Attachment[], { language }: Pick<BundleModel, 'language'>): string {
  const [said = ''] = inEachLanguage({ language, t: textsIn(language, words) }, ({ t, language }) => {
    if (attachments.length === 0) return [t('anchorNone')];
    const each = attachments.map(({ kind, number }) => t('anchor', { kind: t(kind), number: number ?? t('noNumber') }));
    return [`${listedApart(each, language)} ${t('anchorUnchecked')}`];
  });
  return said;
}
