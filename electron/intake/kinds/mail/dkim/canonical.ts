import { createHash } from 'node:crypto';

export type Canonicalization = 'simple' | 'relaxed';

/** A header field as it is hashed, without its line break (RFC 6376 §3.4.1, §3.4.2). Latin-1 text, one character a byte. */
export function canonicalField(field: string, how: Canonicalization): string {
  if (how === 'simple') return field;
  const colon = field.indexOf(':');
  const value = field
    .slice(colon + 1)
    .replace(/\r\n/g, '')
    .replace(/[ \t]+/g, ' ')
    .replace(/^ | $/g, '');
  return `${field
    .slice(0, colon)
    .replace(/[ \t]+$/, '')
    .toLowerCase()}:${value}`;
}

const [tab, lf, cr, blank] = [9, 10, 13, 32];

/**
 * Hash of a body as it is signed (§3.4.3, §3.4.4), line by line: empty lines at the end do not count, `relaxed` takes runs
 * of white space as one blank and none at a line's end.
 *
 * @param length `l=`: octets of the canonical body that are signed; null: all
 * @returns base64, and how many octets the canonical body has
 */
export function bodyHash(
  body: Buffer,
  how: Canonicalization,
  length: number | null,
): Readonly<{ hash: string; octets: number }> {
  const sum = createHash('sha256');
  let octets = 0;
  const add = (bytes: Uint8Array) => {
    const left = length === null ? bytes.length : Math.max(0, Math.min(bytes.length, length - octets));
    if (left > 0) sum.update(bytes.subarray(0, left));
    octets += bytes.length;
  };
  let emptyLines = 0;
  for (let at = 0; at < body.length;) {
    const found = body.indexOf(lf, at);
    const ended = found !== -1 && body[found - 1] === cr && found > at;
    const end = found === -1 ? body.length : ended ? found - 1 : found;
    const line = how === 'simple' ? body.subarray(at, end) : relaxedLine(body.subarray(at, end));
    at = found === -1 ? body.length : found + 1;
    if (line.length === 0) {
      emptyLines += 1;
      continue;
    }
    for (; emptyLines > 0; emptyLines -= 1) add(crlf);
    add(line);
    add(crlf); // a last line without one gets it
  }
  if (octets === 0 && how === 'simple') add(crlf); // an empty body is one line break (§3.4.3), relaxed: nothing
  return { hash: sum.digest('base64'), octets };
}

const crlf = Buffer.from('\r\n');

function relaxedLine(line: Buffer): Buffer {
  let end = line.length;
  while (end > 0 && (line[end - 1] === blank || line[end - 1] === tab)) end -= 1;
  const out = Buffer.alloc(end);
  let to = 0;
  for (let at = 0; at < end; at += 1) {
    const white = line[at] === blank || line[at] === tab;
    if (white && to > 0 && out[to - 1] === blank && (line[at - 1] === blank || line[at - 1] === tab)) continue;
    out[to++] = white ? blank : (line[at] ?? 0);
  }
  return out.subarray(0, to);
}
