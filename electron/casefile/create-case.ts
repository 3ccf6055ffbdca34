import { existsSync, lstatSync, mkdirSync, mkdtempSync, readdirSync, rmdirSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { caseFactsSchema, type CaseFacts } from '../../shared/case/case.ts';
import { FascicleError } from '../../shared/errors/fascicle-error.ts';
import type { WritableCase } from './case-handles.ts';
import { CaseWriter, type WriterContext } from './case-writer.ts';
import { openToWrite } from './database/database.ts';
import { remove, rename, syncFolder } from './files/durable.ts';
import { migrate } from './database/migrate.ts';
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
  const path = resolve(folder);
  if (existsSync(path) && !(lstatSync(path).isDirectory() && readdirSync(path).length === 0)) {
    throw new FascicleError('case-exists', { path });
  }
  let unfinished: string | undefined;
  try {
    mkdirSync(dirname(path), { recursive: true });
    unfinished = mkdtempSync(join(dirname(path), `.${basename(path)}.unfinished-`));
    found(unfinished, parsed, context);
    if (existsSync(path)) rmdirSync(path); // empty, as seen above
    rename(unfinished, path);
    syncFolder(dirname(path));
  } catch (error) {
    if (unfinished !== undefined) remove(unfinished);
    throw asWriteError(error);
  }
  return openCase(path, context);
}

function found(folder: string, facts: CaseFacts, context: WriterContext): void {
  for (const name of ['objects', 'bundles', 'tmp']) mkdirSync(join(folder, name), { mode: 0o700 });
  const session = mkdtempSync(join(folder, 'tmp', 'session-'));
  const db = openToWrite(join(folder, 'case.db'));
  migrate(db);
  new CaseWriter(folder, db, session, context, () => undefined, facts).close();
  syncFolder(folder);
}
