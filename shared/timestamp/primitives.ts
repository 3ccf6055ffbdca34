import { because } from '../cause.ts';
import type { Cause } from '../text.ts';
import type { Der } from './der.ts';
import { bitStringOctets, integerHex, oidOf, sameBytes, smallInteger } from './der-values.ts';
import { childrenOf, der, derOid, readDer, sequence, tags } from './der.ts';

/** Hashes that WebCrypto has. SHA-1 serves only to name a certificate or a key in old structures, never to sign. */
export type HashName = 'SHA-1' | 'SHA-256' | 'SHA-384' | 'SHA-512';

/** How a signature was made, in WebCrypto's own words. */
export type SignatureScheme =
  | Readonly<{ name: 'RSASSA-PKCS1-v1_5'; hash: HashName }>
  | Readonly<{ name: 'RSA-PSS'; hash: HashName; saltLength: number }>
  | Readonly<{ name: 'ECDSA'; hash: HashName; namedCurve: 'P-256' | 'P-384' | 'P-521' }>
  | Readonly<{ name: 'Ed25519' }>;

/** The two operations that every verifier of tokens needs; `web-crypto.ts` has them for Node and browsers alike. */
export interface Primitives {
  digest(hash: HashName, bytes: Uint8Array): Promise<Uint8Array>;
  /** @param spki the signer's SubjectPublicKeyInfo, DER */
  verify(scheme: SignatureScheme, spki: Uint8Array, signature: Uint8Array, data: Uint8Array): Promise<boolean>;
}

const hashes: Readonly<Record<string, HashName>> = {
  '1.3.14.3.2.26': 'SHA-1',
  '2.16.840.1.101.3.4.2.1': 'SHA-256',
  '2.16.840.1.101.3.4.2.2': 'SHA-384',
  '2.16.840.1.101.3.4.2.3': 'SHA-512',
};
const rsaWith: Readonly<Record<string, HashName>> = {
  '1.2.840.113549.1.1.11': 'SHA-256',
  '1.2.840.113549.1.1.12': 'SHA-384',
  '1.2.840.113549.1.1.13': 'SHA-512',
};
const ecdsaWith: Readonly<Record<string, HashName>> = {
  '1.2.840.10045.4.3.2': 'SHA-256',
  '1.2.840.10045.4.3.3': 'SHA-384',
  '1.2.840.10045.4.3.4': 'SHA-512',
};
const curves: Readonly<Record<string, 'P-256' | 'P-384' | 'P-521'>> = {
  '1.2.840.10045.3.1.7': 'P-256',
  '1.3.132.0.34': 'P-384',
  '1.3.132.0.35': 'P-521',
};
const rsaEncryption = '1.2.840.113549.1.1.1';
const rsaPss = '1.2.840.113549.1.1.10';
const ecPublicKey = '1.2.840.10045.2.1';
const ed25519 = '1.3.101.112';

/** Shorter RSA keys prove nothing today. */
const shortestRsa = 2048;

export const sm3Oid = '1.2.156.10197.1.401';

/** `2.16.840.1.101.3.4.2.1` → `SHA-256`; null for one that this program does not know. */
export function hashOfOid(oid: string): HashName | null {
  return hashes[oid] ?? null;
}

/** A DigestAlgorithm identifier: parameters absent or NULL. */
export function hashOf(algorithm: Der | undefined): HashName {
  const oid = oidOf(sequence(algorithm)[0]);
  const hash = hashes[oid];
  if (hash === undefined) throw new UnknownAlgorithm(because('unknown-algorithm', { name: oid }));
  return hash;
}

/** AlgorithmIdentifier of SHA-256 for a request. */
export function sha256Identifier(): Uint8Array {
  return der(tags.sequence, derOid('2.16.840.1.101.3.4.2.1'), der(tags.null));
}

/** An algorithm that this program cannot check: nothing is said of the signature, neither good nor bad. */
export class UnknownAlgorithm extends Error {
  constructor(why: Cause) {
    super(why);
    this.name = 'UnknownAlgorithm';
  }
}

/**
 * The scheme of a signature. @param algorithm its AlgorithmIdentifier, @param digest the CMS digest algorithm, where
 * the identifier leaves the hash to it
 * @throws {UnknownAlgorithm} for SHA-1, MD5, SM2 and whatever else is not known here
 * @throws {Error} for an RSA key below 2048 bits
 */
export function schemeOf(algorithm: Der | undefined, spki: Uint8Array, digest: HashName | null): SignatureScheme {
  const [oidElement, parameters] = sequence(algorithm);
  const oid = oidOf(oidElement);
  const hash = rsaWith[oid] ?? ecdsaWith[oid] ?? digest;
  if (oid === ed25519) return { name: 'Ed25519' };
  if (oid === rsaPss) {
    refuseShortKey(spki);
    return pssScheme(parameters);
  }
  if (hash === null || hash === 'SHA-1') throw new UnknownAlgorithm(because('unknown-algorithm', { name: oid }));
  if (oid === rsaEncryption || oid in rsaWith) {
    refuseShortKey(spki);
    return { name: 'RSASSA-PKCS1-v1_5', hash };
  }
  if (oid === ecPublicKey || oid in ecdsaWith) return { name: 'ECDSA', hash, namedCurve: curveOf(spki) };
  throw new UnknownAlgorithm(because('unknown-algorithm', { name: oid }));
}

/**
 * RFC 4055 §3.1: hash and salt length are parameters; the mask must use the same hash. DER leaves out what has its
 * default: SHA-1, which is not known here, and a salt of 20 octets.
 */
function pssScheme(parameters: Der | undefined): SignatureScheme {
  const fields = new Map(sequence(parameters).map((field) => [field.tag, childrenOf(field)[0]]));
  const [given, mask, salt] = [fields.get(0xa0), fields.get(0xa1), fields.get(0xa2)];
  const hash = given ? hashOf(given) : 'SHA-1';
  if (hash === 'SHA-1' || !mask || hashOf(sequence(mask)[1]) !== hash)
    throw new UnknownAlgorithm(because('unknown-pss'));
  return { name: 'RSA-PSS', hash, saltLength: salt ? smallInteger(salt) : 20 };
}

function curveOf(spki: Uint8Array): 'P-256' | 'P-384' | 'P-521' {
  const oid = oidOf(sequence(sequence(readDer(spki))[0])[1]);
  const curve = curves[oid];
  if (curve === undefined) throw new UnknownAlgorithm(because('unknown-curve', { id: oid }));
  return curve;
}

function refuseShortKey(spki: Uint8Array): void {
  const key = readDer(bitStringOctets(sequence(readDer(spki))[1]));
  const bits = integerHex(sequence(key)[0]).replace(/^0/, '').length * 4;
  if (bits < shortestRsa) throw new Error(because('der-rsa-short', { bits }));
}

/** ECDSA signatures stand in DER; WebCrypto takes r and s of fixed length, one after the other. */
export function ecdsaPair(signature: Uint8Array, size: number): Uint8Array {
  const pair = new Uint8Array(size * 2);
  sequence(readDer(signature)).forEach((element, at) => {
    const digits = integerHex(element);
    if (digits.startsWith('-') || digits.length > size * 2 || at > 1) throw new Error(because('der-no-ecdsa'));
    const octets = digits.padStart(size * 2, '0').match(/../g) ?? [];
    pair.set(
      octets.map((two) => Number.parseInt(two, 16)),
      at * size,
    );
  });
  return pair;
}

/** Whether two algorithm identifiers are the same, byte for byte. */
export function sameAlgorithm(a: Der | undefined, b: Der | undefined): boolean {
  return a !== undefined && b !== undefined && sameBytes(a.bytes, b.bytes);
}
