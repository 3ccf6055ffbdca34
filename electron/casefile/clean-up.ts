import { readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import type { Database } from 'better-sqlite3';
import { canonicalJson } from '../../shared/canonical-json.ts';
import { recordSchema } from '../../shared/case/record.ts';
import { entrySchema, leafHash, noPrevious, type Entry } from '../../shared/custody/entry.ts';
import { isAct, parsePayload } from '../../shared/custody/payload.ts';
import type { Happening } from '../../shared/custody/projection.ts';
import type { ActPayload } from '../../shared/custody/acts.ts';
import { namedObjects } from '../../shared/custody/named-objects.ts';
import type { Sha256 } from '../../shared/digest.ts';
import { commit } from './case-writer.ts';
import { newSha256 } from './node-sha256.ts';
import { objectFile, readObject } from './objects.ts';

/** Longer files are no custody entry; they are not even read. */
const longestEntry = 16_384;

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
    if (!known.has(sha256)) rmSync(objectFile(folder, sha256), { force: true });
  }
  removeUnknownBundles(folder, db);
  for (const name of readdirSync(join(folder, 'tmp')))
    rmSync(join(folder, 'tmp', name), { recursive: true, force: true });
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
    const happening = wholeHappening(folder, entry, object);
    if (happening) commit(db, happening);
  }
}

function entryIn(folder: string, sha256: Sha256): { entry: Entry; object: { sha256: Sha256; bytes: number } } | null {
  const file = objectFile(folder, sha256);
  const { size } = statSync(file);
  if (size > longestEntry) return null;
  const text = readFileSync(file, 'utf8');
  if (!text.startsWith('{"act":')) return null; // canonical JSON: the first member of an entry
  try {
    const entry = entrySchema.parse(JSON.parse(text));
    return canonicalJson(entry) === text ? { entry, object: { sha256, bytes: size } } : null;
  } catch {
    return null;
  }
}

/** Everything an entry leads to, or null where a piece is missing: then it was never complete. */
function wholeHappening(
  folder: string,
  entry: Entry,
  entryObject: { sha256: Sha256; bytes: number },
): Happening | null {
  if (!isAct(entry.act)) return null;
  try {
    const payload = readObject(folder, entry.payload);
    const value = parsePayload(entry.act, Buffer.from(payload).toString('utf8'));
    const common = {
      entry,
      hash: leafHash(entry, newSha256),
      entryObject,
      payloadObject: { sha256: entry.payload, bytes: payload.length },
    };
    if (!namedObjects(entry.act, value).every((object) => isStored(folder, object))) return null;
    if (entry.act !== 'item-added') return { ...common, act: entry.act, value } as Happening; // parsed by the act's own schema
    const { record: sha256 } = value as ActPayload<'item-added'>; // as above
    const bytes = readObject(folder, sha256);
    const record = recordSchema.parse(JSON.parse(Buffer.from(bytes).toString('utf8')));
    if (!record.artifacts.every((artifact) => isStored(folder, artifact))) return null;
    return {
      ...common,
      act: 'item-added',
      value,
      item: { record, object: { sha256, bytes: bytes.length } },
    } as Happening; // as above
  } catch {
    return null;
  }
}

function isStored(folder: string, { sha256, bytes }: Readonly<{ sha256: Sha256; bytes: number }>): boolean {
  return statSync(objectFile(folder, sha256), { throwIfNoEntry: false })?.size === bytes;
}

/** Digests of all files in `objects/` that bear an object's name. Others are left for `verify` to report. */
function storedObjects(folder: string): readonly Sha256[] {
  const root = join(folder, 'objects');
  return readdirSync(root)
    .filter((two) => /^[0-9a-f]{2}$/.test(two))
    .flatMap((two) => readdirSync(join(root, two)).map((rest) => two + rest))
    .filter((name) => /^[0-9a-f]{64}$/.test(name));
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
    if (!known.has(path) && holdsOnlyBundleFiles(join(bundles, name))) rmSync(join(bundles, name), { recursive: true });
  }
}

/** Anything else in there was put by somebody; it is not ours to remove, and `verify` reports it. */
function holdsOnlyBundleFiles(folder: string): boolean {
  return (
    statSync(folder).isDirectory() && readdirSync(folder).every((name) => /\.(pdf|manifest\.json|sha256)$/.test(name))
  );
}
