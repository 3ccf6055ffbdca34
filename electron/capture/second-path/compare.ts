import { X509Certificate } from 'node:crypto';
import type { ComparedField, SecondPathDifference, DifferenceCause } from '../../../shared/case/capture/second-path.ts';
import { charsetOf } from '../../casefile/files/encoding-labels.ts';
import { withoutFragment } from '../../../shared/without-fragment.ts';
import { compareBodies } from './compare-bodies.ts';
import { compareHeaders } from './compare-headers.ts';
import { decodeBody } from './decode-body.ts';
import type { BodyRegion, BrowserCopy, SecondPathComparison, FetchLog } from './messages.ts';
import type { Header } from '../../archive/archived.ts';

/** What is compared: both answers, the bytes of both bodies as they are on disk, and the digest to use. */
type Both = Readonly<{
  browser: BrowserCopy;
  log: FetchLog;
  /** The browser's body, all coding undone, and the second path's as it came; null where there is none. */
  browserBody: Buffer | null;
  ownBody: Buffer | null;
  sha256(bytes: Uint8Array): string;
}>;

/** Headers in which the two paths always ask differently, so that a `Vary` that names one of them speaks of both answers. */
const alwaysOthers = /^(\*|accept|sec-.*)$/i;

/** Whether the two asked with another header of this name. Where the browser's was not seen, nobody knows. */
function askedDifferently(name: string, browser: BrowserCopy, log: FetchLog): boolean {
  if (alwaysOthers.test(name)) return true;
  const field = { 'user-agent': 'userAgent', 'accept-language': 'acceptLanguage' } as const;
  const known = Object.entries(field).find(([header]) => header === name.toLowerCase())?.[1];
  const sent = log.hops.at(-1)?.sent;
  if (known === undefined || !browser.presented || !sent) return false;
  return (browser.presented[known] ?? '') !== valueOf(sent.headers, name.toLowerCase());
}

/** Compares the two answers field by field. A difference has a cause only where the two answers themselves show it. */
export function compareAnswers(both: Both): SecondPathComparison {
  const { browser, log } = both;
  const same: ComparedField[] = [];
  const differences: SecondPathDifference[] = [];
  const note = (
    field: ComparedField,
    one: string | null,
    other: string | null,
    cause: DifferenceCause | null = null,
  ) => {
    if (one === other) same.push(field);
    else differences.push({ field, browser: clipped(one), own: clipped(other), cause });
  };
  const last = log.hops.at(-1);
  const answer = last?.answer && !isOnTheWay(log) ? last.answer : null;
  note('answer', yesNo(browser.status !== null), yesNo(answer !== null));
  compareConnections(browser, log, note);
  if (browser.status === null || answer === null) return { same, differences, regions: null, decoded: null };

  note('status', String(browser.status), String(answer.status));
  note('final-url', withoutFragment(browser.finalUrl ?? ''), withoutFragment(last?.url ?? ''));
  const [theirType, ourType] = [valueOf(browser.headers, 'content-type'), valueOf(answer.headers, 'content-type')];
  note('media-type', mediaTypeOf(theirType), mediaTypeOf(ourType));
  note('charset', charsetIn(theirType), charsetIn(ourType));

  const coding = valueOf(answer.headers, 'content-encoding');
  const decoded = both.ownBody && log.short === null ? decodeBody(both.ownBody, coding) : null;
  const body = compareBody(both, decoded, answer, note);
  const sameCoding = valueOf(browser.headers, 'content-encoding') === coding;
  differences.push(...compareHeaders(browser.headers, answer.headers, { sameBody: body.same, sameCoding }));
  if (differences.every(({ field }) => field !== 'header')) same.push('header');
  return { same, differences, regions: body.regions, decoded: body.decoded };
}

/** Server address and certificate, as far as either path has them. */
function compareConnections(browser: BrowserCopy, log: FetchLog, note: Note): void {
  const last = log.hops.at(-1);
  const dialled = last?.address ?? null;
  if (browser.address !== null && dialled !== null)
    note('address', browser.address, dialled, causeOfAddress(browser, dialled, log));
  const ownLeaf = last?.tls?.pem[0] ?? null;
  if (browser.leaf !== null || ownLeaf !== null) noteCertificates(browser.leaf, ownLeaf, note);
}

type Note = (field: ComparedField, one: string | null, other: string | null, cause?: DifferenceCause | null) => void;
type Decoded = ReturnType<typeof decodeBody> | null;

function compareBody(
  { browser, browserBody, sha256, log }: Both,
  decoded: Decoded,
  answer: Readonly<{ headers: readonly Header[]; at: string }>,
  note: Note,
): Readonly<{ same: boolean; regions: readonly BodyRegion[] | null; decoded: SecondPathComparison['decoded'] }> {
  if (!decoded || 'why' in decoded) return { same: false, regions: null, decoded };
  const own = { bytes: decoded.bytes.length, sha256: sha256(decoded.bytes) };
  if (!browser.body) return { same: false, regions: null, decoded: own };
  const [one, other] = [browser.body, own].map(({ bytes, sha256: hash }) => `${bytes} B, SHA-256 ${hash}`);
  if (one === other) {
    note('body', 'same', 'same');
    return { same: true, regions: null, decoded: own };
  }
  const regions = browserBody && compareBodies(browserBody, decoded.bytes, new Date(answer.at));
  const vary = [...browser.headers, ...answer.headers].filter(([name]) => name.toLowerCase() === 'vary');
  const declared = vary.some(([, value]) =>
    value.split(',').some((name) => askedDifferently(name.trim(), browser, log)),
  );
  note('body', one ?? null, other ?? null, causeOfBody(regions, declared));
  return { same: false, regions, decoded: own };
}

/** One cause for the whole body: that of its regions, where each has one; then what the server itself declares. */
function causeOfBody(regions: readonly BodyRegion[] | null, declared: boolean): DifferenceCause | null {
  const causes = new Set(regions?.map(({ cause }) => cause));
  if (regions && regions.length > 0 && !causes.has(null)) return causes.has('nonce') ? 'nonce' : 'clock';
  return declared ? 'vary' : null;
}

function causeOfAddress(
  { address, addressesOffered }: BrowserCopy,
  own: string,
  log: FetchLog,
): DifferenceCause | null {
  const host = URL.parse(log.hops.at(-1)?.url ?? '')?.hostname.replace(/^\[|\]$/g, '');
  const answers = log.questions.find((question) => question.host === host)?.answers ?? [];
  if (addressesOffered.includes(own) || (address !== null && answers.includes(address))) return 'several-addresses';
  return answers.length > 0 && addressesOffered.length > 0 ? 'dns-answer' : null;
}

function noteCertificates(browser: string | null, own: string | null, note: Note): void {
  const [one, other] = [browser, own].map((pem) => (pem === null ? null : new X509Certificate(pem)));
  const print = (certificate: X509Certificate | null | undefined) =>
    certificate ? certificate.fingerprint256.replaceAll(':', '').toLowerCase() : null;
  const twoKeys =
    one &&
    other &&
    one.issuer === other.issuer &&
    one.subjectAltName === other.subjectAltName &&
    one.publicKey.asymmetricKeyType !== other.publicKey.asymmetricKeyType;
  note('tls-certificate', print(one), print(other), twoKeys ? 'key-type' : null);
}

/** The last answer is a redirect that was not followed: it is no answer of a page. */
function isOnTheWay({ short }: FetchLog): boolean {
  return short !== null && /redirect/.test(short.code);
}

function valueOf(headers: readonly Header[], wanted: string): string {
  return headers
    .filter(([name]) => name.toLowerCase() === wanted)
    .map(([, value]) => value.trim())
    .join(', ');
}

const mediaTypeOf = (contentType: string) => (contentType.split(';')[0] ?? '').trim().toLowerCase();
const charsetIn = (contentType: string) => charsetOf(contentType)?.toLowerCase() ?? '';
const yesNo = (is: boolean) => (is ? 'yes' : 'no');
const clipped = (value: string | null) => value?.toWellFormed().slice(0, 400) ?? null;
