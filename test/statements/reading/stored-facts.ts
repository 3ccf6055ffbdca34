import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import type { FramedPart, LeftOut } from './framed-parts.ts';
import type { PrintedLink } from './printed-links.ts';
import type { StoredAnswer } from './stored-archive.ts';
import type { StoredOrder } from './stored-order.ts';
import type { Margins } from './stored-pictures.ts';
import type {
  StatedOfCase,
  StoredAttachment,
  StoredClaims,
  StoredDeclarant,
  StoredEntry,
  StoredExhibitRow,
  StoredLink,
  StoredManifest,
  StoredPlan,
  StoredRecord,
} from './stored-record.ts';

export type StoredExhibit = {
  number: string;
  record: StoredRecord;
  recordSha256: string;
  recordBytes: number;
  /** As the lawyer arranged it; null where the program did. */
  stated: StoredExhibitRow | null;
  attachments: StoredAttachment[];
};

/** A case and one bundle of it, read from the case's objects and the manifest beside the PDF. */
export type Facts = {
  language: 'zh' | 'en';
  manifest: StoredManifest;
  title: string;
  declarant: StoredDeclarant | null;
  submitted: string | null;
  entries: StoredEntry[];
  exhibits: StoredExhibit[];
  /** The ruling as it was last entered; null where none was. */
  order: StoredOrder | null;
  /** Every item of the case with the visible text of a page and where its lines end, in CSS pixels from the top. */
  looks: { record: StoredRecord; text: string | null; lines: StoredLine[] }[];
  /** What people state of the case, wrote around its exhibits, mapped and linked. */
  stated: StatedOfCase;
  plan: StoredPlan;
  claims: StoredClaims | null;
  links: StoredLink[];
  /** Why an item was left out, by the item. */
  excluded: Record<string, string>;
  /** Of the bundle that this one adds to, read from its own manifest. */
  before: {
    sha256: string;
    lastPage: number;
    custody: { seq: number; hash: string };
    kinds: string[];
    exhibits: { number: string; item: string; pages: [number, number] }[];
  } | null;
  /** A package that was handed over; null: of none is spoken. */
  handed: {
    files: string[];
    edition: 'filing' | 'whole';
    sealed: string | null;
    stamps: number;
    commands: string;
    /** Entries of the custody log at its checkpoint. */
    entries: number;
  } | null;
  /** Of the PDF, by another program: the words of each page without blanks, and dots an inch of the pictures on a page. */
  pageWords: string[];
  drawn: Record<number, number[]>;
  /** The lines above and below each page, its label, and its links. */
  heads: string[];
  feet: string[];
  labels: string[];
  leads: PrintedLink[];
  /** Red frames over the pictures of page one. */
  framed: FramedPart[];
  /** By the page: what is left out at the sides of its pictures. */
  leftOut: Record<number, LeftOut[]>;
  /** By the item: answers of servers in its archive; blank columns at the sides of its picture. */
  answers: Record<string, StoredAnswer[]>;
  margins: Record<string, Margins>;
  /** Rows in which the pictures of two items differ, by `before after`. */
  differing: Record<string, number[] | null>;
};
type StoredLine = { x: number; y: number; right: number; bottom: number; text: string };

export function storedFacts(caseFolder: string, manifestPath: string, language: 'zh' | 'en'): Facts {
  const own = JSON.parse(readFileSync(manifestPath, 'utf8')) as StoredManifest; // as docs/format.md has it
  const object = (sha256: string): Buffer => {
    const bytes = readFileSync(join(caseFolder, 'objects', sha256.slice(0, 2), sha256.slice(2)));
    if (createHash('sha256').update(bytes).digest('hex') !== sha256) throw new Error(`object ${sha256} is another`);
    return bytes;
  };
  const all = entriesOf(caseFolder).map(({ hash, body }): StoredEntry => {
    const entry = JSON.parse(body) as Omit<StoredEntry, 'hash' | 'value'>;
    const { value } = JSON.parse(object(entry.payload).toString()) as Pick<StoredEntry, 'value'>;
    return { ...entry, hash, value };
  });
  const entries = all.filter(({ seq }) => seq <= own.custody.seq);
  const values = (act: string) => entries.filter((entry) => entry.act === act).map(({ value }) => value);
  const stated = [...values('case-created'), ...values('facts-edited')].at(-1);
  const recordOf = new Map(values('item-added').map(({ item, record = '' }) => [item, record]));
  // What was filed before stands in the catalogue of the volume that adds to it.
  const before = (own.earlier ?? []).map((one) => ({ ...one, record: recordOf.get(one.item) ?? '' }));
  const manifest = { ...own, exhibits: [...before, ...own.exhibits] };
  const records = new Map(
    values('item-added').flatMap(({ item, record }) =>
      item !== undefined && record !== undefined
        ? [[item, JSON.parse(object(record).toString()) as StoredRecord] as const]
        : [],
    ),
  );
  const excluded = Object.fromEntries(
    entries.flatMap(({ act, value }) =>
      act === 'item-excluded' && value.item !== undefined ? [[value.item, value.reason ?? '']] : [],
    ),
  );
  const claims = values('claims-set').at(-1);
  const arranged = values('exhibits-set').at(-1)?.exhibits ?? [];
  return {
    language,
    manifest,
    title: stated?.title ?? '',
    declarant: stated?.declarant ?? null,
    submitted: stated?.submitted ?? null,
    entries,
    exhibits: onceEach(manifest.exhibits).map(({ number, item, record }) => ({
      number,
      record: JSON.parse(object(record).toString()) as StoredRecord,
      recordSha256: record,
      recordBytes: object(record).length,
      stated: arranged.find((one) => one.item === item) ?? null,
      attachments: values('attachment-added').flatMap(({ item: of, number: own = null, file }) =>
        of === item && file ? [{ item, number: own, file }] : [],
      ),
    })),
    stated: stated ?? {},
    plan: { ...emptyPlan, ...values('plan-set').at(-1) },
    claims: claims?.template && claims.stated ? { template: claims.template, stated: claims.stated } : null,
    links: values('spread-set').at(-1)?.links ?? [],
    excluded,
    before: null,
    handed: null,
    ...{ pageWords: [], drawn: {}, heads: [], feet: [], labels: [], leads: [], framed: [], leftOut: {} },
    ...{ answers: {}, margins: {}, differing: {} },
    order: values('order-set').at(-1)?.order ?? null,
    looks: [...records.values()].map((record) => ({ record, ...wordsOf(record, object) })),
  };
}

const emptyPlan: StoredPlan = { chronology: [], elements: [], accepted: [], notes: [], drafts: [] };

/** A manifest as its file has it, with the hash of that file. */
export function filedBefore(manifestPath: string): NonNullable<Facts['before']> {
  const bytes = readFileSync(manifestPath);
  const { exhibits, pages, custody } = JSON.parse(bytes.toString()) as StoredManifest; // as docs/format.md has it
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const of = exhibits.map(({ number, item, pages: range }) => ({ number, item, pages: range }));
  const kinds = [...new Set(pages.map(({ kind }) => kind))];
  return { sha256, lastPage: pages.at(-1)?.page ?? 0, custody, kinds, exhibits: of };
}

/** An exhibit whose full pages stand in the annex of the same file has two entries. */
const onceEach = <E extends Readonly<{ number: string }>>(all: readonly E[]): readonly E[] => [
  ...new Map(all.map((one) => [one.number, one])).values(),
];

/** Hash and canonical JSON of every entry, from a copy of the database. */
function entriesOf(caseFolder: string): readonly Readonly<{ hash: string; body: string }>[] {
  const folder = mkdtempSync(join(tmpdir(), 'statements-'));
  for (const name of ['case.db', 'case.db-wal'])
    if (existsSync(join(caseFolder, name))) copyFileSync(join(caseFolder, name), join(folder, name));
  const database = new Database(join(folder, 'case.db'));
  const rows = database.prepare('SELECT hash, body FROM entry ORDER BY seq').all() as {
    hash: Buffer | string;
    body: Buffer | string;
  }[];
  database.close();
  return rows.map(({ hash, body }) => ({
    hash: typeof hash === 'string' ? hash : hash.toString('hex'),
    body: typeof body === 'string' ? body : body.toString('utf8'),
  }));
}

/** The visible text of a page, and its lines. */
function wordsOf({ artifacts }: StoredRecord, object: (sha256: string) => Buffer) {
  const read = (role: string): string | null => {
    const file = artifacts.find((one) => one.role === role);
    return file ? object(file.sha256).toString() : null;
  };
  const positions = JSON.parse(read('text-positions') ?? '{"runs":[]}') as {
    runs: [x: number, y: number, width: number, height: number, text: string][];
  };
  return {
    text: read('text'),
    lines: positions.runs.map(([x, y, width, height, text]) => ({
      ...{ x: x / 100, y: y / 100, right: (x + width) / 100, bottom: (y + height) / 100 },
      text,
    })),
  };
}
