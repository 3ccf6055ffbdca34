import { closeSync, openSync, readSync } from 'node:fs';
import type { CaptureRecord, Reason } from '../../../shared/case/record.ts';
import { charsetOf, knownLabel, markOf } from '../../casefile/files/encoding-labels.ts';
import type { MainDocument } from './main-document.ts';

export type PageEncoding = NonNullable<CaptureRecord['encoding']>;

/**
 * How the browser read a page, beside what its file, its answer and the document itself declare.
 * @param read the browser's own word for it, and what the document says
 */
export function encodingOfPage(
  read: Readonly<{ charset: string; declared: string | null }>,
  main: Pick<MainDocument, 'source' | 'header'>,
): PageEncoding {
  const mark = main.source ? byteOrderMark(main.source.path) : undefined;
  const header =
    charsetOf(main.header('content-type') ?? '')
      ?.toWellFormed()
      .slice(0, 60) ?? null;
  const document = read.declared?.toWellFormed() ?? null;
  return { used: read.charset, declared: { ...(mark !== undefined && { mark }), header, document } };
}

/** The byte order mark that a file begins with; null where it has none, absent where nothing of it could be read. */
export function byteOrderMark(path: string): string | null | undefined {
  const first = new Uint8Array(3);
  try {
    const file = openSync(path, 'r');
    try {
      readSync(file, first, 0, 3, 0);
    } finally {
      closeSync(file);
    }
  } catch {
    return undefined;
  }
  return markOf(first)?.toUpperCase() ?? null;
}

/**
 * What speaks against the words of a page: nobody declared how its bytes are to be read and the browser had to guess, the
 * declarations differ, or bytes could not be read. Where the file's first bytes are not known, nothing is called a guess.
 *
 * @param text title and text as the browser shows them
 */
export function encodingDoubts({ used, declared }: PageEncoding, mediaType: string, text: string): readonly Reason[] {
  const { mark, header, document } = declared;
  const doubts: Reason[] = [];
  const labels = [mark, header, document].filter((one) => typeof one === 'string');
  const obeyed = mark === undefined || labels.some((one) => knownLabel(one) !== null); // a browser passes over what it does not know
  const guessed = !obeyed && /^text\/(html|plain)/i.test(mediaType);
  if (guessed && /[^\p{ASCII}]/u.test(text)) doubts.push({ code: 'encoding-guessed', params: { used } });
  const named = new Map(labels.map((one) => [canonical(one), one]));
  if (named.size > 1)
    doubts.push({ code: 'encodings-differ', params: { used, declared: [...named.values()].join(', ') } });
  const count = text.split('\ufffd').length - 1;
  if (count > 0) doubts.push({ code: 'replacement-characters', params: { count, used } });
  return doubts;
}

/** The same name for labels of one encoding: `gb2312` and `GBK` are read alike; a label that is none stays itself. */
const canonical = (label: string): string => knownLabel(label) ?? label.toLowerCase();
