import { because } from '../cause.ts';
import { readCertificate, subjectKeyId, type Certificate } from './certificate.ts';
import { childrenOf, der, expectTag, readDer, sequence, tags, type Der } from './der.ts';
import { hex, integerHex, oidOf, sameBytes, smallInteger } from './der-values.ts';
import { hashOf, type HashName, type Primitives } from './primitives.ts';

/** A CMS SignedData (RFC 5652) with one signer and signed attributes, taken apart; nothing is verified yet. */
export type SignedData = Readonly<{
  contentType: string;
  /** Null where the signature is detached. */
  content: Uint8Array | null;
  certificates: readonly Certificate[];
  signer: SignerInfo;
}>;

export type SignerInfo = Readonly<{
  /** By issuer and serial, or by subject key identifier. */
  id: Readonly<{ issuer: Uint8Array; serial: string }> | Readonly<{ keyId: Uint8Array }>;
  digest: HashName;
  signatureAlgorithm: Der;
  signature: Uint8Array;
  /** The attributes as SET OF in DER: what is signed (RFC 5652 §5.4). */
  signedBytes: Uint8Array;
  attributes: ReadonlyMap<string, Der>;
  /** What was added after the signature, such as a time stamp over it. */
  unsigned: ReadonlyMap<string, Der>;
}>;

export const signedDataId = '1.2.840.113549.1.7.2';
export const attributeIds = {
  contentType: '1.2.840.113549.1.9.3',
  messageDigest: '1.2.840.113549.1.9.4',
  signingCertificate: '1.2.840.113549.1.9.16.2.12',
  signingCertificateV2: '1.2.840.113549.1.9.16.2.47',
} as const;

/**
 * Takes signed data apart, strictly: one signer, signed attributes, nothing before or behind.
 * @throws {Error} saying what is not as the standards have it
 */
export function readSignedData(bytes: Uint8Array): SignedData {
  const [type, explicit, ...more] = sequence(readDer(bytes));
  if (oidOf(type) !== signedDataId || more.length > 0) throw new Error(because('der-no-signed-data'));
  const [data, ...beside] = childrenOf(expectTag(explicit, 0xa0));
  if (beside.length > 0) throw new Error(because('der-no-signed-data'));
  const [version, digests, encapsulated, ...rest] = sequence(data);
  smallInteger(version);
  childrenOf(expectTag(digests, tags.set));
  const [contentType, contentField] = sequence(encapsulated);
  const certificates = rest.find(({ tag }) => tag === 0xa0);
  const signers = childrenOf(expectTag(rest.at(-1), tags.set));
  const [signer, second] = signers;
  if (!signer || second) throw new Error(because('der-signers', { count: signers.length }));
  return {
    contentType: oidOf(contentType),
    content: contentField ? expectTag(childrenOf(expectTag(contentField, 0xa0))[0], tags.octetString).body : null,
    certificates: (certificates ? childrenOf(certificates) : [])
      .filter(({ tag }) => tag === tags.sequence) // other choices of CertificateSet are no X.509 certificates
      .map((one) => readCertificate(one.bytes)),
    signer: readSigner(signer),
  };
}

function readSigner(element: Der): SignerInfo {
  const [version, id, digest, attributes, signatureAlgorithm, signature, unsigned] = sequence(element);
  smallInteger(version);
  if (!id || !signatureAlgorithm || attributes?.tag !== 0xa0) throw new Error(because('der-no-attributes'));
  const list = childrenOf(attributes);
  const sorted = list.map(({ bytes }) => bytes).sort((a, b) => (hex(a) < hex(b) ? -1 : 1)); // DER: SET OF by its octets
  return {
    id: readSignerId(id),
    digest: hashOf(digest),
    signatureAlgorithm,
    signature: expectTag(signature, tags.octetString).body,
    signedBytes: der(tags.set, ...sorted),
    attributes: attributesOf(list),
    unsigned: unsignedOf(unsigned?.tag === 0xa1 ? childrenOf(unsigned) : []),
  };
}

function readSignerId(id: Der): SignerInfo['id'] {
  if (id.tag === 0x80) return { keyId: id.body };
  const [issuer, serial] = sequence(id);
  if (!issuer) throw new Error(because('der-signer-unnamed'));
  return { issuer: issuer.bytes, serial: integerHex(serial) };
}

/** What was added unsigned; an attribute of several values is none that this program reads. */
function unsignedOf(list: readonly Der[]): ReadonlyMap<string, Der> {
  return new Map(
    list.flatMap((attribute) => {
      const [type, values] = sequence(attribute);
      const [value, ...others] = childrenOf(expectTag(values, tags.set));
      return value && others.length === 0 ? [[oidOf(type), value] as const] : [];
    }),
  );
}

/** Attributes by their id, each with its one value. */
function attributesOf(list: readonly Der[]): ReadonlyMap<string, Der> {
  const byId = new Map<string, Der>();
  for (const attribute of list) {
    const [type, values] = sequence(attribute);
    const [value, ...others] = childrenOf(expectTag(values, tags.set));
    if (!value || others.length > 0 || byId.has(oidOf(type))) throw new Error(because('der-attribute-values'));
    byId.set(oidOf(type), value);
  }
  return byId;
}

export function isIdentifiedBy(certificate: Certificate, id: SignerInfo['id']): boolean {
  if ('keyId' in id) {
    const own = subjectKeyId(certificate);
    return own !== null && sameBytes(own, id.keyId);
  }
  return certificate.serial === id.serial && sameBytes(certificate.issuer, id.issuer);
}

/**
 * Whether the signature itself names this certificate (ESSCertID, RFC 2634 §5.4, or ESSCertIDv2, RFC 5035 §4): without
 * it another certificate of the same key or name could be put in its place. Where both are there, both must fit.
 */
export async function namesCertificate(
  attributes: ReadonlyMap<string, Der>,
  certificate: Certificate,
  primitives: Primitives,
): Promise<boolean> {
  const given = [attributes.get(attributeIds.signingCertificate), attributes.get(attributeIds.signingCertificateV2)];
  const [first, second] = given;
  if (!first && !second) return false;
  const fits = async (attribute: Der | undefined, version: 1 | 2): Promise<boolean> => {
    if (!attribute) return true;
    const fields = [...sequence(sequence(sequence(attribute)[0])[0])];
    const algorithm = version === 2 && fields[0]?.tag === tags.sequence ? fields.shift() : undefined;
    const hash: HashName = version === 1 ? 'SHA-1' : algorithm ? hashOf(algorithm) : 'SHA-256';
    const [digest, issuerSerial] = fields;
    if (!sameBytes(expectTag(digest, tags.octetString).body, await primitives.digest(hash, certificate.bytes)))
      return false;
    return !issuerSerial || isIssuerSerial(issuerSerial, certificate);
  };
  return (await fits(first, 1)) && (await fits(second, 2));
}

function isIssuerSerial(element: Der, { issuer, serial }: Certificate): boolean {
  const [names, number] = sequence(element);
  const [name] = sequence(names);
  const [directory] = name?.tag === 0xa4 ? childrenOf(name) : [];
  return integerHex(number) === serial && directory !== undefined && sameBytes(directory.bytes, issuer);
}
