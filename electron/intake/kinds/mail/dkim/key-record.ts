import { createPublicKey, type KeyObject } from 'node:crypto';
import type { SignatureField } from './signature-field.ts';
import { tagList, unfoldedValue } from './tag-list.ts';

/** RFC 8301 §3.2: a shorter RSA key proves nothing. */
const leastBits = 1_024;

/** The key of a DNS answer, or why it is none for this signature (RFC 6376 §3.6.1, RFC 8463 §3). */
export type DomainKey =
  Readonly<{ key: KeyObject; testing: boolean }> | Readonly<{ none: 'revoked' | 'unfit'; why: string }>;

/** @param text one TXT record, its strings joined */
export function keyRecord(text: string, signature: SignatureField): DomainKey {
  const unfit = (why: string): DomainKey => ({ none: 'unfit', why });
  const tags = tagList(text);
  const of: TagValue = (name) => unfoldedValue(tags?.get(name) ?? '');
  if (!tags?.has('p')) return unfit('p=');
  if (tags.has('v') && (of('v') !== 'DKIM1' || [...tags.keys()][0] !== 'v')) return unfit('v=');
  const barred = barredBy(of, signature);
  if (barred !== null) return unfit(barred);
  if (of('p') === '') return { none: 'revoked', why: 'p=' };
  const key = publicKey(Buffer.from(of('p'), 'base64'), signature.algorithm);
  if (key === null) return unfit('p=');
  const bits = key.asymmetricKeyDetails?.modulusLength;
  if (bits !== undefined && bits < leastBits) return unfit(`RSA ${bits}`);
  return { key, testing: of('t').split(':').includes('y') };
}

/** A tag's value, unfolded; empty where the record has none. */
type TagValue = (name: string) => string;

/** What the domain says its key is for: the first tag that shuts this signature out, or null (RFC 6376 §3.6.1). */
function barredBy(of: TagValue, { algorithm, domain, identity }: SignatureField): string | null {
  const kind = of('k') || 'rsa';
  if (kind !== (algorithm === 'rsa-sha256' ? 'rsa' : 'ed25519')) return `k=${kind.slice(0, 20)}`;
  if (of('h') !== '' && !of('h').toLowerCase().split(':').includes('sha256')) return 'h=';
  const services = of('s').split(':');
  if (of('s') !== '' && !services.includes('*') && !services.includes('email')) return 's=';
  const subdomains = !of('t').split(':').includes('s');
  return subdomains || identity.toLowerCase().endsWith(`@${domain}`) ? null : 't=s';
}

function publicKey(bytes: Buffer, algorithm: SignatureField['algorithm']): KeyObject | null {
  try {
    if (algorithm === 'ed25519-sha256')
      return createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: bytes.toString('base64url') }, format: 'jwk' });
    const key = asRsa(bytes);
    return key.asymmetricKeyType === 'rsa' ? key : null;
  } catch {
    return null; // bytes that are no key
  }
}

/** The standard's text has RSAPublicKey, its example and everybody's record SubjectPublicKeyInfo. */
function asRsa(key: Buffer): KeyObject {
  try {
    return createPublicKey({ key, format: 'der', type: 'spki' });
  } catch {
    return createPublicKey({ key, format: 'der', type: 'pkcs1' });
  }
}
