import { because } from '../../../shared/cause.ts';
import { statSync } from 'node:fs';
import { unzipSync } from 'fflate';
import { Parser, type Handler } from 'htmlparser2';
import { readRegular } from '../../casefile/files/regular-file.ts';

/** Bounds of an Office file of others (ECMA-376): its own bytes, and what its parts may unfold into, all together. */
const most = { packed: 50 * 1024 * 1024, unfolded: 200 * 1024 * 1024, parts: 2_000 } as const;

/** An Office file that cannot be read, with why in the words of those who know such files. */
export class NotOffice extends Error {}

/** The XML parts of an Office file by name, as bytes and as texts. */
export type OfficeFiles = ReadonlyMap<string, Uint8Array>;
export type OfficeParts = ReadonlyMap<string, string>;

/**
 * Unpacks the XML parts of a Word or Excel file; pictures and macros stay packed.
 *
 * @throws {NotOffice} where it is no ZIP of that kind, or larger than the bounds
 */
export function officeFiles(path: string): OfficeFiles {
  if (statSync(path).size > most.packed) throw new NotOffice(because('office-too-large', { megabytes: 50 }));
  let unfolded = 0;
  let count = 0;
  const wanted = ({ name, originalSize }: Readonly<{ name: string; originalSize: number }>): boolean => {
    count += 1;
    if (!/\.(xml|rels)$/.test(name)) return false;
    unfolded += originalSize; // a lie makes `unzipSync` stop at this many bytes
    if (unfolded > most.unfolded || count > most.parts) throw new NotOffice(because('office-unfolds'));
    return true;
  };
  try {
    return new Map(Object.entries(unzipSync(readRegular(path, 'followed'), { filter: wanted })));
  } catch (error) {
    throw error instanceof NotOffice ? error : new NotOffice(because('not-office'));
  }
}

/** The same as texts, which are UTF-8. */
export const officeTexts = (files: OfficeFiles): OfficeParts =>
  new Map([...files].map(([name, bytes]) => [name, new TextDecoder().decode(bytes)]));

/** Goes through XML once. No document type is read and no entity of its own resolved: a text cannot unfold. */
export function readXml(text: string, handler: Partial<Handler>): void {
  const parser = new Parser(handler, { xmlMode: true, decodeEntities: true, recognizeSelfClosing: true });
  parser.end(text);
}

/** `w:tbl` → `tbl`: the parts are told by their place in the package, and prefixes are the maker's choice. */
export const local = (name: string): string => name.slice(name.indexOf(':') + 1);
