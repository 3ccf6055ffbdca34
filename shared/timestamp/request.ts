import { because } from '../cause.ts';
import { childrenOf, der, derNatural, derOid, readDer, sequence, tags, withDefiniteLengths } from './der.ts';
import { bitsOf, fromHex, smallInteger, derText } from './der-values.ts';
import { sha256Identifier } from './primitives.ts';

/**
 * A time-stamp request over a SHA-256 (RFC 3161 §2.4.1), asking for the service's certificate.
 *
 * @param digest 64 hexadecimal digits
 * @param nonce hexadecimal; what the answer must repeat
 * @param policy object identifier of the policy that is asked for, or null for the service's own
 */
export function timeStampRequest(digest: string, nonce: string, policy: string | null): Uint8Array {
  return der(
    tags.sequence,
    der(tags.integer, Uint8Array.of(1)),
    der(tags.sequence, sha256Identifier(), der(tags.octetString, fromHex(digest))),
    ...(policy === null ? [] : [derOid(policy)]),
    derNatural(fromHex(nonce)),
    der(tags.boolean, Uint8Array.of(0xff)),
  );
}

/** What a service answered: the token in it, or its refusal in its own words. */
export type TimeStampAnswer = Readonly<{ token: Uint8Array }> | Readonly<{ refused: string }>;

const failures: Readonly<Record<number, string>> = {
  0: 'badAlg',
  2: 'badRequest',
  5: 'badDataFormat',
  14: 'timeNotAvailable',
  15: 'unacceptedPolicy',
  16: 'unacceptedExtension',
  17: 'addInfoNotAvailable',
  25: 'systemFailure',
};

/** Reads a TimeStampResp (RFC 3161 §2.4.2). @throws {Error} where it is none */
export function readAnswer(bytes: Uint8Array): TimeStampAnswer {
  const [status, token, ...more] = sequence(readDer(withDefiniteLengths(bytes)));
  const [code, ...details] = sequence(status);
  const granted = [0, 1].includes(smallInteger(code)); // granted, grantedWithMods
  if (granted && token && more.length === 0) return { token: token.bytes };
  if (granted) throw new Error(because('der-granted-no-token'));
  const words = details.flatMap((detail) => {
    if (detail.tag === tags.sequence) return childrenOf(detail).map(derText);
    return detail.tag === tags.bitString ? [...bitsOf(detail)].map((bit) => failures[bit] ?? `failure ${bit}`) : [];
  });
  return { refused: words.join(', ') || `status ${smallInteger(code)}` };
}
