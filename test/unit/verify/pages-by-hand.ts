import type { Manifest } from '../../../shared/verify/package/manifest.ts';
import type { PdfReader } from '../../../shared/verify/pdf/pdf-reader.ts';
import { parseValue, PdfReference, type PdfDict, type PdfValue } from '../../../shared/verify/pdf/pdf-value.ts';

/** Objects of a PDF as they are written, by number; `content` of a stream by the number of its object. */
type Written = Readonly<{ objects: Readonly<Record<number, string>>; content: Readonly<Record<number, string>> }>;

/** A reader of objects that were written down by hand, without a file around them. The catalogue is object 1. */
export function readerOf({ objects, content }: Written): PdfReader {
  const resolve = (value: PdfValue | undefined): PdfValue =>
    value instanceof PdfReference ? parseValue(objects[value.object] ?? 'null').value : (value ?? null);
  const dict = (value: PdfValue | undefined) => {
    const found = resolve(value);
    return found instanceof Map ? Promise.resolve(found as PdfDict) : Promise.reject(new Error('no dictionary'));
  };
  const reader: Pick<PdfReader, 'dict' | 'resolve' | 'unpackedText' | 'trailer'> = {
    trailer: new Map([['Root', new PdfReference(1)]]),
    resolve: (value) => Promise.resolve(resolve(value)),
    dict,
    unpackedText: (number) => Promise.resolve(content[number] ?? ''),
  };
  return reader as PdfReader; // what the rules ask of one
}

/** A page: what it draws, and which objects it draws under which names. */
export type PageByHand = Readonly<{ content: string; xobjects?: Readonly<Record<string, number>>; kind?: string }>;

/** Pages of 600 by 800 points, and pictures of 400 by 300 pixels in object 10 and 400 by 320 in object 11. */
export function pagesReader(pages: readonly PageByHand[], more: Readonly<Record<number, string>> = {}): PdfReader {
  const objects: Record<number, string> = {
    1: '<< /Type /Catalog /Pages 2 0 R >>',
    2: `<< /Kids [${pages.map((_, at) => `${100 + at} 0 R`).join(' ')}] >>`,
    10: '<< /Subtype /Image /Width 400 /Height 300 >>',
    11: '<< /Subtype /Image /Width 400 /Height 320 >>',
    ...more,
  };
  const content: Record<number, string> = {};
  for (const [at, page] of pages.entries()) {
    const xobjects = Object.entries(page.xobjects ?? { X1: 10, X2: 11 }).map(([name, ref]) => `/${name} ${ref} 0 R`);
    objects[100 + at] =
      `<< /MediaBox [0 0 600 800] /Contents ${1_000 + at} 0 R /Resources << /XObject << ${xobjects.join(' ')} >> >> >>`;
    content[1_000 + at] = page.content;
  }
  return readerOf({ objects, content });
}

const [one, two] = ['1'.repeat(64), '2'.repeat(64)];
export const tiles = [one, two] as const;

/** A manifest of one exhibit on these pages, whose two pictures are objects 10 and 11. */
export function manifestByHand(kinds: readonly string[], change: object = {}, exhibit: object = {}): Manifest {
  const files = tiles.map((sha256, at) => ({
    name: `tile-000${at + 1}.png`,
    role: 'screenshot-tile',
    bytes: 1,
    sha256,
  }));
  return {
    draft: false,
    exhibits: [{ number: '1', pages: [1, kinds.length], files, ...exhibit }],
    pages: kinds.map((kind, at) => ({ page: at + 1, kind, exhibit: '1' })),
    images: tiles.map((sha256, at) => ({ object: 10 + at, sha256, kind: 'jpeg' })),
    ...change,
  } as unknown as Manifest; // what the rules about pages read of one
}
