import type { CaptureRecord } from '../../../shared/case/record.ts';
import { chainLines, connectionLine, secondPathResult } from '../../../shared/fields/second-path-lines.ts';
import type { Region } from '../../../shared/case/exhibit.ts';
import { tilesOf } from '../../../shared/case/region.ts';
import { asksFor } from '../../../shared/profile/profile.ts';
import { readableInstant } from '../../../shared/instant.ts';
import { actedLines, innerScrollLines } from '../../../shared/messages/action-messages.ts';
import { describeFact } from '../../../shared/messages/fact-names.ts';
import { describeReason } from '../../../shared/messages/reasons.ts';
import { stepName } from '../../../shared/messages/step-names.ts';
import { visibleText } from '../../../shared/visible-text.ts';
import { partNumbers, partsOf } from '../carried-files.ts';
import { filePagesOf, type BundleExhibit, type BundleModel } from '../model.ts';
import { fieldOf } from '../layout.ts';
import { linkInk, sealInk, softInk } from '../pdf/canvas.ts';
import type { Sheet } from '../sheet.ts';
import { anchorsText } from './catalogue.ts';
import { cell, drawBlocks, fittedLine, flow, gap, gutter, paragraph, rule, tableRow, type Block } from './flow.ts';
import { filmText, stitchedText } from './derived-text.ts';

const labelWidth = 118;
const size = 8.2;
/** Below this a title is no longer read with ease; a longer one takes several lines. */
const smallestTitle = 7;

/** The sheet before an exhibit's own pages: what it is, how it was taken, what it is filed for, its files and hashes. */
export function exhibitSheets(exhibit: BundleExhibit, model: BundleModel): readonly Sheet[] {
  const {
    t,
    fonts,
    layout: { portrait },
  } = model;
  const { width, height } = fieldOf(portrait);
  const { record } = exhibit;
  const fact = (label: string, value: string | null, important = false): readonly Block[] =>
    tableRow(
      [
        cell(label, labelWidth - gutter, { size, colour: softInk }, fonts),
        cell(
          value === null || value === '' ? t('notStated') : value,
          width - labelWidth - gutter,
          { size, colour: important ? sealInk : value ? [0.106, 0.118, 0.137] : softInk },
          fonts,
        ),
      ],
      [labelWidth, width - labelWidth],
      { pad: 2.2, line: true },
      height * 0.7,
    );
  const heading = (text: string): readonly Block[] =>
    [gap(11), ...paragraph(text, width, { size: 10, weight: 'bold' }, fonts), gap(2), rule(width)].map((block) => ({
      ...block,
      keepsWithNext: true,
    }));

  const shown = (cell: 'group' | 'purpose') => asksFor(model.profile, cell) || exhibit.exhibit[cell].trim() !== '';
  const blocks: Block[] = [
    ...paragraph(`${t('exhibit')} ${exhibit.number}`, width, { size: 20, weight: 'bold' }, fonts),
    gap(4),
    ...tableRow(
      [fittedLine(exhibit.exhibit.title || t('gap'), width - 1, { size: 13, weight: 'bold' }, smallestTitle, fonts)],
      [width],
      { pad: 0, line: false },
      height * 0.7,
    ),
    gap(3),
    ...paragraph(
      record.kind === 'capture' ? t('captured') : t('imported'),
      width,
      { size: 8.6, colour: record.kind === 'capture' ? linkInk : sealInk },
      fonts,
    ),
    ...heading(t('catalogueFacts')),
    ...(shown('group') ? fact(t('group'), exhibit.exhibit.group) : []),
    ...fact(t('source'), exhibit.exhibit.source),
    ...(exhibit.exhibit.date === undefined ? [] : fact(t('statedDate'), exhibit.exhibit.date)),
    ...(shown('purpose')
      ? fact(t('purpose'), exhibit.exhibit.purpose || t('gap'), exhibit.exhibit.purpose === '')
      : []),
    ...(exhibit.exhibit.summary === undefined ? [] : fact(t('summary'), exhibit.exhibit.summary)),
    ...(exhibit.exhibit.remarks === undefined ? [] : fact(t('remarks'), exhibit.exhibit.remarks)),
    ...fact(t('anchorNumber'), anchorsText(exhibit.attachments, model)),
    ...(exhibit.machineRead ? fact(t('textLayer'), t('machineReadNote'), true) : []),
    ...(record.redaction
      ? fact(
          t('redaction'),
          t('redactionNote', {
            count: record.redaction.regions.length,
            reason: record.redaction.reason,
            parent: record.redaction.parentRecord,
          }),
          true,
        )
      : []),
    ...(record.region
      ? fact(
          t('regionOf'),
          t('regionNote', {
            ...placeOf(record.region),
            reason: record.region.reason ?? t('notStated'),
            parent: record.region.parentRecord,
          }),
          true,
        )
      : []),
    ...(record.film ? fact(t('keyFrames'), filmText(record.film, t), true) : []),
    ...(record.stitched ? fact(t('stitchedFrom'), stitchedText(record.stitched, model), true) : []),
    ...(model.pictures.recoded ? fact(t('recoded'), t('certRecoded'), true) : []),
    ...heading(t(record.kind === 'capture' ? 'facts' : 'importFacts')),
    ...factsOf(exhibit, model).flatMap(([label, value]) => fact(label, value)),
    ...heading(t('steps')),
    ...record.steps.flatMap(({ step, outcome, ms, reason }) =>
      fact(
        stepName(step, model.language),
        `${t(outcome)} · ${ms} ms${reason ? ` · ${describeReason(reason, model.language)}` : ''}`,
        outcome === 'failed',
      ),
    ),
    ...(record.warnings.length === 0 ? [] : heading(t('warnings'))),
    ...record.warnings.flatMap((warning) =>
      paragraph(`• ${describeReason(warning, model.language)}`, width, { size }, fonts),
    ),
    ...heading(t('files')),
    ...fileRows(exhibit, model, width),
    ...noPagesNotice(exhibit, model, width),
  ];
  return flow(blocks, portrait).map((page): Sheet => ({
    size: portrait,
    kind: 'exhibit-sheet',
    exhibit: { number: exhibit.number, index: exhibit.index },
    header: `${t('exhibit')} ${exhibit.number}`,
    draw: (canvas, context) => {
      drawBlocks(canvas, page, portrait, context);
    },
  }));
}

const placeOf = ({ x, y, width, height }: Region): Region => ({ x, y, width, height });

type Fact = readonly [label: string, value: string | null];

function factsOf({ record }: BundleExhibit, { t, language }: BundleModel): readonly Fact[] {
  const when: readonly Fact[] = [
    [t('started'), readableInstant(record.startedAt)],
    [t('ended'), readableInstant(record.endedAt)],
    [t('clock'), t('clockNote')],
    [t('operator'), record.operator],
    [t('program'), `${record.program.name} ${record.program.version}`],
    [t('outcome'), t(record.outcome)],
    [t('itemId'), record.item],
  ];
  if (record.kind === 'import') {
    return [
      [t('originalName'), visibleText(record.fileName)],
      [t('howItCame'), record.source],
      [t('receivedBy'), record.receivedBy],
      [t('receivedOn'), record.receivedOn],
      [t('account'), record.account],
      ...record.facts.map((one): Fact => factLine(one, language)),
      ...partFacts(record, t, language),
      ...when,
    ];
  }
  const { view, picture, browser, server } = record;
  return [
    [t('urlRequested'), record.url],
    [t('urlFinal'), record.finalUrl],
    ...record.redirects.map(({ url, status, location }): Fact => [
      t('redirects'),
      `${status}  ${url} → ${location ?? '?'}`,
    ]),
    [t('httpStatus'), record.httpStatus === null ? null : String(record.httpStatus)],
    [t('server'), server && `${server.address}:${server.port} (${server.host}; ${t('serverNote')})`],
    ...connectionFacts(record, t, language),
    [t('browser'), browser && `${browser.product}, ${t(browser.sandboxed ? 'sandboxOn' : 'sandboxOff')}`],
    ['SHA-256', browser?.sha256 ?? null],
    [t('view'), `${view.width} × ${view.height} CSS px, ×${view.scale}, ${view.device}`],
    [
      t('picture'),
      picture &&
        t('pictureNote', {
          width: picture.width,
          height: picture.height,
          overlap: picture.overlap,
          tiles: tilesOf(record).length,
        }),
    ],
    ...(record.account === undefined ? [] : [[t('loggedInAs'), record.account] as const]),
    ...(record.actions ? actedLines(record.actions, language, 12) : []).map((line): Fact => [t('pageActions'), line]),
    ...(record.innerScroll ? innerScrollLines(record.innerScroll, language, 6) : []).map((line): Fact => [
      t('innerScroll'),
      line,
    ]),
    ...(record.file?.facts ?? []).map((one): Fact => factLine(one, language)),
    ...partFacts(record, t, language),
    ...when,
  ];
}

/** TLS of the page and the result of the second path; an older record is silent about what it lacks. */
function connectionFacts(
  record: CaptureRecord,
  t: BundleModel['t'],
  language: BundleModel['language'],
): readonly Fact[] {
  const connection = connectionLine(record, language);
  const second = secondPathResult(record, language);
  return [
    ...(connection === null ? [] : [[t('connection'), connection] as const]),
    ...chainLines(record, language)
      .slice(0, 1)
      .map((leaf): Fact => ['', leaf]),
    ...(second === null ? [] : [[t('secondPath'), second] as const]),
  ];
}

/** What the files that a mail carried say of themselves. What a mail in it says of itself stands on its own pages. */
function partFacts(
  record: BundleExhibit['record'],
  t: BundleModel['t'],
  language: BundleModel['language'],
): readonly Fact[] {
  const numbers = partNumbers(partsOf(record));
  return partsOf(record)
    .filter(({ pages }) => pages.as !== 'text')
    .flatMap(({ artifact, fileName, facts, warnings, film }): readonly Fact[] => {
      const said = [
        ...facts.map((one) => factLine(one, language).join(': ')),
        ...warnings.map((one) => describeReason(one, language)),
        ...(film ? [`${t('keyFrames')}: ${filmText(film, t)}`] : []),
      ];
      const n = numbers.get(artifact) ?? '';
      const label = t('attachmentPage', { n, name: visibleText(fileName) || artifact });
      return said.length === 0 ? [] : [[label, said.join('; ')]];
    });
}

function factLine(fact: Parameters<typeof describeFact>[0], language: BundleModel['language']): Fact {
  const { name, value } = describeFact(fact, language);
  return [name, value];
}

/** Points that 64 hexadecimal digits take in the size of the list. */
const hashWidth = 240;

function fileRows(
  { record, recordSha256, recordBytes }: BundleExhibit,
  { fonts }: BundleModel,
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

function noPagesNotice(
  { record }: BundleExhibit,
  { t, fonts, language }: BundleModel,
  width: number,
): readonly Block[] {
  const pages = filePagesOf(record);
  const pictured = record.artifacts.some(({ role }) =>
    ['screenshot-tile', 'screenshot-region', 'page-image', 'original'].includes(role),
  );
  const why = pages.as === 'none' ? describeReason(pages.reason, language) : pictured ? null : t('noPicture');
  return why === null
    ? []
    : [gap(14), ...paragraph(t('noPages', { why }), width, { size: 10, weight: 'bold', colour: sealInk }, fonts)];
}
