import { causeOf } from '../../shared/cause.ts';
import { X509Certificate } from 'node:crypto';
import { canonicalBytes, type Json } from '../../shared/canonical-json.ts';
import type { CaptureRecord, Role } from '../../shared/case/record.ts';
import type { TimeBudget } from './time-budget.ts';
import type { Ledger } from './ledger.ts';
import type { ConnectionSecurity, PackRequest } from './recorder/messages.ts';
import type { Recorder } from './recorder/recorder.ts';

type Connection = NonNullable<CaptureRecord['connection']>;
type Keep = (role: Role, name: string, mediaType: string, bytes: Uint8Array) => void;
type KeepFile = (role: Role, name: string, mediaType: string, path: string) => void;

/** Bodies that still flow when the page is done are waited for, at most so long, in ms; and those of known length. */
const longestDrain = 10_000;
const longestKnownDrain = 30_000;
/** Time to pack what was recorded where the address's own time is over, in ms. */
const packTime = 12_000;

/**
 * Ends the recording while the browser still runs, and the traffic with it, so that the archive holds all there was; stores the certificate chains of its connections.
 * @param heldAt when the page's scripts were stopped, in ms since 1970; null where they never were
 * @returns TLS of the page's own connection, or null where it had none or nobody recorded it
 */
export async function endRecording(
  recorder: Recorder,
  ledger: Ledger,
  timeBudget: TimeBudget,
  keep: Keep,
  heldAt: number | null,
  endTraffic: () => void,
): Promise<Connection | null> {
  const stopped = await ledger.run('record', async (short) => {
    if (recorder.ended !== null) {
      short({ outcome: 'failed', reason: { code: 'recorder-ended', params: { why: causeOf(recorder.ended) } } });
      return null;
    }
    const any = Math.min(longestDrain, timeBudget.left());
    const known = Math.min(longestKnownDrain, timeBudget.left());
    return timeBudget.within(known + 5_000, recorder.stop({ any, known }, heldAt, endTraffic), 'record');
  });
  endTraffic(); // also where nobody records any more
  if (!stopped) return null;
  if (stopped.answeredWhileHeld > 0) ledger.warn('answered-while-held', { count: stopped.answeredWhileHeld });
  const [page, ...others] = stopped.security;
  if (!page) return null;
  const found = [page, ...others].map(described);
  const pem = page.chain.map((der) => new X509Certificate(der).toString()).join('');
  keep('certificate-chain', 'certificate-chain.pem', 'application/x-pem-file', Buffer.from(pem, 'ascii'));
  const all = JSON.parse(JSON.stringify(found)) as Json; // strings only
  keep('certificate-chain', 'connections.json', 'application/json', canonicalBytes(all));
  const [own] = found;
  if (!own) return null;
  const { origin, protocol, cipher, keyExchange, certificateError, chain } = own;
  return { origin, protocol, cipher, keyExchange, certificateError, chain };
}

function described({ origin, chain, protocol, cipher, keyExchange, error, state }: ConnectionSecurity) {
  const certificates = chain.map((der) => new X509Certificate(der));
  return {
    origin,
    protocol,
    cipher,
    keyExchange,
    certificateError: error,
    state,
    chain: certificates.map((one) => ({
      sha256: one.fingerprint256.replaceAll(':', '').toLowerCase(),
      subject: one.subject.replaceAll('\n', ', ').toWellFormed(),
      validTo: new Date(one.validTo).toISOString(),
    })),
    subjects: certificates[0]?.subjectAltName?.toWellFormed() ?? null,
  };
}

/**
 * Packs what was recorded, once the browser has ended: sealed archive, disclosure copy, network log.
 * @param keeping `disclosure`: only the copy, since the sealed archive and the log hold a login session
 * @returns values that the exchanges carried and that let somebody in; none where they could not be packed
 */
export async function packArchive(
  recorder: Recorder,
  ledger: Ledger,
  timeBudget: TimeBudget,
  keepFile: KeepFile,
  keeping: 'sealed' | 'disclosure',
  request: PackRequest,
): Promise<readonly string[]> {
  const secrets = await ledger.run('archive', async (short) => {
    const packed = await timeBudget.within(timeBudget.leftToStore(packTime), recorder.pack(request), 'archive');
    const { counts } = packed;
    const sealed = keeping === 'sealed';
    if (sealed) keepFile('wacz', 'page.wacz', 'application/wacz', packed.wacz.path);
    else ledger.warn('session-secrets-left-out');
    keepFile('wacz-disclosure', 'page-disclosure.wacz', 'application/wacz', packed.disclosure.path);
    if (packed.netlog && sealed) keepFile('netlog', 'netlog.json.gz', 'application/gzip', packed.netlog.path);
    if (packed.netlogTruncated) ledger.warn('netlog-truncated');
    if (counts.open > 0) ledger.warn('requests-open-at-end', { count: counts.open });
    if (counts.fromNetlog > 0) ledger.warn('bodies-from-netlog', { count: counts.fromNetlog });
    if (counts.incomplete > 0 || counts.beyondBound > 0) {
      const params = { count: counts.incomplete, of: counts.exchanges, beyond: counts.beyondBound };
      short({ outcome: 'partial', reason: { code: 'bodies-incomplete', params } });
    }
    return packed.secrets;
  });
  return secrets ?? [];
}
