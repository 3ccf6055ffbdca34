import { because } from '../cause.ts';
import { tags } from './der.ts';
import { ascii } from './der-values.ts';

/** PEM, DER, or several certificates in one PEM file → each one's DER. @throws {Error} where there is none */
export function certificatesIn(bytes: Uint8Array): readonly Uint8Array[] {
  const text = bytes[0] === tags.sequence ? '' : ascii(bytes);
  if (text === '') return [bytes];
  const blocks = [...text.matchAll(/-----BEGIN (?:TRUSTED |X509 )?CERTIFICATE-----([^-]+)-----END/g)];
  if (blocks.length === 0) throw new Error(because('pem-no-certificate'));
  return blocks.map(([, body = '']) => fromBase64(body));
}

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** Base64 (RFC 4648 §4), white space left out. @throws {Error} for anything else */
export function fromBase64(text: string): Uint8Array {
  const clean = text.replace(/\s/g, '').replace(/={1,2}$/, '');
  const octets: number[] = [];
  let bits = 0;
  let value = 0;
  for (const character of clean) {
    const digit = alphabet.indexOf(character);
    if (digit < 0) throw new Error(because('not-base64'));
    value = ((value << 6) | digit) & 0xffffff;
    bits += 6;
    if (bits >= 8) {
      bits -= 8;
      octets.push((value >> bits) & 0xff);
    }
  }
  return Uint8Array.from(octets);
}
