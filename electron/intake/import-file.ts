import { basename } from 'node:path';
import { itemId } from '../../shared/case/item-id.ts';
import type { Category } from '../../shared/case/category.ts';
import type { ImportRecord, Reason } from '../../shared/case/record.ts';
import type { ItemState, WritableCase } from '../casefile/case-handles.ts';
import { givenFile } from '../casefile/given-file.ts';
import { fact } from './facts.ts';
import { recompressionWarning } from './name-signs.ts';
import { takeIn, type FileIntake, type IntakeServices } from './take-in.ts';

/** What the person who imports a file says of it. Null: not stated. */
export type ImportOptions = Readonly<{
  category: Category;
  title: string | null;
  /** How the file came here. */
  source: string | null;
  /** Who received it, on which device, in which account. */
  receivedBy: string | null;
  receivedOn: string | null;
  account: string | null;
  /** Who imports it; null: whoever works on the case by default. */
  operator: string | null;
}>;

export type ImportServices = Omit<IntakeServices, 'kase'> &
  Readonly<{ kase: WritableCase; program: Readonly<{ name: string; version: string }> }>;

/**
 * Takes a file made elsewhere into a case, as one item: imported, not captured by this program.
 *
 * @returns the committed item; `complete` when it is stored whole and has its pages, or is of a kind that is shown as a
 *   sheet; `partial` when it is stored whole and the step that should have made its pages failed
 * @throws {FascicleError} `file-missing` | `file-is-folder` | `file-not-regular` | `file-unreadable`, and those of the
 *   case's writer: no item then. The signal's reason when cancelled: no item either.
 */
export async function importFile(path: string, options: ImportOptions, services: ImportServices): Promise<ItemState> {
  const { kase, surroundings, program, signal } = services;
  const before = await givenFile(path);
  const started = surroundings.now();
  const start = surroundings.mono();
  const name = basename(path);
  const fileName = name.toWellFormed();

  const intake = await takeIn(path, fileName, null, services);
  const after = await givenFile(path);
  signal.throwIfAborted();
  const original = intake.artifacts[0];
  const changed = before.size !== after.size || before.mtimeMs !== after.mtimeMs || after.size !== original?.bytes;
  const twin = kase
    .items()
    .find(({ record }) =>
      record.artifacts.some(({ role, sha256 }) => role === 'original' && sha256 === original?.sha256),
    );
  const record: ImportRecord = {
    v: 1,
    kind: 'import',
    item: itemId(started.getTime(), surroundings.random(10)),
    category: options.category,
    title: options.title?.toWellFormed() ?? null,
    outcome: outcomeOf(intake),
    startedAt: started.toISOString(),
    endedAt: surroundings.now().toISOString(),
    monotonic: { start: String(start), end: String(surroundings.mono()) },
    utcOffsetMinutes: -started.getTimezoneOffset(),
    operator: options.operator ?? kase.facts().operator,
    program: { ...program },
    fileName,
    source: options.source?.toWellFormed() ?? null,
    receivedBy: options.receivedBy?.toWellFormed() ?? null,
    receivedOn: options.receivedOn?.toWellFormed() ?? null,
    account: options.account?.toWellFormed() ?? null,
    artifacts: [...intake.artifacts],
    facts: [...intake.facts, fact('Modified', before.mtime.toISOString(), 'file system')],
    pages: intake.pages,
    ...(intake.film && { film: intake.film }),
    ...(intake.parts.length > 0 && { parts: [...intake.parts] }),
    steps: [...intake.steps],
    warnings: [
      ...(name === fileName ? [] : [{ code: 'name-not-well-formed' }]),
      ...(changed ? [{ code: 'changed-while-read' }] : []),
      ...(twin ? [{ code: 'same-file-as', params: { item: twin.item } }] : []),
      ...intake.warnings,
      ...compact(recompressionWarning(fileName, original?.mediaType ?? '', intake.facts)),
    ],
  };
  return kase.addItem(record);
}

function outcomeOf({ steps }: FileIntake): 'complete' | 'partial' {
  return steps.some(({ outcome }) => outcome === 'failed' || outcome === 'partial') ? 'partial' : 'complete';
}

const compact = (reason: Reason | null): Reason[] => (reason === null ? [] : [reason]);
