import { type PdfPart } from '../pdf-part.ts';
import type { PdfReader } from './pdf-reader.ts';
import { PdfName, PdfReference, type PdfDict, type PdfValue } from './pdf-value.ts';

/** Keys of the dictionaries that make up a font of this program: its face, its one descendant, that one's descriptor. */
const keys = {
  font: ['Type', 'Subtype', 'BaseFont', 'Encoding', 'DescendantFonts', 'ToUnicode'],
  descendant: ['Type', 'Subtype', 'BaseFont', 'CIDSystemInfo', 'FontDescriptor', 'CIDToGIDMap', 'DW', 'W'],
  descriptor: [
    ...['Type', 'FontName', 'Flags', 'FontBBox', 'ItalicAngle', 'Ascent', 'Descent', 'CapHeight', 'StemV'],
    'FontFile2',
  ],
} as const;

/**
 * What keeps a font from being one of this program: outlines of a TrueType file, chosen by number. A font whose glyphs are
 * content of their own (Type 3) paints anything, pictures too, and does so in the layer of unseen words as well.
 *
 * @returns a key or type in PDF's words; null where it is as this program writes it
 */
export async function foreignFont(reader: PdfReader, ref: PdfValue): Promise<PdfPart | null> {
  const font = await reader.dict(ref);
  if (!isName(font.get('Subtype'), 'Type0') || !isName(font.get('Encoding'), 'Identity-H')) return '/Font';
  const list = await reader.resolve(font.get('DescendantFonts'));
  const [only, ...more] = Array.isArray(list) ? (list as readonly PdfValue[]) : []; // a list holds values
  if (!(only instanceof PdfReference) || more.length > 0) return '/DescendantFonts';
  const descendant = await reader.dict(only);
  if (!isName(descendant.get('Subtype'), 'CIDFontType2')) return '/DescendantFonts';
  const descriptor = await reader.dict(descendant.get('FontDescriptor'));
  return (
    foreignKey(font, keys.font) ??
    foreignKey(descendant, keys.descendant) ??
    foreignKey(descriptor, keys.descriptor) ??
    (descriptor.get('FontFile2') instanceof PdfReference ? null : '/FontFile2')
  );
}

function foreignKey(dict: PdfDict, allowed: readonly string[]): PdfPart | null {
  const key = [...dict.keys()].find((one) => !allowed.includes(one));
  return key === undefined ? null : `/${key}`;
}

const isName = (value: PdfValue | undefined, name: string): boolean => value instanceof PdfName && value.name === name;
