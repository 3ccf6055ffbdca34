import { onOneLine } from '../../../../shared/bilingual.ts';
import { describeCheck } from '../../../../shared/messages/names/check-messages.ts';
import { describeReason } from '../../../../shared/messages/reasons/reasons.ts';
import { stepName } from '../../../../shared/messages/names/step-names.ts';
import type { CatalogueColumn } from '../../../../shared/profile/profile.ts';
import type { BundleExhibit } from '../../model.ts';
import { printAreaOf } from '../../layout.ts';
import { ink, linkInk, sealInk, softInk } from '../../pdf/canvas.ts';
import type { Page } from '../../sheet.ts';
import { lackText } from '../blocks/table.ts';
import {
  cell,
  drawBlocks,
  flow,
  gap,
  gutter,
  heading,
  paragraph,
  partTitle,
  rule,
  tableRow,
  type Block,
} from '../blocks/flow.ts';
import { pageKind, type ModelWith } from '../page-kind.ts';
import { numbersText } from '../statements/certificate-paths.ts';
import { notedChecks } from '../statements/clock-statements.ts';
import { derivationLines } from '../statements/derivation-notes.ts';
import { sharedFacts, type FactRow } from './shared-facts.ts';
import { factsOf, type Fact } from './technical-facts.ts';
import { technicalWords } from './technical-words.ts';
import { leastLetters } from '../blocks/letter-sizes.ts';

type Own = ModelWith<typeof technicalWords>;

const labelWidth = 112;
const size = leastLetters;

/**
 * 技术附录: how each exhibit was captured or received, with what outcome and over which connection. What the exhibits share
 * stands once, above what each has of its own.
 */
export const technicalAnnex = pageKind({
  kind: 'technical-annex',
  part: null,
  words: technicalWords,
  laidOut: 'twice',
  bookmark: ({ t }) => t('technicalAnnex'),
  when: () => true,
  plan: technicalPages,
});

function technicalPages(model: Own): readonly Page[] {
  const { t, fonts, layout, reissue } = model;
  const page = layout.portrait;
  const { width } = printAreaOf(page);
  const before = model.exhibits.filter(({ number }) => reissue?.exhibits.has(number) === true);
  const told = model.exhibits.filter((exhibit) => !before.includes(exhibit));
  const groups = (['capture', 'import'] as const).map((kind) => {
    const some = told.filter(({ record }) => record.kind === kind);
    return { some, ...sharedFacts(some.map((exhibit) => rowsOf(exhibit, model))) };
  });
  const ownRows = new Map(groups.flatMap(({ some, own }) => some.map(({ index }, at) => [index, own[at] ?? []])));
  const note = (text: string) => paragraph(text, width, { size: leastLetters, colour: softInk }, fonts);
  const blocks = [
    ...partTitle(t('technicalAnnex'), width, { size: 17 }, fonts),
    gap(3),
    ...note(t('technicalNote')),
    ...(before.length === 0 ? [] : note(t('filedBefore', { numbers: numbersText(before) }))),
    ...groups.flatMap(({ some, shared }) => sharedBlocks(some, shared, model)),
    ...told.flatMap((exhibit) => exhibitBlocks(exhibit, ownRows.get(exhibit.index) ?? [], model)),
  ];
  return flow(blocks, page).map((some): Page => ({
    size: page,
    header: t('technicalAnnex'),
    tells: some.flatMap(({ tells }) => tells ?? []),
    draw: (canvas, context) => {
      drawBlocks(canvas, some, page, context);
    },
  }));
}

/** What the captures, or the imports, of the bundle have alike. */
function sharedBlocks(some: readonly BundleExhibit[], shared: readonly FactRow[], model: Own): readonly Block[] {
  if (shared.length === 0) return [];
  return [
    ...head(model.t('sharedBy', { numbers: numbersText(some) }), model),
    ...shared.flatMap((row) => rowBlocks(row, model)),
  ];
}

/** What one exhibit has of its own, under its number and title. */
function exhibitBlocks(exhibit: BundleExhibit, own: readonly FactRow[], model: Own): readonly Block[] {
  const { t, fonts, layout } = model;
  const { number, index } = exhibit;
  const { width } = printAreaOf(layout.portrait);
  const title = cell(
    `${onOneLine(`${t('exhibit')} ${number}`)}  ${exhibit.exhibit.title || lackText(model)}`,
    width - gutter,
    {
      size: 9,
      weight: 'bold',
      colour: linkInk,
    },
    fonts,
  );
  const [first, ...others] = tableRow([{ ...title, link: index }], [width], { pad: 1, line: false, as: 2 }, 200);
  if (!first) throw new Error('a table row has at least one block');
  return [
    gap(9),
    ...[{ ...first, tells: index }, ...others].map((block) => ({ ...block, keepsWithNext: true })),
    { ...rule(width), keepsWithNext: true },
    gap(2.5),
    ...own.flatMap((row) => rowBlocks(row, model)),
  ];
}

function head(text: string, { fonts, layout }: Own): readonly Block[] {
  const { width } = printAreaOf(layout.portrait);
  return [gap(9), ...heading(text, width, { size: 9 }, fonts), { ...rule(width), keepsWithNext: true }, gap(2.5)];
}

/** Everything recorded of an exhibit, label by label. */
function rowsOf(exhibit: BundleExhibit, model: Own): readonly FactRow[] {
  const { t } = model;
  const lines: readonly Fact[] = [
    ...statedLines(exhibit, model),
    ...derivationLines(exhibit, model),
    ...factsOf(exhibit, model),
    ...stepLines(exhibit, model),
    ...warningLines(exhibit, model),
  ];
  const rows: { label: string; values: string[] }[] = [];
  for (const [label, value] of lines) {
    const said = value === null || value === '' ? t('notRecorded') : value;
    const last = rows.at(-1);
    if (last && (label === '' || label === last.label)) last.values.push(said);
    else rows.push({ label, values: [said] });
  }
  return rows;
}

/** What a person stated of the exhibit, as far as the catalogue has no column for it and its opening does not say it. */
function statedLines({ exhibit }: BundleExhibit, { t, profile }: Own): readonly Fact[] {
  const listed = new Set<CatalogueColumn>(profile.catalogue.columns.map(({ column }) => column));
  const stated = (column: 'group' | 'summary' | 'remarks'): readonly Fact[] => {
    const value = exhibit[column];
    return listed.has(column) || value === undefined || value.trim() === '' ? [] : [[t(column), value]];
  };
  return [
    ...(listed.has('purpose') ? [] : stated('group')),
    ...stated('summary'),
    ...stated('remarks'),
    ...(exhibit.date === undefined ? [] : [[t('statedDate'), exhibit.date] as const]),
  ];
}

/** Steps that did not just end well, and what became of the others. */
function stepLines({ record }: BundleExhibit, { t, language }: Own): readonly Fact[] {
  const told = record.steps.filter(({ outcome, reason }) => outcome !== 'ok' || reason);
  const others = record.steps.length - told.length;
  const rest = told.length === 0 ? 'stepsAll' : others === 0 ? null : 'stepsOthers';
  return [
    ...told.map(({ step, outcome, reason }): Fact => [
      stepName(step, language),
      `${t(outcome)}${reason ? ` · ${describeReason(reason, language)}` : ''}`,
    ]),
    ...(rest === null || record.steps.length === 0 ? [] : [[t('steps'), t(rest)] as const]),
  ];
}

/** Checks that have something to note, then the warnings of the record. */
function warningLines({ record }: BundleExhibit, { t, language }: Own): readonly Fact[] {
  return [
    ...notedChecks(record).map((check) => describeCheck(check, language)),
    ...record.warnings.map((warning) => describeReason(warning, language)),
  ].map((warning): Fact => [t('warnings'), warning]);
}

function rowBlocks({ label, values }: FactRow, { fonts, layout, t }: Own): readonly Block[] {
  const { width, height } = printAreaOf(layout.portrait);
  return values.flatMap((value, at) =>
    tableRow(
      [
        cell(at === 0 ? label : '', labelWidth - gutter, { size, colour: softInk }, fonts),
        cell(value, width - labelWidth - gutter, { size, colour: isWarning(label, t) ? sealInk : ink }, fonts),
      ],
      [labelWidth, width - labelWidth],
      { pad: 1.4, line: at === values.length - 1 },
      height * 0.7,
    ),
  );
}

const isWarning = (label: string, t: Own['t']): boolean => label === t('warnings');
