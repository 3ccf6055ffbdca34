import { because } from '../cause.ts';
import type { Der } from './der.ts';
import { childrenOf, expectTag, readDer, sequence, tags } from './der.ts';
import {
  bitsOf,
  bitStringOctets,
  booleanOf,
  integerHex,
  oidOf,
  sameBytes,
  smallInteger,
  derText,
  timeOf,
} from './der-values.ts';
import { sameAlgorithm } from './primitives.ts';

/** An X.509 certificate (RFC 5280 §4.1) as far as a time stamp's verifier looks at it. Times in ms since 1970. */
export type Certificate = Readonly<{
  bytes: Uint8Array;
  /** What its issuer signed. */
  tbs: Uint8Array;
  serial: string;
  issuer: Uint8Array;
  subject: Uint8Array;
  /** `C=CN, O=…, CN=…` for people. */
  subjectText: string;
  notBefore: number;
  notAfter: number;
  spki: Uint8Array;
  signatureAlgorithm: Der;
  signature: Uint8Array;
  extensions: ReadonlyMap<string, Readonly<{ critical: boolean; value: Uint8Array }>>;
}>;

export const extensionIds = {
  keyUsage: '2.5.29.15',
  subjectKeyIdentifier: '2.5.29.14',
  subjectAltName: '2.5.29.17',
  basicConstraints: '2.5.29.19',
  crlDistributionPoints: '2.5.29.31',
  certificatePolicies: '2.5.29.32',
  extKeyUsage: '2.5.29.37',
  authorityInfoAccess: '1.3.6.1.5.5.7.1.1',
} as const;

/** @throws {Error} where the bytes are no certificate in DER */
export function readCertificate(bytes: Uint8Array): Certificate {
  const [tbs, signatureAlgorithm, signature, ...more] = sequence(readDer(bytes));
  if (!tbs || !signatureAlgorithm || more.length > 0) throw new Error(because('der-no-certificate'));
  const fields = [...sequence(tbs)];
  const version = fields[0]?.tag === 0xa0 ? smallInteger(childrenOf(fields.shift() as Der)[0]) : 0; // seen on this line
  const [serial, inner, issuer, validity, subject, spki, ...rest] = fields;
  if (!issuer || !subject || !spki || !sameAlgorithm(inner, signatureAlgorithm))
    throw new Error(because('der-no-certificate'));
  const [notBefore, notAfter] = sequence(validity);
  const extensionField = rest.find(({ tag }) => tag === 0xa3);
  if (extensionField && version !== 2) throw new Error(because('der-extensions-version'));
  return {
    bytes,
    tbs: tbs.bytes,
    serial: integerHex(serial),
    issuer: issuer.bytes,
    subject: subject.bytes,
    subjectText: nameText(subject),
    notBefore: timeOf(notBefore),
    notAfter: timeOf(notAfter),
    spki: spki.bytes,
    signatureAlgorithm,
    signature: bitStringOctets(signature),
    extensions: readExtensions(extensionField && childrenOf(extensionField)[0]),
  };
}

/** Extensions by their id. @throws {Error} where one stands twice (RFC 5280 §4.2) */
export function readExtensions(list: Der | undefined): Certificate['extensions'] {
  const extensions = new Map<string, { critical: boolean; value: Uint8Array }>();
  for (const one of list ? sequence(list) : []) {
    const [id, second, third] = sequence(one);
    const critical = second?.tag === tags.boolean && booleanOf(second);
    const value = expectTag(third ?? second, tags.octetString);
    if (extensions.has(oidOf(id))) throw new Error(because('der-extension-twice'));
    extensions.set(oidOf(id), { critical, value: value.body });
  }
  return extensions;
}

/** Ids in the extended key usage, or null where there is none. */
export function extendedUses(certificate: Certificate): readonly string[] | null {
  const found = certificate.extensions.get(extensionIds.extKeyUsage);
  return found ? sequence(readDer(found.value)).map(oidOf) : null;
}

/** Numbers of the key usage bits (0 digitalSignature, 1 nonRepudiation, 5 keyCertSign, 6 cRLSign), or null. */
export function keyUses(certificate: Certificate): ReadonlySet<number> | null {
  const found = certificate.extensions.get(extensionIds.keyUsage);
  return found ? bitsOf(readDer(found.value)) : null;
}

/** Whether it may issue, and how many issuers may follow below it (null: no bound). */
export function issuerRights(certificate: Certificate): Readonly<{ ca: boolean; pathLength: number | null }> {
  const found = certificate.extensions.get(extensionIds.basicConstraints);
  const [ca, length] = found ? sequence(readDer(found.value)) : [];
  const mayIssue = ca?.tag === tags.boolean && booleanOf(ca);
  return { ca: mayIssue, pathLength: length ? smallInteger(length) : null };
}

/** The subject key identifier, where there is one. */
export function subjectKeyId(certificate: Certificate): Uint8Array | null {
  const found = certificate.extensions.get(extensionIds.subjectKeyIdentifier);
  return found ? expectTag(readDer(found.value), tags.octetString).body : null;
}

export function sameCertificate(a: Certificate, b: Certificate): boolean {
  return sameBytes(a.bytes, b.bytes);
}

const shortNames: Readonly<Record<string, string>> = {
  '2.5.4.3': 'CN',
  '2.5.4.6': 'C',
  '2.5.4.7': 'L',
  '2.5.4.8': 'ST',
  '2.5.4.10': 'O',
  '2.5.4.11': 'OU',
};

/** A distinguished name as text, in its own order: the same name in another string type reads the same. */
export function nameText(name: Der): string {
  return sequence(name)
    .flatMap((set) => childrenOf(expectTag(set, tags.set)))
    .map((pair) => {
      const [id, value] = sequence(pair);
      return `${shortNames[oidOf(id)] ?? oidOf(id)}=${value ? derText(value) : ''}`;
    })
    .join(', ');
}
