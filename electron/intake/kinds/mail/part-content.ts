import type { Reason } from '../../../../shared/case/record.ts';
import { decodeDeclared, isCharset, isOwnName, readDeclared } from '../../charset/declared-charset.ts';
import { judgeCharset } from '../../charset/judge-charset.ts';
import { readWords } from './encoded-words.ts';
import type { MailPart } from './mail-shape.ts';

/** What a field of a part says, without its name; empty where there is none. */
export function partField({ fields }: Pick<MailPart, 'fields'>, name: string): string {
  const field = fields.find((one) => one.slice(0, one.indexOf(':')).trim().toLowerCase() === name);
  return field === undefined ? '' : field.slice(field.indexOf(':') + 1).trim();
}

/** The encoded form of a part's content, as it lies in the message. */
export const encodedOf = (message: Buffer, { from, to }: MailPart): Buffer => message.subarray(from, to);

/** A part's content as its recipient saves it: the transfer coding undone (RFC 2045 §6), nothing else changed. */
export function contentOfPart(message: Buffer, part: MailPart): Buffer {
  const encoded = encodedOf(message, part);
  switch (
    partField(part, 'content-transfer-encoding')
      .replace(/\(.*\)|;.*/g, '')
      .trim()
      .toLowerCase()
  ) {
    case 'base64':
      return Buffer.from(encoded.toString('latin1').replace(/[^A-Za-z0-9+/=]/g, ''), 'base64');
    case 'quoted-printable':
      return fromQuotedPrintable(encoded);
    case 'uuencode':
    case 'x-uuencode':
    case 'x-uue':
    case 'uue':
      return fromUuencode(encoded) ?? encoded;
    default:
      return encoded;
  }
}

/** RFC 2045 §6.7: line ends stay as they are, what is broken stays as it is. */
function fromQuotedPrintable(encoded: Buffer): Buffer {
  const latin = encoded
    .toString('latin1')
    .replace(/[ \t]+(?=\r?\n|$)/g, '')
    .replace(/=\r?\n/g, '')
    .replace(/=$/, '')
    .replace(/=([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(latin, 'latin1');
}

/** What stands between `begin` and `end`; null where there is nothing of the kind. */
function fromUuencode(encoded: Buffer): Buffer | null {
  const lines = encoded.toString('latin1').split(/\r?\n/);
  const begin = lines.findIndex((line) => /^begin [0-7]{3,4} /.test(line));
  if (begin < 0) return null;
  const out: number[] = [];
  for (const line of lines.slice(begin + 1)) {
    if (line === 'end' || line === '`' || line === ' ') break;
    const length = (line.charCodeAt(0) - 32) & 63;
    const at: number[] = Array.from(line.slice(1), (letter) => (letter.charCodeAt(0) - 32) & 63);
    const bytes: number[] = [];
    for (let n = 0; n < at.length; n += 4) {
      const [a = 0, b = 0, c = 0, d = 0] = at.slice(n, n + 4);
      bytes.push((a << 2) | (b >> 4), ((b & 15) << 4) | (c >> 2), ((c & 3) << 6) | d);
    }
    for (const byte of bytes.slice(0, length)) out.push(byte & 255);
  }
  return Buffer.from(out);
}

/** A part's words, and what must be said of how they were read. */
type PartText = Readonly<{ text: string; notes: readonly Reason[]; declaredWell: boolean }>;

/** Reads the words of a part: as the charset that it declares where its bytes are of it, else by their evidence. */
export function textOfPart(bytes: Buffer, part: MailPart): PartText {
  const declared = charsetOf(part, bytes);
  const isNamed = declared !== '' && isCharset(declared) && !/^(?:us-)?ascii$/i.test(declared);
  const read = isNamed ? readDeclared(bytes, declared) : null;
  if (read?.how === 'declared')
    return { text: read.text, notes: replacedNotes(read.text, bytes, declared), declaredWell: !isOwnName(declared) };
  const { text, how, charset, badBytes } = read ?? judgeCharset(bytes);
  const named = charset.toUpperCase();
  const differs = declared !== '' && how !== 'faulty' && isBeyondAscii(bytes);
  return {
    text,
    declaredWell: false,
    notes: [
      ...(differs
        ? [{ code: 'mail-charset-differs', params: { declared: declared.slice(0, 40), charset: named } }]
        : []),
      ...(!differs && how === 'judged' ? [{ code: 'mail-text-charset-judged', params: { charset: named } }] : []),
      ...(how === 'faulty' ? [{ code: 'mail-bytes-replaced', params: { count: badBytes, charset: named } }] : []),
      ...(badBytes > 0 && how !== 'faulty'
        ? [{ code: 'text-bytes-not-read', params: { count: badBytes, charset: named } }]
        : []),
    ],
  };
}

/** U+FFFD that the bytes themselves hold was put there by somebody before: words are lost there. */
function replacedNotes(text: string, bytes: Buffer, declared: string): readonly Reason[] {
  const count = /^utf-?8$/i.test(declared) && bytes.includes('\ufffd') ? text.split('\ufffd').length - 1 : 0;
  return count > 0 ? [{ code: 'mail-characters-lost', params: { count, charset: declared.toUpperCase() } }] : [];
}

const isBeyondAscii = (bytes: Buffer): boolean => bytes.some((byte) => byte > 127);

/** What a part declares: in its head, else, of HTML, in its own `meta`. */
function charsetOf(part: MailPart, bytes: Buffer): string {
  const inHead = /;\s*charset\s*=\s*(?:"([^"]*)"|([^\s;"]+))/i.exec(partField(part, 'content-type'));
  const named = (inHead?.[1] ?? inHead?.[2] ?? '').replace(/\*.*$/, '').trim();
  if (named !== '' || part.type !== 'text/html') return named;
  const own = /<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w.:-]{2,40})/i.exec(bytes.toString('latin1', 0, 4_096));
  return own?.[1] ?? '';
}

/** The name under which a part was sent (RFC 2231, RFC 2047, raw bytes); empty where it has none. */
export function nameOfPart(part: MailPart): string {
  const fields = [partField(part, 'content-disposition'), partField(part, 'content-type')];
  for (const [at, field] of fields.entries()) {
    const name = parameter(field, at === 0 ? 'filename' : 'name');
    if (name !== '') return name;
  }
  return '';
}

function parameter(field: string, name: string): string {
  const pieces = [...field.matchAll(/;\s*([\w.*-]{1,60})\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^;\s][^;]*))/g)].flatMap(
    ([, key = '', quotedValue, plain = '']) => {
      const found = new RegExp(`^${name}(?:\\*(\\d+))?(\\*)?$`, 'i').exec(key);
      const value = quotedValue === undefined ? plain.trim().replace(/^"/, '') : quotedValue.replace(/\\(.)/g, '$1');
      return found
        ? [{ at: Number(found[1] ?? 0), coded: found[2] !== undefined, value, whole: found[1] === undefined }]
        : [];
    },
  );
  const chosen =
    pieces.some(({ coded }) => coded) || !pieces.some(({ whole }) => whole)
      ? pieces.filter(({ coded, whole }) => coded || !whole)
      : pieces.slice(0, 1);
  if (chosen.length === 0) return '';
  const sorted = chosen.toSorted((a, b) => a.at - b.at);
  const first = sorted[0];
  const charset = first?.coded ? (/^([^']*)'[^']*'/.exec(first.value)?.[1] ?? '') : '';
  const bytes = Buffer.concat(
    sorted.map(({ coded, value }, at) => {
      const own = coded && at === 0 ? value.replace(/^[^']*'[^']*'/, '') : value;
      return Buffer.from(
        coded
          ? own.replace(/%([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
          : own,
        'latin1',
      );
    }),
  );
  const text = (charset === '' ? null : decodeDeclared(bytes, charset)) ?? judgeCharset(bytes).text;
  return first?.coded ? text : readWords(text).text;
}
