import type { Attachment } from '../../shared/case/attachment.ts';
import type { CaseFacts } from '../../shared/case/case.ts';
import type { Category } from '../../shared/case/category.ts';
import type { Arrangement } from '../../shared/case/exhibit.ts';
import type { Job } from '../../shared/case/job.ts';
import type { ItemRecord, Reason } from '../../shared/case/record.ts';
import type { ProofPlan } from '../../shared/case/proof-plan.ts';
import type { CaseStatement, CaseStatementKind } from '../../shared/case/case-statement.ts';
import type { EventType, CustodyPayload } from '../../shared/custody/event-types.ts';
import type { Entry } from '../../shared/custody/entry.ts';
import type { Stored } from '../../shared/custody/stored.ts';
import type { Sha256 } from '../../shared/digest.ts';
import type { ByteSource } from '../../shared/verify/byte-source.ts';
import type { FilePath } from './files/regular-file.ts';

/** An item as the case stands now: its record and what was decided about it. */
export type ItemState = Readonly<{
  item: string;
  recordSha256: Sha256;
  record: ItemRecord;
  /** Reason of the exclusion in force, or null. */
  excluded: string | null;
  /** Whether a person accepted it while sorting. */
  accepted: boolean;
  attachments: readonly Attachment[];
  /** Custody entry that brought it in. */
  seq: number;
}>;

/** What was decided about an item while sorting. */
export type Triage = Readonly<{ excluded: string | null; accepted: boolean; tags: readonly string[] }>;

/** Reads a case. Never writes a byte into its folder. */
export interface ReadableCase {
  readonly folder: string;
  readonly caseId: string;
  /** @param upTo as they stood at this custody entry; without it, as they stand. The same of what else is stated of a case. */
  facts(upTo?: number): CaseFacts;
  /** In order of intake. */
  items(filter?: { category?: Category }): readonly ItemState[];
  /** Those that came in after this custody entry, in order of intake: what a list that is kept elsewhere lacks. */
  itemsAfter(seq: number): readonly ItemState[];
  /** What a machine read of items (OCR), in the order in which it was read. */
  machineRead(): readonly Attachment[];
  /** What stands decided, by item; an item that nobody looked at is not in it. */
  triage(): ReadonlyMap<string, Triage>;
  /** Leaf hash of one custody entry, or null where the log does not reach so far. */
  leafHash(seq: number): Sha256 | null;
  /** By full id, or by a prefix that fits one item only. @throws FascicleError `no-such-item` */
  item(idOrPrefix: string): ItemState;
  /** The arrangement that a person set, or null while none was. */
  arrangement(upTo?: number): Arrangement | null;
  /** The queue in its order. `open`: only what waits or is at work. */
  jobs(which: 'all' | 'open'): readonly Job[];
  /** By full id, or by a prefix that fits one job only. @throws FascicleError `no-such-job` */
  job(idOrPrefix: string): Job;
  /** Why the queue stands still, or null while it may go on. */
  queueHold(): Reason | null;
  /** The item that an address last became, or null. */
  lastItemOf(url: string): string | null;
  /** What was written around the exhibits; empty while nobody did. */
  plan(upTo?: number): ProofPlan;
  /** What was last stated about the case of this kind, or null while nothing was. */
  statement<K extends CaseStatementKind>(kind: K, upTo?: number): CaseStatement<K> | null;
  /** The whole custody log, or its prefix up to and including the last content entry. */
  entries(prefix?: 'all' | 'content'): readonly Entry[];
  /** Last entry, its leaf hash, and the wall clock of its writing. */
  head(prefix?: 'all' | 'content'): Readonly<{ seq: number; hash: Sha256; wall: string }>;
  /** How many items there are, without reading them. */
  count(): number;
  /** Absolute path of an object's file (which may be missing in a damaged case). */
  objectPath(sha256: Sha256): string;
  /** The object's bytes, hashed while reading. @throws FascicleError `object-damaged` | `object-missing` */
  readObject(sha256: Sha256): Uint8Array;
  close(): void;
}

/** Objects that are stored, by their hash. */
export type StoredObjects = Pick<ReadableCase, 'objectPath' | 'readObject'>;

/**
 * Content-addressed, durable before it returns: written in full, fsynced, renamed, folder fsynced. Of {@link LateWriter}
 * only once it is settled.
 */
export interface ObjectWriter {
  putBytes(bytes: Uint8Array): Readonly<{ sha256: Sha256; bytes: number }>;
  /** Streams a file in (1 MiB reads); the source is left where it is. @throws FascicleError `no-room`, before a byte is written */
  putFile(path: FilePath): Readonly<{ sha256: Sha256; bytes: number }>;
  /** The same from a member of an archive. */
  putSource(source: ByteSource): Promise<Readonly<{ sha256: Sha256; bytes: number }>>;
}

/** Objects of one piece of work that are made durable while it goes on. Nothing else sees them before they are settled. */
export interface LateWriter extends ObjectWriter, StoredObjects {
  /** Returns when everything that was put is durable under its name. */
  settle(): Promise<void>;
  /** Leaves nothing of what was not settled. */
  discard(): Promise<void>;
}

/** The one writer of a case (`writer.lock`). */
export interface WritableCase extends ReadableCase {
  readonly objects: ObjectWriter;
  /** Objects of an item that takes a while to come about; they are settled before it is added. */
  lateObjects(): LateWriter;
  /** Last custody entry when this process opened the case: work begun before it is nobody's any more. */
  readonly openedAt: number;
  /** A fresh folder under `tmp/` for unfinished files; removed with everything in it when the case is next opened. */
  scratch(): string;
  /**
   * Stores the record and commits the item: objects first, then one transaction for rows and custody entry.
   * @throws {FascicleError} `object-missing` where a file of it does not stand under its name: it was not settled
   */
  addItem(record: ItemRecord): ItemState;
  /**
   * An item that somebody else took in, with the record that came in the package: `object` is that record's, stored
   * already. The entry is by whoever takes it over; who took it in first stands in the record.
   */
  addReceived(record: ItemRecord, object: Stored, received: Sha256): ItemState;
  /**
   * Several acts that stand together or not at all: where `work` throws, none of them was, and the objects that they made
   * are gone. It must not wait for anything.
   */
  atOnce<T>(work: () => T): T;
  /** Any other act: payload object first, then one transaction. `subject` defaults to the case. */
  logEvent<A extends Exclude<EventType, 'case-created' | 'item-added'>>(
    act: A,
    value: CustodyPayload<A>,
    subject?: string,
  ): Entry;
  /**
   * Puts a finished bundle in its place: every file of the folder `unfinished` (a scratch folder) is made durable, and
   * the folder becomes `bundles/NAME` in one rename. An existing bundle is never overwritten. Log it with
   * `act('bundle-built')` right after; until then it is the leftover of a killed run.
   * @returns absolute path of the folder
   */
  publishBundle(unfinished: string, name: string): string;
  /** Who acts from now on, where a call names somebody other than the case's operator. */
  actAs(person: string | null): void;
}

/** Time and randomness, passed in: tests hold them still. */
export type ClockAndRandom = Readonly<{
  now(): Date;
  /** Monotonic, nanoseconds. */
  mono(): bigint;
  random(bytes: number): Uint8Array;
}>;
