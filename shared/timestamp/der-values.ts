import { because } from '../cause.ts';
import { expectTag, tags, type Der } from './der.ts';

/** `1.2.840.113549.1.7.2`. @throws {Error} where it is no object identifier */
export function oidOf(element: Der | undefined): string {
  const { body } = expectTag(element, tags.oid);
  const arcs: bigint[] = [];
  let arc = 0n;
  body.forEach((octet, at) => {
    if (arc === 0n && octet === 0x80) throw new Error(because('der-oid-form'));
    arc = (arc << 7n) | BigInt(octet & 0x7f);
    if (octet < 0x80) {
      arcs.push(arc);
      arc = 0n;
    } else if (at === body.length - 1) throw new Error(because('der-oid-cut'));
  });
  const [first = 0n, ...rest] = arcs;
  const top = first < 80n ? first / 40n : 2n;
  return [top, first - top * 40n, ...rest].join('.');
}

/** The octets of an INTEGER in hexadecimal, without the sign's octet. @throws {Error} where it is not in shortest form */
export function integerHex(element: Der | undefined): string {
  const { body } = expectTag(element, tags.integer);
  const [first, second] = body;
  if (first === undefined) throw new Error(because('der-integer-empty'));
  const padded = (first === 0 && second !== undefined && second < 0x80) || (first === 0xff && (second ?? 0) >= 0x80);
  if (padded) throw new Error(because('der-integer-form'));
  const digits = hex(first === 0 && second !== undefined ? body.subarray(1) : body);
  return first >= 0x80 ? `-${digits}` : digits;
}

/** A small INTEGER. */
export function smallInteger(element: Der | undefined): number {
  const digits = integerHex(element);
  if (digits.startsWith('-') || digits.length > 8) throw new Error(because('der-small-number'));
  return Number.parseInt(digits, 16);
}

/** DER writes true as 0xff only. */
export function booleanOf(element: Der | undefined): boolean {
  const { body } = expectTag(element, tags.boolean);
  if (body.length !== 1 || (body[0] !== 0 && body[0] !== 0xff)) throw new Error(because('der-boolean'));
  return body[0] === 0xff;
}

/** The bits of a BIT STRING that is whole octets: a signature, a key. */
export function bitStringOctets(element: Der | undefined): Uint8Array {
  const { body } = expectTag(element, tags.bitString);
  if (body[0] !== 0) throw new Error(because('der-bit-string'));
  return body.subarray(1);
}

/** Numbers of the bits that are set: `keyUsage`. */
export function bitsOf(element: Der | undefined): ReadonlySet<number> {
  const { body } = expectTag(element, tags.bitString);
  const set = new Set<number>();
  body.subarray(1).forEach((octet, at) => {
    for (let bit = 0; bit < 8; bit++) if (octet & (0x80 >> bit)) set.add(at * 8 + bit);
  });
  return set;
}

/**
 * Milliseconds since 1970 of a UTCTime or GeneralizedTime in UTC with seconds, as RFC 5280 §4.1.2.5 and RFC 3161 §2.4.2
 * demand. Fractions below a millisecond are cut off.
 */
export function timeOf(element: Der | undefined): number {
  if (element?.tag !== tags.utcTime && element?.tag !== tags.generalizedTime)
    throw new Error(because('der-time-missing'));
  const text = ascii(element.body);
  const form =
    element.tag === tags.utcTime
      ? /^(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})()Z$/
      : /^(\d{4})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})(\.\d*[1-9])?Z$/;
  const [, year = '', month = '', day = '', hour = '', minute = '', second = '', fraction = ''] = form.exec(text) ?? [];
  const full = year.length === 2 ? (Number(year) < 50 ? `20${year}` : `19${year}`) : year;
  const iso = `${full}-${month}-${day}T${hour}:${minute}:${second}.${fraction.slice(1, 4).padEnd(3, '0')}Z`;
  const at = Date.parse(iso);
  if (Number.isNaN(at) || new Date(at).toISOString() !== iso)
    throw new Error(because('der-time', { words: text.slice(0, 40) }));
  return at;
}

export function ascii(bytes: Uint8Array): string {
  return Array.from(bytes, (octet) => String.fromCharCode(octet)).join('');
}

export function hex(bytes: Uint8Array): string {
  return Array.from(bytes, (octet) => octet.toString(16).padStart(2, '0')).join('');
}

export function fromHex(digits: string): Uint8Array {
  return Uint8Array.from(digits.match(/../g) ?? [], (two) => Number.parseInt(two, 16));
}

export function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((octet, at) => octet === b[at]);
}

/** Text of a directory string or GeneralName: UTF-8, BMP (UTF-16), or one octet a character. */
export function derText({ tag, body }: Der): string {
  if (tag === 0x1e) {
    return Array.from({ length: Math.floor(body.length / 2) }, (_, at) =>
      String.fromCharCode((body[at * 2] ?? 0) * 256 + (body[at * 2 + 1] ?? 0)),
    ).join('');
  }
  if (tag !== 0x0c) return ascii(body);
  try {
    return decodeURIComponent(Array.from(body, (octet) => `%${octet.toString(16).padStart(2, '0')}`).join(''));
  } catch {
    return ascii(body); // not UTF-8 after all: shown as it stands, octet by octet
  }
}
