import { because } from '../cause.ts';
import type { Certificate } from '../timestamp/certificate.ts';
import { der, derOid, readDer, sequence, tags } from '../timestamp/der.ts';
import { hex } from '../timestamp/der-values.ts';
import { sha256Identifier } from '../timestamp/primitives.ts';
import { attributeIds, signedDataId } from '../timestamp/signed-data.ts';

/** Content type of what is signed: octets, whatever they are (RFC 5652 §4). */
export const dataId = '1.2.840.113549.1.7.1';
/** The time stamp over a signature, an unsigned attribute (RFC 3161 appendix A). */
export const signatureStampId = '1.2.840.113549.1.9.16.2.14';

export const rsaEncryption = '1.2.840.113549.1.1.1';

const seq = (...parts: readonly Uint8Array[]) => der(tags.sequence, ...parts);
const octets = (bytes: Uint8Array) => der(tags.octetString, bytes);
const attribute = (id: string, value: Uint8Array) => seq(derOid(id), der(tags.set, value));

/**
 * What a CAdES signature signs (EN 319 122-1 §5, as PAdES B-B of EN 319 142-1 §6.3 wants it): content type, digest of the
 * byte range, and the certificate by its hash (ESS signing-certificate-v2, RFC 5035). No signing time: PAdES has it in
 * the PDF.
 *
 * @param digest SHA-256 of what is signed
 * @param certificateDigest SHA-256 of the signer's certificate
 * @returns the attributes as SET OF in DER
 */
export function signedAttributes(digest: Uint8Array, certificateDigest: Uint8Array): Uint8Array {
  const attributes = [
    attribute(attributeIds.contentType, derOid(dataId)),
    attribute(attributeIds.messageDigest, octets(digest)),
    attribute(attributeIds.signingCertificateV2, seq(seq(seq(octets(certificateDigest))))),
  ];
  return der(tags.set, ...attributes.sort((a, b) => (hex(a) < hex(b) ? -1 : 1))); // DER: SET OF by its octets
}

export type Signed = Readonly<{
  /** As SET OF. */
  attributes: Uint8Array;
  signature: Uint8Array;
  signer: Certificate;
  /** More certificates of the signer's chain. */
  chain: readonly Certificate[];
  key: 'rsa' | 'ec';
  /** A time-stamp token over the signature, where there is one. */
  token: Uint8Array | null;
}>;

/** The detached signature, a CMS SignedData (RFC 5652) in DER. */
export function signedData({ attributes, signature, signer, chain, key, token }: Signed): Uint8Array {
  const algorithm = key === 'rsa' ? seq(derOid(rsaEncryption), der(tags.null)) : seq(derOid('1.2.840.10045.4.3.2'));
  const info = seq(
    der(tags.integer, Uint8Array.of(1)),
    seq(signer.issuer, serialOf(signer)),
    sha256Identifier(),
    der(0xa0, readDer(attributes).body), // [0] IMPLICIT in the structure, SET OF where it is signed (RFC 5652 §5.4)
    algorithm,
    octets(signature),
    ...(token === null ? [] : [der(0xa1, attribute(signatureStampId, token))]),
  );
  const data = seq(
    der(tags.integer, Uint8Array.of(1)),
    der(tags.set, sha256Identifier()),
    seq(derOid(dataId)),
    der(0xa0, ...[signer, ...chain].map(({ bytes }) => bytes).sort((a, b) => (hex(a) < hex(b) ? -1 : 1))),
    der(tags.set, info),
  );
  return seq(derOid(signedDataId), der(0xa0, data));
}

/** The serial number as the certificate itself writes it. */
function serialOf({ tbs }: Certificate): Uint8Array {
  const [first, second] = sequence(readDer(tbs));
  const serial = first?.tag === 0xa0 ? second : first;
  if (!serial) throw new Error(because('der-no-certificate'));
  return serial.bytes;
}
