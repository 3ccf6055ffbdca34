import type { CaptureRecord, ImportRecord } from '../../../../shared/case/record.ts';
import { fourAnswers } from '../../../../shared/case/outcome/four-answers.ts';
import { tilesOf } from '../../../../shared/case/region.ts';
import { chainLines, connectionLine, secondPathResult } from '../../../../shared/fields/second-path-lines.ts';
import { readableInstant } from '../../../../shared/instant.ts';
import { besides, bracketed, labelled, listedApart } from '../../../../shared/language.ts';
import { actedLines, innerScrollLines } from '../../../../shared/messages/reasons/action-messages.ts';
import { rollingLines } from '../../../../shared/messages/reasons/rolling-messages.ts';
import { headLine, shortAnswerLines } from '../../../../shared/messages/names/answer-texts.ts';
import { describeFact } from '../../../../shared/messages/names/fact-names.ts';
import { failedRequestLines } from '../../../../shared/messages/reasons/request-texts.ts';
import { describeReason } from '../../../../shared/messages/reasons/reasons.ts';
import { addressesOf } from '../../../../shared/redaction/cleaned-record.ts';
import { visibleText } from '../../../../shared/visible-text.ts';
import { partNumbers, filePartsOf } from '../../carried-files.ts';
import { filePagesOf, type BundleExhibit } from '../../model.ts';
import type { ModelWith } from '../page-kind.ts';
import { technicalWords } from './technical-words.ts';
import { clockText } from '../statements/clock-statements.ts';
import { filmText } from '../statements/derived-text.ts';

type Own = ModelWith<typeof technicalWords>;

/** A line of the annex; null: not recorded. An empty label goes on with the line above. */
export type Fact = readonly [label: string, value: string | null];

/** What is recorded of the item, one line each: how the page was captured or the file received, its parts, when and by whom. */
export function factsOf({ record }: BundleExhibit, { t, language }: Own): readonly Fact[] {
  const when: readonly Fact[] = [
    [t('started'), readableInstant(record.startedAt)],
    [t('ended'), readableInstant(record.endedAt)],
    [t('clock'), clockText(record, t)],
    [t('operator'), record.operator],
    [t('program'), `${record.program.name} ${record.program.version}`],
    ...outcomeFacts(record, t, language),
    [t('itemId'), record.item],
  ];
  const facts = record.kind === 'import' ? importFacts(record, t, language) : captureFacts(record, t, language);
  return [...facts, ...partFacts(record, t, language), ...when];
}

/** The outcome in one word and four answers, and why those are short that are. */
function outcomeFacts(record: BundleExhibit['record'], t: Own['t'], language: Own['language']): readonly Fact[] {
  const answers = fourAnswers(record);
  return [
    [t('outcome'), headLine(answers, language)],
    ...shortAnswerLines(answers, language).map((line): Fact => ['', line]),
    ...(record.kind === 'capture' ? failedRequestLines(record, language, 5) : []).map((line): Fact => [
      t('notReceived'),
      line,
    ]),
  ];
}

function importFacts(record: ImportRecord, t: Own['t'], language: Own['language']): readonly Fact[] {
  return [
    [t('originalName'), visibleText(record.fileName)],
    [t('howItCame'), record.source],
    ...formedFact(record, t),
    [t('receivedBy'), record.receivedBy],
    [t('receivedOn'), record.receivedOn],
    [t('account'), record.account],
    ...record.facts.map((one): Fact => factLine(one, language)),
  ];
}

/** When it was made, where that was said at import. */
function formedFact({ formed }: ImportRecord, t: Own['t']): readonly Fact[] {
  return formed === undefined ? [] : [[t('formed'), formed === 'unknown' ? t('formedNotKnown') : formed]];
}

/** Where the page came from, over which connection, and how it was looked at. */
function captureFacts(record: CaptureRecord, t: Own['t'], language: Own['language']): readonly Fact[] {
  const { view, picture, browser, server } = record;
  return [
    [t('urlRequested'), record.url],
    [t('urlFinal'), record.finalUrl],
    ...record.redirects.map(({ url, status, location }): Fact => [
      t('redirects'),
      `${status}  ${url} → ${location ?? '?'}`,
    ]),
    ...replacedFacts(record, t),
    [t('httpStatus'), record.httpStatus === null ? null : String(record.httpStatus)],
    [
      t('server'),
      server &&
        bracketed(`${server.address}:${server.port}`, listedApart([server.host, t('serverNote')], language), language),
    ],
    ...connectionFacts(record, t, language),
    [t('browser'), browser && besides(browser.product, t(browser.sandboxed ? 'sandboxOn' : 'sandboxOff'), language)],
    [t('browserFile'), browser?.sha256 ?? null],
    [t('view'), t('viewNote', { ...view, device: technicalWords[`${view.device}View`] })],
    [
      t('picture'),
      picture &&
        t(tilesOf(record).length === 1 ? 'pictureOneTile' : 'pictureNote', {
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
    ...(record.rolling ? rollingLines(record.rolling, language, 6) : []).map((line): Fact => [t('rolling'), line]),
    ...(record.file?.facts ?? []).map((one): Fact => factLine(one, language)),
  ];
}

/** Where the whole addresses are, if the record says them without their credentials. */
function replacedFacts(record: CaptureRecord, t: Own['t']): readonly Fact[] {
  const whole = record.artifacts.find(({ role }) => role === 'addresses');
  if (!whole || !addressesOf(record).some((address) => address.includes('REPLACED'))) return [];
  const { name, sha256 } = whole;
  return [['', t('addressReplaced', { name, sha256 })]];
}

/** TLS of the page and the result of the second path; an older record is silent about what it lacks. */
function connectionFacts(record: CaptureRecord, t: Own['t'], language: Own['language']): readonly Fact[] {
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

/**
 * What the files that a mail or a PDF carried say of themselves. What a mail in it says of itself stands on its own pages;
 * why a file of a PDF has none is said here, for a PDF has no list of its files.
 */
function partFacts(record: BundleExhibit['record'], t: Own['t'], language: Own['language']): readonly Fact[] {
  const numbers = partNumbers(filePartsOf(record));
  return filePartsOf(record)
    .filter(({ pages }) => pages.as !== 'text')
    .flatMap(({ artifact, within, fileName, facts, warnings, film, pages }): readonly Fact[] => {
      const said = [
        ...(pages.as === 'none' && !hasText(record, within) ? [describeReason(pages.reason, language)] : []),
        ...facts.map((one) => {
          const { name, value } = describeFact(one, language);
          return labelled(name, value, language);
        }),
        ...warnings.map((one) => describeReason(one, language)),
        ...(film ? [labelled(t('keyFrames'), filmText(film, t), language)] : []),
      ];
      const n = numbers.get(artifact) ?? '';
      const label = t('attachmentPage', { n, name: visibleText(fileName) || artifact });
      return said.length === 0 ? [] : [[label, listedApart(said, language)]];
    });
}

/** Whether what carried a file has a text, with a list of what came with it. */
function hasText(record: BundleExhibit['record'], within: string | undefined): boolean {
  const carrier = within === undefined ? null : filePartsOf(record).find(({ artifact }) => artifact === within);
  return (carrier === null ? filePagesOf(record) : carrier?.pages)?.as === 'text';
}

function factLine(fact: Parameters<typeof describeFact>[0], language: Own['language']): Fact {
  const { name, value } = describeFact(fact, language);
  return [name, value];
}
