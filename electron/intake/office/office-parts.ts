import { readFileSync, statSync } from 'node:fs';
import { unzipSync } from 'fflate';
import { Parser, type Handler } from 'htmlparser2';

/** Bounds of an Office file of others (ECMA-376): its own bytes, and what its parts may unfold into, all together. */
const most = { packed: 50 * 1024 * 1024, unfolded: 200 * 1024 * 1024, parts: 2_000 } as const;

/** An Office file that cannot be read, with why in the words of those who know such files. */
export class NotOffice extends Error {}

/** The XML parts of an Office file by name. */
export type OfficeParts = ReadonlyMap<string, string>;

/**
 * Unpacks the XML parts of a Word or Excel file; pictures and macros stay packed.
 *
 * @throws {NotOffice} where it is no ZIP of that kind, or larger than the bounds
 */
export function officeParts(path: string): OfficeParts {
  if (statSync(path).size > most.packed) throw new NotOffice('the file is larger than 50 MB');
  let unfolded = 0;
  let count = 0;
  const wanted = ({ name, originalSize }: Readonly<{ name: string; originalSize: number }>): boolean => {
    count += 1;
    if (!/\.(xml|rels)$/.test(name)) return false;
    unfolded += originalSize; // a lie makes `unzipSync` stop at this many bytes
    if (unfolded > most.unfolded || count > most.parts) throw new NotOffice('its parts unfold into too much');
    return true;
  };
  const found = new Map<string, string>();
  try {
    const parts = unzipSync(readFileSync(path), { filter: wanted });
    for (const [name, bytes] of Object.entries(parts)) found.set(name, new TextDecoder().decode(bytes));
  } catch (error) {
    throw error instanceof NotOffice ? error : new NotOffice('it is no Word or Excel file (.docx, .xlsx)');
  }
  return found;
}

/** Goes through XML once. No document type is read and no entity of its own resolved: a text cannot unfold. */
export function readXml(text: string, handler: Partial<Handler>): void {
  const parser = new Parser(handler, { xmlMode: true, decodeEntities: true, recognizeSelfClosing: true });
  parser.end(text);
}

/** `w:tbl` → `tbl`: the parts are told by their place in the package, and prefixes are the maker's choice. */
export const local = (name: string): string => name.slice(name.indexOf(':') + 1);
