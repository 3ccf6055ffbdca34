import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { causeOf } from '../../../shared/cause.ts';
import { FascicleError } from '../../../shared/errors/fascicle-error.ts';
import type { WritableCase } from '../../casefile/case-handles.ts';
import { refuseInCase } from './check-out.ts';
import { rename, syncFile, syncFolder } from '../../casefile/files/durable.ts';

export type WrittenFile = Readonly<{ path: string; bytes: number; sha256: string }>;

/**
 * Writes files into a folder outside the case: each beside its place, made durable, and renamed.
 * @throws {FascicleError} `out-unwritable`
 */
export function writeOut(
  caseFile: WritableCase,
  out: string,
  files: readonly Readonly<{ name: string; bytes: Uint8Array }>[],
): readonly WrittenFile[] {
  const folder = resolve(out);
  refuseInCase(caseFile, folder);
  try {
    mkdirSync(folder, { recursive: true });
    for (const { name, bytes } of files) {
      const unfinished = join(folder, `${name}.unfinished-${process.pid}`);
      writeFileSync(unfinished, bytes);
      syncFile(unfinished);
      rename(unfinished, join(folder, name));
    }
    syncFolder(folder);
  } catch (error) {
    throw new FascicleError('out-unwritable', { path: folder, why: causeOf(error) }, error);
  }
  return files.map(({ name, bytes }) => ({
    path: join(folder, name),
    bytes: bytes.length,
    sha256: createHash('sha256').update(bytes).digest('hex'),
  }));
}
