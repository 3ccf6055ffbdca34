import { existsSync, lstatSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmdirSync, rmSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { caseFactsSchema, type CaseFacts } from '../../shared/case/case.ts';
import { FascicleError } from '../../shared/errors/fascicle-error.ts';
import type { WritableCase } from './case-handles.ts';
import { CaseWriter, type WriterContext } from './case-writer.ts';
import { openToWrite } from './database.ts';
import { syncFolder } from './durable.ts';
import { migrate } from './migrate.ts';
import { openCase } from './open-case.ts';
import { asWriteError } from './objects.ts';

/**
 * Makes a case folder with its founding entry. It is built beside its place under another name and renamed when whole:
 * a killed `new` leaves no folder that looks like a case.
 *
 * @param folder absolute; must not exist, or be an empty folder
 * @throws {FascicleError} `case-exists` | `write-failed` | `disk-full`
 */
export function createCase(folder: string, facts: CaseFacts, context: WriterContext): WritableCase {
  const parsed = caseFactsSchema.parse(facts);
  const place = resolve(folder);
  if (existsSync(place) && !(lstatSync(place).isDirectory() && readdirSync(place).length === 0)) {
    throw new FascicleError('case-exists', { path: place });
  }
  let unfinished: string | undefined;
  try {
    mkdirSync(dirname(place), { recursive: true });
    unfinished = mkdtempSync(join(dirname(place), `.${basename(place)}.unfinished-`));
    found(unfinished, parsed, context);
    if (existsSync(place)) rmdirSync(place); // empty, as seen above
    renameSync(unfinished, place);
    syncFolder(dirname(place));
  } catch (error) {
    if (unfinished !== undefined) rmSync(unfinished, { recursive: true, force: true });
    throw asWriteError(error);
  }
  return openCase(place, context);
}

function found(folder: string, facts: CaseFacts, context: WriterContext): void {
  for (const name of ['objects', 'bundles', 'tmp']) mkdirSync(join(folder, name), { mode: 0o700 });
  const session = mkdtempSync(join(folder, 'tmp', 'session-'));
  const db = openToWrite(join(folder, 'case.db'));
  migrate(db);
  new CaseWriter(folder, db, session, context, () => undefined, facts).close();
  syncFolder(folder);
}
