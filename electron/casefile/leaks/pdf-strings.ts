/** A string of a PDF, as the bytes that it stands for; or the name of the font that the next ones are shown in. */
export type PdfToken = Readonly<{ bytes: Buffer }> | Readonly<{ font: string }>;

const token = /\(|<([0-9A-Fa-f\s]*)>|\/([^\s<>()[\]{}/%]{1,127})\s+-?[\d.]+\s+Tf\b/g;

/** The strings of an object or a content stream in order, and where the font changes (ISO 32000-1 §7.3.4, §9.3.1). */
export function* pdfTokens(text: string): Generator<PdfToken, void, undefined> {
  token.lastIndex = 0;
  for (let found = token.exec(text); found; found = token.exec(text)) {
    const [whole, hex, font] = found;
    if (font !== undefined) yield { font };
    else if (hex !== undefined) yield { bytes: bytesOfHexString(hex) };
    else if (whole === '(') {
      const from = token.lastIndex;
      const { bytes, end } = literal(text, from);
      yield { bytes };
      token.lastIndex = end;
    }
  }
}

function bytesOfHexString(hex: string): Buffer {
  const digits = hex.replace(/\s+/g, '');
  return Buffer.from(digits.length % 2 === 0 ? digits : `${digits}0`, 'hex');
}

const escaped: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };
/** A bracket that nobody closes is no string. */
const longestLiteral = 1 << 20;

/** @param from behind the bracket that opens it */
function literal(text: string, from: number): Readonly<{ bytes: Buffer; end: number }> {
  const parts: string[] = [];
  let depth = 1;
  let at = from;
  for (; at < text.length && at - from < longestLiteral; at++) {
    const letter = text.charAt(at);
    if (letter === '\\') {
      const [octal] = /^[0-7]{1,3}/.exec(text.slice(at + 1, at + 4)) ?? [];
      const next = text.charAt(at + 1);
      if (octal !== undefined) parts.push(String.fromCharCode(Number.parseInt(octal, 8) & 255));
      else if (next !== '\n' && next !== '\r') parts.push(escaped[next] ?? next);
      at += octal?.length ?? 1;
      continue;
    }
    if (letter === '(') depth += 1;
    else if (letter === ')' && --depth === 0) break;
    parts.push(letter);
  }
  return { bytes: Buffer.from(parts.join(''), 'latin1'), end: at + 1 };
}

/** What codes of a font stand for, and how many bytes one has. */
export type CharacterMap = Readonly<{ length: number; letters: ReadonlyMap<number, string> }>;

/** The widest range that is taken letter by letter. */
const widestRange = 0x10000;

/** A font's ToUnicode map (ISO 32000-1 §9.10.3). */
export function characterMapOf(text: string): CharacterMap {
  const letters = new Map<number, string>();
  const code = (hex: string) => Number.parseInt(hex, 16);
  const [, space = ''] = /begincodespacerange\s*<([0-9A-Fa-f]+)>/.exec(text) ?? [];
  let length = space.length / 2;
  for (const [, list = ''] of text.matchAll(/beginbfchar([\s\S]*?)endbfchar/g))
    for (const [, from = '', to = ''] of list.matchAll(/<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f\s]*)>/g)) {
      letters.set(code(from), utf16Of(to));
      length ||= from.length / 2;
    }
  for (const [, list = ''] of text.matchAll(/beginbfrange([\s\S]*?)endbfrange/g))
    for (const [, from = '', last = '', to, many = ''] of list.matchAll(
      /<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>\s*(?:<([0-9A-Fa-f\s]*)>|\[([^\]]*)\])/g,
    )) {
      length ||= from.length / 2;
      const count = Math.min(code(last) - code(from), widestRange) + 1;
      const listed = [...many.matchAll(/<([0-9A-Fa-f\s]*)>/g)].map(([, one = '']) => utf16Of(one));
      for (let at = 0; at < count; at++)
        letters.set(code(from) + at, to === undefined ? (listed[at] ?? '') : raised(utf16Of(to), at));
    }
  return { length: length || 2, letters };
}

const utf16Of = (hex: string): string =>
  (hex.replace(/\s+/g, '').match(/.{4}/g) ?? []).map((unit) => String.fromCharCode(Number.parseInt(unit, 16))).join('');

/** The text whose last character is further on by so many. */
function raised(text: string, by: number): string {
  const last = Array.from(text).at(-1);
  if (last === undefined || by === 0) return text;
  const point = (last.codePointAt(0) ?? 0) + by;
  return point > 0x10ffff ? text : text.slice(0, text.length - last.length) + String.fromCodePoint(point);
}

/** The text that some bytes are in a font. */
export function shownIn({ length, letters }: CharacterMap, bytes: Buffer): string {
  let text = '';
  for (let at = 0; at + length <= bytes.length; at += length) text += letters.get(bytes.readUIntBE(at, length)) ?? '';
  return text;
}
