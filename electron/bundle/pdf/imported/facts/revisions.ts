import { PDFDict, PDFName, type PDFDocument } from '@cantoo/pdf-lib';
import { openDocument } from '../file/open-document.ts';
import { settlePageTree } from '../file/page-tree.ts';
import { readXrefTable } from '../file/xref-table.ts';
import { ObjectDigests } from './object-digest.ts';

/** A file as it was after one save: its first bytes, up to `end`. */
type Revision = Readonly<{ end: number }>;

/** What an update that was appended to a file changed on its pages. */
export type Update = Readonly<{
  /** The number of the revision that it made: the first update makes the second. */
  revision: number;
  /** Where it ends in the file. */
  end: number;
  /** Pages of another content, size or turn, and such as are new or gone; null: not compared. */
  content: readonly number[] | null;
  /** Pages on which no more than annotations and form fields were added, changed or taken away. */
  notes: readonly number[];
}>;

const mostCompared = { revisions: 12, bytes: 64 << 20, pages: 2_000, milliseconds: 12_000 } as const;
/** Beyond the file's own: a `%%EOF` and an end of line. */
const endMark = /^startxref[\s\0]+(\d{1,12})[\s\0]+%%EOF(?:\r\n|\n|\r)?/;

/**
 * The revisions of a file, the oldest first (ISO 32000-1 §7.5.6): each section of its cross-reference table that leads to
 * an earlier one is an update. A linearised file has two sections that are one revision (Annex F), the first of which lies
 * before the other. Null where the table cannot be read, or a revision's end is not found.
 */
export function revisionsOf(bytes: Uint8Array): readonly Revision[] | null {
  const ends = endsIn(bytes);
  try {
    const { sections } = readXrefTable(bytes);
    const heads = sections.filter((at, n) => n === 0 || !isLinearised(sections[n - 1] ?? 0, at));
    const found = heads.map((at) => ends.get(at));
    const all = found.flatMap((end) => (end === undefined ? [] : [{ end }])).reverse();
    const rising = all.every(({ end }, n) => n === 0 || end > (all[n - 1]?.end ?? 0));
    return all.length === heads.length && rising ? all : null;
  } catch {
    return null;
  }
}

const isLinearised = (newer: number, older: number): boolean => newer < older;

/** The last end mark of each section that one names. */
function endsIn(bytes: Uint8Array): ReadonlyMap<number, number> {
  const whole = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const ends = new Map<number, number>();
  for (let at = whole.indexOf('startxref'); at >= 0; at = whole.indexOf('startxref', at + 9)) {
    const mark = endMark.exec(whole.subarray(at, at + 64).toString('latin1'));
    if (mark) ends.set(Number(mark[1]), at + mark[0].length);
  }
  return ends;
}

type PageDigests = readonly Readonly<{ content: string; notes: string }>[];

/**
 * What each update changed. Compared are the pages' own objects, not pictures of them: what was only written anew counts
 * as changed, and what was changed is never missed.
 */
export async function updatesOf(bytes: Uint8Array, revisions: readonly Revision[]): Promise<readonly Update[]> {
  const until = performance.now() + mostCompared.milliseconds;
  const compares = revisions.length <= mostCompared.revisions && bytes.length <= mostCompared.bytes;
  let before = compares ? await digestsOf(bytes.subarray(0, revisions[0]?.end), until) : null;
  const updates: Update[] = [];
  for (const [at, { end }] of revisions.entries()) {
    if (at === 0) continue;
    const after = compares
      ? await digestsOf(at === revisions.length - 1 ? bytes : bytes.subarray(0, end), until)
      : null;
    updates.push({ revision: at + 1, end, ...changed(before, after) });
    before = after;
  }
  return updates;
}

function changed(before: PageDigests | null, after: PageDigests | null): Pick<Update, 'content' | 'notes'> {
  if (before === null || after === null) return { content: null, notes: [] };
  const numbers = Array.from({ length: Math.max(before.length, after.length) }, (_, at) => at + 1);
  const differ = (what: 'content' | 'notes') =>
    numbers.filter((number) => before[number - 1]?.[what] !== after[number - 1]?.[what]);
  const content = differ('content');
  return { content, notes: differ('notes').filter((number) => !content.includes(number)) };
}

/** Of each page; null where the revision cannot be opened, or is too much to compare. */
async function digestsOf(bytes: Uint8Array, until: number): Promise<PageDigests | null> {
  if (performance.now() > until) return null;
  try {
    const { document, searched } = await openDocument(bytes);
    if (searched) return null;
    settlePageTree(document);
    return document.getPageCount() > mostCompared.pages ? null : pageDigests(document, until);
  } catch {
    return null;
  }
}

const settings = ['MediaBox', 'CropBox', 'Rotate', 'Resources'].map((name) => PDFName.of(name));
const ownKeys = ['Contents', 'UserUnit', 'Group'].map((name) => PDFName.of(name));

/** @throws {Error} where it takes too long */
function pageDigests(document: PDFDocument, until: number): PageDigests {
  const digests = new ObjectDigests(document.context);
  return document.getPages().map(({ node }) => {
    if (performance.now() > until) throw new Error('it takes too long to compare the revisions');
    const inherited = settings.map((key) => node.getInheritableAttribute(key));
    const notes = node.Annots()?.asArray() ?? [];
    const drawn = notes.map((one) => document.context.lookup(one)).filter((one) => one instanceof PDFDict);
    return {
      content: digests.of([...ownKeys.map((key) => node.get(key)), ...inherited]),
      notes: digests.of(drawn),
    };
  });
}
