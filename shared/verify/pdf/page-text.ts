import type { PdfReader } from './pdf-reader.ts';
import { PdfReference, type PdfDict } from './pdf-value.ts';

/** One piece of text as a page shows it: its baseline's left end in points from the page's lower left corner. */
type TextRun = Readonly<{ x: number; y: number; text: string }>;

/** What stands on a page of ours. */
export type PrintedText = Readonly<{
  /** Read from the content when asked for: of most pages only the number is. */
  runs(): Promise<readonly TextRun[]>;
  /** The number in the page's footer mark; null where there is none. */
  printed: string | null;
}>;

/** By the object of a page's content: the lines in each of its footer marks. */
export type PageFooters = ReadonlyMap<number, readonly string[]>;

/** Fonts are read once; every page uses the same two. */
export type FontMaps = Map<number, ReadonlyMap<string, string>>;

/** Some ten times the content of a full page of small print. */
const mostContent = 16 << 20;
const run = /^BT [\d. ]+ rg \/(\w+) [\d.]+ Tf 1 0 0 1 (-?[\d.]+) (-?[\d.]+) Tm <([0-9A-F]*)> Tj ET$/;
const footer = '/Artifact << /Type /Pagination /Subtype /Footer >> BDC';

/**
 * Reads a page's text back from its content, by the character maps of its fonts, as a viewer does who copies it. Pages
 * of this program only: each run is one line of content.
 *
 * @param footers of contents that were read before: those are not unpacked again for their number
 * @throws {Error} where a font cannot be read
 */
export async function readPageText(
  reader: PdfReader,
  page: PdfDict,
  maps: FontMaps,
  footers: PageFooters = new Map(),
): Promise<PrintedText> {
  const contents = page.get('Contents');
  if (!(contents instanceof PdfReference)) return { runs: () => Promise.resolve([]), printed: null };
  const unpacked = () => reader.unpackedText(contents.object, mostContent);
  const fonts = await fontsOf(reader, page, maps);
  const lines = footers.get(contents.object) ?? footersOf(await unpacked());
  const numbers = lines.flatMap((some) => runsOf(some, fonts));
  return {
    runs: async () => runsOf(await unpacked(), fonts),
    printed: numbers.length === 1 ? (numbers[0]?.text ?? null) : null, // two numbers are as bad as none
  };
}

/** The lines of each footer mark. */
export function footersOf(content: string): readonly string[] {
  const found: string[] = [];
  for (const [at, part] of `\n${content}\n`.split(`\n${footer}\n`).entries()) {
    if (at === 0) continue;
    const end = `\n${part}`.indexOf('\nEMC\n');
    found.push(ofItsOwn(end < 0 ? part : part.slice(0, end)));
  }
  return found;
}

/** The same text apart from the one that it is a piece of: whoever keeps a piece keeps the whole. */
function ofItsOwn(piece: string): string {
  return piece.split('').join('');
}

function runsOf(content: string, fonts: Fonts): readonly TextRun[] {
  const runs: TextRun[] = [];
  for (const line of content.split('\n')) {
    if (!line.endsWith(' Tj ET') || line.startsWith('BT /')) continue; // a picture's words, unseen
    const [, font = '', x, y, hex = ''] = run.exec(line) ?? [];
    if (x === undefined) continue;
    const text = (hex.match(/.{4}/g) ?? []).map((cid) => fonts.get(font)?.get(cid) ?? '\ufffd').join('');
    runs.push({ x: Number(x), y: Number(y), text });
  }
  return runs;
}

type Fonts = ReadonlyMap<string, ReadonlyMap<string, string>>;

async function fontsOf(reader: PdfReader, page: PdfDict, maps: FontMaps): Promise<Fonts> {
  const fonts = new Map<string, ReadonlyMap<string, string>>();
  for (const [name, ref] of await reader.dict((await reader.dict(page.get('Resources'))).get('Font'))) {
    if (!(ref instanceof PdfReference)) continue;
    const map = maps.get(ref.object) ?? (await unicodeMap(reader, await reader.dict(ref)));
    maps.set(ref.object, map);
    fonts.set(name, map);
  }
  return fonts;
}

/** CID (four digits) → text, from the font's ToUnicode. */
async function unicodeMap(reader: PdfReader, font: PdfDict): Promise<ReadonlyMap<string, string>> {
  const ref = font.get('ToUnicode');
  if (!(ref instanceof PdfReference)) return new Map();
  const text = await reader.unpackedText(ref.object);
  const map = new Map<string, string>();
  for (const [, cid = '', units = ''] of text.matchAll(/^<([0-9A-F]{4})> <([0-9A-F]+)>$/gm)) {
    map.set(cid, (units.match(/.{4}/g) ?? []).map((unit) => String.fromCharCode(Number.parseInt(unit, 16))).join(''));
  }
  return map;
}
