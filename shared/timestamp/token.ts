import { nameText, readCertificate, readExtensions, type Certificate } from './certificate.ts';
import { childrenOf, der, expectTag, readDer, sequence, tags, withDefiniteLengths, type Der } from './der.ts';
import { hex, integerHex, oidOf, smallInteger, textOf, timeOf } from './der-values.ts';
import { hashOf, hashOfOid, sm3Oid, type HashName } from './primitives.ts';

/** What a time-stamp authority says (RFC 3161 §2.4.2, TSTInfo). */
export type StampInfo = Readonly<{
  policy: string;
  /** Digest that was stamped, and its algorithm: a `HashName`, `SM3`, which WebCrypto lacks, or any other's id. */
  imprint: Readonly<{ hash: string; digest: string }>;
  serial: string;
  /** ms since 1970 */
  genTime: number;
  /** ms either way, where the authority says so. */
  accuracy: number | null;
  nonce: string | null;
  /** The name that the authority gives itself inside the stamp: a hint, compared with its certificate. */
  tsa: Readonly<{ kind: number; text: string }> | null;
}>;

/** A time-stamp token taken apart; nothing is verified yet. */
export type Token = Readonly<{
  info: StampInfo;
  /** DER of the TSTInfo: what the message digest is over. */
  content: Uint8Array;
  certificates: readonly Certificate[];
  signer: Readonly<{
    /** By issuer and serial, or by subject key identifier. */
    id: Readonly<{ issuer: Uint8Array; serial: string }> | Readonly<{ keyId: Uint8Array }>;
    digest: HashName;
    signatureAlgorithm: Der;
    signature: Uint8Array;
    /** The attributes as SET OF in DER: what is signed (RFC 5652 §5.4). */
    signedBytes: Uint8Array;
    attributes: ReadonlyMap<string, Der>;
  }>;
}>;

const signedDataId = '1.2.840.113549.1.7.2';
export const stampInfoId = '1.2.840.113549.1.9.16.1.4';
/** A token is some 3 KB, with a long chain 10 KB. */
export const longestToken = 256 << 10;

/**
 * Takes a token apart, strictly: a CMS SignedData (RFC 5652) over a TSTInfo, one signer, signed attributes, nothing
 * before or behind. The outer structure may be BER with indefinite lengths; what is signed must be DER.
 *
 * @throws {Error} saying what is not as the standards have it
 */
export function readToken(bytes: Uint8Array): Token {
  if (bytes.length > longestToken) throw new Error(`longer than ${longestToken} bytes`);
  const [type, explicit, ...more] = sequence(readDer(withDefiniteLengths(bytes)));
  if (oidOf(type) !== signedDataId || more.length > 0) throw new Error('no signed data');
  const [data, ...beside] = childrenOf(expectTag(explicit, 0xa0));
  if (beside.length > 0) throw new Error('no signed data');
  const [version, digests, encapsulated, ...rest] = sequence(data);
  smallInteger(version);
  childrenOf(expectTag(digests, tags.set));
  const [contentType, contentField] = sequence(encapsulated);
  if (oidOf(contentType) !== stampInfoId) throw new Error('no time stamp inside');
  const content = expectTag(childrenOf(expectTag(contentField, 0xa0))[0], tags.octetString).body;
  const certificates = rest.find(({ tag }) => tag === 0xa0);
  const signers = childrenOf(expectTag(rest.at(-1), tags.set));
  const [signer, second] = signers;
  if (!signer || second) throw new Error(`${signers.length} signers, not one`);
  return {
    info: readStampInfo(content),
    content,
    certificates: (certificates ? childrenOf(certificates) : [])
      .filter(({ tag }) => tag === tags.sequence) // other choices of CertificateSet are no X.509 certificates
      .map((one) => readCertificate(one.bytes)),
    signer: readSigner(signer),
  };
}

function readSigner(element: Der): Token['signer'] {
  const [version, id, digest, attributes, signatureAlgorithm, signature] = sequence(element);
  smallInteger(version);
  if (!id || !signatureAlgorithm || attributes?.tag !== 0xa0) throw new Error('the signer signs no attributes');
  const list = childrenOf(attributes);
  const byId = new Map<string, Der>();
  for (const attribute of list) {
    const [type, values] = sequence(attribute);
    const [value, ...others] = childrenOf(expectTag(values, tags.set));
    if (!value || others.length > 0 || byId.has(oidOf(type))) throw new Error('an attribute has not one value');
    byId.set(oidOf(type), value);
  }
  const sorted = list.map(({ bytes }) => bytes).sort((a, b) => (hex(a) < hex(b) ? -1 : 1)); // DER: SET OF by its octets
  return {
    id: readSignerId(id),
    digest: hashOf(digest),
    signatureAlgorithm,
    signature: expectTag(signature, tags.octetString).body,
    signedBytes: der(tags.set, ...sorted),
    attributes: byId,
  };
}

function readSignerId(id: Der): Token['signer']['id'] {
  if (id.tag === 0x80) return { keyId: id.body };
  const [issuer, serial] = sequence(id);
  if (!issuer) throw new Error('the signer is not named');
  return { issuer: issuer.bytes, serial: integerHex(serial) };
}

function readStampInfo(bytes: Uint8Array): StampInfo {
  const [version, policy, imprint, serial, genTime, ...rest] = sequence(readDer(bytes));
  if (smallInteger(version) !== 1) throw new Error('a time stamp of another version');
  const [algorithm, digest] = sequence(imprint);
  const hash = oidOf(sequence(algorithm)[0]);
  if (genTime?.tag !== tags.generalizedTime) throw new Error('the time is no GeneralizedTime');
  const optional = new Map(rest.map((one) => [one.tag, one]));
  if (optional.size !== rest.length) throw new Error('a field stands twice');
  const extensions = optional.get(0xa1);
  if (extensions && hasCritical(extensions)) throw new Error('a critical extension that is not known here');
  const tsa = optional.get(0xa0);
  const accuracy = optional.get(tags.sequence);
  const nonce = optional.get(tags.integer);
  return {
    policy: oidOf(policy),
    imprint: {
      hash: hash === sm3Oid ? 'SM3' : (hashOfOid(hash) ?? hash),
      digest: hex(expectTag(digest, tags.octetString).body),
    },
    serial: integerHex(serial),
    genTime: timeOf(genTime),
    accuracy: accuracy ? accuracyOf(accuracy) : null,
    nonce: nonce ? integerHex(nonce) : null,
    tsa: tsa ? generalName(childrenOf(tsa)[0]) : null,
  };
}

function hasCritical(field: Der): boolean {
  const list = readExtensions({ ...field, tag: tags.sequence });
  return [...list.values()].some(({ critical }) => critical);
}

/** Accuracy ::= SEQUENCE { seconds INTEGER?, millis [0]?, micros [1]? } in ms, rounded up. */
function accuracyOf(element: Der): number {
  let milliseconds = 0;
  for (const field of sequence(element)) {
    const number = smallInteger({ ...field, tag: tags.integer });
    milliseconds += field.tag === tags.integer ? number * 1_000 : field.tag === 0x80 ? number : number / 1_000;
  }
  return Math.ceil(milliseconds);
}

function generalName(name: Der | undefined): StampInfo['tsa'] {
  if (!name) throw new Error('an empty name');
  const [inner] = name.tag === 0xa4 ? childrenOf(name) : [];
  return { kind: name.tag, text: inner ? nameText(inner) : name.tag === 0xa4 ? '' : textOf({ ...name, tag: 0x16 }) };
}
