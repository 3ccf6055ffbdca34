import { fromBase64 } from '../timestamp/pem.ts';
import { charactersOf } from './bytes-as-text.ts';

type Clean = (text: string) => string;

/** The line that divides the parts of an MHTML file, or null where it is none. */
function boundaryOf(text: string): string | null {
  const head = text.slice(0, 4_096).split(/\r?\n\r?\n/, 1)[0] ?? '';
  const isMhtml = /^content-type:\s*multipart\/related/im.test(head);
  const [, quoted, plain] = /boundary=(?:"([^"\r\n]{1,200})"|([^\s;]{1,200}))/i.exec(head) ?? [];
  return isMhtml ? (quoted ?? plain ?? null) : null;
}

/**
 * A page as a browser saved it (RFC 2557), its parts cleaned: each is read as it is encoded, and written so again where
 * something in it changed. Null where the text is no such file.
 *
 * @param clean of a part @param cleanHead of the fields above it
 */
export function cleanedMhtml(text: string, clean: Clean, cleanHead: Clean): string | null {
  const boundary = boundaryOf(text);
  if (boundary === null) return null;
  const mark = `--${boundary}`;
  return text
    .split(mark)
    .map((part) => cleanedPart(part, clean, cleanHead))
    .join(mark);
}

function cleanedPart(part: string, clean: Clean, cleanHead: Clean): string {
  const [, head = part, between = '', body = ''] = /^([\s\S]*?)(\r?\n\r?\n)([\s\S]*)$/.exec(part) ?? [];
  const field = /^(content-transfer-encoding:\s*)([\w-]+)/im;
  const encoding = field.exec(head)?.[2]?.toLowerCase();
  const isText = /^content-type:\s*(?:text\/|(?:image\/svg\+xml)|application\/[\w.+-]*(?:json|xml|javascript))/im.test(
    head,
  );
  const plain = plainOf(body, encoding, isText);
  const changed = plain === null ? null : clean(plain);
  if (changed === plain || changed === null) return cleanHead(head) + between + body;
  if (encoding !== 'quoted-printable' && encoding !== 'base64') return cleanHead(head) + between + changed;
  const ending = /\s*$/.exec(body)?.[0] ?? '';
  const coded = encoding === 'base64' ? `${quotedEncoded(changed)}${ending}` : quotedEncoded(changed);
  return cleanHead(head.replace(field, '$1quoted-printable')) + between + coded;
}

/** What a part says, a character for each byte; null where that is a picture, or no text at all. */
function plainOf(body: string, encoding: string | undefined, isText: boolean): string | null {
  if (encoding === 'quoted-printable') return quotedDecoded(body);
  if (encoding !== 'base64') return body;
  if (!isText) return null;
  try {
    return charactersOf(fromBase64(body));
  } catch {
    return null;
  }
}

/** Text of quoted-printable (RFC 2045 §6.7), a character for each byte. */
export const quotedDecoded = (text: string): string =>
  text
    .replace(/=[ \t]*\r?\n/g, '')
    .replace(/=([0-9A-Fa-f]{2})/g, (_all, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));

const longestLine = 76;

function quotedEncoded(text: string): string {
  const ending = text.includes('\r\n') ? '\r\n' : '\n';
  return text
    .split(ending)
    .map((line) => {
      const spelled = line.match(/[\s\S]/g)?.map((letter, at, all) => quoted(letter, at === all.length - 1)) ?? [];
      const lines = [''];
      for (const one of spelled) {
        const last = lines.length - 1;
        if ((lines[last] ?? '').length + one.length >= longestLine) lines.push(one);
        else lines[last] = `${lines[last] ?? ''}${one}`;
      }
      return lines.join(`=${ending}`);
    })
    .join(ending);
}

function quoted(letter: string, isLast: boolean): string {
  const plain = /[\x21-\x3c\x3e-\x7e]/.test(letter) || (!isLast && /[ \t]/.test(letter));
  return plain ? letter : `=${letter.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`;
}
