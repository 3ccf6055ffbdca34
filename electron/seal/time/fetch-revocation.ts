import type { Certificate } from '../../../shared/timestamp/certificate.ts';
import type { RevocationAnswers } from '../../../shared/timestamp/revocation.ts';
import { ocspRequest, revocationAddresses } from '../../../shared/timestamp/revocation-addresses.ts';
import { fetchBytes, type Fetch } from './fetch-bytes.ts';
import { nodePrimitives } from './node-primitives.ts';

const patience = 15_000;
/** Revocation lists of large issuers take some megabytes. */
const longestList = 16 << 20;
const longestAnswer = 64 << 10;
/** A certificate may name many places; a hostile one must not send us everywhere. */
const mostAddresses = 3;

/**
 * Fetches what says whether the certificates of a path are revoked, at the time of the stamp: years later the lists are
 * gone. What cannot be had is left out; the verifier then notes that it was not checked.
 *
 * @param path signer first, anchor last
 */
export async function fetchRevocation(
  path: readonly Certificate[],
  fetch: Fetch,
  signal: AbortSignal,
): Promise<RevocationAnswers> {
  const crls: Uint8Array[] = [];
  const ocsp: Uint8Array[] = [];
  for (const [n, certificate] of path.slice(0, -1).entries()) {
    const issuer = path[n + 1];
    if (!issuer) continue;
    const addresses = revocationAddresses(certificate);
    for (const url of addresses.crls.slice(0, mostAddresses)) {
      const list = await fetchBytes(fetch, url, null, '', longestList, patience, signal);
      if ('bytes' in list) crls.push(list.bytes);
    }
    for (const url of addresses.ocsp.slice(0, mostAddresses)) {
      const request = await ocspRequest(certificate, issuer, nodePrimitives);
      const answer = await fetchBytes(fetch, url, request, 'application/ocsp-request', longestAnswer, patience, signal);
      if ('bytes' in answer) ocsp.push(answer.bytes);
    }
  }
  return { crls, ocsp };
}
