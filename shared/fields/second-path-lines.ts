import type { CaptureRecord } from '../case/record.ts';
import { comparedFields, unexplained, type Difference, type SecondPathRun } from '../case/second-path.ts';
import { readableInstant } from '../instant.ts';
import { fill, languagesOf, listed, listedApart, say, type CaseLanguage } from '../language.ts';
import { describeReason } from '../messages/reasons.ts';
import { comparedNames, differenceCauseNames, secondPathWords } from '../messages/second-path-messages.ts';

type Word = keyof typeof secondPathWords;

/** A sentence in the language asked for, or in both. */
function word(name: Word, language: CaseLanguage, params: Readonly<Record<string, string | number>> = {}): string {
  return languagesOf(language)
    .map((one) => fill(secondPathWords[name][one], params))
    .join(' / ');
}

/** The result of the second path in one line; null in records of older programs. */
export function secondPathResult({ secondPath }: CaptureRecord, language: CaseLanguage): string | null {
  if (!secondPath) return null;
  if (!secondPath.ran) return word('notRun', language, { why: describeReason(secondPath.reason, language) });
  const { short, differences, more = 0 } = secondPath;
  const count = differences.length + more;
  const unknown = unexplained(secondPath).length + otherUnknown(secondPath);
  const compared =
    count === 0
      ? word('same', language)
      : unknown === 0
        ? word('explained', language, { count })
        : word('differs', language, { count, unknown });
  const why = short ? [word('short', language, { why: describeReason(short, language) })] : [];
  return listedApart([...why, compared], language);
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
            verdict: verdict(tls.certificateError, language),
            leaf: tls.chain[0]?.sha256 ?? '?',
          }),
        ]
      : []),
    ...(alike.length > 0 ? [word('alike', language, { fields: listed(alike, language) })] : []),
    ...differences.map((difference) => differenceLine(difference, language)),
    ...(more ? [word('more', language, { count: more })] : []),
  ];
}

/** TLS of the page's connection: protocol, cipher, verdict, and by which connection it was seen. */
export function connectionLine({ connection }: CaptureRecord, language: CaseLanguage): string | null {
  if (!connection) return null;
  const { origin, protocol, cipher, certificateError, seenBy } = connection;
  return word('connection', language, {
    origin,
    protocol,
    cipher,
    verdict: verdict(certificateError, language),
    seen: word(seenBy === 'second-path' ? 'bySecondPath' : 'byBrowser', language),
  });
}

/** The certificates of the page's connection, leaf first. */
export function chainLines({ connection }: CaptureRecord, language: CaseLanguage): readonly string[] {
  return (connection?.chain ?? []).map(({ subject, validTo, sha256 }) =>
    word('certificate', language, { subject, until: validTo.slice(0, 10), sha256 }),
  );
}

function verdict(error: string | null, language: CaseLanguage): string {
  return error === null ? word('valid', language) : word('invalid', language, { error });
}

function ranLine(run: SecondPathRun, language: CaseLanguage, offsetMinutes: number): string {
  const none = word('nothing', language);
  return word('ran', language, {
    from: readableInstant(run.startedAt, offsetMinutes),
    to: readableInstant(run.endedAt, offsetMinutes),
    agent: run.userAgent,
    status: run.status ?? none,
    address: run.address ?? none,
    bytes: run.bytes ?? 0,
  });
}

/** Differences in headers and addresses that have no known cause. */
function otherUnknown({ differences }: SecondPathRun): number {
  return differences.filter(({ field, cause }) => cause === null && (field === 'header' || field === 'address')).length;
}

function differenceLine({ field, name, browser, own, cause }: Difference, language: CaseLanguage): string {
  const none = word(field === 'header' && browser === null && own === null ? 'sealed' : 'nothing', language);
  return word('difference', language, {
    field: name === undefined ? say(comparedNames[field], language) : name,
    browser: browser ?? none,
    own: own ?? none,
    cause: cause === null ? word('unknownCause', language) : say(differenceCauseNames[cause], language),
  });
}
