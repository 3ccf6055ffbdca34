import { createHash } from 'node:crypto';
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { root, sourceText } from '../fixtures/oracles/source-tree.ts';
import { instrumented, type Mutant } from './instrument.ts';

/** A copy of the checkout in `folder` whose target files hold their mutants, so that child processes find them too. */
export function plantTree(folder: string, isTarget: (file: string) => boolean): readonly Mutant[] {
  const listed = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], { cwd: root });
  const mutants: Mutant[] = [];
  for (const file of listed
    .toString()
    .split('\0')
    .filter((one) => one !== '' && existsSync(join(root, one)))) {
    const to = join(folder, file);
    mkdirSync(dirname(to), { recursive: true });
    if (!isTarget(file)) cpSync(join(root, file), to);
    else {
      const back = relative(dirname(file), 'test/mutants/switch.ts').replaceAll('\\', '/');
      const made = instrumented(file, sourceText(file), mutants.length, back);
      writeFileSync(to, made.text);
      mutants.push(...made.mutants);
    }
  }
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'junction');
  return mutants;
}

/** `count` of the mutants, the same ones for the same seed whatever is changed elsewhere: chosen by the words of a line. */
export function sampleOf(mutants: readonly Mutant[], count: number, seed: string): readonly Mutant[] {
  const rank = (one: Mutant) =>
    createHash('sha256')
      .update(`${seed}\n${hashOfMutant(one)}`)
      .digest('hex');
  return mutants
    .map((mutant) => ({ mutant, rank: rank(mutant) }))
    .sort((one, other) => (one.rank < other.rank ? -1 : one.rank > other.rank ? 1 : 0))
    .slice(0, count)
    .map(({ mutant }) => mutant);
}

/** Hexadecimal digits that are the same wherever the line stands. */
export function hashOfMutant({ file, code, what }: Pick<Mutant, 'file' | 'code' | 'what'>): string {
  return createHash('sha256')
    .update(`${basename(file)}\n${code}\n${what}`)
    .digest('hex');
}

/** A test file, with the source files that it may reach. `steps`: imports from it to the nearest file with mutants. */
export type Reaching = Readonly<{ file: string; reaches: ReadonlySet<string>; steps: number }>;

/** Each of the test files with what it imports, itself or by others; first those that are nearest and reach the least. */
export function reachOf(files: readonly string[], isTarget: (file: string) => boolean): readonly Reaching[] {
  const known = new Map<string, readonly string[]>();
  const of = (file: string): readonly string[] => {
    let found = known.get(file);
    if (!found) known.set(file, (found = importsOf(file)));
    return found;
  };
  return files
    .map((file) => reachFrom(file, of, isTarget))
    .sort(
      (one, other) =>
        one.steps - other.steps || one.reaches.size - other.reaches.size || (one.file < other.file ? -1 : 1),
    );
}

function reachFrom(
  file: string,
  of: (file: string) => readonly string[],
  isTarget: (file: string) => boolean,
): Reaching {
  const steps = new Map([[file, 0]]);
  let nearest = Infinity;
  for (const [one, far] of steps) {
    if (isTarget(one)) nearest = Math.min(nearest, far);
    for (const next of of(one)) if (!steps.has(next)) steps.set(next, far + 1);
  }
  return { file, reaches: new Set(steps.keys()), steps: nearest };
}

/** Files that are started in a process of their own are named by a string, as `intake/intake-child`. */
const started = /'((?:[a-z-]+\/)+[a-z-]+-child)'|(electron\/cli\/fascicle\.ts)/g;

function importsOf(file: string): readonly string[] {
  const text = readFileSync(join(root, file), 'utf8');
  const imported = [...text.matchAll(/(?:from|import)\s*\(?\s*'(\.[^']+\.tsx?)'/g)].map(([, to]) =>
    relative(root, resolve(root, dirname(file), to ?? '')).replaceAll('\\', '/'),
  );
  const children = [...text.matchAll(started)].map(([, child, program]) => program ?? `electron/${child ?? ''}.ts`);
  return [...imported, ...children].filter((one) => existsSync(join(root, one)));
}
