import { mostNamed } from '../case/capture/requests.ts';
import { failedRequestLines } from '../messages/reasons/request-texts.ts';
import type { CaptureRecord, ItemRecord, Role } from '../case/record.ts';
import { fourAnswers } from '../case/outcome/four-answers.ts';
import { categoryNames } from '../case/category.ts';
import type { ManualCapture } from '../case/capture/page-actions.ts';
import { tilesOf } from '../case/region.ts';
import { readableInstant } from '../instant.ts';
import { bracketed, labelled, say, type CaseLanguage } from '../language.ts';
import { actedLines, innerScrollLines } from '../messages/reasons/action-messages.ts';
import { rollingLines } from '../messages/reasons/rolling-messages.ts';
import { describeFact } from '../messages/names/fact-names.ts';
import { fieldWord, type FieldId, type NotRecorded } from '../messages/names/field-messages.ts';
import { describeReason } from '../messages/reasons/reasons.ts';
import { answerLines, groundLine, headName } from '../messages/names/answer-texts.ts';
import { outcomeName } from '../messages/names/outcome-names.ts';
import { stepName } from '../messages/names/step-names.ts';
import { titleOf } from '../plan/arrangement.ts';
import { chainLines, connectionLine, secondPathLines } from './second-path-lines.ts';
import { orElse, type FieldAnswer, type FieldRows, type FieldSources } from './field.ts';

type Row = (from: FieldSources, language: CaseLanguage) => FieldAnswer;

/** A field that only captures have; an imported file says that it is one. */
const ofCapture =
  (answer: (record: CaptureRecord, language: CaseLanguage) => FieldAnswer): Row =>
  ({ record }, language) =>
    record.kind === 'capture' ? answer(record, language) : 'imported';

/** What a capture wrote into files of these roles. */
const inFiles = (...roles: readonly Role[]): Row =>
  ofCapture((record) => {
    const files = roles.flatMap((role) => fileLines(record, role));
    return files.length > 0 ? files : record.finalUrl === null ? 'no-page' : 'not-kept';
  });

/** What the page says of itself, each value with the place where it was found. */
const pageSays = (...names: readonly string[]): Row =>
  ofCapture((record, language) => {
    if (!record.pageFacts) return record.finalUrl === null ? 'no-page' : 'older-program';
    const facts = record.pageFacts.filter(({ name }) => names.includes(name));
    const lines = facts.map((fact) => `${fact.value} (${describeFact(fact, language).source})`);
    const differ = facts.some(({ standing }) => standing === 'differs');
    return differ
      ? [fieldWord('statesSeveral', language, { values: lines.join('; ') })]
      : orElse(lines, 'page-is-silent');
  });

const handNumbers = ({ seconds, navigations, clicks, keys, scrolls }: ManualCapture) => {
  return { seconds, navigations, clicks, keys, scrolls };
};

export function fileLines(record: ItemRecord, role: Role): readonly string[] {
  return record.artifacts
    .filter((artifact) => artifact.role === role)
    .map(({ name, bytes, sha256 }) => `${name}, ${bytes} B, SHA-256 ${sha256}`);
}

/** What the item is and what the page said and sent. */
export const pageFields = {
  'item-id': ({ record }) => [record.item],
  class: ({ record, excluded }, language) => [
    say(categoryNames[record.category], language),
    ...(excluded === null ? [] : [fieldWord('excluded', language, { value: excluded })]),
  ],
  'evidence-kind': (_from, language) => [fieldWord('default', language)],
  party: ({ caseFacts }) => orElse(caseFacts.applicants, 'not-stated'),
  title: ({ record, exhibit }) => [exhibit?.title || titleOf(record)],
  'source-type': ({ record, exhibit }, language) => [
    exhibit?.source ||
      (record.kind === 'capture'
        ? fieldWord('ownCapture', language, { program: record.program.name })
        : fieldWord('imported', language)),
  ],
  method: ({ record }, language) => {
    if (record.redaction || record.region || record.stitched) return [fieldWord('derivedItem', language)];
    if (record.kind === 'import') return orElse([fieldWord('importStep', language), record.source], 'not-stated');
    return [
      fieldWord(record.session ? 'inSession' : 'automatic', language, {
        device: fieldWord(record.view.device, language),
      }),
      ...(record.byHand ? [fieldWord('byHand', language, handNumbers(record.byHand))] : []),
    ];
  },
  outcome: ({ record }, language) => {
    const answers = fourAnswers(record);
    return [headName(answers.word, language), ...answerLines(answers, language)];
  },
  'url-requested': ofCapture(({ url }) => [url]),
  'url-final': ofCapture(({ finalUrl }) => orElse([finalUrl], 'no-page')),
  redirects: ofCapture(({ redirects, finalUrl }, language) => {
    if (redirects.length === 0 && finalUrl === null) return 'no-page';
    if (redirects.length === 0) return [fieldWord('noRedirects', language)];
    return redirects.map(({ url, status, location }) => `${status}  ${url} → ${location ?? '?'}`);
  }),
  'page-title': ofCapture(({ title, finalUrl }) => orElse([title], finalUrl === null ? 'no-page' : 'page-is-silent')),
  'http-status': ofCapture(({ httpStatus }) => orElse([httpStatus === null ? null : String(httpStatus)], 'no-page')),
  'response-headers': inFiles('headers'),
  'server-address': ofCapture(({ server }) =>
    orElse([server && `${server.address}:${server.port} (${server.host})`], 'behind-proxy'),
  ),
  'dns-answer': ofCapture((record) =>
    orElse([...(record.server?.addressesOffered ?? []), ...fileLines(record, 'gateway-log')], 'behind-proxy'),
  ),
  'tls-certificate': ofCapture((record, language) => {
    const chain = [...chainLines(record, language), ...fileLines(record, 'certificate-chain')];
    return chain.length > 0 ? chain : whyNoTls(record);
  }),
  connection: ofCapture((record, language) => {
    const line = connectionLine(record, language);
    return line === null ? whyNoTls(record) : [line];
  }),
  'second-path': ({ record, offsetMinutes }, language) => {
    if (record.kind === 'import') return 'imported';
    const lines = secondPathLines(record, language, offsetMinutes);
    const files = (['second-path', 'second-path-body'] as const).flatMap((role) => fileLines(record, role));
    return lines === null ? 'older-program' : [...lines, ...files];
  },
  'html-as-received': inFiles('source', 'original'),
  'rendered-document': inFiles('dom'),
  'web-archive': inFiles('wacz', 'mhtml'),
  resources: ofCapture((record, language) => {
    const failed = record.warnings.filter(({ code }) => code === 'sub-resources-failed');
    const said = failed.map((warning) => describeReason(warning, language));
    const icon = record.requests?.failed.some(({ kind }) => kind === 'icon') ?? false;
    const none = fieldWord(icon ? 'noFailuresButIcon' : 'noFailures', language);
    const named = failedRequestLines(record, language, mostNamed);
    return [...(said.length > 0 ? said : [none]), ...named, ...fileLines(record, 'headers')];
  }),
  picture: ofCapture(({ picture, view }, language) => {
    if (!picture) return 'not-kept';
    const device = fieldWord(view.device, language);
    return [
      fieldWord('size', language, { width: picture.width, height: picture.height }),
      fieldWord('view', language, { ...view, device }),
    ];
  }),
  'picture-strategy': ofCapture((record, language) => {
    const { picture, steps, rolling } = record;
    if (!picture) return 'not-kept';
    const count = tilesOf(record).length;
    const about = steps.filter(({ step }) => ['scroll', 'stillness', 'hold-still', 'picture'].includes(step));
    return [
      fieldWord(count === 1 ? 'oneTile' : 'tiles', language, { count, overlap: picture.overlap }),
      ...about.map((step) => stepLine(step, language)),
      ...(rolling ? rollingLines(rolling, language, 20) : []),
    ];
  }),
  'picture-truncated': ofCapture((record, language) => {
    const { picture, steps, innerScroll } = record;
    if (!picture) return 'not-kept';
    const { grounds } = fourAnswers(record).picture;
    const others = grounds.filter(({ step, reason }) =>
      reason ? reason.code !== 'scrolls-inside' : step !== 'inner-scroll',
    );
    // A step that was not made, or not written down, leaves it open whether something is lacking.
    const lacking = others.map((one) =>
      one.reason ? describeReason(one.reason, language) : groundLine(one, language),
    );
    const inner = innerScroll ? [fieldWord('innerNotWhole', language, { count: innerScroll.parts.length })] : [];
    const looked = steps.some(({ step, outcome }) => step === 'inner-scroll' && outcome !== 'failed');
    if (lacking.length + inner.length > 0) return [...new Set([...lacking, ...inner])];
    return [fieldWord(looked ? 'whole' : 'wholeAsFarAsLooked', language)];
  }),
  'inner-scroll': ofCapture(({ picture, innerScroll, steps }, language) => {
    if (innerScroll) return innerScrollLines(innerScroll, language, 20);
    if (!picture) return 'not-kept';
    const looked = steps.some(({ step, outcome }) => step === 'inner-scroll' && outcome !== 'failed');
    return looked ? [fieldWord('noInnerScroll', language)] : 'older-program';
  }),
  'page-actions': ofCapture(({ actions }, language) =>
    actions ? actedLines(actions, language, 60) : [fieldWord('noActions', language)],
  ),
  'visible-text': inFiles('text', 'text-positions', 'page-words'),
  published: pageSays('Published'),
  modified: pageSays('PageModified'),
  author: pageSays('Author'),
  'site-name': pageSays('SiteName'),
  'icp-licence': pageSays('IcpLicence'),
  'canonical-url': pageSays('Canonical'),
  'page-language': pageSays('Language'),
  context: () => 'not-extracted',
  recipient: ({ record }, language) => {
    if (record.kind === 'capture') return 'not-imported';
    const { receivedBy, receivedOn, account } = record;
    const line = (word: 'receivedBy' | 'receivedOn' | 'accountStated', value: string | null) =>
      value === null ? null : fieldWord(word, language, { value });
    return orElse(
      [line('receivedBy', receivedBy), line('receivedOn', receivedOn), line('accountStated', account)],
      'not-stated',
    );
  },
  started: ({ record, offsetMinutes }, language) => [
    readableInstant(record.startedAt, offsetMinutes),
    ...(record.kind === 'import' && record.formed !== undefined ? [formedText(record.formed, language)] : []),
  ],
  ended: ({ record, offsetMinutes }) => [readableInstant(record.endedAt, offsetMinutes)],
} as const satisfies FieldRows & Partial<Record<FieldId, Row>>;

/** When an import was made, as was said of it. */
const formedText = (formed: string, language: CaseLanguage): string =>
  formed === 'unknown' ? fieldWord('formedUnknown', language) : fieldWord('formed', language, { value: formed });

function whyNoTls(record: CaptureRecord): NotRecorded {
  const url = record.finalUrl ?? record.url;
  if (url.startsWith('http:')) return record.finalUrl === null ? 'no-page' : 'not-encrypted';
  return record.finalUrl === null ? 'no-page' : 'no-certificate';
}

/** One step of the ledger in a line. */
export function stepLine({ step, outcome, ms, reason }: ItemRecord['steps'][number], language: CaseLanguage): string {
  const why = reason ? ` – ${describeReason(reason, language)}` : '';
  const took = bracketed(outcomeName(outcome, language), fieldWord('milliseconds', language, { ms }), language);
  return `${labelled(stepName(step, language), took, language)}${why}`;
}
