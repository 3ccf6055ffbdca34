import { PDFName, PDFStream, type PDFDict, type PDFDocument } from '@cantoo/pdf-lib';
import { dictsReached } from './reached.ts';
import { dictIn, nameIn } from './values.ts';

const outlined = new Set(['Type1', 'MMType1', 'TrueType', 'CIDFontType0', 'CIDFontType2']);
const programs = ['FontFile', 'FontFile2', 'FontFile3'].map((name) => PDFName.of(name));
/** Keys that lead from a page to other pages, or to what is not drawn. */
const elsewhere = new Set(['Parent', 'P', 'Popup', 'IRT', 'Dest', 'A', 'AA', 'B', 'StructParent']);

/**
 * Names of the fonts that the pages use and the file does not contain (ISO 32000-1 §9.9): every reader puts another in
 * their place. Sorted.
 */
export function fontsNotEmbedded(document: PDFDocument): readonly string[] {
  const names = new Set<string>();
  const pages = document.getPages();
  const roots = pages.flatMap(({ node }) => [node, node.Resources() ?? []].flat());
  for (const dict of dictsReached(document.context, roots, elsewhere)) {
    const [subtype, name] = [nameIn(dict, 'Subtype'), shownName(dict)];
    if (subtype === null || name === null || !outlined.has(subtype) || isEmbedded(dict)) continue;
    names.add(name);
  }
  return [...names].sort();
}

/** Names are bytes (ISO 32000-1 §7.3.5): as UTF-8 where they are, else with each other byte written out as the file may have it. */
function shownName(font: PDFDict): string | null {
  const name = font.lookup(PDFName.of('BaseFont'));
  if (!(name instanceof PDFName)) return null;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.from(name.decodeText(), 'latin1'));
  } catch {
    return name.toString().slice(1);
  }
}

function isEmbedded(font: PDFDict): boolean {
  const descriptor = dictIn(font, 'FontDescriptor');
  return programs.some((key) => descriptor?.lookup(key) instanceof PDFStream);
}
