import type { TokenFindingCode } from '../messages/verify/token-messages.ts';
import type { Finding } from '../verify/findings.ts';
import { extendedUses, readCertificate, readExtensions, type Certificate } from './certificate.ts';
import { childrenOf, expectTag, readDer, sequence, tags, type Der } from './der.ts';
import { bitStringOctets, hex, integerHex, oidOf, sameBytes, smallInteger, timeOf } from './der-values.ts';
import { hashOf, schemeOf, type Primitives } from './primitives.ts';

/** Revocation lists and answers as they were fetched when the token was made, DER each. They prove themselves. */
export type RevocationAnswers = Readonly<{ crls: readonly Uint8Array[]; ocsp: readonly Uint8Array[] }>;

type RevocationFinding = Finding<TokenFindingCode>;
/** What an answer says of one certificate. `reason` null: none given. */
type Status = Readonly<{ state: 'good' }> | Readonly<{ state: 'revoked'; at: number; reason: number | null }>;

const ocspSigningUse = '1.3.6.1.5.5.7.3.9';
const basicOcspId = '1.3.6.1.5.5.7.48.1.1';
const reasonCodeId = '2.5.29.21';
const understoodCrlExtensions = new Set(['2.5.29.28']);
/**
 * Unspecified, affiliation changed, superseded, cessation of operation: stamps from before the revocation stay good.
 * For any other reason, and for none, the key may have been in other hands before (RFC 3161 §4, item 1).
 */
const harmlessBefore = new Set([0, 3, 4, 5]);

/**
 * What the answers at hand say of the certificates on a path, the anchor apart: revoked is a fault; no answer is worth
 * a note, since many services publish none for long.
 *
 * @param at time of the stamp, ms since 1970
 */
export async function revocationFindings(
  path: readonly Certificate[],
  answers: RevocationAnswers | undefined,
  at: number,
  pool: readonly Certificate[],
  primitives: Primitives,
): Promise<readonly RevocationFinding[]> {
  const findings: RevocationFinding[] = [];
  for (const [n, certificate] of path.slice(0, -1).entries()) {
    const issuer = path[n + 1];
    if (!issuer) continue;
    const statuses = [
      ...(await all(answers?.crls, (crl) => statusInCrl(crl, certificate, issuer, primitives))),
      ...(await all(answers?.ocsp, (answer) => statusInOcsp(answer, certificate, issuer, pool, primitives))),
    ];
    const name = certificate.subjectText;
    const revoked = statuses.find((status) => status.state === 'revoked');
    if (revoked && (revoked.at <= at || !harmlessBefore.has(revoked.reason ?? -1))) {
      findings.push({
        rank: 'failed',
        code: 'token-revoked',
        params: { name, at: new Date(revoked.at).toISOString() },
      });
    } else if (statuses.length === 0) {
      findings.push({ rank: 'note', code: 'token-revocation-unchecked', params: { name } });
    }
  }
  return findings;
}

async function all(
  answers: readonly Uint8Array[] | undefined,
  read: (answer: Uint8Array) => Promise<Status | null>,
): Promise<readonly Status[]> {
  const found: Status[] = [];
  for (const answer of answers ?? []) {
    try {
      const status = await read(answer);
      if (status) found.push(status);
    } catch {
      // An answer that cannot be read says nothing; that none was found is noted.
    }
  }
  return found;
}

/** RFC 5280 §5: a whole list of this issuer, signed by it. Null where the list is another's or not understood. */
async function statusInCrl(
  bytes: Uint8Array,
  { serial }: Certificate,
  issuer: Certificate,
  primitives: Primitives,
): Promise<Status | null> {
  const [tbs, algorithm, signature] = sequence(readDer(bytes));
  if (!tbs) return null;
  const fields = [...sequence(tbs)];
  if (fields[0]?.tag === tags.integer) fields.shift();
  const [, name, thisUpdate, ...rest] = fields;
  if (!name || !sameBytes(name.bytes, issuer.subject)) return null;
  timeOf(thisUpdate);
  const extensionField = rest.find(({ tag }) => tag === 0xa0);
  const extensions = readExtensions(extensionField && childrenOf(extensionField)[0]);
  for (const [id, { critical }] of extensions) if (critical && !understoodCrlExtensions.has(id)) return null;
  const scheme = schemeOf(algorithm, issuer.spki, null);
  if (!(await primitives.verify(scheme, issuer.spki, bitStringOctets(signature), tbs.bytes))) return null;
  for (const entry of childrenOf(rest.find(({ tag }) => tag === tags.sequence) ?? emptySequence)) {
    const [number, date, more] = sequence(entry);
    if (integerHex(number) !== serial) continue;
    const reason = readExtensions(more).get(reasonCodeId);
    return {
      state: 'revoked',
      at: timeOf(date),
      reason: reason ? smallInteger({ ...expectTag(readDer(reason.value), tags.enumerated), tag: tags.integer }) : null,
    };
  }
  return { state: 'good' };
}

const emptySequence: Der = { tag: tags.sequence, bytes: Uint8Array.of(0x30, 0), body: new Uint8Array(0) };

/** RFC 6960 §4.2: signed by the issuer, or by whom the issuer gave that purpose. Null where it speaks of another. */
async function statusInOcsp(
  bytes: Uint8Array,
  certificate: Certificate,
  issuer: Certificate,
  pool: readonly Certificate[],
  primitives: Primitives,
): Promise<Status | null> {
  const [status, wrapped] = sequence(readDer(bytes));
  if (status?.body[0] !== 0) return null;
  const [type, octets] = sequence(childrenOf(expectTag(wrapped, 0xa0))[0]);
  if (oidOf(type) !== basicOcspId) return null;
  const [data, algorithm, signature, embedded] = sequence(readDer(expectTag(octets, tags.octetString).body));
  if (!data) return null;
  const own = embedded ? sequence(childrenOf(embedded)[0]).map((one) => readCertificate(one.bytes)) : [];
  const responders = [issuer, ...own, ...pool];
  if (!(await signedBy(responders, data, algorithm, bitStringOctets(signature), issuer, primitives))) return null;
  const responses = sequence(data).find(({ tag }) => tag === tags.sequence);
  for (const response of sequence(responses)) {
    const [id, state, thisUpdate] = sequence(response);
    timeOf(thisUpdate);
    if (!(await speaksOf(id, certificate, issuer, primitives)) || !state) continue;
    if (state.tag === 0x80) return { state: 'good' };
    if (state.tag !== 0xa1) return null;
    const [at, reason] = childrenOf(state);
    const code = reason
      ? smallInteger({ ...expectTag(childrenOf(reason)[0], tags.enumerated), tag: tags.integer })
      : null;
    return { state: 'revoked', at: timeOf(at), reason: code };
  }
  return null;
}

async function signedBy(
  responders: readonly Certificate[],
  data: Der,
  algorithm: Der | undefined,
  signature: Uint8Array,
  issuer: Certificate,
  primitives: Primitives,
): Promise<boolean> {
  for (const responder of responders.slice(0, 8)) {
    const isIssuer = sameBytes(responder.bytes, issuer.bytes);
    if (!isIssuer) {
      if (!sameBytes(responder.issuer, issuer.subject) || !extendedUses(responder)?.includes(ocspSigningUse)) continue;
      const scheme = schemeOf(responder.signatureAlgorithm, issuer.spki, null);
      if (!(await primitives.verify(scheme, issuer.spki, responder.signature, responder.tbs))) continue;
    }
    const scheme = schemeOf(algorithm, responder.spki, null);
    if (await primitives.verify(scheme, responder.spki, signature, data.bytes)) return true;
  }
  return false;
}

async function speaksOf(
  id: Der | undefined,
  { serial }: Certificate,
  issuer: Certificate,
  primitives: Primitives,
): Promise<boolean> {
  const [algorithm, nameHash, keyHash, number] = sequence(id);
  const hash = hashOf(algorithm);
  const key = bitStringOctets(sequence(readDer(issuer.spki))[1]);
  return (
    integerHex(number) === serial &&
    hex(expectTag(nameHash, tags.octetString).body) === hex(await primitives.digest(hash, issuer.subject)) &&
    hex(expectTag(keyHash, tags.octetString).body) === hex(await primitives.digest(hash, key))
  );
}
