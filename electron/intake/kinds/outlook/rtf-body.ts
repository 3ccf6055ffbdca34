import { decodeDeclared } from '../../charset/declared-charset.ts';
import { judgeCharset } from '../../charset/judge-charset.ts';

/** What an RTF body was made from: an HTML or a plain text that lies in it whole ([MS-OXRTFEX]); else its own words. */
export type RtfBody = Readonly<{ as: 'html' | 'text' | 'words'; text: string }>;

/** So much is read of one body. */
const mostRtf = 40_000_000;

/** What every compressor has in its window before the first byte ([MS-OXRTFCP] §2.1.3.1.1). */
const windowBefore =
  '{\\rtf1\\ansi\\mac\\deff0\\deftab720{\\fonttbl;}{\\f0\\fnil \\froman \\fswiss \\fmodern \\fscript \\fdecor MS Sans SerifSymbolArialTimes New RomanCourier{\\colortbl\\red0\\green0\\blue0\r\n\\par \\pard\\plain\\f0\\fs20\\b\\i\\u\\tab\\tx';
const windowLength = 4_096;

/** RTF as it was before it was compressed ([MS-OXRTFCP]); null where it is neither of the two forms. */
export function uncompressedRtf(bytes: Uint8Array): Buffer | null {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  if (file.length < 16) return null;
  const size = Math.min(file.readUInt32LE(4), mostRtf);
  const kind = file.toString('latin1', 8, 12);
  if (kind === 'MELA') return file.subarray(16, 16 + size);
  if (kind !== 'LZFu') return null;
  const window = Buffer.alloc(windowLength, 0x20);
  window.write(windowBefore, 'latin1');
  let write = windowBefore.length;
  const out: number[] = [];
  const put = (byte: number) => {
    window[write] = byte;
    write = (write + 1) % windowLength;
    out.push(byte);
  };
  for (let at = 16; at < file.length && out.length < size;) {
    const control = file[at++] ?? 0;
    for (let bit = 0; bit < 8 && at < file.length; bit += 1) {
      if ((control & (1 << bit)) === 0) {
        put(file[at++] ?? 0);
        continue;
      }
      if (at + 1 >= file.length) return Buffer.from(out);
      const reference = file.readUInt16BE(at);
      at += 2;
      const from = reference >> 4;
      if (from === write) return Buffer.from(out); // the end mark (§2.2.1.3)
      for (let n = 0; n < (reference & 15) + 2 && out.length < size; n += 1)
        put(window[(from + n) % windowLength] ?? 0);
    }
  }
  return Buffer.from(out);
}

/** Groups whose words are of the document's makers, not of its reader. */
const unread = new Set([
  'fonttbl',
  'colortbl',
  'stylesheet',
  'info',
  'pict',
  'object',
  'themedata',
  'generator',
  'listtable',
  'listoverridetable',
  'rsidtbl',
  'xmlnstbl',
  'pntext',
]);
const signs: Readonly<Record<string, string>> = {
  par: '\n',
  line: '\n',
  row: '\n',
  tab: '\t',
  cell: '\t',
  lquote: '‘',
  rquote: '’',
  ldblquote: '“',
  rdblquote: '”',
  bullet: '•',
  endash: '–',
  emdash: '—',
  '~': '\u00a0',
  _: '\u2011',
};

type Group = { skipped: boolean; tag: boolean; htmlrtf: boolean; uc: number };

/** Reads a body: of one that was made from HTML its tags and words, what is only for readers of RTF left out. */
export function readRtf(rtf: Buffer): RtfBody {
  const latin = rtf.toString('latin1', 0, mostRtf);
  const head = latin.slice(0, 4_096);
  const made = /\\fromhtml1?\b/.test(head) ? 'html' : /\\fromtext\b/.test(head) ? 'text' : 'words';
  const reader = new RtfReader(made, `cp${/\\ansicpg(\d{3,5})/.exec(head)?.[1] ?? '1252'}`);
  const token = /\\([a-z]{1,32})(-?\d{1,10})? ?|\\'([0-9a-f]{2})|\\\r?\n|\\([^a-z])|([{}])|\r?\n|([^\\{}\r\n]+)/gi;
  for (const [, word, number, hex, sign, brace, plain] of latin.matchAll(token)) {
    if (brace !== undefined) reader.brace(brace);
    else if (hex !== undefined) reader.byte(Number.parseInt(hex, 16));
    else if (plain !== undefined) reader.plain(plain);
    else if (sign !== undefined) reader.sign(sign);
    else if (word !== undefined) reader.word(word, number);
  }
  return { as: made, text: reader.end() };
}

class RtfReader {
  readonly #made: RtfBody['as'];
  readonly #charset: string;
  readonly #out: string[] = [];
  #bytes: number[] = [];
  readonly #stack: Group[] = [];
  #group: Group = { skipped: false, tag: false, htmlrtf: false, uc: 1 };
  /** Characters that stand for the last `\u` where nobody knows it. */
  #left = 0;

  constructor(made: RtfBody['as'], charset: string) {
    this.#made = made;
    this.#charset = charset;
  }

  get #silent(): boolean {
    const { skipped, htmlrtf, tag } = this.#group;
    return skipped || (htmlrtf && this.#made === 'html' && !tag);
  }

  brace(brace: string): void {
    if (brace === '{') {
      this.#stack.push(this.#group);
      this.#group = { ...this.#group };
    } else this.#group = this.#stack.pop() ?? this.#group;
  }

  byte(byte: number): void {
    if (this.#left > 0) this.#left -= 1;
    else if (!this.#silent) this.#bytes.push(byte);
  }

  plain(text: string): void {
    const kept = text.slice(this.#left);
    this.#left = Math.max(0, this.#left - text.length);
    if (!this.#silent) for (const letter of kept) this.#bytes.push(letter.charCodeAt(0));
  }

  sign(sign: string): void {
    if (sign === '*') this.#group.skipped = true;
    else if (sign in signs) this.#say(signs[sign] ?? '');
    else if ('\\{}'.includes(sign) && !this.#silent) this.#bytes.push(sign.charCodeAt(0));
  }

  word(word: string, number: string | undefined): void {
    if (word === 'htmltag') {
      this.#group.skipped = this.#made !== 'html' || (this.#stack.at(-1)?.skipped ?? false);
      this.#group.tag = true;
    } else if (word === 'htmlrtf') this.#group.htmlrtf = number !== '0';
    else if (word === 'uc') this.#group.uc = Number(number ?? 1);
    else if (word === 'u') {
      this.#say(String.fromCharCode(Number(number ?? 0) & 0xffff));
      this.#left = this.#group.uc;
    } else if (unread.has(word)) this.#group.skipped = true;
    else if (word in signs) this.#say(signs[word] ?? '');
  }

  end(): string {
    this.#flush();
    return this.#out.join('').toWellFormed();
  }

  #say(text: string): void {
    if (this.#silent) return;
    this.#flush();
    this.#out.push(text);
  }

  #flush(): void {
    if (this.#bytes.length === 0) return;
    const some = Uint8Array.from(this.#bytes);
    const named = decodeDeclared(some, this.#charset) ?? decodeDeclared(some, this.#charset.replace('cp', 'windows-'));
    this.#out.push(named ?? judgeCharset(some).text);
    this.#bytes = [];
  }
}
