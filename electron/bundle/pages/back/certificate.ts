import { byDemoClock } from '../../../../shared/case/capture/demo-clock.ts';
import { serverReach, type Reach } from '../../../../shared/case/capture/reach.ts';
import { fourAnswers } from '../../../../shared/case/outcome/four-answers.ts';
import { foundLines, headLine } from '../../../../shared/messages/names/answer-texts.ts';
import { languagesOf, listed, listedApart, withoutStop, type CaseLanguage } from '../../../../shared/language.ts';
import { shortTime } from '../../../../shared/instant.ts';
import { failedRequestLines } from '../../../../shared/messages/reasons/request-texts.ts';
import { describeReason } from '../../../../shared/messages/reasons/reasons.ts';
import type { Artifact } from '../../../../shared/case/record.ts';
import { visibleText } from '../../../../shared/visible-text.ts';
import { isSealed } from '../../../../shared/package/layout.ts';
import { stepName } from '../../../../shared/messages/names/step-names.ts';
import { inEachLanguage, type BundleExhibit } from '../../model.ts';
import { printAreaOf } from '../../layout.ts';
import type { Page } from '../../sheet.ts';
import { connectionLines, numbersOf, numbersText, secondPathOfAll } from '../statements/certificate-paths.ts';
import { clockLines, notedLines, withoutStandard } from '../statements/clock-statements.ts';
import { presentedLines } from '../statements/presented-statements.ts';
import { environmentTable } from '../statements/environment-table.ts';
import { bundleBefore } from '../statements/table-notes.ts';
import { treatmentLines } from '../statements/treatment-statements.ts';
import { literalsOnce } from '../statements/quoted-once.ts';
import { pictureStatements } from '../statements/picture-statements.ts';
import { gap, heading, paragraph, partTitle, type Block } from '../blocks/flow.ts';
import { flowPages } from '../blocks/table.ts';
import { pageKind, type ModelWith } from '../page-kind.ts';
import {
  certificateHeading,
  leadOf,
  ownerLines,
  signerBlocks,
  signerWords,
  storageLines,
} from './certificate-signer.ts';
import { certificateWords } from './certificate-words.ts';

const words = { ...certificateWords, ...signerWords } as const;
type Own = ModelWith<typeof words>;

/**
 * 取证说明: one heading for each of the six factors of art. 11 of the Internet Courts Provisions (法释〔2018〕16号), from
 * what the records say; what nobody verified is named. Where a court wants a declaration, its declarant makes the same facts hers. It is
 * written to be signed by a person and never is signed by the program.
 */
export const certificate = pageKind({
  kind: 'certificate',
  part: 'certificate',
  words,
  laidOut: 'twice',
  bookmark: ({ t }) => t('certificateTitle'),
  when: () => true,
  plan: certificatePages,
});

function certificatePages(bundle: Own): readonly Page[] {
  const stands = ({ index }: BundleExhibit) => bundle.standing?.certificate.has(index) === true;
  const [before, told] = [bundle.exhibits.filter(stands), bundle.exhibits.filter((one) => !stands(one))];
  // From here on nothing is said of what the certificate of the bundle filed before says.
  const model: Own = { ...bundle, exhibits: told };
  const { t, fonts, layout } = model;
  const { width } = printAreaOf(layout.portrait);
  const title = certificateHeading(model, t('certificateTitle'));
  const both = languagesOf(model.language).length > 1;
  const lead = leadOf(model);
  const text = (line: string): readonly Block[] => [
    gap(both ? 2 : 3),
    ...paragraph(literalsOnce(line), width, both ? { size: 8.6, lead: 11.2 } : { size: 9, lead: 13.6 }, fonts),
  ];
  const section = (name: string, lines: readonly string[]): readonly Block[] => [
    gap(both ? 6 : 10),
    ...heading(name, width, { size: 10.5 }, fonts),
    ...lines.flatMap(text),
  ];
  const blocks = [
    ...partTitle(title, width, { size: 17 }, fonts),
    ...(before.length > 0 ? text(t('certBefore', { numbers: numbersText(before), bundle: bundleBefore(bundle) })) : []),
    ...(lead.length > 0 ? [gap(6), ...lead.flatMap(text)] : []),
    ...section(
      t('articleEnvironment'),
      inEachLanguage(model, (one) => [...environmentLines(one), ...ownerLines(one)]),
    ),
    ...environmentTable(model, width),
    ...section(t('articleSubject'), inEachLanguage(model, subjectLines)),
    ...section(t('articleCustody'), [
      t('certStore', { seq: model.custody.seq, hash: model.custody.hash, caseId: model.caseId }),
      ...inEachLanguage(model, storageLines),
    ]),
    ...section(t('articleMethod'), inEachLanguage(model, methodLines)),
    ...section(t('articleChanges'), inEachLanguage(model, changeLines)),
    ...signerBlocks(
      [
        ...section(t('articleVerify'), [t('certVerify'), ...inEachLanguage(model, anchorLine)]),
        ...section(t('notVerifiedHeading'), inEachLanguage(model, notVerified)),
      ],
      model,
      width,
    ),
  ];
  return flowPages(blocks, layout.portrait, title);
}

/** How much of what was recorded of a computer others are handed. */
function handedOf(file: Artifact): 'certEnvironmentFile' | 'certEnvironmentReduced' | 'certEnvironmentSealed' {
  if (isSealed(file)) return 'certEnvironmentSealed';
  return file.copyOf === undefined ? 'certEnvironmentFile' : 'certEnvironmentReduced';
}

/** Distinct programs and browsers, each with the exhibits that they made, and what was noted of the devices. */
function environmentLines(model: Own): readonly string[] {
  const { t, exhibits, language } = model;
  const programs = Map.groupBy(exhibits, ({ record: { program } }) => `${program.name} ${program.version}`);
  const captured = exhibits.flatMap((exhibit) =>
    exhibit.record.kind === 'capture' && exhibit.record.browser ? [{ exhibit, browser: exhibit.record.browser }] : [],
  );
  const browsers = Map.groupBy(captured, ({ browser }) => JSON.stringify(browser));
  const described = exhibits.flatMap(({ number, record }) =>
    record.artifacts.flatMap((file) => (file.role === 'environment' ? [{ number, handed: handedOf(file) }] : [])),
  );
  const environments = (name: ReturnType<typeof handedOf>): readonly string[] => {
    const some = described.filter(({ handed }) => handed === name);
    return some.length > 0 ? [t(name, { numbers: numbersOf(some, language) })] : [];
  };
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
      return [t('certBrowser', { product, sha256: sha256 ?? t('notRecorded'), sandbox, numbers })];
    }),
    ...presentedLines(model),
    ...(exhibits.some(({ record }) => record.kind === 'capture') ? [] : [t('certNoCapture')]),
    ...environments('certEnvironmentFile'),
    ...environments('certEnvironmentReduced'),
    ...environments('certEnvironmentSealed'),
    ...notedLines(model),
    ...connectionLines(model),
  ];
}

/** Who made the data and when: what is a capture's time is not said of an import's. */
function subjectLines(model: Own): readonly string[] {
  const { t, exhibits, language } = model;
  const people = [...new Set(exhibits.flatMap(({ record }) => record.operator ?? []))];
  const [imports, captures] = byKind(exhibits);
  // A line for each day: one from the first to the last of many would read as one capture without a break.
  const span = (name: 'certCaptured' | 'certImported', all: readonly BundleExhibit[]): readonly string[] =>
    [...Map.groupBy(all, ({ record }) => `${shortTime(record.startedAt).slice(0, 10)} ${byDemoClock(record)}`)]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([day, some]) => {
        const times = some.flatMap(({ record: { startedAt, endedAt } }) => [startedAt, endedAt]).sort();
        const [from = '', to = ''] = [times[0], times.at(-1)];
        return t(day.endsWith('true') ? `${name}Demo` : name, {
          numbers: numbersOf(some, language),
          from: shortTime(from),
          to: shortTime(to),
        });
      });
  return [
    ...(people.length > 0 ? [t('certPeople', { people: listed(people, language) })] : []),
    ...span('certCaptured', captures),
    ...span('certImported', imports),
    ...clockLines(model),
    ...(captures.length > 0 ? [t('certContent', { numbers: numbersOf(captures, language) })] : []),
  ];
}

function byKind(exhibits: readonly BundleExhibit[]): readonly [BundleExhibit[], BundleExhibit[]] {
  return [
    exhibits.filter(({ record }) => record.kind === 'import'),
    exhibits.filter(({ record }) => record.kind === 'capture'),
  ];
}

function methodLines(model: Own): readonly string[] {
  const { t, exhibits, language } = model;
  const [imports, captures] = byKind(exhibits);
  const ways = Map.groupBy(captures, ({ record }) => methodOf(record));
  const of = (name: 'certMethod' | 'certMethodPerson' | 'certMethodOther'): readonly string[] => {
    const some = ways.get(name) ?? [];
    return some.length > 0 ? [t(name, { numbers: numbersOf(some, language) })] : [];
  };
  return [
    ...of('certMethod'),
    ...repeatLines(ways.get('certMethod') ?? [], t, language),
    ...of('certMethodPerson'),
    ...of('certMethodOther'),
    ...secondPathOfAll(model),
    ...captures.flatMap(({ number, record }) => {
      const hand = record.kind === 'capture' ? record.byHand : undefined;
      if (!hand) return [];
      const { seconds, clicks, keys } = hand;
      const files = record.artifacts.flatMap(({ role, name }) =>
        role === 'hand-log' || role === 'recording' ? [name] : [],
      );
      return [
        t('certByHand', { number, seconds, clicks, keys }),
        ...(files.length > 0 ? [t('certByHandFiles', { number, files: listed(files, language) })] : []),
      ];
    }),
    ...(imports.length > 0 ? [t('certImports', { numbers: numbersOf(imports, language) })] : []),
  ];
}

const repeats = {
  elsewhere: 'certRepeat',
  here: 'certRepeatHere',
  inside: 'certRepeatInside',
  unknown: 'certRepeatUnknown',
} as const satisfies Record<Reach, keyof typeof words>;

/** Who can repeat these captures, by where their servers were. */
function repeatLines(exhibits: readonly BundleExhibit[], t: Own['t'], language: CaseLanguage): readonly string[] {
  const located = exhibits.flatMap(({ number, record }) =>
    record.kind === 'capture' ? [{ number, reach: serverReach(record) }] : [],
  );
  return Object.entries(repeats).flatMap(([reach, name]) => {
    const some = located.filter((one) => one.reach === reach);
    return some.length > 0 ? [t(name, { numbers: numbersOf(some, language) })] : [];
  });
}

/** By which of the ways a capture came about: only one of them can be repeated without a person. */
function methodOf(record: BundleExhibit['record']): 'certMethod' | 'certMethodPerson' | 'certMethodOther' {
  if (record.kind === 'import' || !record.picture) return 'certMethodOther';
  return record.byHand || record.session ? 'certMethodPerson' : 'certMethod';
}

/** Every shortfall that a step ledger holds, every redaction, every conversion and recoding. */
function changeLines(model: Own): readonly string[] {
  const { t, exhibits, language } = model;
  const whole = exhibits.filter(
    ({ record }) =>
      fourAnswers(record).word === 'complete' &&
      record.warnings.length === 0 &&
      record.steps.every((one) => one.outcome === 'ok' || one.outcome === 'skipped'),
  );
  const short = exhibits.filter((exhibit) => !whole.includes(exhibit));
  return [
    ...(whole.length > 0 ? [t('certWhole', { numbers: numbersOf(whole, language) }), t('wholeMeans')] : []),
    ...[...Map.groupBy(short, shortfallOf).values()].map((some) => shortLine(some, t, language)),
    ...exhibits.flatMap(({ number, record }) => {
      const resources = record.kind === 'capture' ? failedRequestLines(record, language, 20) : [];
      return resources.length > 0
        ? [t('certNotReceived', { number, resources: listedApart(resources, language) })]
        : [];
    }),
    ...treatmentLines(model),
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
    ...pictureStatements(model),
  ];
}

/** What a step ledger says beside "ok": exhibits with the same share a line. */
const shortfallOf = ({ record }: BundleExhibit): string =>
  JSON.stringify([
    fourAnswers(record),
    record.steps.flatMap((one) => (one.outcome === 'ok' ? [] : [[one.step, one.outcome, one.reason ?? null]])),
    record.warnings,
  ]);

function shortLine(exhibits: readonly BundleExhibit[], t: Own['t'], language: CaseLanguage): string {
  const [first] = exhibits;
  if (!first) return '';
  const { record } = first;
  const answers = fourAnswers(record);
  const steps = record.steps
    .filter(({ outcome }) => outcome !== 'ok')
    .map(({ step, outcome, reason }) =>
      [stepName(step, language), t(outcome), ...(reason ? [withoutStop(describeReason(reason, language))] : [])].join(
        ' ',
      ),
    );
  const warnings = record.warnings.map((warning) => withoutStop(describeReason(warning, language)));
  return t(exhibits.length === 1 ? 'certShort' : 'certShortMany', {
    number: numbersOf(exhibits, language),
    outcome: headLine(answers, language),
    steps: listedApart([...steps, ...warnings, ...foundLines(answers, language)], language) || t('certNoReason'),
  });
}

const regionLines = ({ number, record: { region } }: BundleExhibit, t: Own['t']): readonly string[] =>
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
function wishedChanges({ number, record }: BundleExhibit, t: Own['t']): readonly string[] {
  if (record.kind !== 'capture') return [];
  const { actions, innerScroll, rolling } = record;
  return [
    ...(actions && actions.done > 0 ? [t('certActions', { number, count: actions.done })] : []),
    ...(innerScroll?.expanded ? [t('certInnerScroll', { number, count: innerScroll.parts.length })] : []),
    ...(rolling ? [t('certRolling', { number, views: rolling.views, pieces: rolling.pieces.length })] : []),
  ];
}

function anchorLine(model: Own): readonly string[] {
  const { t, exhibits, language } = model;
  const anchored = exhibits.filter(({ attachments }) => attachments.length > 0);
  if (anchored.length === 0) return [t('certNoAnchors')];
  const anchors = anchored.flatMap(({ number, attachments }) =>
    attachments.map(({ kind, number: own, file: { name, sha256 } }) =>
      t('certAnchor', { number, kind: t(kind), own: own ?? t('notRecorded'), file: visibleText(name), sha256 }),
    ),
  );
  return [t('certAnchors', { anchors: listedApart(anchors, language) })];
}

function notVerified({ t, exhibits, language }: Own): readonly string[] {
  const imports = exhibits.some(({ record }) => record.kind === 'import');
  const anchors = exhibits.some(({ attachments }) => attachments.length > 0);
  const clocks = withoutStandard(exhibits);
  const all = [
    ...(clocks.length > 0 ? [t('unverifiedClockOf', { numbers: numbersOf(clocks, language) })] : []),
    t('unverifiedTruth'),
    t('unverifiedMalware'),
    ...(imports ? [t('unverifiedImports')] : []),
    ...(anchors ? [t('unverifiedAnchors')] : []),
  ];
  return [
    listedApart(
      all.map((line, at) => (language === 'en' ? `(${at + 1}) ${line}` : `（${at + 1}）${line}`)),
      language,
    ),
  ];
}
