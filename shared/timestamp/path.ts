import type { Cause } from '../text.ts';
import { because, causeOf } from '../cause.ts';
import { extendedUses, extensionIds, issuerRights, keyUses, sameCertificate, type Certificate } from './certificate.ts';
import { sameBytes } from './der-values.ts';
import { schemeOf, UnknownAlgorithm, type Primitives } from './primitives.ts';

/** From the signer up to a trust anchor, both included; or why there is none. */
export type PathResult =
  Readonly<{ path: readonly Certificate[] }> | Readonly<{ why: PathFault; name: string; unfit: Cause }>;
type PathFault = 'untrusted' | 'expired' | 'issuer-unfit' | 'unknown-algorithm';

const timeStampingUse = '1.3.6.1.5.5.7.3.8';
const anyUse = '2.5.29.37.0';
/** Critical extensions that this program understands; any other critical one is refused (RFC 5280 §4.2). */
const understood = new Set<string>([
  extensionIds.keyUsage,
  extensionIds.basicConstraints,
  extensionIds.extKeyUsage,
  extensionIds.certificatePolicies,
  extensionIds.subjectAltName,
]);
const longestPath = 8;
/** A pool of look-alike certificates must not keep the verifier busy for ever. */
const mostSignatures = 64;

/**
 * Finds a way from a signer to a trust anchor (RFC 5280 §6.1, without policy processing): names chain, every signature
 * verifies, everything is valid **at the time of the stamp** (RFC 3161 appendix B), issuers may issue. A name
 * constraint, which would need processing of its own, is an extension not understood: critical, it is refused.
 *
 * @param pool certificates that came with the token or were kept with it; they are hints, never trusted
 * @param anchors certificates that the person or the program trusts
 * @param at ms since 1970
 * @param use what issuers with an extended key usage must be allowed to issue for; null: anything
 */
export async function findPath(
  signer: Certificate,
  pool: readonly Certificate[],
  anchors: readonly Certificate[],
  at: number,
  primitives: Primitives,
  use: string | null = timeStampingUse,
): Promise<PathResult> {
  let fault: Exclude<PathResult, { path: readonly Certificate[] }> = {
    why: 'untrusted',
    name: signer.subjectText,
    unfit: because('path-untrusted', { name: signer.subjectText }),
  };
  let signatures = 0;

  const climb = async (path: readonly Certificate[]): Promise<readonly Certificate[] | null> => {
    const last = path.at(-1);
    if (!last || path.length > longestPath) return null;
    if (at < last.notBefore || at > last.notAfter) {
      const name = last.subjectText;
      fault = { why: 'expired', name, unfit: because('path-expired', { name }) };
      return null;
    }
    if (anchors.some((anchor) => sameCertificate(anchor, last))) return path;
    const issuers = [...anchors, ...pool].filter(
      (one) => sameBytes(one.subject, last.issuer) && !path.some((known) => sameCertificate(known, one)),
    );
    for (const issuer of issuers) {
      const unfit = unfitIssuer(issuer, path.length - 1, use);
      if (unfit !== null) {
        fault = { why: 'issuer-unfit', name: issuer.subjectText, unfit };
        continue;
      }
      if (++signatures > mostSignatures) return null;
      try {
        const scheme = schemeOf(last.signatureAlgorithm, issuer.spki, null);
        if (!(await primitives.verify(scheme, issuer.spki, last.signature, last.tbs))) continue;
      } catch (error) {
        if (!(error instanceof UnknownAlgorithm)) throw error;
        fault = { why: 'unknown-algorithm', name: last.subjectText, unfit: causeOf(error) };
        continue;
      }
      const whole = await climb([...path, issuer]);
      if (whole) return whole;
    }
    return null;
  };

  const path = await climb([signer]);
  return path ? { path } : fault;
}

/** @param below issuers between it and the signer */
function unfitIssuer(issuer: Certificate, below: number, use: string | null): Cause | null {
  const { ca, pathLength } = issuerRights(issuer);
  if (!ca) return because('not-an-authority');
  if (pathLength !== null && below > pathLength) return because('issuers-too-many');
  if (keyUses(issuer)?.has(5) === false) return because('key-not-for-certificates');
  const uses = extendedUses(issuer);
  if (use !== null && uses && !uses.includes(use) && !uses.includes(anyUse)) return because('issuer-not-for-stamps');
  return unknownCritical(issuer);
}

/** A critical extension that is not understood, or null. */
function unknownCritical({ extensions }: Certificate): Cause | null {
  for (const [id, { critical }] of extensions)
    if (critical && !understood.has(id)) return because('critical-extension', { id });
  return null;
}

/** Why a certificate may not sign time stamps, by RFC 3161 §2.3: that use, critical, and no other. */
export function unfitSigner(signer: Certificate): Cause | null {
  const uses = extendedUses(signer);
  if (!uses) return because('use-missing');
  if (!uses.includes(timeStampingUse)) return because('use-other');
  if (uses.length !== 1) return because('use-more');
  if (signer.extensions.get(extensionIds.extKeyUsage)?.critical !== true) return because('use-not-critical');
  const bits = keyUses(signer);
  if (bits && (!(bits.has(0) || bits.has(1)) || [...bits].some((bit) => bit > 1))) return because('key-other-use');
  return unknownCritical(signer);
}
