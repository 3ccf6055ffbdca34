import type { Facts } from './reading/stored-facts.ts';
import type { StoredReason } from './reading/stored-record.ts';

/** One field of what is stored of a case, changed: the papers that were printed from the true record must then be contradicted. */
export type FalseRecord = Readonly<{
  name: string;
  kind: string;
  /** The paper that must contradict it; without one, any. */
  by?: string;
  change: (facts: Facts) => void;
}>;

type Json = string | number | boolean | null | undefined | object;
/** What a field becomes: a value, or what is made of the one that was there. */
type Becomes = Json | ((was: Json) => Json);

/** A part of stored JSON by its name; of a list, by its place or by what an element says of itself (`checks.screen`). */
function partOf(of: Json, name: string): Json {
  const within = of as Readonly<Record<string, Json>>; // a path names what is there, or the next step throws
  if (!Array.isArray(of)) return within[name];
  const named = (of as readonly Readonly<Record<string, Json>>[]).find((one) =>
    [one['check'], one['step'], one['role'], one['act']].includes(name),
  );
  return named ?? within[name];
}

/** @throws where there is nothing to change: the record that was meant is another */
function put(facts: Facts, path: string, becomes: Becomes): void {
  const names = path.split('.');
  const last = names.pop() ?? '';
  let holder: Json = facts;
  for (const name of names) holder = partOf(holder, name);
  if (typeof holder !== 'object' || holder === null) throw new Error(`nothing at ${path}`);
  const within = holder as Record<string, Json>; // an object, as just asked
  within[last] = typeof becomes === 'function' ? (becomes as (was: Json) => Json)(within[last]) : becomes;
}

/** What was said of a drawn picture, by another browser. */
const drawnBy =
  (by: string) =>
  (was: Json): Json =>
    (was as readonly StoredReason[]).map((one) => (one.code === 'html-drawn-here' ? { ...one, params: { by } } : one));

/** A field of a kind of case below `root`, and what it becomes. @param by the paper that must contradict it */
export const falseOf =
  (kind: string, root: string, by?: string) =>
  (path: string, becomes: Becomes): FalseRecord => ({
    ...{ kind, name: by === undefined ? path : `${path} (${by})`, ...(by !== undefined && { by }) },
    change: (facts) => put(facts, `${root}${path}`, becomes),
  });
const first = (kind: string) => falseOf(kind, 'exhibits.0.record.');
const second = (kind: string) => falseOf(kind, 'exhibits.1.record.');
const other = 'ab'.repeat(32);
const more = (was: Json): Json => Number(was) + 1;
/** A list without its last elements. */
export const without =
  (count: number) =>
  (was: Json): Json =>
    (was as readonly object[]).slice(0, -count); // lists only

const page = first('prc');
const phone = first('ip-phone-short');
const noted = first('noted-checks');
const noOffset = 'this device +86400000 ms (± 500 ms and the way of the answer)';

export const falseRecords: readonly FalseRecord[] = [
  // What the record says of the page and its capture.
  page('outcome', 'partial'),
  page('startedAt', '2019-05-06T01:30:00.000Z'),
  page('endedAt', '2036-05-06T01:30:00.000Z'),
  page('operator', '李某'),
  page('url', 'http://news.example/other'),
  page('finalUrl', 'http://news.example/other'),
  page('httpStatus', 404),
  page('item', '01890000-0000-7000-8000-000000000009'),
  page('program.version', '9.9.9'),
  page('server.address', '10.0.0.1'),
  page('server.address', '8.8.8.8'), // then others could capture it again, and its Date would be another clock
  page('server', null),
  first('with-ntp')('server.address', '8.8.8.8'),
  page('picture', null),
  page('checks', undefined),
  page('session', { session: 'x' }),
  page('byHand', { seconds: 9, clicks: 4, keys: 2 }),
  page('warnings', []),
  page('kind', 'import'),
  page('redaction', { parentRecord: other, reason: 'x', regions: [{}] }),
  page('region', { parentRecord: other, x: 1, y: 2, width: 3, height: 4 }),
  page('requests', { count: 9, failed: [{ kind: 'image', count: 2 }] }),
  phone('requests.failed.0.count', more),
  phone('requests.named.0.url', 'http://127.0.0.1:1/elsewhere.png'),
  phone('requests.named.0.error', 'HTTP 500'),
  phone('requests.named.0.kind', 'font'),
  phone('requests.named', without(1)),
  phone('view.device', 'desktop'),
  phone('view.scale', 1),
  second('ip-phone-short')('innerScroll.parts', []),
  second('ip-phone-short')('presented.chosen', []),
  // What it says of the browser and of the second fetch.
  page('presented.userAgent', 'Mozilla/5.0 Chrome/156'),
  page('presented.acceptLanguage', 'fr'),
  page('presented.seen', false),
  page('browser.product', 'Chrome/1'),
  page('browser.sha256', other),
  page('browser.sandboxed', false),
  page('checks.screen.detail', '1280×900 CSS px, ×1, desktop; a window on a screen of 1920×1080'),
  page('secondPath.same', ['status']),
  page('secondPath.differences', without(1)),
  page('secondPath.differences.0.cause', null),
  page('secondPath', { ran: false, reason: { code: 'second-path-declined' } }),
  page('secondPath.finalUrl', 'http://news.example/plain'), // then the DNS was asked
  second('http-https')('secondPath.tls', null),
  second('http-https')('connection', null),
  second('http-https')('connection.certificateError', null),
  second('http-https')('connection.protocol', 'TLS 1.2'),
  // What was checked of the device, and the steps.
  page('checks.root-certificates.outcome', 'ok'),
  page('checks.hosts-file.detail', '7 entries of other names; 3 entries of hosts of this capture'),
  noted('checks.proxy.outcome', 'ok'),
  noted('checks.clock-server-date.detail', noOffset),
  noted('checks.clock-server-date.differences.0.ms', 86_400_000),
  noted('checks.clock-server-date.differences.0.ms', (was) => -Number(was)),
  noted('checks.clock-server-date.differences', undefined),
  page('checks.clock-server-date.outcome', 'not-verified'),
  first('with-ntp')('checks.clock-ntp.outcome', 'not-verified'),
  first('with-ntp')('checks.clock-ntp.detail', '127.0.0.1: this device +900 ms (± 1 ms)'),
  first('with-ntp')('checks.clock-ntp.differences.0.ms', 900),
  first('with-ntp')('checks.clock-ntp.differences.0.within', 901),
  page('steps.hold-still.outcome', 'failed'),
  page('steps.scroll.outcome', 'skipped'),
  page('steps.bring-in.outcome', 'failed'),
  page('warnings', [{ code: 'sections-brought-in', params: { count: 3 } }]),
  page('startedAt', '2019-05-06T01:30:00.000Z'), // another day than the others: a line of its own
  page('steps.picture.ms', more),
  // Its files, what they were made from, outside papers, and the custody log.
  page('artifacts.screenshot-tile.sha256', other),
  page('artifacts.source.bytes', more),
  page('artifacts.environment.copyOf', undefined),
  first('session')('artifacts.environment.credentials', undefined),
  first('session')('account', '李某'),
  falseOf('filing-copy', 'manifest.')('images.0.derived', undefined),
  first('converted')('steps.convert-picture.reason.params.format', 'bmp'),
  first('converted')('artifacts', (was) =>
    (was as readonly { role: string }[]).filter(({ role }) => role !== 'page-image'),
  ),
  first('drawn')('warnings', drawnBy('Chrome/1.0')),
  falseOf('drawn', 'exhibits.0.record.', 'drawn')('warnings', drawnBy('Chrome/1.0')),
  falseOf('drawn', 'exhibits.0.record.', 'drawn')('warnings', []),
  first('imports')('fileName', 'other.txt'),
  first('offline-import')('receivedBy', '赵某'),
  first('redacted')('redaction.regions', [{}, {}]),
  first('redacted')('redaction.parentRecord', other),
  second('region')('region.x', 7),
  falseOf('stitched', 'exhibits.2.record.')('stitched.parts', without(1)),
  first('by-hand')('byHand.clicks', 12),
  falseOf('prc', 'exhibits.0.')('attachments.0.number', '2020-0101-009'),
  falseOf('prc', 'exhibits.0.')('attachments', []),
  falseOf('prc', 'entries.')('0.wall', '2018-01-01T00:00:00.000Z'),
  falseOf('prc', 'entries.')('6.hash', other),
  // Who signs, and on which day.
  falseOf('us', '')('declarant.name', 'Somebody Else'),
  falseOf('england-wales', '')('declarant.name', 'Somebody Else'),
  falseOf('england-wales', '')('submitted', '2019-05-21'),
];

/** Of what is said of a bundle and a package that were handed over. */
export const falseHandedOver: readonly FalseRecord[] = [
  falseOf('prc', '')('exhibits', without(1)),
  page('artifacts.wacz.role', 'source'),
  page('artifacts.wacz.sha256', other),
  page('artifacts.screenshot-tile.sha256', other),
  falseOf('prc', 'exhibits.0.')('recordSha256', other),
  falseOf('prc', 'exhibits.0.')('attachments.0.file.sha256', other),
  falseOf('prc', 'exhibits.0.')('attachments.0.file.name', 'other.pdf'),
  falseOf('prc', 'manifest.')('pages', without(1)),
  falseOf('prc', 'manifest.')('images', without(1)),
  falseOf('prc', '')('entries', (was) =>
    (was as readonly object[]).map((entry) => ({ ...entry, caseId: other.slice(0, 32) })),
  ),
  falseOf('prc', '')('entries', (was) => [
    ...(was as readonly object[]),
    { act: 'stamp-answered', caseId: '', value: { token: {} } },
  ]),
  // VERIFY.txt, and the package that it lies in.
  falseOf('prc', 'handed.')('files', (was) => (was as readonly string[]).filter((file) => file !== 'verify.html')),
  falseOf('prc', 'handed.')('files', (was) =>
    (was as readonly string[]).filter((file) => !file.startsWith('data/bundle/')),
  ),
  falseOf('prc', 'handed.')('files', (was) => [...(was as readonly string[]), 'custody/log.jsonl']),
  falseOf('prc', 'handed.')('edition', 'whole'),
  falseOf('prc', 'handed.')('stamps', 1),
  falseOf('prc', 'handed.')('entries', 9_999),
  falseOf('prc', 'handed.')('sealed', '2019-05-06 01:30:00 UTC'),
];

/** Of a package that was stamped as a whole. */
export const falseSealed: readonly FalseRecord[] = [
  falseOf('prc', 'handed.')('sealed', '2019-05-06 01:30:00 UTC'),
  falseOf('prc', 'handed.')('sealed', null),
  falseOf('prc', 'handed.')('files', without(1)),
  falseOf('prc', 'manifest.')('images', without(1)),
];

const isNot = (path: string) => (was: Json) => (was as readonly string[]).filter((file) => !file.startsWith(path));
/** Of a package of the whole edition. */
export const falseWhole: readonly FalseRecord[] = [
  falseOf('prc', 'handed.')('edition', 'filing'),
  falseOf('prc', 'handed.')('files', isNot('custody/log.jsonl')),
  falseOf('prc', 'handed.')('files', isNot('custody/stamps/')),
  falseOf('prc', 'handed.')('files', isNot('data/attachments/')),
  falseOf('prc', 'handed.')('files', isNot('data/items/')),
  falseOf('prc', 'handed.')('files', (was) => [...(was as readonly string[]), 'DISCLOSURE.txt']),
  falseOf('prc', 'handed.')('files', (was) => [...(was as readonly string[]), 'seal/tagmanifest-sha256.tsr']),
  falseOf('prc', 'handed.')('sealed', '2019-05-06 01:30:00 UTC'),
];
