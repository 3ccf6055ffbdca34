import type { Region } from '../../../../shared/case/exhibit.ts';
import { asksFor } from '../../../../shared/profile/profile.ts';
import { clockWarning, describeCheck } from '../../../../shared/messages/names/check-messages.ts';
import { bundleTexts } from '../../../../shared/messages/papers/bundle-messages.ts';
import { describeReason, reasonText } from '../../../../shared/messages/reasons/reasons.ts';
import { stepName } from '../../../../shared/messages/names/step-names.ts';
import { filePagesOf, type BundleExhibit } from '../../model.ts';
import { printAreaOf } from '../../layout.ts';
import { linkInk, sealInk, softInk } from '../../pdf/canvas.ts';
import { lackText } from '../blocks/table.ts';
import type { Page } from '../../sheet.ts';
import { anchorsText } from '../front/catalogue.ts';
import { notedChecks } from '../statements/clock-statements.ts';
import {
  cell,
  drawBlocks,
  fittedLine,
  flow,
  gap,
  gutter,
  paragraph,
  rule,
  tableRow,
  type Block,
} from '../blocks/flow.ts';
import { filmText, stitchedText } from '../statements/derived-text.ts';
import { exhibitPageKind, type ModelWith } from '../page-kind.ts';
import { factsOf } from './exhibit-facts.ts';
import { exhibitSheetWords } from './exhibit-sheet-words.ts';

type Own = ModelWith<typeof exhibitSheetWords>;

const labelWidth = 118;
const size = 8.2;
/** Below this a title is no longer read with ease; a longer one takes several lines. */
const smallestTitle = 7;

/** The sheet before an exhibit's own pages: what it is, how it was taken, what it is filed for, its files and hashes. */
export const exhibitSheet = exhibitPageKind({
  kind: 'exhibit-sheet',
  full: false,
  words: exhibitSheetWords,
  laidOut: 'twice',
  when: () => true,
  plan: exhibitSheetPages,
});

function exhibitSheetPages(exhibit: BundleExhibit, model: Own): readonly Page[] {
  const {
    t,
    layout: { portrait },
  } = model;
  const { record } = exhibit;
  const form = sheetForm(model);
  const { fact, heading, width } = form;
  const blocks: Block[] = [
    ...titleBlocks(exhibit, model, form),
    ...heading(t('catalogueFacts')),
    ...catalogueRows(exhibit, model, form),
    ...derivationRows(exhibit, model, form),
    ...(model.pictures.recoded ? fact(t('recoded'), t('certRecoded'), true) : []),
    ...heading(t(record.kind === 'capture' ? 'facts' : 'importFacts')),
    ...factsOf(exhibit, model).flatMap(([label, value]) => fact(label, value)),
    ...heading(t('steps')),
    ...stepRows(exhibit, model, form),
    ...warningBlocks(exhibit, model, form),
    ...heading(t('files')),
    ...fileRows(exhibit, model, width),
    ...noPagesNotice(exhibit, model, width),
  ];
  return flow(blocks, portrait).map((page): Page => ({
    size: portrait,
    header: `${t('exhibit')} ${exhibit.number}`,
    draw: (canvas, context) => {
      drawBlocks(canvas, page, portrait, context);
    },
  }));
}

/** What the sheet is made of: rows of a label and what is recorded under it, and headings above them. `width` in points. */
type SheetForm = Readonly<{
  width: number;
  /** The most that one row may take of the page, in points. */
  mostHeight: number;
  /** A value that nobody recorded is said to be so, never left out. */
  fact: (label: string, value: string | null, important?: boolean) => readonly Block[];
  heading: (text: string) => readonly Block[];
}>;

function sheetForm({ t, fonts, layout }: Own): SheetForm {
  const { width, height } = printAreaOf(layout.portrait);
  const mostHeight = height * 0.7;
  return {
    width,
    mostHeight,
    fact: (label, value, important = false) =>
      tableRow(
        [
          cell(label, labelWidth - gutter, { size, colour: softInk }, fonts),
          cell(
            value === null || value === '' ? t('notRecorded') : value,
            width - labelWidth - gutter,
            { size, colour: important ? sealInk : value ? [0.106, 0.118, 0.137] : softInk },
            fonts,
          ),
        ],
        [labelWidth, width - labelWidth],
        { pad: 2.2, line: true },
        mostHeight,
      ),
    heading: (text) =>
      [gap(11), ...paragraph(text, width, { size: 10, weight: 'bold' }, fonts), gap(2), rule(width)].map((block) => ({
        ...block,
        keepsWithNext: true,
      })),
  };
}

/** Its number and title, whether it was captured or imported, and what the clock check warns of. */
function titleBlocks(
  { number, exhibit, record }: BundleExhibit,
  model: Own,
  { width, mostHeight }: SheetForm,
): readonly Block[] {
  const { t, fonts, language } = model;
  const captured = record.kind === 'capture';
  const clockHead = captured ? clockWarning(record.checks, language) : null;
  return [
    ...paragraph(`${t('exhibit')} ${number}`, width, { size: 20, weight: 'bold' }, fonts),
    gap(4),
    ...tableRow(
      [fittedLine(exhibit.title || lackText(model), width - 1, { size: 13, weight: 'bold' }, smallestTitle, fonts)],
      [width],
      { pad: 0, line: false },
      mostHeight,
    ),
    gap(3),
    ...paragraph(
      captured ? t('captured') : t('imported'),
      width,
      { size: 8.6, colour: captured ? linkInk : sealInk },
      fonts,
    ),
    ...(clockHead === null
      ? []
      : [gap(3), ...paragraph(clockHead, width, { size: 9, weight: 'bold', colour: sealInk }, fonts)]),
  ];
}

/** What a person stated of the exhibit, as it stands in the catalogue too. */
function catalogueRows(
  { exhibit, attachments, machineRead }: BundleExhibit,
  model: Own,
  { fact }: SheetForm,
): readonly Block[] {
  const { t } = model;
  const shown = (cell: 'group' | 'purpose') => asksFor(model.profile, cell) || exhibit[cell].trim() !== '';
  return [
    ...(shown('group') ? fact(t('group'), exhibit.group) : []),
    ...fact(t('source'), exhibit.source),
    ...(exhibit.date === undefined ? [] : fact(t('statedDate'), exhibit.date)),
    ...(shown('purpose') ? fact(t('purpose'), exhibit.purpose || lackText(model), exhibit.purpose === '') : []),
    ...(exhibit.summary === undefined ? [] : fact(t('summary'), exhibit.summary)),
    ...(exhibit.remarks === undefined ? [] : fact(t('remarks'), exhibit.remarks)),
    ...fact(t('anchorNumber'), anchorsText(attachments, model)),
    ...(machineRead ? fact(t('textLayer'), t('machineReadNote'), true) : []),
  ];
}

/** What the item was made from, where it is no first-hand picture: redacted, cut out, key frames, stitched. */
function derivationRows({ record }: BundleExhibit, model: Own, { fact }: SheetForm): readonly Block[] {
  const { t } = model;
  const { redaction, region, film, stitched } = record;
  return [
    ...(redaction
      ? fact(
          t('redaction'),
          t('redactionNote', {
            count: redaction.regions.length,
            reason: redaction.reason,
            parent: redaction.parentRecord,
          }),
          true,
        )
      : []),
    ...(region
      ? fact(
          t('regionOf'),
          t('regionNote', {
            ...boxOf(region),
            reason: region.reason ?? bundleTexts.notRecorded,
            parent: region.parentRecord,
          }),
          true,
        )
      : []),
    ...(film ? fact(t('keyFrames'), filmText(film, t), true) : []),
    ...(stitched ? fact(t('stitchedFrom'), stitchedText(stitched, model), true) : []),
  ];
}

/** The steps of the capture or import in their order, each with its outcome and how long it took. */
function stepRows({ record }: BundleExhibit, { t, language }: Own, { fact }: SheetForm): readonly Block[] {
  return record.steps.flatMap(({ step, outcome, ms, reason }) =>
    fact(
      stepName(step, language),
      `${t(outcome)} · ${ms} ms${reason ? ` · ${describeReason(reason, language)}` : ''}`,
      outcome === 'failed',
    ),
  );
}

/** Checks that have something to note, then the warnings of the record, under a heading of their own. */
function warningBlocks(
  { record }: BundleExhibit,
  { t, fonts, language }: Own,
  { heading, width }: SheetForm,
): readonly Block[] {
  const warnings = [
    ...notedChecks(record).map((check) => describeCheck(check, language)),
    ...record.warnings.map((warning) => describeReason(warning, language)),
  ];
  return [
    ...(warnings.length === 0 ? [] : heading(t('warnings'))),
    ...warnings.flatMap((warning) => paragraph(`• ${warning}`, width, { size }, fonts)),
  ];
}

const boxOf = ({ x, y, width, height }: Region): Region => ({ x, y, width, height });

/** Points that 64 hexadecimal digits take in the size of the list. */
const hashWidth = 240;

function fileRows(
  { record, recordSha256, recordBytes }: BundleExhibit,
  { fonts }: Own,
  width: number,
): readonly Block[] {
  // A hash stands on one line, so that it is copied whole; on narrow pages the other columns give way.
  const hash = Math.max(width - 242, hashWidth);
  const columns = [...[104, 84, 54].map((share) => (share * (width - hash)) / 242), hash];
  const files: { name: string; role: string; bytes: number; sha256: string }[] = [
    ...record.artifacts.map(({ name, role, bytes, sha256 }) => ({ name, role, bytes, sha256 })),
    { name: 'record.json', role: 'record', bytes: recordBytes, sha256: recordSha256 },
  ];
  return files.flatMap(({ name, role, bytes, sha256 }) =>
    tableRow(
      [name, role, String(bytes), sha256].map((text, at) =>
        cell(text, (columns[at] ?? 0) - (at === 3 ? 0 : gutter), { size: 6.6 }, fonts),
      ),
      columns,
      { pad: 1.6, line: true },
      400,
    ),
  );
}

function noPagesNotice({ record }: BundleExhibit, { t, fonts }: Own, width: number): readonly Block[] {
  const pages = filePagesOf(record);
  const pictured = record.artifacts.some(({ role }) =>
    ['screenshot-tile', 'screenshot-region', 'page-image', 'original'].includes(role),
  );
  const why = pages.as === 'none' ? reasonText(pages.reason) : pictured ? null : exhibitSheetWords.noPicture;
  return why === null
    ? []
    : [gap(14), ...paragraph(t('noPages', { why }), width, { size: 10, weight: 'bold', colour: sealInk }, fonts)];
}
