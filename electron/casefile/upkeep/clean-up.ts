import { readdirSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import type { Database } from 'better-sqlite3';
import { recordSchema } from '../../../shared/case/record.ts';
import { leafHash, noPrevious, type Entry } from '../../../shared/custody/entry.ts';
import { isEventType, parsePayload } from '../../../shared/custody/payload.ts';
import type { CustodyEvent } from '../../../shared/custody/projection.ts';
import type { Stored } from '../../../shared/custody/stored.ts';
import type { CustodyPayload } from '../../../shared/custody/event-types.ts';
import { namedObjects } from '../../../shared/custody/named-objects.ts';
import { commit } from '../case-writer.ts';
import { entryIn, storedObjects } from '../entry-objects.ts';
import { newSha256 } from '../files/node-sha256.ts';
import { objectFile, readObject } from '../objects.ts';
import { remove } from '../files/durable.ts';

/**
 * Puts a case in order after a run that was killed. First forward: an entry whose object and everything it names is
 * whole, and which continues the log, was stored completely and only its transaction was missing; it is committed now.
 * (The same brings back acts where somebody put an older copy of the database in place.) Then what nothing refers to
 * was never acknowledged, and is removed.
 */
export function cleanUp(folder: string, db: Database): void {
  rollForward(folder, db);
  const known = new Set(
    (db.prepare('SELECT sha256 FROM object').all() as { sha256: string }[]).map(({ sha256 }) => sha256),
  );
  for (const sha256 of storedObjects(folder)) {
    if (!known.has(sha256)) remove(objectFile(folder, sha256));
  }
  removeUnknownBundles(folder, db);
  for (const name of readdirSync(join(folder, 'tmp'))) remove(join(folder, 'tmp', name));
}

function rollForward(folder: string, db: Database): void {
  const known = new Set(
    (db.prepare('SELECT object FROM entry').all() as { object: string }[]).map(({ object }) => object),
  );
  const waiting = storedObjects(folder)
    .filter((sha256) => !known.has(sha256))
    .flatMap((sha256) => entryIn(folder, sha256) ?? [])
    .sort((a, b) => a.entry.seq - b.entry.seq);
  for (const { entry, object } of waiting) {
    const last = db.prepare('SELECT seq, hash FROM entry ORDER BY seq DESC LIMIT 1').get() as
      { seq: number; hash: string } | undefined;
    if (entry.seq !== (last ? last.seq + 1 : 0) || entry.prev !== (last ? last.hash : noPrevious)) continue;
    const custodyEvent = wholeEvent(folder, entry, object);
    if (custodyEvent) commit(db, custodyEvent);
  }
}

/**
 * Everything an entry leads to, or null where a piece is missing: then it was never complete.
 * @param pieces whether the files that it names must be there too, or only what tells their names
 */
export function wholeEvent(
  folder: string,
  entry: Entry,
  entryObject: Stored,
  pieces: 'needed' | 'named' = 'needed',
): CustodyEvent | null {
  const isThere = (object: Stored) => pieces === 'named' || isStored(folder, object);
  if (!isEventType(entry.act)) return null;
  try {
    const payload = readObject(folder, entry.payload);
    const value = parsePayload(entry.act, Buffer.from(payload).toString('utf8'));
    const common = {
      entry,
      hash: leafHash(entry, newSha256),
      entryObject,
      payloadObject: { sha256: entry.payload, bytes: payload.length },
    };
    if (!namedObjects(entry.act, value).every(isThere)) return null;
    if (entry.act !== 'item-added') return { ...common, act: entry.act, value } as CustodyEvent; // parsed by the act's own schema
    const { record: sha256 } = value as CustodyPayload<'item-added'>; // as above
    const bytes = readObject(folder, sha256);
    const record = recordSchema.parse(JSON.parse(Buffer.from(bytes).toString('utf8')));
    if (!record.artifacts.every(isThere)) return null;
    return {
      ...common,
      act: 'item-added',
      value,
      item: { record, object: { sha256, bytes: bytes.length } },
    } as CustodyEvent; // as above
  } catch {
    return null;
  }
}

function isStored(folder: string, { sha256, bytes }: Stored): boolean {
  return statSync(objectFile(folder, sha256), { throwIfNoEntry: false })?.size === bytes;
}

/** A bundle that was put in place but never logged: its builder was killed before it could say so. */
function removeUnknownBundles(folder: string, db: Database): void {
  const bundles = join(folder, 'bundles');
  const known = new Set(
    (db.prepare('SELECT pdf FROM bundle').all() as { pdf: string }[]).map(({ pdf }) =>
      pdf.split('/').slice(0, 2).join('/'),
    ),
  );
  for (const name of readdirSync(bundles)) {
    const path = relative(folder, join(bundles, name)).split(sep).join('/');
    if (!known.has(path) && holdsOnlyBundleFiles(join(bundles, name))) remove(join(bundles, name));
  }
}

/** Anything else in there was put by somebody; it is not ours to remove, and `verify` reports it. */
function holdsOnlyBundleFiles(folder: string): boolean {
  return (
    statSync(folder).isDirectory() && readdirSync(folder).every((name) => /\.(pdf|manifest\.json|sha256)$/.test(name))
  );
}
