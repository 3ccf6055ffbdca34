import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Mutant } from './instrument.ts';

/**
 * What became of a mutant. `reached`: whether any test runs its line. `by`: the test file and the test that found it, and
 * how long that file takes without a mutant.
 */
export type State = {
  found: boolean;
  reached: boolean;
  by: Readonly<{ test: string; name: string; milliseconds: number }> | null;
};

/** In the place of a test's name: the process ended or did not go on. */
export const hungOrDied = 'it hung or died';

/** A fault that no test can find, or need find. Its line is named by its words, so that it may move. */
type Survivor = Readonly<{ file: string; code: string; what: string; reason: string }>;

const survivors = JSON.parse(readFileSync(join(import.meta.dirname, 'survivors.json'), 'utf8')) as readonly Survivor[]; // ours

export function reasonFor({ file, code, what }: Mutant): string | null {
  const found = survivors.find((one) => one.file === basename(file) && one.code === code && one.what === what);
  return found?.reason ?? null;
}
