import { createHash, verify } from 'node:crypto';
import { bodyHash, canonicalField } from './canonical.ts';
import { keyRecord } from './key-record.ts';
import { nameOf, type MessageParts } from './message-parts.ts';
import type { SignatureField } from './signature-field.ts';

/** What the DNS said of `selector._domainkey.domain`. */
export type KeyAnswer =
  | Readonly<{ as: 'records'; texts: readonly string[] }>
  /** The name does not exist, or has no TXT record. */
  | Readonly<{ as: 'none'; why: string }>
  /** Nobody answered, or nobody was asked. */
  | Readonly<{ as: 'unknown'; why: string }>;

export type DkimVerdict =
  | Readonly<{ verdict: 'valid'; testing: boolean; unsignedOctets: number }>
  | Readonly<{ verdict: 'invalid'; why: 'body' | 'signature' | 'length' | 'key'; detail: string }>
  | Readonly<{ verdict: 'no-key'; why: string }>
  | Readonly<{ verdict: 'not-checked'; why: string }>;

/**
 * Verifies one DKIM signature (RFC 6376 §6.1, RFC 8463): the body's hash, then the signature over the named fields. A
 * changed body is told without any key.
 */
export function checkSignature(parts: MessageParts, signature: SignatureField, answer: KeyAnswer): DkimVerdict {
  const { bodyLength } = signature;
  const { hash, octets } = bodyHash(parts.body, signature.body, bodyLength);
  if (bodyLength !== null && bodyLength > octets)
    return { verdict: 'invalid', why: 'length', detail: `l=${bodyLength} > ${octets}` };
  if (hash !== signature.bodyHash) return { verdict: 'invalid', why: 'body', detail: hash };
  if (answer.as === 'unknown') return { verdict: 'not-checked', why: answer.why };
  if (answer.as === 'none') return { verdict: 'no-key', why: answer.why };
  const keys = answer.texts.map((text) => keyRecord(text, signature));
  const signed = signedBytes(parts, signature);
  // RFC 8463 §3: Ed25519 signs the SHA-256 of the fields.
  const data = signature.algorithm === 'ed25519-sha256' ? createHash('sha256').update(signed).digest() : signed;
  const digest = signature.algorithm === 'ed25519-sha256' ? null : 'sha256';
  for (const one of keys) {
    if ('key' in one && verify(digest, data, one.key, signature.signature))
      return { verdict: 'valid', testing: one.testing, unsignedOctets: bodyLength === null ? 0 : octets - bodyLength };
  }
  if (keys.some((one) => 'key' in one)) return { verdict: 'invalid', why: 'signature', detail: '' };
  const [first] = keys;
  if (first && 'none' in first && first.none === 'revoked') return { verdict: 'no-key', why: 'revoked' };
  return { verdict: 'invalid', why: 'key', detail: first && 'none' in first ? first.why : '' };
}

/** The fields that `h=` names, each from the bottom up (§5.4.2), then the signature's own without what is in `b=`. */
function signedBytes({ fields }: MessageParts, { field, head, signed }: SignatureField): Buffer {
  const byName = new Map<string, string[]>();
  for (const one of fields.filter((one) => one !== field))
    byName.set(nameOf(one), [...(byName.get(nameOf(one)) ?? []), one]);
  const chosen = signed.flatMap((name) => {
    const one = byName.get(name)?.pop(); // a name without a field signs that there is none
    return one === undefined ? [] : [`${canonicalField(one, head)}\r\n`];
  });
  const bare = field
    .split(';')
    .map((tag) => /^(?:[^:;]*:)?\s*b\s*=/.exec(tag)?.[0] ?? tag)
    .join(';');
  return Buffer.from(chosen.join('') + canonicalField(bare, head), 'latin1');
}
