import { because } from '../cause.ts';
import { firstDer } from '../timestamp/der.ts';
import { fromHex } from '../timestamp/der-values.ts';
import { latin1, type ByteSource } from '../verify/byte-source.ts';
import { PdfReader } from '../verify/pdf/pdf-reader.ts';
import { PdfReference } from '../verify/pdf/pdf-value.ts';
import { contentsWritten, revisionOf, type Revised, type Revision, type RevisionKind } from './revision.ts';

/** A signature or time stamp that was appended to a bundle. */
export type AppendedRevision = Readonly<{
  kind: RevisionKind;
  /** When the signer says it was made, UTC; null for a time stamp. */
  at: string | null;
  /** The signature or token, DER. */
  contents: Uint8Array;
  /** Where the contents begin and end: all before and behind, up to `end`, is signed. */
  from: number;
  to: number;
  end: number;
}>;

/** A bundle with what was appended to it. */
export type RevisedBundle = Readonly<{
  /** The bundle as it was built: the first bytes of the file. */
  base: ByteSource;
  reader: PdfReader;
  revisions: readonly AppendedRevision[];
  /** As it stands now: what a further signature builds on. */
  state: Revised;
}>;

const mostRevisions = 64;
/** A revision's cross-reference section, or the trailer of the base. */
const longestSection = 4_096;

/**
 * Reads a bundle, signed or not. What was appended must be, to the byte, what this program appends: each revision is
 * written anew and compared, so that a change to a page cannot come along as a "signature".
 *
 * @throws {Error} saying what is not as this program writes it
 */
export async function readRevisions(source: ByteSource): Promise<RevisedBundle> {
  const size = await baseSize(source);
  const base: ByteSource = {
    size,
    read: (offset, length) => source.read(offset, Math.max(0, Math.min(length, size - offset))),
  };
  const reader = await PdfReader.open(base);
  let state = await stateOf(reader, size);
  const revisions: AppendedRevision[] = [];
  while (state.size < source.size) {
    if (revisions.length === mostRevisions) throw new Error(because('pdf-appended-more'));
    const { revision, next } = await readRevision(source, state);
    revisions.push(revision);
    state = next;
  }
  return { base, reader, revisions, state };
}

/** Bytes of the bundle before anything was appended: back from the last cross-reference section to the first. */
async function baseSize(source: ByteSource): Promise<number> {
  const tail = latin1(await source.read(Math.max(0, source.size - 64), 64));
  let start = Number(/startxref\n(\d{1,10})\n%%EOF\n$/.exec(tail)?.[1] ?? NaN);
  for (let step = 0; step <= mostRevisions; step++) {
    if (!(start < source.size)) break;
    const text = latin1(await source.read(start, longestSection));
    const first = /^xref\n0 (\d{1,8})\n/.exec(text);
    if (first) {
      const at = start + first[0].length + Number(first[1]) * 20;
      const end = `\nstartxref\n${start}\n%%EOF\n`;
      const found = latin1(await source.read(at, longestSection)).indexOf(end);
      if (found < 0) break;
      return at + found + end.length;
    }
    const previous = Number(/^xref\n[\s\S]*\ntrailer\n<< [^\n]* \/Prev (\d{1,10}) >>\n/.exec(text)?.[1] ?? NaN);
    if (!(previous < start)) break;
    start = previous;
  }
  throw new Error(because('pdf-end'));
}

async function stateOf(reader: PdfReader, size: number): Promise<Revised> {
  const [root, info, ids] = ['Root', 'Info', 'ID'].map((key) => reader.trailer.get(key));
  const [id] = Array.isArray(ids) ? (ids as readonly unknown[]) : [];
  if (!(root instanceof PdfReference) || !(info instanceof PdfReference) || typeof id !== 'string')
    throw new Error(because('pdf-trailer'));
  let page = (await reader.dict(root)).get('Pages');
  for (let depth = 0; depth < 40; depth++) {
    const kids = (await reader.dict(page)).get('Kids');
    if (!Array.isArray(kids)) break;
    page = (kids as readonly PdfReference[])[0]; // a page tree has references, or the next step throws
  }
  if (!(page instanceof PdfReference)) throw new Error(because('pdf-page-tree'));
  const digits = Array.from(id, (octet) => octet.charCodeAt(0).toString(16).padStart(2, '0')).join('');
  return {
    size,
    tableAt: reader.tableAt,
    count: reader.count,
    catalog: { object: root.object, text: await reader.textOf(root.object) },
    page: { object: page.object, text: await reader.textOf(page.object) },
    info: info.object,
    id: digits.toUpperCase(),
    fields: [],
  };
}

async function readRevision(
  source: ByteSource,
  state: Revised,
): Promise<Readonly<{ revision: AppendedRevision; next: Revised }>> {
  const head = latin1(await source.read(state.size, 256));
  const [, type, stamp] =
    /^\d+ 0 obj\n<< \/Type \/(Sig|DocTimeStamp) [^\n]*?(?:\/M \(D:(\d{14})Z\) )?\/ByteRange /.exec(head) ?? [];
  const kind = type === 'DocTimeStamp' ? 'time-stamp' : 'signature';
  const at = stamp?.replace(/(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)/, '$1-$2-$3T$4:$5:$6Z') ?? null;
  const wanted: Revision = revisionOf(state, kind, at);
  const from = state.size + wanted.before.length;
  const to = from + contentsWritten;
  const written = async (offset: number, text: string) => latin1(await source.read(offset, text.length)) === text;
  if (!(await written(state.size, wanted.before)) || !(await written(to, wanted.after)))
    throw new Error(because('pdf-appended-other'));
  const contents = contentsOf(latin1(await source.read(from, contentsWritten)));
  return { revision: { kind, at, contents, from, to, end: wanted.next.size }, next: wanted.next };
}

/** The DER between the brackets; behind it only zeros. */
function contentsOf(text: string): Uint8Array {
  if (!/^<[0-9a-f]*>$/.test(text)) throw new Error(because('pdf-signature-hex'));
  const bytes = fromHex(text.slice(1, -1));
  const { bytes: der } = firstDer(bytes);
  if (bytes.subarray(der.length).some((octet) => octet !== 0)) throw new Error(because('pdf-after-signature'));
  return der;
}
