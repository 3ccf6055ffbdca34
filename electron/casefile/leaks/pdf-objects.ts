import { partOf, type HeldBytes } from './held-bytes.ts';

/** Objects of a PDF between two streams, as they are written; or one stream with its dictionary. */
export type PdfPiece =
  | Readonly<{ is: 'objects'; text: string }>
  | Readonly<{ is: 'stream'; number: number; dictionary: string; data: HeldBytes }>;

const windowLength = 256 << 10;
/** The longest object that is seen as a whole. */
const longestObject = 64 << 10;
const keyword = /(?<=[>\s])stream(?:\r\n|\n)/g;

/**
 * A PDF from its first byte to its last, whatever its table says: what no table names any more is still in the file. Of a
 * stream whose length does not lead to its end, the end is looked for.
 */
export function* piecesOfPdf(pdf: HeldBytes): Generator<PdfPiece, void, undefined> {
  for (let at = 0; at < pdf.size;) {
    const text = pdf.read(at, windowLength).toString('latin1');
    keyword.lastIndex = 0;
    const found = keyword.exec(text);
    if (!found) {
      yield { is: 'objects', text };
      if (at + text.length >= pdf.size) return;
      at += Math.max(1, text.length - longestObject);
      continue;
    }
    const head = text.slice(0, found.index);
    const own = head.lastIndexOf(' obj');
    const [, number = '0'] = /(\d{1,9})\s+\d{1,5}$/.exec(head.slice(Math.max(0, own - 24), Math.max(0, own))) ?? [];
    yield { is: 'objects', text: head };
    const begins = at + found.index + found[0].length;
    const ends = endOf(pdf, begins, head.slice(Math.max(0, own)));
    const data = partOf(pdf, begins, ends - begins);
    yield { is: 'stream', number: Number(number), dictionary: head.slice(Math.max(0, own)), data };
    at = Math.max(ends, begins);
  }
}

function endOf(pdf: HeldBytes, begins: number, dictionary: string): number {
  const [, direct] = /\/Length\s+(\d{1,12})(?!\s+\d+\s+R)/.exec(dictionary) ?? [];
  const told = begins + Number(direct);
  if (told <= pdf.size && /^\s{0,2}endstream/.test(pdf.read(told, 16).toString('latin1'))) return told;
  for (let at = begins; at < pdf.size; at += windowLength - 16) {
    const found = pdf.read(at, windowLength).indexOf('endstream', 0, 'latin1');
    if (found >= 0) return at + found;
  }
  return pdf.size;
}

/** The names of a stream's filters, in order. */
export function filtersOf(dictionary: string): readonly string[] {
  const [, list = ''] = /\/(?:Filter|F)\s*(\[[^\]]*\]|\/[A-Za-z0-9]+)/.exec(dictionary) ?? [];
  return [...list.matchAll(/\/([A-Za-z0-9]+)/g)].map(([, name = '']) => name);
}

/** The objects that an object stream holds: their numbers and texts (ISO 32000-1 §7.5.7). */
export function objectsWithin(dictionary: string, text: string): readonly (readonly [number: number, text: string])[] {
  const first = Number(/\/First\s+(\d+)/.exec(dictionary)?.[1] ?? 0);
  const heads = [...text.slice(0, first).matchAll(/(\d+)\s+(\d+)/g)].map(([, a, b]) => [Number(a), Number(b)] as const);
  return heads.map(([number, offset], at) => {
    const next = heads[at + 1]?.[1];
    return [number, text.slice(first + offset, next === undefined ? undefined : first + next)] as const;
  });
}

/** Objects that are written one behind the other: their numbers and texts. */
export function objectsIn(text: string): readonly (readonly [number: number, text: string])[] {
  const heads = [...text.matchAll(/(?<![\d.])(\d{1,9})\s+\d{1,5}\s+obj\b/g)];
  const before = [0, text.slice(0, heads[0]?.index)] as const; // what the window before began, or a trailer
  return [before, ...heads.map((head, at) => [Number(head[1]), text.slice(head.index, heads[at + 1]?.index)] as const)];
}
