import { because } from '../cause.ts';
/**
 * Strict DER (X.690), as much as RFC 3161, RFC 5652 and RFC 5280 need. Lengths are the shortest possible, nothing
 * follows an element, and what is not needed (high tag numbers) is refused: a token has one spelling or none.
 */
export type Der = Readonly<{
  /** The first octet: class, constructed bit and number together (0x30 is SEQUENCE, 0xa0 is [0]). */
  tag: number;
  /** The whole element as it stands, header included. */
  bytes: Uint8Array;
  body: Uint8Array;
}>;

export const tags = {
  boolean: 0x01,
  integer: 0x02,
  bitString: 0x03,
  octetString: 0x04,
  null: 0x05,
  oid: 0x06,
  enumerated: 0x0a,
  utcTime: 0x17,
  generalizedTime: 0x18,
  sequence: 0x30,
  set: 0x31,
} as const;

const deepest = 40;

/** One element that fills the bytes exactly. @throws {Error} where it is no DER, or something follows it */
export function readDer(bytes: Uint8Array): Der {
  const element = elementAt(bytes, 0);
  if (element.bytes.length !== bytes.length)
    throw new Error(because('der-bytes-follow', { count: bytes.length - element.bytes.length }));
  return element;
}

/** The element that the bytes begin with; anything may follow it. @throws {Error} where it is no DER */
export function firstDer(bytes: Uint8Array): Der {
  return elementAt(bytes, 0);
}

/** The elements inside a constructed one, in order. @throws {Error} where the inside is no DER */
export function childrenOf({ tag, body }: Der): readonly Der[] {
  if ((tag & 0x20) === 0) throw new Error(because('der-no-elements', { tag: tag.toString(16) }));
  const children: Der[] = [];
  for (let at = 0; at < body.length;) {
    const child = elementAt(body, at);
    children.push(child);
    at += child.bytes.length;
  }
  return children;
}

/** The elements of a SEQUENCE. @throws {Error} for anything else */
export function sequence(der: Der | undefined): readonly Der[] {
  return childrenOf(expectTag(der, tags.sequence));
}

/** The same element. @throws {Error} where it is missing or has another tag */
export function expectTag(der: Der | undefined, tag: number): Der {
  if (der?.tag !== tag)
    throw new Error(because('der-tag', { tag: tag.toString(16), found: der?.tag.toString(16) ?? '–' }));
  return der;
}

function elementAt(bytes: Uint8Array, at: number): Der {
  const { tag, header, length } = headAt(bytes, at);
  if (length === null) throw new Error(because('der-indefinite'));
  if (at + header + length > bytes.length) throw new Error(because('der-cut'));
  return {
    tag,
    bytes: bytes.subarray(at, at + header + length),
    body: bytes.subarray(at + header, at + header + length),
  };
}

/** Tag, length of the header, and length of the content; null where it ends with an end-of-contents mark (BER). */
function headAt(bytes: Uint8Array, at: number): { tag: number; header: number; length: number | null } {
  const tag = bytes[at];
  const first = bytes[at + 1];
  if (tag === undefined || first === undefined) throw new Error(because('der-cut'));
  if ((tag & 0x1f) === 0x1f) throw new Error(because('der-high-tag'));
  if (first < 0x80) return { tag, header: 2, length: first };
  if (first === 0x80) return { tag, header: 2, length: null };
  const octets = first & 0x7f;
  if (octets > 4) throw new Error(because('der-too-long'));
  let length = 0;
  for (let n = 0; n < octets; n++) {
    const octet = bytes[at + 2 + n];
    if (octet === undefined) throw new Error(because('der-cut'));
    length = length * 256 + octet;
  }
  if (length < 0x80 || length < 256 ** (octets - 1)) throw new Error(because('der-length-form'));
  return { tag, header: 2 + octets, length };
}

/**
 * Rewrites BER with indefinite lengths as definite ones, and octet strings in pieces as one: some services wrap their
 * (DER) token so. Bytes that are DER already come out as they went in.
 * @throws {Error} where it is no such BER, or something follows it
 */
export function withDefiniteLengths(bytes: Uint8Array): Uint8Array {
  const { out, end } = definite(bytes, 0, 0);
  if (end !== bytes.length) throw new Error(because('der-bytes-follow', { count: bytes.length - end }));
  return out;
}

function definite(bytes: Uint8Array, at: number, depth: number): { out: Uint8Array; end: number } {
  if (depth > deepest) throw new Error(because('der-too-deep'));
  const { tag, header, length } = headAt(bytes, at);
  if ((tag & 0x20) === 0) {
    const whole = elementAt(bytes, at).bytes;
    return { out: whole, end: at + whole.length };
  }
  const inside: Uint8Array[] = [];
  let here = at + header;
  const end = length === null ? bytes.length : here + length;
  if (end > bytes.length) throw new Error(because('der-cut'));
  for (;;) {
    if (length !== null && here === end) break;
    if (here >= end) throw new Error(because('der-cut'));
    if (length === null && bytes[here] === 0 && bytes[here + 1] === 0) {
      here += 2;
      break;
    }
    const child = definite(bytes, here, depth + 1);
    inside.push(child.out);
    here = child.end;
  }
  if (tag === 0x24) return { out: der(tags.octetString, ...inside.map((one) => readDer(one).body)), end: here };
  return { out: der(tag, ...inside), end: here };
}

/** Writes an element. */
export function der(tag: number, ...parts: readonly Uint8Array[]): Uint8Array {
  const length = parts.reduce((sum, part) => sum + part.length, 0);
  const octets: number[] = [];
  for (let rest = length; rest > 0; rest = Math.floor(rest / 256)) octets.unshift(rest % 256);
  const head = length < 0x80 ? [tag, length] : [tag, 0x80 | octets.length, ...octets];
  const bytes = new Uint8Array(head.length + length);
  bytes.set(head);
  let at = head.length;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

/** An INTEGER that is not negative, from its big-endian octets. */
export function derNatural(octets: Uint8Array): Uint8Array {
  const first = octets.findIndex((octet) => octet !== 0);
  const shortest = first === -1 ? Uint8Array.of(0) : octets.subarray(first);
  return (shortest[0] ?? 0) >= 0x80 ? der(tags.integer, Uint8Array.of(0), shortest) : der(tags.integer, shortest);
}

/** `1.2.840.113549.1.7.2` as an OBJECT IDENTIFIER. */
export function derOid(dotted: string): Uint8Array {
  const [a = 0, b = 0, ...rest] = dotted.split('.').map(Number);
  const octets = [a * 40 + b, ...rest].flatMap((arc) => {
    const groups = [arc % 128];
    for (let left = Math.floor(arc / 128); left > 0; left = Math.floor(left / 128)) groups.unshift(0x80 | (left % 128));
    return groups;
  });
  return der(tags.oid, Uint8Array.from(octets));
}
