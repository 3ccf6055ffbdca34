import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PDFDict, PDFName, PDFStream, type PDFDocument } from '@cantoo/pdf-lib';
import { unpackedStream } from '../pictures/sound-stream.ts';
import { dictsReached } from './reached.ts';
import { dictIn, dictOf, listIn, textIn } from './values.ts';

/** Files that are taken out, and bytes of all of them. */
const mostOfFiles = { count: 500, bytes: 1 << 30, name: 1_000 } as const;

/** What was taken out of a document. */
export type FilesTakenOut = Readonly<{
  /** `part-0001` in the folder, and the name that the document gives it; never used as a path. */
  files: readonly Readonly<{ file: string; name: string }>[];
  /** How many it has. */
  of: number;
  /** Names of those that are kept as far as they can be unpacked, or not at all. */
  damaged: readonly string[];
}>;

/**
 * The files that a document carries (ISO 32000-1 §7.11.4): by its list of names first, in that order, then those that
 * annotations and others lead to. Each stream once.
 */
export function embeddedFiles(document: PDFDocument, folder: string): FilesTakenOut {
  const found = new Map<PDFStream, string>();
  for (const spec of specsOf(document)) {
    const files = dictIn(spec, 'EF');
    const stream = ['UF', 'F', 'Unix', 'Mac', 'DOS'].flatMap((key) => files?.lookup(PDFName.of(key)) ?? [])[0];
    if (stream instanceof PDFStream && !found.has(stream)) found.set(stream, nameOf(spec));
  }
  const files: FilesTakenOut['files'][number][] = [];
  const damaged: string[] = [];
  let left: number = mostOfFiles.bytes;
  for (const [stream, name] of [...found].slice(0, mostOfFiles.count)) {
    const read = unpackedOrNull(stream);
    if (read === null || read.damaged) damaged.push(name);
    if (read === null || (read.damaged && read.data.length === 0)) continue;
    if (read.data.length > left) break;
    left -= read.data.length;
    const file = `part-${String(files.length + 1).padStart(4, '0')}`;
    writeFileSync(join(folder, file), read.data);
    files.push({ file, name });
  }
  return { files, of: found.size, damaged };
}

function* specsOf(document: PDFDocument): Generator<PDFDict, void, undefined> {
  const { catalog, context } = document;
  yield* inTree(dictIn(dictIn(catalog, 'Names'), 'EmbeddedFiles'));
  for (const dict of dictsReached(context, [catalog])) if (dict.has(PDFName.of('EF'))) yield dict;
}

/** Values of a tree of names (§7.9.6), in its order. */
function* inTree(root: PDFDict | null): Generator<PDFDict, void, undefined> {
  const seen = new Set<PDFDict>();
  const open = [root];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (node === null || seen.has(node)) continue;
    seen.add(node);
    for (const value of listIn(node, 'Names')) if (value instanceof PDFDict) yield value;
    open.push(...listIn(node, 'Kids').map(dictOf).reverse());
  }
}

function nameOf(spec: PDFDict): string {
  const name = ['UF', 'F', 'Unix', 'Mac', 'DOS'].flatMap((key) => textIn(spec, key) ?? [])[0] ?? '';
  return name.length > mostOfFiles.name
    ? `${name.slice(0, mostOfFiles.name).toWellFormed()}… [+${name.length - mostOfFiles.name}]`
    : name;
}

function unpackedOrNull(stream: PDFStream): ReturnType<typeof unpackedStream> | null {
  try {
    return unpackedStream(stream);
  } catch {
    return null; // more than anybody should have to hold
  }
}
