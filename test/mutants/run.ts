// `npm run mutants [-- FOLDER…] [-- --sample N] [-- --seed WORD] [-- --near] [-- --tests WORD,…] [-- --left]
// [-- --minutes N] [-- --short] [-- --keep-short]`: puts small faults one by one into the files where a wrong comparison
// loses somebody's case, and sees whether a test finds each. Prints the score of each folder and every fault that no test
// found, with the reason of `survivors.json` where it is the same program by other words. Fails where a folder is below
// 85 %. `--sample 80`: 80 of each folder, the same ones for the same seed wherever their lines stand. `--near`: only by
// tests that lie in a folder of the same name, were written for it, or import one of the files; `--tests`: only by those
// whose path has one of the words. `--left`: what the last run here found is taken over; `--again`: it is
// tried once more with the tests that found it. `--short`: those of `short.json`, in under a
// minute; `--keep-short` chooses them from what long runs found here.
import '../fixtures/runner/own-temporary-of-run.ts';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { root, sourceFiles } from '../fixtures/oracles/source-tree.ts';
import type { Mutant } from './instrument.ts';
import { Hunt, type Limits } from './hunt.ts';
import { ReachKept } from './reach-kept.ts';
import { keepShort, shortForm } from './short.ts';
import { reasonFor, type State } from './verdict.ts';
import { leftOut, targets, writtenFor } from './targets.ts';
import { hashOfMutant, sampleOf, plantTree, reachOf, type Reaching } from './tree.ts';

const least = 0.85;
/** Tests that tell quickly come first, in all files; what they did not find goes to those that take their time. */
const quick: Limits = { longest: 2_500, patience: 30_000 };
const thorough: Limits = { longest: 12_000, patience: 120_000 };
/** Where it is known that the file finds them. */
const patient: Limits = { longest: 60_000, patience: 120_000 };
/** Of files that are far from the mutants. */
const farOff: Limits = { longest: 8_000, patience: 12_000 };
const words = process.argv.slice(2);
const short = words.includes('--short');
const numberAfter = (name: string, otherwise: number) =>
  words.includes(name) ? Number(words[words.indexOf(name) + 1]) : otherwise;
const sample = numberAfter('--sample', Infinity);
const seed = words.includes('--seed') ? String(words[words.indexOf('--seed') + 1]) : '1';
const onlyTests = words.includes('--tests') ? String(words[words.indexOf('--tests') + 1]).split(',') : [''];
const onlyNear = words.includes('--near');
const minutes = numberAfter('--minutes', Infinity);
const asked = words.filter((word) => /[a-z]\//.test(word));
const folders = targets.filter((one) => asked.length === 0 || asked.some((word) => one.startsWith(word)));

if (words.includes('--keep-short')) {
  console.log(`${keepShort()} mutants in the short form`);
  process.exit();
}
const recordName = folders.length > 1 ? 'all' : String(folders[0]).replaceAll('/', '-');
const recordFile = join(root, 'out', 'mutants', `${recordName}.json`);
const folder = mkdtempSync(join(tmpdir(), 'm-'));
chmodSync(folder, 0o755); // tests that put on another user read below it
const tree = join(folder, 'fascicle');
const isTarget = (file: string) => file.endsWith('.ts') && folders.some((one) => file.startsWith(one));
const all = plantTree(tree, isTarget);
const empty = folders.filter((one) => !all.some(({ file }) => file.startsWith(one)));
if (empty.length > 0) throw new Error(`no file is in ${empty.join(', ')}: see test/mutants/targets.ts`);
const inShort = short ? shortForm(all) : null;
const tried = inShort ? [...inShort.values()].flat() : folders.flatMap((one) => sampleOf(of(one, all), sample, seed));
const hunt = new Hunt({ folder, tree, mutants: tried, until: Date.now() + minutes * 60_000 });
console.log(`${tried.length} of ${all.length} mutants`);
if (words.includes('--left')) takeOver();
if (inShort) for (const [test, mutants] of inShort) await hunt.with(test, (one) => mutants.includes(one), patient);
else if (words.includes('--again')) await huntAgain();
else await huntWithAll();

console.log('\n| Folder | Mutants | Tried | Killed | Survived | The same program | Score |');
console.log('| --- | --- | --- | --- | --- | --- | --- |');
const scores = folders.map((one) => row(one, of(one, all).length, of(one, tried)));
report();
process.exitCode = scores.some((score) => score < least) ? 1 : 0;

function of(target: string, mutants: readonly Mutant[]): readonly Mutant[] {
  return mutants.filter(({ file }) => file.startsWith(target));
}

async function huntWithAll(): Promise<void> {
  const kept = new ReachKept();
  const tests = sourceFiles('test').filter((file) => /^test\/(unit|contract|tamper)\/.*\.test\.ts$/.test(file));
  // Tests that lie in a folder of the same name, or were written for it, find the most; then those that import one of
  // the files themselves.
  const isNamed = ({ file }: Reaching) =>
    folders.some((one) => file.includes(`/${basename(one)}`) || writtenFor[one]?.test(file)); // `verify-bundle` as well
  const isOwn = (one: Reaching) => one.steps === 1 || (one.steps < Infinity && isNamed(one));
  const reaching = reachOf(
    tests.filter((file) => !leftOut.test(file) && onlyTests.some((word) => file.includes(word))),
    isTarget,
  );
  const near = [true, false].flatMap((named) =>
    reaching.filter((one) => isNamed(one) === named).toSorted((a, b) => kept.cost(a.file) - kept.cost(b.file)),
  );
  const own = near.filter(isOwn);
  const tryWith = async ({ file, reaches }: Reaching, limits: Limits): Promise<void> => {
    const alive = tried.filter((mutant) => !hunt.stateOf(mutant).found);
    if (kept.misses(file, alive)) return;
    const first = await hunt.with(file, (one) => reaches.has(one.file), limits);
    if (first) kept.keep(file, first.milliseconds, all, first.reached);
    keepRecord();
  };
  for (const named of [true, false]) {
    const some = own.filter((one) => isNamed(one) === named);
    for (const one of some) await tryWith(one, quick);
    for (const one of some) if (hunt.hasLeft(one.file)) await tryWith(one, thorough);
  }
  for (const one of onlyNear ? [] : near) if (!isOwn(one)) await tryWith(one, farOff);
}

/** What the last run of these folders found here, by its words. */
function recorded(): ReadonlyMap<string, NonNullable<State['by']>> {
  if (!existsSync(recordFile)) return new Map();
  const all = JSON.parse(readFileSync(recordFile, 'utf8')) as readonly (Mutant & State)[]; // ours
  return new Map(all.flatMap((one) => (one.by ? [[hashOfMutant(one), one.by]] : [])));
}

/** It counts as found; the rest is tried once more. */
function takeOver(): void {
  const known = recorded();
  for (const one of tried) {
    const by = known.get(hashOfMutant(one));
    if (by) hunt.know(one, by);
  }
}

/** Each is tried once more with the test file that found it. */
async function huntAgain(): Promise<void> {
  const known = recorded();
  const testOf = (one: Mutant) => known.get(hashOfMutant(one))?.test;
  for (const test of new Set(tried.map(testOf)))
    if (test !== undefined && existsSync(join(root, test)))
      await hunt.with(test, (one) => testOf(one) === test, patient);
  keepRecord();
}

/** What became of each mutant, for whoever wants to look, and for `--keep-short`. */
function keepRecord(): void {
  mkdirSync(dirname(recordFile), { recursive: true });
  writeFileSync(recordFile, JSON.stringify(tried.map((one) => ({ ...one, ...hunt.stateOf(one) }))));
}

function row(name: string, inAll: number, mutants: readonly Mutant[]): number {
  const killed = mutants.filter((one) => hunt.stateOf(one).found).length;
  const same = mutants.filter((one) => !hunt.stateOf(one).found && reasonFor(one) !== null).length;
  const counted = mutants.length - same;
  const part = counted === 0 ? 1 : killed / counted;
  const numbers = [inAll, mutants.length, killed, counted - killed, same].join(' | ');
  console.log(`| ${name} | ${numbers} | ${mutants.length === 0 ? 'none tried' : `${(part * 100).toFixed(1)} %`} |`);
  return part;
}

function report(): void {
  for (const one of tried) {
    const state: State = hunt.stateOf(one);
    if (state.found) continue;
    const reason = reasonFor(one);
    const reached = state.reached ? '' : ' (no test comes here)';
    console.log(`${reason === null ? '✕' : '·'} ${one.file}:${one.line} ${one.what}${reached}\n    ${one.code}`);
    if (reason !== null) console.log(`    ${reason}`);
  }
}
