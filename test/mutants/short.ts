import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { root } from '../fixtures/oracles/source-tree.ts';
import type { Mutant } from './instrument.ts';
import { targets } from './targets.ts';
import { hashOfMutant } from './tree.ts';
import { hungOrDied, type State } from './verdict.ts';

/** A mutant of the short form, by its words, with the test file that found it in a long run. */
type Short = Readonly<{ file: string; code: string; what: string; test: string }>;

const listFile = join(import.meta.dirname, 'short.json');
/** The short form has so many mutants, of so few test files that it takes less than a minute. */
const most = 112;
const mostOfFile = 12;
const mostOfTarget = 14;
const mostFiles = 10;
/** Milliseconds that the tests of one of them take. */
const cheap = 800;

/** The mutants of the short form that are still in the code, by the test file that finds them. */
export function shortForm(all: readonly Mutant[]): ReadonlyMap<string, readonly Mutant[]> {
  const listed = JSON.parse(readFileSync(listFile, 'utf8')) as readonly Short[]; // ours
  const found = listed.flatMap(({ file, code, what, test }) => {
    const mutant = all.find((one) => basename(one.file) === file && one.code === code && one.what === what);
    return mutant && existsSync(join(root, test)) ? [{ mutant, test }] : [];
  });
  if (found.length < listed.length / 2)
    throw new Error(
      `only ${found.length} of ${listed.length} mutants are still there: npm run mutants -- --keep-short`,
    );
  const byTest = Map.groupBy(found, ({ test }) => test);
  return new Map([...byTest].map(([test, ones]) => [test, ones.map(({ mutant }) => mutant)]));
}

type Recorded = Mutant & State;

/** Chooses the short form from what long runs found here: the same ones of the same records. */
export function keepShort(): number {
  const folder = join(root, 'out', 'mutants');
  const records = readdirSync(folder).filter((name) => name.endsWith('.json') && name !== 'reach.json');
  const found = records
    .flatMap((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as readonly Recorded[])
    .flatMap(({ by, ...one }) => (by === null ? [] : [{ one, ...by }]))
    .filter(({ name, milliseconds }) => name !== hungOrDied && milliseconds < cheap)
    .sort((a, b) => (hashOfMutant(a.one) < hashOfMutant(b.one) ? -1 : 1));
  const perTest = new Map<string, number>();
  const perTarget = new Map<string, number>();
  const chosen: Short[] = [];
  const named = new Set<string>();
  for (const { one, test } of found) {
    // Several faults of a line may have the same words; the short form would try the first of them each time.
    const words = JSON.stringify([basename(one.file), one.code, one.what]);
    if (named.has(words)) continue;
    const before = perTest.get(test) ?? 0;
    const target = targets.find((folder) => one.file.startsWith(folder)) ?? '';
    const ofTarget = perTarget.get(target) ?? 0;
    if (chosen.length === most || before === mostOfFile || ofTarget === mostOfTarget) continue;
    if (before === 0 && perTest.size === mostFiles) continue;
    named.add(words);
    perTarget.set(target, ofTarget + 1);
    perTest.set(test, before + 1);
    chosen.push({ file: basename(one.file), code: one.code, what: one.what, test });
  }
  writeFileSync(listFile, `${JSON.stringify(chosen, null, 2)}\n`);
  return chosen.length;
}
