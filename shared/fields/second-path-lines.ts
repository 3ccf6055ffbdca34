import type { CaptureRecord } from '../case/record.ts';
import {
  comparedFields,
  unexplained,
  type SecondPathDifference,
  type SecondPathRun,
} from '../case/capture/second-path.ts';
import { readableInstant } from '../instant.ts';
import {
  bracketed,
  fill,
  inEach,
  listed,
  listedApart,
  say,
  type CaseLanguage,
  type Language,
  type Params,
  type Text,
} from '../language.ts';
import { reasonText } from '../messages/reasons/reasons.ts';
import { comparedNames, differenceCauseNames, secondPathWords } from '../messages/reasons/second-path-messages.ts';

type Word = keyof typeof secondPathWords;

/** A sentence in the language asked for, or in both, each whole in its own. */
const word = (name: Word, language: CaseLanguage, params: Params = {}): string =>
  say(secondPathWords[name], language, params);

/** The result of the second path in one line; null in records of older programs. */
export function secondPathResult({ secondPath }: CaptureRecord, language: CaseLanguage): string | null {
  if (!secondPath) return null;
  return inEach(language, (one) => resultIn(secondPath, one));
}

function resultIn(secondPath: NonNullable<CaptureRecord['secondPath']>, language: Language): string {
  if (!secondPath.ran) return word('notRun', language, { why: reasonText(secondPath.reason) });
  const { short, differences, more = 0, same } = secondPath;
  const count = differences.length + more;
  const unknown = unexplained(secondPath).length + otherUnknown(secondPath);
  const compared =
    count === 0
      ? word('same', language)
      : unknown === 0
        ? word('explained', language, { count })
        : word('differs', language, { count, unknown });
  const why = short ? [word('short', language, { why: reasonText(short) })] : [];
  // Beside differences that are all of headers, a reader would else take the content for another.
  const body = count > 0 && same.includes('body') ? [word('bodySame', language)] : [];
  return listedApart([...why, ...body, compared], language);
}

/** All of it, line by line; null in records of older programs. */
export function secondPathLines(
  record: CaptureRecord,
  language: CaseLanguage,
  offsetMinutes: number,
): readonly string[] | null {
  const { secondPath } = record;
  const result = secondPathResult(record, language);
  if (!secondPath || result === null) return null;
  if (!secondPath.ran) return [result];
  const { same, differences, more, tls } = secondPath;
  const alike = comparedFields
    .filter((field) => same.includes(field))
    .map((field) => say(comparedNames[field], language));
  return [
    ranLine(secondPath, language, offsetMinutes),
    result,
    ...(tls
      ? [
          word('tls', language, {
            protocol: tls.protocol,
            cipher: tls.cipher,
            verdict: verdict(tls.certificateError),
            leaf: tls.chain[0]?.sha256 ?? '?',
          }),
        ]
      : []),
    ...(alike.length > 0 ? [word('alike', language, { fields: listed(alike, language) })] : []),
    ...differences.map((difference) => differenceLine(difference, language)),
    ...(more ? [word('more', language, { count: more })] : []),
  ];
}

/** What a second path that ran had in common with the browser's copy, and in what it differed, each with its cause. */
export function secondPathFindings({ same, differences, more }: SecondPathRun, language: CaseLanguage) {
  const alike = comparedFields.filter((field) => same.includes(field));
  const apart = differences.map(({ field, name, cause }) =>
    bracketed(
      name ?? say(comparedNames[field], language),
      say(cause === null ? secondPathWords.unknownCause : differenceCauseNames[cause], language),
      language,
    ),
  );
  return {
    alike: alike.map((field) => say(comparedNames[field], language)),
    apart: [...apart, ...(more ? [word('more', language, { count: more })] : [])],
  };
}

/** TLS of the page's connection: protocol, cipher, verdict, and by which connection it was seen. */
export function connectionLine({ connection }: CaptureRecord, language: CaseLanguage): string | null {
  if (!connection) return null;
  const { origin, protocol, cipher, certificateError, seenBy } = connection;
  return word('connection', language, {
    origin,
    protocol,
    cipher,
    verdict: verdict(certificateError),
    seen: secondPathWords[seenBy === 'second-path' ? 'bySecondPath' : 'byBrowser'],
  });
}

/** The certificates of the page's connection, leaf first. */
export function chainLines({ connection }: CaptureRecord, language: CaseLanguage): readonly string[] {
  return (connection?.chain ?? []).map(({ subject, validTo, sha256 }) =>
    word('certificate', language, { subject, until: validTo.slice(0, 10), sha256 }),
  );
}

function verdict(error: string | null): Text {
  const { valid, invalid } = secondPathWords;
  return error === null ? valid : { 'zh-CN': fill(invalid['zh-CN'], { error }), en: fill(invalid.en, { error }) };
}

function ranLine(run: SecondPathRun, language: CaseLanguage, offsetMinutes: number): string {
  const none = secondPathWords.nothing;
  const own = run.acceptLanguage === undefined;
  const header = (value: string | null) => (value === null ? none : `“${value}”`);
  return word(own ? 'ran' : 'ranAs', language, {
    from: readableInstant(run.startedAt, offsetMinutes),
    to: readableInstant(run.endedAt, offsetMinutes),
    agent: own ? (run.userAgent ?? '') : header(run.userAgent),
    languages: header(run.acceptLanguage ?? null),
    status: run.status ?? none,
    address: run.address ?? none,
    bytes: run.bytes ?? 0,
  });
}

/** Differences in headers and addresses that have no known cause. */
function otherUnknown({ differences }: SecondPathRun): number {
  return differences.filter(({ field, cause }) => cause === null && (field === 'header' || field === 'address')).length;
}

function differenceLine({ field, name, browser, own, cause }: SecondPathDifference, language: CaseLanguage): string {
  const none = secondPathWords[field === 'header' && browser === null && own === null ? 'sealed' : 'nothing'];
  return word('difference', language, {
    field: name ?? comparedNames[field],
    browser: browser ?? none,
    own: own ?? none,
    cause: cause === null ? secondPathWords.unknownCause : differenceCauseNames[cause],
  });
}
