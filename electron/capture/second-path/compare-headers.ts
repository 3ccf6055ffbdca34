import type { SecondPathDifference, DifferenceCause } from '../../../shared/case/capture/second-path.ts';
import type { Header } from '../../archive/archived.ts';

/** Headers that name one single request, by the documentation of those who send them. */
const requestIdentifiers =
  /^(x-(request|trace|correlation|amz|amz-request|amz-cf|oss-request|nos-request|b3-trace|b3-span|tt-logid|tt-trace-id|ca-request|cos-request)(-?id)?(-2)?|request-id|traceparent|cf-ray|eagleid|x-tt-logid|x-swift-savetime|x-ws-request-id|x-nws-log-uuid|x-daa-tunnel|x-served-by-request)$/;
/** RFC 9110 §6.6.1, RFC 9111 §5.1, W3C Server Timing. */
const perAnswer: ReadonlySet<string> = new Set(['date', 'age', 'server-timing']);
/** RFC 9113 §8.2.2: HTTP/2 carries none of them. */
const ofConnection: ReadonlySet<string> = new Set([
  'connection',
  'keep-alive',
  'proxy-connection',
  'transfer-encoding',
  'upgrade',
]);
/** They describe the body that they come with, in the coding it comes in. */
const ofBody: ReadonlySet<string> = new Set([
  'content-length',
  'etag',
  'content-md5',
  'digest',
  'content-digest',
  'repr-digest',
]);
/** Their values let somebody in: they are compared, and kept out of the record, which is given to others. */
const sealed =
  /^(set-cookie2?|authorization|www-authenticate|authentication-info)$|(^|[-_])(token|csrf|xsrf|secret|session|jwt|signature)s?$/;
const longestValue = 200;

export type HeaderFacts = Readonly<{ sameBody: boolean; sameCoding: boolean }>;

/** Header by header, in the order of the browser's list: those that differ, each with its cause where it is known. */
export function compareHeaders(
  browser: readonly Header[],
  own: readonly Header[],
  facts: HeaderFacts,
): SecondPathDifference[] {
  const [theirs, ours] = [listOf(browser), listOf(own)];
  return [...new Set([...theirs.keys(), ...ours.keys()])].flatMap((name): SecondPathDifference[] => {
    const [one, other] = [theirs.get(name) ?? [], ours.get(name) ?? []];
    if (one.length === other.length && one.every((value, at) => value === other[at])) return [];
    const cause = causeOf(name, one, other, theirs, ours, facts);
    return [{ field: 'header', name, browser: shown(name, one), own: shown(name, other), cause }];
  });
}

type HeaderList = ReadonlyMap<string, readonly string[]>;

function listOf(headers: readonly Header[]): HeaderList {
  const list = new Map<string, string[]>();
  for (const [name, value] of headers) {
    const key = name.toLowerCase().slice(0, 100);
    list.set(key, [...(list.get(key) ?? []), value.trim()]);
  }
  return list;
}

/** One header as both answers have it, and what else is known of the two. */
type Compared = Readonly<{
  name: string;
  one: readonly string[];
  other: readonly string[];
  both: boolean;
  theirs: HeaderList;
  ours: HeaderList;
}> &
  HeaderFacts;

/** What makes a header differ without the page being another: the first that holds is its cause. */
const causes: readonly (readonly [DifferenceCause, holds: (header: Compared) => boolean])[] = [
  ['made-per-answer', ({ name }) => perAnswer.has(name)],
  ['http-version', ({ name }) => ofConnection.has(name)],
  ['content-coding', ({ name, sameBody }) => name === 'content-encoding' && sameBody],
  // RFC 9110 §8.8.1: a validator differs where the coding does; the length follows from it, or from chunks.
  ['content-coding', ({ name, sameCoding }) => ofBody.has(name) && !sameCoding],
  ['follows-body', ({ name, sameBody }) => ofBody.has(name) && !sameBody],
  [
    'http-version',
    ({ name, sameBody, one, other }) => name === 'content-length' && sameBody && one.length !== other.length,
  ],
  ['cookie-per-visitor', ({ name, both, one, other }) => name === 'set-cookie' && both && sameNames(one, other)],
  ['request-identifier', ({ name, both }) => both && requestIdentifiers.test(name)],
  [
    'counted-from-date',
    ({ name, both, one, other, theirs, ours }) =>
      name === 'expires' && both && afterDate(one[0], theirs) === afterDate(other[0], ours),
  ],
  [
    'nonce',
    ({ name, both, one, other }) =>
      both && /^content-security-policy/.test(name) && withoutNonce(one) === withoutNonce(other),
  ],
];

function causeOf(
  name: string,
  one: readonly string[],
  other: readonly string[],
  theirs: HeaderList,
  ours: HeaderList,
  facts: HeaderFacts,
): DifferenceCause | null {
  const header = { name, one, other, both: one.length > 0 && other.length > 0, theirs, ours, ...facts };
  return causes.find(([, holds]) => holds(header))?.[0] ?? null;
}

function sameNames(one: readonly string[], other: readonly string[]): boolean {
  const names = (cookies: readonly string[]) => JSON.stringify(cookies.map((cookie) => cookie.split('=')[0]).sort());
  return names(one) === names(other);
}

/** Seconds from the answer's Date to this time; not equal to itself where there is none. */
function afterDate(time: string | undefined, headers: HeaderList): number {
  return (Date.parse(time ?? '') - Date.parse(headers.get('date')?.[0] ?? '')) / 1000;
}

function withoutNonce(values: readonly string[]): string {
  return values.join('\n').replace(/'nonce-[^']*'/g, "'nonce'");
}

function shown(name: string, values: readonly string[]): string | null {
  if (values.length === 0 || sealed.test(name)) return null;
  return values.join('\n').toWellFormed().slice(0, longestValue);
}
