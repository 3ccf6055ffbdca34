// Runs one test file against the mutants that it reaches, in a process that stays warm. Started by `run.ts` with a job
// in the environment; says what happens in lines of JSON, so that a mutant that hangs the process is still known.
import { appendFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test as hostTest, vi } from 'vitest';
import type { MutantJob, MutantsSaid } from './job.ts';
import { runSuite, type Failure } from './run-suite.ts';
import { beginFile, type Suite, type Test } from './suite.ts';
import { store } from './switch.ts';

const job = JSON.parse(readFileSync(process.env['FASCICLE_MUTANTS_JOB'] ?? '', 'utf8')) as MutantJob; // written by run.ts
const say = (said: MutantsSaid): void => appendFileSync(job.answers, `${JSON.stringify(said)}\n`);
const seenFile = join(job.folder, 'seen');
let rooms = 0;
/** Tests that fail without a mutant, by their number. */
const failing = new Set<number>();

hostTest('mutants', async () => {
  const reach = await firstRun();
  if (!reach) return;
  const { atLoad, milliseconds, runs } = reach;
  let { suite } = reach;
  say({ what: 'first', milliseconds, reached: [...new Set([...atLoad, ...runs.flatMap(({ seen }) => [...seen])])] });
  let loads = 0;
  let lastFound = Date.now();
  const found = new Set<number>();
  const turns = turnsOf(reach);
  for (const { id, isLeft, isInPart } of turns) if (isLeft || isInPart) say({ what: 'left', id });
  const mine = turns.filter(({ isLeft }) => !isLeft);
  for (const [turn, { id, chosen, cost }] of mine.entries()) {
    if (Date.now() - lastFound > job.patience) break;
    if (found.has(id)) continue;
    const chooses = ({ at }: Test) => !failing.has(at) && (!chosen || chosen.has(at));
    const doubted = job.doubted.includes(id);
    // In a process that is new, after its first run only: what a test left of that one makes it fail.
    const again = doubted ? await inOwnRoom(() => runSuite(suite, chooses, 60_000)) : null;
    if (again) {
      say({ what: 'fails', test: again.test, why: `run a second time: ${String(again.error).slice(0, 300)}` });
      say({ what: 'end', id, killedBy: null, why: 'fails without a fault', more: false });
      continue;
    }
    say({ what: 'begin', id, limit: Math.max(10_000, 10 * cost) });
    wake(id);
    let failure: Failure | null;
    try {
      const own = chosen ? suite : await load();
      failure = await inOwnRoom(() => runSuite(own, chooses, Math.max(5_000, 8 * cost)));
    } catch (error) {
      failure = { test: 'the file does not load', error };
    }
    wake(-1);
    if (!chosen) suite = await load();
    // Where this file's tests fail without a mutant too, either the mutant spoilt the process or they fail anyway.
    const isHook = /^(before|after)All$/.test(failure?.test ?? '');
    const same = isHook ? chooses : ({ name }: Test) => name === failure?.test;
    const spoilt = failure && chosen && (await inOwnRoom(() => runSuite(suite, same, 60_000)));
    if (spoilt && !doubted) {
      say({ what: 'doubt', id });
      say({ what: 'again' });
      return;
    }
    if (failure) lastFound = Date.now();
    if (failure) found.add(id);
    const more = !failure && mine.slice(turn + 1).some((one) => one.id === id);
    say({ what: 'end', id, killedBy: failure?.test ?? null, why: String(failure?.error).slice(0, 300), more });
    loads += chosen ? 0 : 2;
    if (spoilt || loads > 60) {
      say({ what: 'again' });
      return;
    }
  }
  say({ what: 'done' });
});

/** From now on this mutant is awake, here and in the processes that are started from here. −1: none. */
function wake(id: number): void {
  store.active = id;
  if (id === -1) delete process.env['FASCICLE_MUTANT'];
  else process.env['FASCICLE_MUTANT'] = String(id);
}

async function load(): Promise<Suite> {
  vi.resetModules();
  const suite = beginFile();
  await import(/* @vite-ignore */ join(job.tree, job.file));
  return suite;
}

/** The temporary folder of one run, gone after it: thousands of runs would fill the disk. */
async function inOwnRoom<T>(work: () => Promise<T>): Promise<T> {
  const before = process.env['TMPDIR'];
  const room = join(job.folder, `t${(rooms += 1)}`);
  mkdirSync(room);
  process.env['TMPDIR'] = room;
  try {
    return await work();
  } finally {
    process.env['TMPDIR'] = before;
    vi.restoreAllMocks();
    rmSync(room, { recursive: true, force: true, maxRetries: 3 });
  }
}

/** `tests`: which of the file's tests, by their number. */
type Run = { tests: readonly number[]; seen: ReadonlySet<number>; milliseconds: number };
/** `toLoad`, `milliseconds`: what it takes to load the file, and to run it then. */
type Reach = {
  suite: Suite;
  atLoad: ReadonlySet<number>;
  runs: readonly Run[];
  toLoad: number;
  milliseconds: number;
};

/**
 * How a mutant is tried here. `chosen`: the tests, null: all of them, the file loaded anew. `isLeft`: it is not.
 * `isInPart`: not by all of the tests that reach it.
 */
type Turn = Readonly<{
  id: number;
  chosen: ReadonlySet<number> | null;
  cost: number;
  isLeft: boolean;
  isInPart: boolean;
}>;

/**
 * The mutants that this file reaches, the cheapest first: where the time does not do for all, it does for the most. One
 * that runs while the file is loaded and in its tests is tried in the tests, and the file loaded anew only after that.
 */
function turnsOf({ atLoad, runs, toLoad, milliseconds }: Reach): readonly Turn[] {
  const newTurn = (id: number, chosen: ReadonlySet<number> | null, cost: number): Turn => {
    const reaching = new Set(runs.filter(({ seen }) => seen.has(id)).flatMap(({ tests }) => tests));
    const isInPart = chosen !== null && chosen.size < reaching.size;
    return { id, chosen, cost, isLeft: cost > job.longest || chosen?.size === 0, isInPart };
  };
  return job.mutants
    .flatMap((id): readonly Turn[] => {
      const here = runs.filter(({ seen }) => seen.has(id));
      const chosen = cheapest(here, runs);
      return [
        ...(here.length > 0 ? [newTurn(id, chosen, chosenCost(chosen, here, runs))] : []),
        ...(atLoad.has(id) ? [newTurn(id, null, toLoad + milliseconds)] : []),
      ];
    })
    .toSorted((one, other) => one.cost - other.cost);
}

/** Of the tests that reach a mutant those that take the least, as many as its time allows: one that finds it is enough. */
function cheapest(here: readonly Run[], runs: readonly Run[]): ReadonlySet<number> {
  const chosen = new Set<number>();
  const reaching = [...new Set(here.flatMap(({ tests }) => tests))];
  const cost = (at: number) => runs.find(({ tests }) => tests.length === 1 && tests[0] === at)?.milliseconds ?? 0;
  for (const at of reaching.sort((a, b) => cost(a) - cost(b)))
    if (chosenCost(new Set([...chosen, at]), here, runs) <= job.longest) chosen.add(at);
  return chosen;
}

/** What these tests take, with the hooks around them. */
function chosenCost(chosen: ReadonlySet<number>, here: readonly Run[], runs: readonly Run[]): number {
  const needed = runs.filter(({ tests }) => (tests.length === 1 ? chosen.has(tests[0]!) : false));
  const hooks = runs.filter(
    (one) => one.tests.length > 1 && (here.includes(one) || one.tests.some((at) => chosen.has(at))),
  );
  return [...needed, ...hooks].reduce((sum, one) => sum + one.milliseconds, 0);
}

/**
 * Runs all without a mutant, and notes what each test and hook reaches. A test that fails as it is shows nothing, and is
 * not run again. null: the file does not load, or a hook of it fails.
 */
async function firstRun(): Promise<Reach | null> {
  store.note = () => undefined;
  store.seen = new Set();
  process.env['FASCICLE_MUTANTS_SEEN'] = seenFile;
  const began = performance.now();
  const suite = await load();
  const toLoad = performance.now() - began;
  const atLoad = taken();
  let milliseconds = 0;
  const runs: Run[] = [];
  failing.clear();
  const failure = await inOwnRoom(() =>
    runSuite(
      suite,
      () => true,
      120_000,
      (of, took, fails) => {
        const seen = taken();
        const isTest = 'work' in of;
        if (fails) say({ what: 'fails', test: fails.test, why: String(fails.error).slice(0, 500) });
        else {
          milliseconds += took;
          runs.push({ tests: isTest ? [of.at] : testsOf(of), seen, milliseconds: took });
        }
        if (fails && isTest) failing.add(of.at);
        return isTest;
      },
    ),
  );
  store.seen = null;
  delete process.env['FASCICLE_MUTANTS_SEEN'];
  if (failure) {
    say({ what: 'done' });
    return null;
  }
  return { suite, atLoad, runs, toLoad, milliseconds };
}

/** What was reached since it was asked last, in this process and in its children. */
function taken(): ReadonlySet<number> {
  const seen = new Set(store.seen);
  if (existsSync(seenFile)) {
    for (const line of readFileSync(seenFile, 'utf8').split('\n')) if (line !== '') seen.add(Number(line));
    writeFileSync(seenFile, '');
  }
  store.seen = new Set();
  return seen;
}

function testsOf(suite: Suite): readonly number[] {
  return [...suite.tests.map(({ at }) => at), ...suite.suites.flatMap(testsOf)];
}
