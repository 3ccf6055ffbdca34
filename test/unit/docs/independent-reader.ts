import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { crc32, inflateSync } from 'node:zlib';

/**
 * A reader of cases, bundles, packages and proofs, written from `docs/format.md` alone: it imports nothing of the
 * program (a test holds it to that), so that it can be an oracle for the page. It throws at the first thing that is not
 * as the page says, and hands back what it read.
 */

type Json = Record<string, unknown>;
type Listed = { name: string; sha256: string; bytes: number };
type RecordRead = Json & { item: string; artifacts: Listed[] };
type EntryRead = Json & { caseId: string; seq: number; prev: string; act: string; payload: string };

const hashOf = (...pieces: readonly (string | Uint8Array)[]) => {
  const hash = createHash('sha256');
  for (const piece of pieces) hash.update(piece);
  return hash.digest('hex');
};
const bytesOf = (hex: string) => Buffer.from(hex, 'hex');
const leafOf = (entry: string) => hashOf(Uint8Array.of(0), entry);
const nodeOf = (left: string, right: string) => hashOf(Uint8Array.of(1), bytesOf(left), bytesOf(right));

function must(holds: boolean, what: string): asserts holds {
  if (!holds) throw new Error(what);
}

/** Root of the tree over leaf hashes, by the recursive definition of RFC 6962 §2.1. */
function rootOf(leaves: readonly string[]): string {
  if (leaves.length === 1) return leaves[0] ?? '';
  let half = 1;
  while (half * 2 < leaves.length) half *= 2;
  return nodeOf(rootOf(leaves.slice(0, half)), rootOf(leaves.slice(half)));
}

/** RFC 9162 §2.1.3.2, in its own words: from the leaf upwards. */
function rootByAuditPath(leaf: string, index: number, size: number, path: readonly string[]): string {
  let [fn, sn, r] = [index, size - 1, leaf];
  for (const p of path) {
    must(sn > 0, 'the audit path is too long');
    if (fn % 2 === 1 || fn === sn) {
      r = nodeOf(p, r);
      while (fn % 2 === 0 && fn !== 0) [fn, sn] = [fn >> 1, sn >> 1];
    } else r = nodeOf(r, p);
    [fn, sn] = [fn >> 1, sn >> 1];
  }
  must(sn === 0, 'the audit path is too short');
  return r;
}

/** RFC 9162 §2.1.4.2, in its own words. */
function mustExtend(first: Head, second: Head, given: readonly string[]): void {
  const power = (first.size & (first.size - 1)) === 0;
  const path = power ? [first.root, ...given] : [...given];
  if (first.size === second.size) {
    must(given.length === 0 && first.root === second.root, 'the same size and another root');
    return;
  }
  let [fn, sn] = [first.size - 1, second.size - 1];
  while (fn % 2 === 1) [fn, sn] = [fn >> 1, sn >> 1];
  let [fr, sr] = [path[0] ?? '', path[0] ?? ''];
  for (const c of path.slice(1)) {
    must(sn !== 0, 'the consistency proof is too long');
    if (fn % 2 === 1 || fn === sn) {
      [fr, sr] = [nodeOf(c, fr), nodeOf(c, sr)];
      while (fn % 2 === 0 && fn !== 0) [fn, sn] = [fn >> 1, sn >> 1];
    } else sr = nodeOf(sr, c);
    [fn, sn] = [fn >> 1, sn >> 1];
  }
  must(sn === 0 && fr === first.root && sr === second.root, 'the log does not go on from the earlier head');
}

type Head = { caseId: string; size: number; root: string };

function headIn(text: string): Head {
  const [origin = '', size = '', root = '', rest] = text.split('\n');
  must(/^fascicle\/[0-9a-f]{32}$/.test(origin) && rest === '', 'no checkpoint');
  return { caseId: origin.slice(9), size: Number(size), root: Buffer.from(root, 'base64').toString('hex') };
}

/** The value in a payload's text, checked against the digest that an entry gives. */
function valueIn(entry: EntryRead, payload: string): Json {
  must(hashOf(payload) === entry.payload, `payload of entry ${entry.seq}`);
  const { salt, value } = JSON.parse(payload) as { salt: string; value: Json };
  must(/^[0-9a-f]{32}$/.test(salt), `salt of entry ${entry.seq}`);
  return value;
}

export type CaseRead = {
  caseId: string;
  head: Head;
  acts: string[];
  title: string;
  records: Map<string, RecordRead>;
  /** The objects that the log leads to. */
  objects: Set<string>;
};

/**
 * Reads a case folder. @param from where the entries are taken from: the database, or the objects alone
 */
export function readCase(folder: string, from: 'database' | 'objects'): CaseRead {
  const objects = new Set<string>();
  const object = (sha256: string) => {
    const bytes = readFileSync(join(folder, 'objects', sha256.slice(0, 2), sha256.slice(2)));
    must(hashOf(bytes) === sha256, `object ${sha256}`);
    objects.add(sha256);
    return bytes;
  };
  const texts = from === 'database' ? entriesInDatabase(folder) : entriesInObjects(folder);
  const read: CaseRead = {
    caseId: '',
    head: { caseId: '', size: 0, root: '' },
    acts: [],
    title: '',
    records: new Map(),
    objects,
  };
  let prev = '0'.repeat(64);
  const leaves = texts.map((text, at) => {
    const entry = JSON.parse(text) as EntryRead;
    must(entry['v'] === 1 && entry.seq === at && entry.prev === prev, `entry ${at} continues the chain`);
    if (at === 0) read.caseId = entry.caseId;
    must(entry.caseId === read.caseId, `entry ${at} is of this case`);
    must(object(hashOf(text)).toString() === text, `entry ${at} is an object`);
    const value = valueIn(entry, object(entry.payload).toString());
    read.acts.push(entry.act);
    if (entry.act === 'case-created' || entry.act === 'facts-edited') read.title = value['title'] as string;
    if (entry.act === 'item-added') {
      const record = JSON.parse(object(value['record'] as string).toString()) as RecordRead;
      must(record['v'] === 1 && record.item === value['item'], `record of ${record.item}`);
      for (const { sha256, bytes } of record.artifacts)
        must(object(sha256).length === bytes, `an artifact of ${record.item}`);
      read.records.set(record.item, record);
    }
    for (const named of namedIn(entry.act, value)) object(named);
    prev = leafOf(text);
    return prev;
  });
  read.head = { caseId: read.caseId, size: leaves.length, root: rootOf(leaves) };
  return read;
}

/** Objects that the page says an act names, beside records. */
function namedIn(act: string, value: Json): string[] {
  const one = (key: string) => (value[key] as { sha256: string } | null)?.sha256 ?? null;
  const found = act === 'stamp-requested' ? [one('checkpoint')] : act === 'stamp-answered' ? [one('token')] : [];
  return found.filter((sha256) => sha256 !== null);
}

function entriesInDatabase(folder: string): string[] {
  const copy = mkdtempSync(join(tmpdir(), 'fascicle-reader-'));
  for (const name of ['case.db', 'case.db-wal'])
    if (existsSync(join(folder, name))) cpSync(join(folder, name), join(copy, name));
  const db = new DatabaseSync(join(copy, 'case.db'));
  must(db.prepare('PRAGMA application_id').get()?.['application_id'] === 0x46617363, 'application_id');
  const rows = db.prepare('SELECT seq, hash, object, body FROM entry ORDER BY seq').all() as Record<string, string>[];
  db.close();
  return rows.map(({ body = '', hash, object }) => {
    must(leafOf(body) === hash && hashOf(body) === object, 'a row of the table entry');
    return body;
  });
}

function entriesInObjects(folder: string): string[] {
  return filesIn(join(folder, 'objects'))
    .map((path) => readFileSync(join(folder, 'objects', path)))
    .filter((bytes) => bytes.length < 16_384 && bytes.subarray(0, 8).toString() === '{"act":"')
    .map((bytes) => bytes.toString())
    .sort((a, b) => (JSON.parse(a) as EntryRead).seq - (JSON.parse(b) as EntryRead).seq);
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((one) => one.isFile())
    .map((one) => relative(folder, join(one.parentPath, one.name)).replaceAll('\\', '/'));
}

/** Lines of `sha256sum`, by name. */
function sumsIn(text: string): Map<string, string> {
  const lines = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  return new Map(lines.map((line) => [line.slice(66), line.slice(0, 64)]));
}

export type BundleRead = { manifest: Json & { exhibits: Json[]; pages: Json[] }; pictures: string[] };

/** Reads a bundle with the two files beside it, and makes every picture again from the PDF. */
export function readBundle(pdf: string): BundleRead {
  const stem = pdf.replace(/\.pdf$/, '');
  const bytes = readFileSync(pdf);
  for (const [name, sha256] of sumsIn(readFileSync(`${stem}.sha256`, 'utf8')))
    must(hashOf(readFileSync(join(dirname(pdf), name))) === sha256, name);
  const text = readFileSync(`${stem}.manifest.json`, 'utf8');
  const manifest = JSON.parse(text) as BundleRead['manifest'] & { images: Image[]; embedded?: false };
  must(manifest['v'] === 1 && manifest['format'] === 'fascicle-bundle-manifest', 'no manifest');
  const streamOf = streamsOf(bytes);
  const isInside = bytes.includes('/Type /EmbeddedFile');
  must(isInside === (manifest.embedded !== false), 'the manifest inside');
  if (isInside) must(embedded(bytes).toString() === text, 'the manifest inside is the one beside');
  const pictures = manifest.images.map((image) => {
    const stream = streamOf(image.object);
    must(
      hashOf(image.kind === 'jpeg' ? stream : pngOf(stream, image.recipe)) === image.sha256,
      `picture ${image.sha256}`,
    );
    return image.sha256;
  });
  return { manifest, pictures };
}

type Image = {
  sha256: string;
  object: number;
  kind: string;
  recipe: { before: string; after: string; sizes: [number, number][] };
};

function pngOf(stream: Buffer, { before, sizes, after }: Image['recipe']): Buffer {
  const pieces = [Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), Buffer.from(before, 'base64')];
  let at = 0;
  for (const [size, count] of sizes)
    for (let n = 0; n < count; n++) {
      const body = Buffer.concat([Buffer.from('IDAT'), stream.subarray(at, at + size)]);
      const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
      length.writeUInt32BE(size);
      sum.writeUInt32BE(crc32(body));
      pieces.push(length, body, sum);
      at += size;
    }
  must(at === stream.length, 'the recipe is of another stream');
  return Buffer.concat([...pieces, Buffer.from(after, 'base64')]);
}

/** The raw stream of an object, by the classic cross-reference table (ISO 32000-1 §7.5.4). */
function streamsOf(pdf: Buffer): (object: number) => Buffer {
  const start = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(pdf.subarray(-64).toString('latin1'))?.[1]);
  const table = pdf.subarray(start);
  const [, count = '0'] = /^xref\n0 (\d+)\n/.exec(table.subarray(0, 32).toString('latin1')) ?? [];
  const first = `xref\n0 ${count}\n`.length;
  const offsetOf = (object: number) => {
    must(object < Number(count), `object ${object}`);
    return Number(table.subarray(first + object * 20, first + object * 20 + 10).toString('latin1'));
  };
  return (object) => {
    const at = offsetOf(object);
    const head = pdf.subarray(at, at + 2_000).toString('latin1');
    must(head.startsWith(`${object} 0 obj`), `object ${object} is where the table says`);
    const [, length = '', isReference] = /\/Length (\d+)( 0 R)?/.exec(head) ?? [];
    const from = at + head.indexOf('stream\n') + 'stream\n'.length;
    const own = isReference ? pdf.subarray(offsetOf(Number(length))).subarray(0, 40) : null;
    const size = own ? Number(/obj\s+(\d+)/.exec(own.toString('latin1'))?.[1]) : Number(length);
    return pdf.subarray(from, from + size);
  };
}

function embedded(pdf: Buffer): Buffer {
  const [, object] = /\/EF << \/F (\d+) 0 R/.exec(pdf.toString('latin1')) ?? [];
  return inflateSync(streamsOf(pdf)(Number(object)));
}

export type PackageRead = {
  head: Head;
  edition: string;
  items: Map<string, RecordRead>;
  logged: number;
  stamps: string[];
};

/** Reads a package in a folder. */
export function readPackage(folder: string): PackageRead {
  const file = (path: string) => readFileSync(join(folder, path));
  const text = (path: string) => file(path).toString('utf8');
  must(text('bagit.txt') === 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n', 'bagit.txt');
  const listed = new Map([...sumsIn(text('manifest-sha256.txt')), ...sumsIn(text('tagmanifest-sha256.txt'))]);
  for (const [path, sha256] of listed) must(hashOf(file(path)) === sha256, path);
  const unlisted = filesIn(folder).filter((path) => !listed.has(path) && !path.startsWith('seal/'));
  must(unlisted.join() === 'tagmanifest-sha256.txt', `not listed: ${unlisted.join()}`);
  const head = headIn(text('custody/checkpoint.txt'));
  const items = new Map(
    lines(text('custody/proofs.jsonl')).map((line) => {
      const { item, entry, payload, proof } = JSON.parse(line) as Record<string, string> & { proof: string[] };
      const record = provenRecord({ entry: entry ?? '', payload: payload ?? '' }, proof, head, (sha256) => {
        const bytes = file(`data/items/${item}/record.json`);
        must(hashOf(bytes) === sha256, `record of ${item}`);
        return bytes.toString('utf8');
      });
      for (const { name, sha256 } of record.artifacts) {
        const found = listed.get(`data/items/${item}/files/${name}`);
        must(found === undefined || found === sha256, `file ${name} of ${item}`);
      }
      return [record.item, record];
    }),
  );
  const stamps = existsSync(join(folder, 'custody/stamps')) ? readdirSync(join(folder, 'custody/stamps')) : [];
  for (const stamp of stamps)
    mustExtend(
      headIn(text(`custody/stamps/${stamp}/checkpoint.txt`)),
      head,
      lines(text(`custody/stamps/${stamp}/consistency.txt`)),
    );
  const log = listed.has('custody/log.jsonl') ? lines(text('custody/log.jsonl')) : [];
  if (log.length > 0) {
    const entries = log.map((line) => JSON.parse(line) as { entry: string; payload: string });
    for (const { entry, payload } of entries) valueIn(JSON.parse(entry) as EntryRead, payload);
    must(rootOf(entries.map(({ entry }) => leafOf(entry))) === head.root, 'the whole log leads to the checkpoint');
  }
  const [, edition = ''] = /^Fascicle-Edition: (.+)$/m.exec(text('bag-info.txt')) ?? [];
  return { head, edition, items, logged: log.length, stamps: stamps.map((stamp) => `custody/stamps/${stamp}`) };
}

/** An item's record, from its entry and the audit path to a head. */
function provenRecord(
  { entry, payload }: { entry: string; payload: string },
  path: readonly string[],
  head: Head,
  recordText: (sha256: string) => string,
): RecordRead {
  const read = JSON.parse(entry) as EntryRead;
  must(read.act === 'item-added' && read.caseId === head.caseId, 'an entry of another kind or case');
  must(rootByAuditPath(leafOf(entry), read.seq, head.size, path) === head.root, `entry ${read.seq} is in the log`);
  const value = valueIn(read, payload);
  const record = JSON.parse(recordText(value['record'] as string)) as RecordRead;
  must(record.item === value['item'], 'a record of another item');
  return record;
}

/** Reads a proof file: the item's record, where it shows one, and how many stamps cover it. */
export function readProof(path: string): { record: RecordRead | null; covered: number; since: Head | null } {
  const proof = JSON.parse(readFileSync(path, 'utf8')) as {
    format: string;
    v: number;
    checkpoint: string;
    item: { entry: string; payload: string; record: string; proof: string } | null;
    since: { checkpoint: string; proof: string[] } | null;
    stamps: { checkpoint: string; token: string; consistency: string[]; proof: string | null }[];
  };
  must(proof.format === 'fascicle-proof' && proof.v === 1, 'no proof');
  const head = headIn(proof.checkpoint);
  const { item } = proof;
  const under = (text: string, at: Head) => {
    const [, index = '', hashes = '', checkpoint = ''] =
      /^c2sp\.org\/tlog-proof@v1\nindex (\d+)\n((?:.+\n)*)\n([\s\S]+)$/.exec(text) ?? [];
    must(JSON.stringify(headIn(checkpoint)) === JSON.stringify(at), 'a tlog-proof under another head');
    must(item !== null && Number(index) === (JSON.parse(item.entry) as EntryRead).seq, 'a tlog-proof of another entry');
    const path = lines(hashes).map((hash) => Buffer.from(hash, 'base64').toString('hex'));
    return provenRecord(item, path, at, (sha256) => {
      must(hashOf(item.record) === sha256, 'the record');
      return item.record;
    });
  };
  for (const { checkpoint, consistency, proof: own } of proof.stamps) {
    mustExtend(headIn(checkpoint), head, consistency);
    if (own !== null) under(own, headIn(checkpoint));
  }
  if (proof.since) mustExtend(headIn(proof.since.checkpoint), head, proof.since.proof);
  return {
    record: item && under(item.proof, head),
    covered: proof.stamps.filter((stamp) => stamp.proof !== null).length,
    since: proof.since && headIn(proof.since.checkpoint),
  };
}

function lines(text: string): string[] {
  return text.split('\n').filter((line) => line !== '');
}
