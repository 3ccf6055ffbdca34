import type { Cause } from '../text.ts';
import { because, causeOf } from '../cause.ts';
import type { TokenFindingCode } from '../messages/verify/token-messages.ts';
import type { Finding } from '../verify/findings.ts';
import { sameCertificate, type Certificate } from './certificate.ts';
import { expectTag, tags } from './der.ts';
import { oidOf, sameBytes } from './der-values.ts';
import { findPath, unfitSigner } from './path.ts';
import { schemeOf, UnknownAlgorithm, type HashName, type Primitives } from './primitives.ts';
import { revocationFindings, type RevocationAnswers } from './revocation.ts';
import { attributeIds, isIdentifiedBy, namesCertificate } from './signed-data.ts';
import { readToken, stampInfoId, type StampInfo, type Token } from './token.ts';

type TokenFinding = Finding<TokenFindingCode>;

/** What a token is held against. Digests are lower-case hexadecimal. */
export type TokenQuestion = Readonly<{
  token: Uint8Array;
  /** Digests of the stamped data, by hash: the token's own hash must be among them, or nothing can be told. */
  digests: Readonly<Partial<Record<HashName | 'SM3', string>>>;
  /** Certificates that are trusted: shipped with the program or chosen by the person, never from a package. */
  anchors: readonly Certificate[];
  /** More certificates to find a way with; they are not trusted. */
  pool?: readonly Certificate[];
  revocation?: RevocationAnswers;
  /** Of a request just made: what the answer must repeat. */
  nonce?: string;
  policy?: string;
}>;

/** What is known of a token after its verification. `good`: nothing failed and nothing is unknown. */
export type TokenVerdict = Readonly<{
  good: boolean;
  findings: readonly TokenFinding[];
  /** What the stamp says; null where it could not be read. Without `good` it is a claim and no more. */
  info: StampInfo | null;
  signer: Readonly<{ name: string; serial: string; notAfter: number }> | null;
  /** The way to the anchor, signer first; null where none was found. */
  path: readonly Certificate[] | null;
}>;

const failed = (code: TokenFindingCode, params: TokenFinding['params'] = {}): TokenFinding => ({
  rank: 'failed',
  code,
  params,
});
const unknown = (code: TokenFindingCode, params: TokenFinding['params'] = {}): TokenFinding => ({
  rank: 'unknown',
  code,
  params,
});

/**
 * Verifies a time-stamp token by RFC 3161 and RFC 5816: the stamped digest, what was asked for, the signature, the
 * certificate named by the signature, its purpose, its way to an anchor at the time of the stamp, and revocation as far
 * as answers are at hand. Every fault is named; one is enough for "not good".
 */
export async function verifyToken(question: TokenQuestion, primitives: Primitives): Promise<TokenVerdict> {
  let token: Token;
  try {
    token = readToken(question.token);
  } catch (error) {
    const findings = [failed('token-unreadable', { why: causeOf(error) })];
    return { good: false, findings, info: null, signer: null, path: null };
  }
  const { info } = token;
  const findings: TokenFinding[] = [...imprintFindings(info, question), ...askedFindings(info, question)];
  const pool = [...token.certificates, ...(question.pool ?? []), ...question.anchors];
  const signer = pool.find((one) => isIdentifiedBy(one, token.signer.id));
  let path: readonly Certificate[] | null = null;
  if (!signer) findings.push(unknown('token-signer-missing'));
  else {
    findings.push(...(await signatureFindings(token, signer, primitives)));
    const unfit = fitness(signer);
    if (unfit !== null) findings.push(failed('token-signer-unfit', { name: signer.subjectText, why: unfit }));
    if (info.tsa?.kind === 0xa4 && info.tsa.text !== signer.subjectText)
      findings.push(failed('token-name-differs', { name: info.tsa.text, signer: signer.subjectText }));
    const found = await pathOf(signer, pool, question, info.genTime, primitives);
    if ('path' in found) {
      path = found.path;
      findings.push(...(await revocationFindings(path, question.revocation, info.genTime, pool, primitives)));
    } else findings.push(found);
  }
  return {
    good: findings.every(({ rank }) => rank === 'note'),
    findings,
    info,
    signer: signer ? { name: signer.subjectText, serial: signer.serial, notAfter: signer.notAfter } : null,
    path,
  };
}

/** A weak or unknown hash proves nothing; another digest is another document. */
function imprintFindings({ imprint }: StampInfo, { digests }: TokenQuestion): readonly TokenFinding[] {
  const { hash, digest } = imprint;
  if (hash === 'SHA-1' || !isKnownHash(hash)) return [failed('token-weak-imprint', { hash })];
  const expected = digests[hash];
  if (expected === undefined) return [unknown('token-imprint-unchecked', { hash })];
  return digest === expected ? [] : [failed('token-imprint-differs', { found: digest, expected })];
}

function isKnownHash(hash: string): hash is 'SHA-256' | 'SHA-384' | 'SHA-512' | 'SM3' {
  return ['SHA-256', 'SHA-384', 'SHA-512', 'SM3'].includes(hash);
}

function askedFindings(info: StampInfo, { nonce, policy }: TokenQuestion): readonly TokenFinding[] {
  return [
    ...(nonce !== undefined && info.nonce !== nonce ? [failed('token-nonce-differs')] : []),
    ...(policy !== undefined && info.policy !== policy
      ? [failed('token-policy-differs', { found: info.policy, expected: policy })]
      : []),
  ];
}

function fitness(signer: Certificate): Cause | null {
  try {
    return unfitSigner(signer);
  } catch (error) {
    return causeOf(error);
  }
}

/** The attributes bind content, type and certificate; the signature binds the attributes. */
async function signatureFindings(
  { signer, content }: Token,
  certificate: Certificate,
  primitives: Primitives,
): Promise<readonly TokenFinding[]> {
  try {
    const { attributes } = signer;
    const type = attributes.get(attributeIds.contentType);
    if (!type || oidOf(type) !== stampInfoId)
      return [failed('token-unreadable', { why: because('der-no-content-type') })];
    if (signer.digest === 'SHA-1') return [failed('token-weak-signature', { hash: 'SHA-1' })];
    const digest = expectTag(attributes.get(attributeIds.messageDigest), tags.octetString).body;
    if (!sameBytes(digest, await primitives.digest(signer.digest, content))) return [failed('token-content-differs')];
    if (!(await namesCertificate(attributes, certificate, primitives))) return [failed('token-certificate-unbound')];
    const scheme = schemeOf(signer.signatureAlgorithm, certificate.spki, signer.digest);
    const fits = await primitives.verify(scheme, certificate.spki, signer.signature, signer.signedBytes);
    return fits ? [] : [failed('token-signature-bad')];
  } catch (error) {
    if (error instanceof UnknownAlgorithm) return [unknown('token-algorithm-unknown', { why: causeOf(error) })];
    return [failed('token-unreadable', { why: causeOf(error) })];
  }
}

async function pathOf(
  signer: Certificate,
  pool: readonly Certificate[],
  { anchors }: TokenQuestion,
  at: number,
  primitives: Primitives,
): Promise<Readonly<{ path: readonly Certificate[] }> | TokenFinding> {
  try {
    const others = pool.filter((one) => !sameCertificate(one, signer));
    const found = await findPath(signer, others, anchors, at, primitives);
    if ('path' in found) return found;
    const { why: code, name, unfit } = found;
    switch (code) {
      case 'untrusted':
        return unknown('token-untrusted', { name });
      case 'expired':
        return failed('token-not-valid-then', { name });
      case 'issuer-unfit':
        return failed('token-issuer-unfit', { name, why: unfit });
      case 'unknown-algorithm':
        return unknown('token-algorithm-unknown', { why: because('path-unknown-algorithm', { name, why: unfit }) });
    }
  } catch (error) {
    return failed('token-unreadable', { why: causeOf(error) });
  }
}
