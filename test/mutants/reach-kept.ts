import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { root, sourceText } from '../fixtures/oracles/source-tree.ts';
import type { Mutant } from './instrument.ts';
import { hashOfMutant } from './tree.ts';

/**
 * What a test file ran the last time, and how long it took. `lines`: short hashes of the mutants that it reached, by the
 * file that they are in, so that what a run of another folder knows stays.
 */
type Kept = Readonly<{ hash: string; milliseconds: number; lines: Readonly<Record<string, readonly string[]>> }>;

const keptFile = join(root, 'out', 'mutants', 'reach.json');

/**
 * What test files reached in earlier runs here, so that a later one need not start those that reach nothing it tries.
 * Where it is out of date a fault may be called not found; never the other way round.
 */
export class ReachKept {
  readonly #all: Record<string, Kept>;

  constructor() {
    this.#all = existsSync(keptFile) ? (JSON.parse(readFileSync(keptFile, 'utf8')) as Record<string, Kept>) : {}; // ours
  }

  /** Whether a test file is known to reach none of these mutants. */
  misses(test: string, mutants: readonly Mutant[]): boolean {
    const kept = this.#of(test);
    return kept !== undefined && mutants.every((one) => kept.lines[one.file]?.includes(shortHash(one)) === false);
  }

  /** How long a test file takes, in milliseconds; a guess where it is not known. */
  cost(test: string): number {
    return this.#of(test)?.milliseconds ?? 3_000;
  }

  /** @param all mutants of this run @param reached their numbers */
  keep(test: string, milliseconds: number, all: readonly Mutant[], reached: readonly number[]): void {
    const ids = new Set(reached);
    const lines: Record<string, readonly string[]> = { ...this.#of(test)?.lines };
    for (const [file, mutants] of Map.groupBy(all, (one) => one.file))
      lines[file] = mutants.filter(({ id }) => ids.has(id)).map(shortHash);
    this.#all[test] = { hash: hashOfTest(test), milliseconds, lines };
    mkdirSync(dirname(keptFile), { recursive: true });
    writeFileSync(keptFile, JSON.stringify(this.#all));
  }

  #of(test: string): Kept | undefined {
    const kept = this.#all[test];
    return kept?.hash === hashOfTest(test) ? kept : undefined;
  }
}

function shortHash(mutant: Mutant): string {
  return hashOfMutant(mutant).slice(0, 8);
}

function hashOfTest(test: string): string {
  return createHash('sha256').update(sourceText(test)).digest('hex').slice(0, 16);
}
