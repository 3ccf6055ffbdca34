import { Letters } from './letters.ts';

/**
 * How words may be written in what a server sends: as they are; between tags and as entities (HTML, XML); with backslash
 * escapes (JSON, scripts); or as markup within such a text.
 */
export const writings = ['plain', 'markup', 'escapes', 'markup-in-escapes'] as const;
export type Writing = (typeof writings)[number];

/** The letters that a reader of this kind of writing would see; null where the text has nothing of its kind. */
export const readAs: Readonly<Record<Writing, (plain: Letters, text: string) => Letters | null>> = {
  plain: (plain) => plain,
  markup: (plain, text) => (/[<&]/.test(text) ? withoutMarkup(plain) : null),
  escapes: (plain, text) => (text.includes('\\') ? withoutEscapes(plain) : null),
  'markup-in-escapes': (plain, text) => (text.includes('\\') ? withoutMarkup(withoutEscapes(plain)) : null),
};

const [less, more, ampersand, semicolon, backslash] = [0x3c, 0x3e, 0x26, 0x3b, 0x5c];
/** A tag with longer attributes than this is no tag, and a `&` is followed by its `;` this soon, or is itself. */
const longestTag = 65_536;
const longestEntity = 12;

/** Without tags and comments, character references resolved (HTML §13.2.5). */
function withoutMarkup(letters: Letters): Letters {
  const kept = new Letters(letters.length);
  for (let at = 0; at < letters.length; at++) {
    const unit = letters.unit(at);
    if (unit === less && /[a-z/!?]/i.test(letters.text(at + 1, at + 2))) {
      const end = endOfTag(letters, at);
      if (end > at) {
        at = end;
        continue;
      }
    }
    const entity = unit === ampersand ? entityAt(letters, at) : null;
    if (!entity) {
      kept.push(unit, letters.from(at), letters.to(at));
      continue;
    }
    for (let n = 0; n < entity.stands.length; n++)
      kept.push(entity.stands.charCodeAt(n), letters.from(at), letters.to(entity.end));
    at = entity.end;
  }
  return kept;
}

/** Where the tag or comment ends that begins here; `at` where it has no end. */
function endOfTag(letters: Letters, at: number): number {
  const comment = letters.text(at, at + 4) === '<!--';
  const most = Math.min(letters.length, at + longestTag);
  for (let end = at + 1; end < most; end++)
    if (letters.unit(end) === more && (!comment || letters.text(end - 2, end) === '--')) return end;
  return at;
}

function entityAt(letters: Letters, at: number): { stands: string; end: number } | null {
  for (let end = at + 2; end <= at + longestEntity; end++) {
    if (letters.unit(end) !== semicolon) continue;
    const stands = resolved(letters.text(at + 1, end));
    return stands === null ? null : { stands, end };
  }
  return null;
}

/** A character reference without its `&` and `;`. */
function resolved(name: string): string | null {
  const number = /^#(?:x([0-9a-f]{1,6})|(\d{1,7}))$/i.exec(name);
  if (!number) return named[name] ?? null;
  const [, hex, decimal] = number;
  const point = hex === undefined ? Number(decimal) : parseInt(hex, 16);
  return point > 0x10ffff ? null : String.fromCodePoint(point);
}

/** The named references that texts are written with; the standard has 2,231, most of them for mathematics. */
const named: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
  ensp: '\u2002',
  emsp: '\u2003',
  thinsp: '\u2009',
  ldquo: '“',
  rdquo: '”',
  lsquo: '‘',
  rsquo: '’',
  laquo: '«',
  raquo: '»',
  mdash: '—',
  ndash: '–',
  hellip: '…',
  middot: '·',
  bull: '•',
  times: '×',
  divide: '÷',
  deg: '°',
  yen: '¥',
  pound: '£',
  euro: '€',
  copy: '©',
  reg: '®',
  trade: '™',
  sect: '§',
  para: '¶',
};

const short: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f', v: '\v', 0: '\0' };

/** Backslash escapes of JSON (RFC 8259 §7) and ECMAScript strings (§12.9.4) resolved. */
function withoutEscapes(letters: Letters): Letters {
  const kept = new Letters(letters.length);
  for (let at = 0; at < letters.length; at++) {
    if (letters.unit(at) !== backslash || at + 1 === letters.length) {
      kept.push(letters.unit(at), letters.from(at), letters.to(at));
      continue;
    }
    const [whole = '', long, brace, two] =
      /^\\u(?:([0-9a-f]{4})|\{([0-9a-f]{1,6})\})|^\\x([0-9a-f]{2})/i.exec(letters.text(at, at + 10)) ?? [];
    const point = parseInt(long ?? brace ?? two ?? '', 16);
    const next = letters.text(at + 1, at + 2);
    const stands = whole !== '' && point <= 0x10ffff ? String.fromCodePoint(point) : (short[next] ?? next);
    const end = at + (whole === '' ? 1 : whole.length - 1);
    for (let n = 0; n < stands.length; n++) kept.push(stands.charCodeAt(n), letters.from(at), letters.to(end));
    at = end;
  }
  return kept;
}
