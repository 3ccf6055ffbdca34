import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inspectPdf } from '../../../../electron/bundle/pdf/imported/read-document.ts';
import type { Reason } from '../../../../shared/case/record.ts';
import { freshFolder } from '../../../fixtures/fascicle.ts';
import { spawnChild } from '../../../fixtures/runner/spawn-child.ts';
import type { IntakeRoom } from '../../intake/intake-room.ts';

/** What is told of a PDF beside its pages. */
export type Beside = Readonly<{
  path: string;
  /** Values of the facts of one name. */
  facts(name: string): readonly string[];
  notes: readonly Reason[];
  codes: readonly string[];
  files: readonly Readonly<{ name: string; bytes: Buffer }>[];
  notItsPages: string | null;
  pages: number | null;
}>;

/** Reads a file as an import does. */
export async function beside(bytes: Uint8Array): Promise<Beside> {
  const folder = freshFolder('fascicle-facts-');
  const path = join(freshFolder('fascicle-facts-'), 'source.pdf');
  writeFileSync(path, bytes);
  const found = await inspectPdf(path, spawnChild, new AbortController().signal, folder);
  const { told } = found;
  if (!told) throw new Error('nothing was told');
  return {
    path,
    facts: (name) => told.facts.filter((one) => one.name === name).map(({ value }) => value),
    notes: told.notes,
    codes: told.notes.map(({ code }) => code),
    files: told.files.map(({ file, name }) => ({ name, bytes: readFileSync(join(folder, file)) })),
    notItsPages: told.notItsPages?.code ?? null,
    pages: 'pages' in found ? found.pages.length : null,
  };
}

/** The PDF engine, joined to a room as the workbench joins it. */
export const engineOf = (room: IntakeRoom) => ({
  inspectPdf: (path: string, signal: AbortSignal, filesFolder: string) =>
    inspectPdf(path, room.services.spawnChild, signal, filesFolder),
});
