import { existsSync, mkdtempSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Database } from 'better-sqlite3';
import { canonicalBytes } from '../../shared/canonical-json.ts';
import { recordSchema, type ItemRecord } from '../../shared/case/record.ts';
import { eventTypes, type EventType, type CustodyPayload } from '../../shared/custody/event-types.ts';
import { entrySchema, leafHash, noPrevious, type Entry } from '../../shared/custody/entry.ts';
import { payloadBytes } from '../../shared/custody/payload.ts';
import { project, type CustodyEvent } from '../../shared/custody/projection.ts';
import type { Stored } from '../../shared/custody/stored.ts';
import type { Sha256 } from '../../shared/digest.ts';
import { because } from '../../shared/cause.ts';
import { FascicleError } from '../../shared/errors/fascicle-error.ts';
import type { ItemState, ClockAndRandom, LateWriter, WritableCase } from './case-handles.ts';
import { CaseReader } from './case-reader.ts';
import { insertRows } from './database/database.ts';
import { remove, rename, syncFile, syncFolder } from './files/durable.ts';
import { newSha256 } from './files/node-sha256.ts';
import { LateObjects } from './late-objects.ts';
import { asWriteError, ObjectStore } from './objects.ts';

/** Who writes, with what clocks. */
export type WriterContext = Readonly<{
  program: Readonly<{ name: string; version: string }>;
  clockAndRandom: ClockAndRandom;
}>;

/**
 * The one writer of a case. Order of everything: objects first (record, payload, the entry itself), each durable; then
 * one transaction for rows and custody entry; then the caller hears of it.
 */
export class CaseWriter extends CaseReader implements WritableCase {
  readonly objects: ObjectStore;
  readonly openedAt: number;
  readonly #context: WriterContext;
  readonly #session: string;
  #person: string | null = null;

  constructor(
    folder: string,
    db: Database,
    session: string,
    context: WriterContext,
    release: () => void,
    founding?: CustodyPayload<'case-created'>,
  ) {
    if (founding) {
      // The reader needs entry 0 to know the case's id, so the founding entry is written before it looks.
      const caseId = Buffer.from(context.clockAndRandom.random(16)).toString('hex');
      new Chain(db, new ObjectStore(folder, session), context).append(
        'case-created',
        founding,
        caseId,
        caseId,
        founding.operator,
      );
    }
    super(folder, db, release);
    this.objects = new ObjectStore(folder, session);
    this.#context = context;
    this.#session = session;
    this.#person = this.facts().operator;
    this.openedAt = this.head().seq;
  }

  scratch(): string {
    return mkdtempSync(join(this.#session, 'scratch-'));
  }

  lateObjects(): LateWriter {
    return new LateObjects(this.folder, this.#session, this.objects);
  }

  actAs(person: string | null): void {
    this.#person = person;
  }

  addItem(record: ItemRecord): ItemState {
    const parsed = recordSchema.parse(record);
    const unsettled = parsed.artifacts.find(({ sha256 }) => !existsSync(this.objectPath(sha256)));
    if (unsettled) throw new FascicleError('object-missing', { sha256: unsettled.sha256 });
    const object = this.objects.putBytes(canonicalBytes(parsed)); // a parsed record holds JSON only
    const item = { record: parsed, object };
    this.#append('item-added', { item: parsed.item, record: object.sha256 }, parsed.item, parsed.operator, item);
    return this.item(parsed.item);
  }

  addReceived(record: ItemRecord, object: Stored, received: Sha256): ItemState {
    const { item } = record;
    this.#append('item-added', { item, record: object.sha256, received }, item, null, { record, object });
    return this.item(item);
  }

  atOnce<T>(work: () => T): T {
    const before = this.objects.made();
    try {
      return this.db.transaction(work)();
    } catch (error) {
      // Right away: an entry that lay there whole would be taken for one that a killed run had finished.
      this.#forgetUnused(before);
      throw error;
    }
  }

  logEvent<A extends Exclude<EventType, 'case-created' | 'item-added'>>(
    act: A,
    value: CustodyPayload<A>,
    subject?: string,
  ): Entry {
    return this.#append(act, value, subject ?? this.caseId, null);
  }

  publishBundle(unfinished: string, name: string): string {
    const bundles = join(this.folder, 'bundles');
    const target = join(bundles, name);
    if (existsSync(target))
      throw new FascicleError('write-failed', { why: because('exists-already', { path: target }) });
    try {
      for (const file of readdirSync(unfinished)) syncFile(join(unfinished, file));
      syncFolder(unfinished);
      rename(unfinished, target);
      syncFolder(bundles);
    } catch (error) {
      throw asWriteError(error);
    }
    return target;
  }

  override close(): void {
    this.#forgetUnused();
    super.close();
    remove(this.#session);
  }

  #forgetUnused(but: ReadonlySet<Sha256> = new Set()): void {
    const known = this.db.prepare('SELECT 1 FROM object WHERE sha256 = ?');
    this.objects.forgetUnused((sha256) => but.has(sha256) || known.get(sha256) !== undefined);
  }

  /** @param person who does it, where that is known better than by who works on the case */
  #append<A extends EventType>(
    act: A,
    value: CustodyPayload<A>,
    subject: string,
    person: string | null,
    item?: CustodyEvent['item'],
  ): Entry {
    const chain = new Chain(this.db, this.objects, this.#context);
    return chain.append(act, value, this.caseId, subject, person ?? this.#person, item);
  }
}

/** The end of the custody log, where entries are added. */
class Chain {
  readonly #db: Database;
  readonly #objects: ObjectStore;
  readonly #context: WriterContext;

  constructor(db: Database, objects: ObjectStore, context: WriterContext) {
    this.#db = db;
    this.#objects = objects;
    this.#context = context;
  }

  append<A extends EventType>(
    act: A,
    value: CustodyPayload<A>,
    caseId: string,
    subject: string,
    person: string | null,
    item?: CustodyEvent['item'],
  ): Entry {
    const { clockAndRandom, program } = this.#context;
    const parsed = eventTypes[act].payload.parse(value);
    const salt = Buffer.from(clockAndRandom.random(16)).toString('hex');
    const payloadObject = this.#objects.putBytes(payloadBytes(parsed, salt)); // payload schemas hold JSON only
    const last = this.#db.prepare('SELECT seq, hash FROM entry ORDER BY seq DESC LIMIT 1').get() as
      { seq: number; hash: string } | undefined;
    const entry: Entry = entrySchema.parse({
      v: 1,
      caseId,
      seq: last ? last.seq + 1 : 0,
      prev: last ? last.hash : noPrevious,
      wall: clockAndRandom.now().toISOString(),
      mono: clockAndRandom.mono().toString(),
      actor: { person, program: `${program.name} ${program.version}` },
      act,
      subject,
      payload: payloadObject.sha256,
    });
    const entryObject = this.#objects.putBytes(canonicalBytes(entry));
    // `act` and `value` belong together by the signature; the union cannot be built generically.
    const custodyEvent = {
      entry,
      hash: leafHash(entry, newSha256),
      entryObject,
      payloadObject,
      act,
      value: parsed,
      ...(item && { item }),
    } as CustodyEvent;
    commit(this.#db, custodyEvent);
    return entry;
  }
}

/** Rows and custody entry in one transaction. */
export function commit(db: Database, custodyEvent: CustodyEvent): void {
  try {
    db.transaction(() => {
      insertRows(db, project(custodyEvent));
    })();
  } catch (error) {
    throw asWriteError(error);
  }
}
