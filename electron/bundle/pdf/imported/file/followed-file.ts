import { objectAt, streamSpan, type FoundObject, type StreamSpan } from './object-span.ts';
import { referenceAt, skipSpace, spanText, wholeAt, type Span } from './tokens.ts';
import { readXrefTable, type XrefEntry, type XrefTable } from './xref-table.ts';

/** A file as its cross-reference table says it is. */
export type FollowedFile = Readonly<{
  /** A file of the same objects and no others, for a reader that takes every object it finds. */
  bytes: Buffer;
  entries: XrefTable['entries'];
  /** The reference to the document's root: `1 0 R`. */
  root: string;
  /** Objects that the table names and that are not where it says. */
  broken: ReadonlySet<number>;
  /** Objects in the file that no section of the table names, nor ever named: a reader that searches finds them. */
  unnamed: number;
  /** Dictionaries with a key twice and two values for it. */
  doubledKeys: number;
}>;

type Kept = Readonly<{ found: FoundObject; stream: StreamSpan | null }>;

/**
 * Gathers what the table names, in an order in which the last of a number is the one that the table means: packed
 * objects first, the others after them. Streams get the length that they have.
 *
 * @throws {Error} where the table cannot be read
 */
export function followTable(file: Uint8Array): FollowedFile {
  const { bytes, table } = tableOf(file);
  const { entries, offsets, spans, trailer } = table;
  const broken = new Set<number>();
  const seen = { doubled: 0 };
  const covered: Span[] = [...spans];
  const packs: Kept[] = [];
  const others: Kept[] = [];
  for (const [number, entry] of entries) {
    if (entry.kind !== 'at') continue;
    const kept = keptAt(bytes, number, entry, entries, seen);
    if (kept === null) broken.add(number);
    else {
      covered.push(spanOf(kept));
      const type = kept.found.dict?.values.get('Type');
      const name = kept.stream && type ? spanText(bytes, type) : '';
      if (name !== '/XRef') (name === '/ObjStm' ? packs : others).push(kept);
    }
  }
  for (const offset of offsets) {
    const before = tried(() => objectAt(bytes, offset));
    const stream =
      before && before.stream !== null ? tried(() => streamSpan(bytes, before, lengthBy(bytes, entries))) : null;
    if (before) covered.push(spanOf({ found: before, stream }));
  }
  const root = referenceAt(Buffer.from(trailer.get('Root') ?? '', 'latin1'), 0);
  if (root === null) throw new Error('the table names no root');
  const parts: Uint8Array[] = [Buffer.from('%PDF-1.7\n%\xE2\xE3\xCF\xD3\n', 'latin1')];
  for (const kept of [...packs, ...others]) parts.push(...written(bytes, kept));
  const kept = ['Root', 'Info', 'Encrypt', 'ID'].flatMap((key) => {
    const value = trailer.get(key);
    return value === undefined ? [] : [`/${key} ${value}`];
  });
  parts.push(Buffer.from(`trailer\n<< ${kept.join(' ')} >>\nstartxref\n0\n%%EOF\n`, 'latin1'));
  const unnamed = objectsBeside(bytes, covered);
  return {
    bytes: Buffer.concat(parts),
    entries,
    root: `${root.number} ${root.generation} R`,
    broken,
    unnamed,
    doubledKeys: seen.doubled,
  };
}

/** Places are counted from the head of the PDF, which may stand behind something else; some programs count from the file's. */
function tableOf(file: Uint8Array): Readonly<{ bytes: Uint8Array; table: XrefTable }> {
  const head = Buffer.from(file.buffer, file.byteOffset, Math.min(file.length, 1_024)).indexOf('%PDF-');
  if (head > 0) {
    const bytes = file.subarray(head);
    const table = tried(() => readXrefTable(bytes));
    if (table) return { bytes, table };
  }
  return { bytes: file, table: readXrefTable(file) };
}

function keptAt(
  bytes: Uint8Array,
  number: number,
  { offset, generation }: Extract<XrefEntry, { kind: 'at' }>,
  entries: XrefTable['entries'],
  seen: { doubled: number },
): Kept | null {
  return tried(() => {
    const found = objectAt(bytes, offset, seen);
    if (found.number !== number || found.generation !== generation) return null;
    return { found, stream: found.stream === null ? null : streamSpan(bytes, found, lengthBy(bytes, entries)) };
  });
}

/** A length that stands in another object: a number, not packed with others (which no stream's length may be). */
function lengthBy(bytes: Uint8Array, entries: XrefTable['entries']): (reference: number) => number | null {
  return (reference) => {
    const entry = entries.get(reference);
    if (entry?.kind !== 'at') return null;
    const found = tried(() => objectAt(bytes, entry.offset));
    return found?.number === reference ? (wholeAt(bytes, found.value[0])?.value ?? null) : null;
  };
}

function spanOf({ found, stream }: Kept): Span {
  return [found.value[0], stream?.to ?? found.value[1]];
}

function* written(bytes: Uint8Array, { found, stream }: Kept): Generator<Uint8Array> {
  const { number, generation, value, dict } = found;
  yield Buffer.from(`${number} ${generation} obj\n`, 'latin1');
  if (!dict || !stream) yield bytes.subarray(...value);
  else {
    const length = dict.values.get('Length') ?? [dict.to - 2, dict.to - 2];
    const own = dict.values.has('Length') ? '' : ' /Length ';
    yield bytes.subarray(value[0], length[0]);
    yield Buffer.from(`${own}${stream.end - stream.from}`, 'latin1');
    yield bytes.subarray(length[1], value[1]);
    yield Buffer.from('\nstream\n', 'latin1');
    yield bytes.subarray(stream.from, stream.end);
    yield Buffer.from('\nendstream', 'latin1');
  }
  yield Buffer.from('\nendobj\n', 'latin1');
}

/** Heads of objects in what is left of the file when all that its table names is taken away. */
function objectsBeside(bytes: Uint8Array, covered: Span[]): number {
  covered.sort(([a], [b]) => a - b);
  let found = 0;
  let at = 0;
  for (const [from, to] of [...covered, [bytes.length, bytes.length] as const]) {
    // The head of an object that is named stands before its value.
    if (from > at)
      found += [...spanText(bytes, [at, from]).matchAll(/\d\s+\d+\s+obj(?=[\s<[(/\d%]|$)/g)].filter(
        ({ index, 0: head }) => skipSpace(bytes, at + index + head.length) !== from,
      ).length;
    at = Math.max(at, to);
  }
  return found;
}

function tried<T>(look: () => T): T | null {
  try {
    return look();
  } catch {
    return null;
  }
}
