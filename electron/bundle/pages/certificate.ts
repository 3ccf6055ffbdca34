import { listed, listedApart, type CaseLanguage } from '../../../shared/language.ts';
import { readableInstant } from '../../../shared/instant.ts';
import { describeReason } from '../../../shared/messages/reasons.ts';
import { stepName } from '../../../shared/messages/step-names.ts';
import { inEachLanguage, type BundleExhibit, type BundleModel } from '../model.ts';
import { fieldOf } from '../layout.ts';
import type { Sheet } from '../sheet.ts';
import { connectionLines, numbersOf, secondPathOfAll } from './certificate-paths.ts';
import { anchorsText } from './catalogue.ts';
import { signatureBlock } from './cover.ts';
import { gap, heading, paragraph, tableRow, cell, type Block } from './flow.ts';
import { flowSheets } from './table.ts';

/**
 * 取证说明: one heading for each of the six factors of art. 11 of the Internet Courts Provisions (法释〔2018〕16号), from
 * what the records say; what nobody verified is named. Under FRE 902 the same facts stand in a declaration. It is
 * written to be signed by a person and never is signed by the program.
 */
export function certificateSheets(model: BundleModel): readonly Sheet[] {
  const { t, fonts, layout, profile } = model;
  const { width } = fieldOf(layout.portrait);
  const declaration = profile.certificate === 'declaration';
  const title = t(declaration ? 'declarationTitle' : 'certificate');
  const text = (line: string): readonly Block[] => [gap(3), ...paragraph(line, width, { size: 9, lead: 13.6 }, fonts)];
  const section = (name: string, lines: readonly string[]): readonly Block[] => [
    gap(10),
    ...heading(name, width, { size: 10.5 }, fonts),
    ...lines.flatMap(text),
  ];
  const blank = (label: string): readonly Block[] =>
    tableRow(
      [cell(label, 180, { size: 9 }, fonts), cell(t('notStated'), width - 200, { size: 9 }, fonts)],
      [186, width - 186],
      { pad: 3, line: true },
      200,
    );
  const blocks = [
    ...paragraph(title, width, { size: 17, weight: 'bold' }, fonts),
    ...(declaration ? [gap(6), ...text(t('declarationLead'))] : []),
    ...section(t('articleEnvironment'), inEachLanguage(model, environmentLines)),
    ...section(t('articleSubject'), inEachLanguage(model, subjectLines)),
    ...section(t('articleCustody'), [
      t('certStore', { seq: model.custody.seq, hash: model.custody.hash, caseId: model.caseId }),
      t('certMedium'),
    ]),
    ...section(t('articleMethod'), inEachLanguage(model, methodLines)),
    ...section(t('articleChanges'), inEachLanguage(model, changeLines)),
    ...section(t('articleVerify'), [t('certVerify'), ...inEachLanguage(model, anchorLine)]),
    ...section(t('notVerifiedHeading'), inEachLanguage(model, notVerified)),
    ...section(t('personHeading'), []),
    ...blank(t('operator')),
    ...blank(t('qualification')),
    ...blank(t('interest')),
    ...(declaration ? [gap(8), ...text(t('declarationOath'))] : []),
    gap(26),
    signatureBlock(model, width),
  ];
  return flowSheets(blocks, layout.portrait, 'certificate', title);
}

/** Distinct programs and browsers, each with the exhibits that they made. */
function environmentLines(model: BundleModel): readonly string[] {
  const { t, exhibits, language } = model;
  const programs = Map.groupBy(exhibits, ({ record: { program } }) => `${program.name} ${program.version}`);
  const captured = exhibits.flatMap((exhibit) =>
    exhibit.record.kind === 'capture' && exhibit.record.browser ? [{ exhibit, browser: exhibit.record.browser }] : [],
  );
  const browsers = Map.groupBy(captured, ({ browser }) => JSON.stringify(browser));
  return [
    ...[...programs].map(([program, some]) => t('certProgram', { program, numbers: numbersOf(some, language) })),
    ...[...browsers.values()].flatMap((some) => {
      const [first] = some;
      if (!first) return [];
      const { product, sha256, sandboxed } = first.browser;
      const numbers = numbersOf(
        some.map(({ exhibit }) => exhibit),
        language,
      );
      const sandbox = t(sandboxed ? 'sandboxOn' : 'sandboxOff');
      return [t('certBrowser', { product, sha256: sha256 ?? t('notStated'), sandbox, numbers })];
    }),
    ...(captured.length === 0 ? [t('certNoCapture')] : []),
    ...connectionLines(model),
  ];
}

function subjectLines({ t, exhibits, language }: BundleModel): readonly string[] {
  const times = exhibits.flatMap(({ record: { startedAt, endedAt } }) => [startedAt, endedAt]).sort();
  const people = listed([...new Set(exhibits.map(({ record }) => record.operator ?? t('notStated')))], language);
  return [
    t('certPeople', { people }),
    t('certTimes', { from: readableInstant(times[0] ?? ''), to: readableInstant(times.at(-1) ?? '') }),
    t('certContent'),
  ];
}

function methodLines(model: BundleModel): readonly string[] {
  const { t, exhibits, language } = model;
  const imports = exhibits.filter(({ record }) => record.kind === 'import');
  const captures = exhibits.filter(({ record }) => record.kind === 'capture');
  return [
    ...(captures.length > 0 ? [t('certMethod'), ...secondPathOfAll(model)] : []),
    ...exhibits.flatMap(({ number, record }) => {
      const hand = record.kind === 'capture' ? record.byHand : undefined;
      if (!hand) return [];
      const { seconds, clicks, keys } = hand;
      return [t('certByHand', { number, seconds, clicks, keys })];
    }),
    ...(imports.length > 0 ? [t('certImports', { numbers: numbersOf(imports, language) })] : []),
  ];
}

/** A statement without its full stop: the sentence that it stands in has its own. */
const withinSentence = (text: string): string => text.replace(/[。.]$/, '');

/** Every shortfall that a step ledger holds, every redaction, every recoding. */
function changeLines({ t, exhibits, language, pictures }: BundleModel): readonly string[] {
  const whole = exhibits.filter(({ record }) => record.outcome === 'complete' && record.warnings.length === 0);
  const short = exhibits.filter((exhibit) => !whole.includes(exhibit));
  return [
    ...(whole.length > 0 ? [t('certWhole', { numbers: numbersOf(whole, language) })] : []),
    ...[...Map.groupBy(short, shortfallOf).values()].map((some) => shortLine(some, t, language)),
    ...exhibits.flatMap((exhibit) => [...wishedChanges(exhibit, t), ...regionLines(exhibit, t)]),
    ...exhibits.flatMap(({ number, record: { stitched } }) =>
      stitched
        ? [
            t('certStitched', {
              number,
              count: stitched.parts.length,
              parents: stitched.parts.map(({ parentRecord }) => parentRecord).join(', '),
            }),
          ]
        : [],
    ),
    ...exhibits.flatMap(({ number, record: { redaction } }) =>
      redaction
        ? [
            t('certRedacted', {
              number,
              parent: redaction.parentRecord,
              count: redaction.regions.length,
              reason: redaction.reason,
            }),
          ]
        : [],
    ),
    t(pictures.recoded ? 'certRecoded' : 'certOriginals'),
  ];
}

/** What a step ledger says beside "ok": exhibits with the same share a line. */
const shortfallOf = ({ record: { outcome, steps, warnings } }: BundleExhibit): string =>
  JSON.stringify([
    outcome,
    steps.flatMap((one) => (one.outcome === 'ok' ? [] : [[one.step, one.outcome, one.reason ?? null]])),
    warnings,
  ]);

function shortLine(exhibits: readonly BundleExhibit[], t: BundleModel['t'], language: CaseLanguage): string {
  const [first] = exhibits;
  if (!first) return '';
  const { record } = first;
  const steps = record.steps
    .filter(({ outcome }) => outcome !== 'ok')
    .map(({ step, outcome, reason }) =>
      [
        stepName(step, language),
        t(outcome),
        ...(reason ? [withinSentence(describeReason(reason, language))] : []),
      ].join(' '),
    );
  const warnings = record.warnings.map((warning) => withinSentence(describeReason(warning, language)));
  return t(exhibits.length === 1 ? 'certShort' : 'certShortMany', {
    number: numbersOf(exhibits, language),
    outcome: t(record.outcome),
    steps: listedApart([...steps, ...warnings], language) || t('none'),
  });
}

const regionLines = ({ number, record: { region } }: BundleExhibit, t: BundleModel['t']): readonly string[] =>
  region
    ? [
        t('certRegion', {
          number,
          parent: region.parentRecord,
          x: region.x,
          y: region.y,
          width: region.width,
          height: region.height,
        }),
      ]
    : [];

/** What the operator had done to the page, and views for which the program changed it. */
function wishedChanges({ number, record }: BundleExhibit, t: BundleModel['t']): readonly string[] {
  if (record.kind !== 'capture') return [];
  const { actions, innerScroll } = record;
  return [
    ...(actions && actions.done > 0 ? [t('certActions', { number, count: actions.done })] : []),
    ...(innerScroll?.expanded ? [t('certInnerScroll', { number, count: innerScroll.parts.length })] : []),
  ];
}

function anchorLine(model: BundleModel): readonly string[] {
  const { t, exhibits, language } = model;
  const anchored = exhibits.filter(({ attachments }) => attachments.length > 0);
  if (anchored.length === 0) return [t('certNoAnchors')];
  const anchors = anchored.map(
    ({ number, attachments }) => `${t('exhibit')} ${number}: ${anchorsText(attachments, model)}`,
  );
  return [t('certAnchors', { anchors: listedApart(anchors, language) })];
}

function notVerified({ t, exhibits, language }: BundleModel): readonly string[] {
  const imports = exhibits.some(({ record }) => record.kind === 'import');
  const anchors = exhibits.some(({ attachments }) => attachments.length > 0);
  const all = [
    t('unverifiedClock'),
    t('unverifiedTruth'),
    t('unverifiedMalware'),
    ...(imports ? [t('unverifiedImports')] : []),
    ...(anchors ? [t('unverifiedAnchors')] : []),
  ];
  return [
    listedApart(
      all.map((line, at) => `(${at + 1}) ${line}`),
      language,
    ),
  ];
}
