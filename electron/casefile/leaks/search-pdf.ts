import { unpackedZlib, Unsearchable, type Allowance } from './unpack.ts';
import type { HeldBytes } from './held-bytes.ts';
import { filtersOf, objectsIn, objectsWithin, piecesOfPdf } from './pdf-objects.ts';
import { PdfFonts } from './pdf-texts.ts';

/** A stream or object of a PDF as the search asks about it. */
export type SearchedPart = Readonly<{ number: number }> &
  (
    | Readonly<{ is: 'text'; texts: Iterable<string> }>
    | Readonly<{ is: 'bytes' | 'file'; bytes: Buffer }>
    | Readonly<{ is: 'unsearchable' }>
  );

/** Streams that are longer are no text. */
const longestStream = 64 << 20;
const pictures = /\/Subtype\s*\/Image\b|\/ImageMask\s+true/;
const fonts = /\/Length1\s|\/Subtype\s*\/(?:Type1C|CIDFontType0C|OpenType)\b|\/Type\s*\/XRef\b/;

/**
 * Everything in a PDF that says something, in the readings that it may have: strings of its objects, contents of pages and
 * forms by the fonts' own maps, metadata, and files embedded in it. Pixels and the shapes of letters say nothing here.
 */
export function* partsOfPdf(pdf: HeldBytes, allowance: Allowance): Generator<SearchedPart, void, undefined> {
  const known = learnFonts(pdf, allowance);
  if (known.isLocked) yield { number: 0, is: 'unsearchable' };
  for (const piece of piecesOfPdf(pdf)) {
    if (piece.is === 'objects') {
      for (const [number, text] of objectsIn(piece.text))
        yield { number, is: 'text', texts: known.fonts.textsOf(text) };
      continue;
    }
    const { number, dictionary, data } = piece;
    if (pictures.test(dictionary) || fonts.test(dictionary)) continue;
    const bytes = contentOf(dictionary, data, allowance);
    if (bytes === null) {
      yield { number, is: 'unsearchable' };
      continue;
    }
    if (/\/Type\s*\/EmbeddedFile\b/.test(dictionary)) yield { number, is: 'file', bytes };
    else if (/\/Type\s*\/ObjStm\b/.test(dictionary))
      for (const [inner, text] of objectsWithin(dictionary, bytes.toString('latin1')))
        yield { number: inner, is: 'text', texts: known.fonts.textsOf(text) };
    else {
      yield { number, is: 'bytes', bytes };
      yield { number, is: 'text', texts: known.fonts.textsOf(bytes.toString('latin1')) };
    }
  }
}

function learnFonts(pdf: HeldBytes, allowance: Allowance): Readonly<{ fonts: PdfFonts; isLocked: boolean }> {
  const found = new PdfFonts();
  let isLocked = false;
  for (const piece of piecesOfPdf(pdf)) {
    const text = piece.is === 'objects' ? piece.text : piece.dictionary;
    isLocked ||= /\/Encrypt\s+\d+\s+\d+\s+R/.test(text);
    if (piece.is === 'objects') {
      for (const [number, one] of objectsIn(text)) found.learnObject(number, one);
      continue;
    }
    found.learnObject(piece.number, text);
    if (pictures.test(text) || fonts.test(text)) continue;
    const isObjects = /\/Type\s*\/ObjStm\b/.test(text);
    if (!isObjects && piece.data.size > 1 << 20) continue; // no map is so long
    const content = contentOf(text, piece.data, { ...allowance })?.toString('latin1') ?? '';
    if (isObjects) for (const [number, one] of objectsWithin(text, content)) found.learnObject(number, one);
    else if (content.includes('begincmap')) found.learnMap(piece.number, content);
  }
  return { fonts: found, isLocked };
}

/** A stream without its filters; null where one of them is not undone here, or it is too long. */
function contentOf(dictionary: string, data: HeldBytes, allowance: Allowance): Buffer | null {
  if (data.size > longestStream || /\/Predictor\s+(?!1\b)\d/.test(dictionary)) return null;
  try {
    return filtersOf(dictionary).reduce((bytes, filter) => undone(filter, bytes, allowance), data.read(0, data.size));
  } catch (error) {
    if (error instanceof Unsearchable) return null;
    throw error;
  }
}

function undone(filter: string, bytes: Buffer, allowance: Allowance): Buffer {
  switch (filter) {
    case 'FlateDecode':
    case 'Fl':
      return unpackedZlib(bytes, allowance);
    case 'ASCIIHexDecode':
    case 'AHx':
      return Buffer.from(bytes.toString('latin1').replace(/[^0-9a-f]/gi, ''), 'hex');
    case 'ASCII85Decode':
    case 'A85':
      return ascii85(bytes.toString('latin1'));
    default:
      throw new Unsearchable();
  }
}

function ascii85(text: string): Buffer {
  const [body = ''] = text
    .replace(/^\s*<~/, '')
    .replace(/\s+/g, '')
    .replaceAll('z', '!!!!!')
    .split('~>');
  const bytes: number[] = [];
  for (let at = 0; at < body.length; at += 5) {
    const group = body.slice(at, at + 5);
    let value = 0;
    for (const letter of group.padEnd(5, 'u')) value = value * 85 + letter.charCodeAt(0) - 33;
    for (let byte = 0; byte < group.length - 1; byte++) bytes.push(Math.floor(value / 256 ** (3 - byte)) & 255);
  }
  return Buffer.from(bytes);
}
