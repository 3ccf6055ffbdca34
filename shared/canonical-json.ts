/** What a record may hold: strings, booleans, null, whole numbers below 2^53, lists and objects of these. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json | undefined };

/**
 * The canonical JSON text of a value, by RFC 8785 (JSON Canonicalization Scheme), narrowed to whole numbers so that no
 * two programs can print a number differently. A property whose value is `undefined` is left out.
 *
 * @throws {TypeError} for a fraction, a number beyond 2^53, an unpaired surrogate, or anything that is not JSON
 */
export function canonicalJson(value: Json): string {
  const parts: string[] = []; // joined once: joining level by level copies the whole text at each
  write(value, parts);
  return parts.join('');
}

function write(value: Json, parts: string[]): void {
  if (value === null || typeof value === 'boolean') parts.push(String(value));
  else if (typeof value === 'number') parts.push(numberText(value));
  else if (typeof value === 'string') parts.push(stringText(value));
  else if (Array.isArray(value))
    writeList(value as readonly Json[], parts); // a list of JSON holds JSON
  else if (typeof value === 'object')
    writeMembers(value as Readonly<Record<string, Json | undefined>>, parts); // no list
  else throw new TypeError(`Not JSON: ${typeof value}`);
}

function numberText(value: number): string {
  if (!Number.isSafeInteger(value)) throw new TypeError(`A record holds whole numbers below 2^53, not ${value}`);
  return String(value === 0 ? 0 : value);
}

function stringText(value: string): string {
  if (!value.isWellFormed()) throw new TypeError('A record holds well-formed text; call toWellFormed() and warn');
  return JSON.stringify(value); // RFC 8785 §3.2.2.2 is ECMAScript's own escaping
}

function writeList(list: readonly Json[], parts: string[]): void {
  list.forEach((one, at) => {
    parts.push(at === 0 ? '[' : ',');
    write(one, parts);
  });
  parts.push(list.length === 0 ? '[]' : ']');
}

function writeMembers(value: Readonly<Record<string, Json | undefined>>, parts: string[]): void {
  const members = Object.entries(value)
    .filter((member): member is [string, Json] => member[1] !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1)); // by UTF-16 code unit, RFC 8785 §3.2.3
  members.forEach(([key, one], at) => {
    parts.push(at === 0 ? '{' : ',', stringText(key), ':');
    write(one, parts);
  });
  parts.push(members.length === 0 ? '{}' : '}');
}

/** The canonical JSON as UTF-8 bytes: what is stored and hashed. */
export function canonicalBytes(value: Json): Uint8Array {
  return utf8(canonicalJson(value));
}

/**
 * UTF-8 bytes of a text. Written out because `shared/` has neither Node's Buffer nor the DOM's TextEncoder; counted first,
 * because a list that grows took fifty times the room of the text (measured with the manifest of 1,000 exhibits).
 */
export function utf8(text: string): Uint8Array {
  const bytes = new Uint8Array(utf8Length(text));
  let to = 0;
  const put = (point: number, lead: number, more: number) => {
    bytes[to++] = lead | (point >> (6 * more));
    for (let left = more - 1; left >= 0; left--) bytes[to++] = 0x80 | ((point >> (6 * left)) & 63);
  };
  for (let at = 0; at < text.length; at++) {
    const point = text.codePointAt(at) ?? 0;
    if (point < 0x80) bytes[to++] = point;
    else if (point < 0x800) put(point, 0xc0, 1);
    else if (point < 0x10000) put(point, 0xe0, 2);
    else {
      put(point, 0xf0, 3);
      at++; // the pair's second unit
    }
  }
  return bytes;
}

function utf8Length(text: string): number {
  let length = 0;
  for (let at = 0; at < text.length; at++) {
    const point = text.codePointAt(at) ?? 0;
    if (point >= 0x10000) at++;
    length += point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
  }
  return length;
}
