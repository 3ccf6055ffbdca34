import { because } from '../cause.ts';
import { nameText, readExtensions, type Certificate } from './certificate.ts';
import { childrenOf, expectTag, readDer, sequence, tags, withDefiniteLengths, type Der } from './der.ts';
import { hex, integerHex, oidOf, smallInteger, derText, timeOf } from './der-values.ts';
import { hashOfOid, sm3Oid } from './primitives.ts';
import { readSignedData, type SignerInfo } from './signed-data.ts';

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
  signer: SignerInfo;
}>;

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
  if (bytes.length > longestToken) throw new Error(because('longer-than', { most: longestToken }));
  const { contentType, content, certificates, signer } = readSignedData(withDefiniteLengths(bytes));
  if (contentType !== stampInfoId || !content) throw new Error(because('der-no-stamp'));
  return { info: readStampInfo(content), content, certificates, signer };
}

function readStampInfo(bytes: Uint8Array): StampInfo {
  const [version, policy, imprint, serial, genTime, ...rest] = sequence(readDer(bytes));
  if (smallInteger(version) !== 1) throw new Error(because('der-stamp-version'));
  const [algorithm, digest] = sequence(imprint);
  const hash = oidOf(sequence(algorithm)[0]);
  if (genTime?.tag !== tags.generalizedTime) throw new Error(because('der-generalized'));
  const optional = new Map(rest.map((one) => [one.tag, one]));
  if (optional.size !== rest.length) throw new Error(because('der-field-twice'));
  const extensions = optional.get(0xa1);
  if (extensions && hasCritical(extensions)) throw new Error(because('der-critical'));
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
  if (!name) throw new Error(because('der-name-empty'));
  const [inner] = name.tag === 0xa4 ? childrenOf(name) : [];
  return { kind: name.tag, text: inner ? nameText(inner) : name.tag === 0xa4 ? '' : derText({ ...name, tag: 0x16 }) };
}
