import type { Cause } from '../../../shared/text.ts';
import { because, causeOf, allCauses } from '../../../shared/cause.ts';
import type { Certificate } from '../../../shared/timestamp/certificate.ts';
import { readAnswer, timeStampRequest } from '../../../shared/timestamp/request.ts';
import { longestToken } from '../../../shared/timestamp/token.ts';
import { verifyToken, type TokenVerdict } from '../../../shared/timestamp/verify-token.ts';
import type { Sha256 } from '../../../shared/digest.ts';
import { fetchBytes, type Fetch } from './fetch-bytes.ts';
import { nodePrimitives } from './node-primitives.ts';

/** A time-stamp service: its address, and the policy to ask for where it is to be a certain one. */
export type TimeStampService = Readonly<{ url: string; policy: string | null }>;

/**
 * What came of asking. *granted*: a token that answers this request and has no fault of its own; `verdict.good` says
 * whether it also leads to a trusted root. *refused*: every service answered, none with a token that is fit.
 * *unreachable*: at least one could not be asked, so asking again later may help. `tried` has a line for each.
 */
export type AskedToken =
  | Readonly<{ outcome: 'granted'; service: TimeStampService; token: Uint8Array; nonce: string; verdict: TokenVerdict }>
  | Readonly<{ outcome: 'refused' | 'unreachable'; tried: readonly Readonly<{ url: string; why: Cause }>[] }>;

export type AskServices = Readonly<{
  fetch: Fetch;
  random(bytes: number): Uint8Array;
  anchors: readonly Certificate[];
  signal: AbortSignal;
  /** Milliseconds to wait before each further try of one service; as many tries as there are pauses, and one. */
  pauses: readonly number[];
}>;

/** Seconds pass before a service far away answers; a minute means that it will not. */
const patience = 30_000;

/**
 * Asks time-stamp services for a token over a SHA-256, one after the other until one grants it. A service that cannot
 * be reached is tried again after a pause; a refusal is final for that service. Every answer must repeat the nonce of
 * its own request. Nothing but the digest leaves the computer.
 *
 * @param digest what is stamped: 64 hexadecimal digits
 */
export async function askForToken(
  digest: Sha256,
  services: readonly TimeStampService[],
  { fetch, random, anchors, signal, pauses }: AskServices,
): Promise<AskedToken> {
  const tried: { url: string; why: Cause }[] = [];
  let reachable = true;
  for (const service of services) {
    for (let attempt = 0; attempt <= pauses.length; attempt++) {
      signal.throwIfAborted();
      const nonce = Buffer.from(random(16)).toString('hex').replace(/^./, '7'); // positive, and never shorter
      const request = timeStampRequest(digest, nonce, service.policy);
      const answer = await fetchBytes(
        fetch,
        service.url,
        request,
        'application/timestamp-query',
        longestToken,
        patience,
        signal,
      );
      if ('why' in answer) {
        tried.push({ url: service.url, why: answer.why });
        if (attempt === pauses.length) reachable = false;
        else await pause(pauses[attempt] ?? 0, signal);
        continue;
      }
      const judged = await judge(answer.bytes, digest, nonce, service, anchors);
      if ('token' in judged) return { outcome: 'granted', service, nonce, ...judged };
      tried.push({ url: service.url, why: judged.why });
      break;
    }
  }
  return { outcome: reachable ? 'refused' : 'unreachable', tried };
}

/** What each of the services that were asked gave, one after the other. */
export function causeOfServices(tried: readonly Readonly<{ url: string; why: Cause }>[]): Cause {
  return allCauses(tried.map((one) => because('service-said', one)));
}

async function judge(
  bytes: Uint8Array,
  digest: Sha256,
  nonce: string,
  { policy }: TimeStampService,
  anchors: readonly Certificate[],
): Promise<Readonly<{ token: Uint8Array; verdict: TokenVerdict }> | Readonly<{ why: Cause }>> {
  try {
    const answer = readAnswer(bytes);
    if ('refused' in answer) return { why: because('stamp-refused', { status: answer.refused }) };
    const asked = { digests: { 'SHA-256': digest }, anchors, nonce, ...(policy !== null && { policy }) };
    const verdict = await verifyToken({ token: answer.token, ...asked }, nodePrimitives);
    const faults = verdict.findings.filter(({ rank }) => rank === 'failed').map(({ code }) => code);
    return faults.length > 0
      ? { why: because('token-fault', { codes: faults.join(', ') }) }
      : { token: answer.token, verdict };
  } catch (error) {
    return { why: causeOf(error) };
  }
}

function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((done, fail) => {
    const timer = setTimeout(done, milliseconds);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      fail(signal.reason as Error); // whoever aborts here gives an error, or gets the platform's
    });
  });
}
