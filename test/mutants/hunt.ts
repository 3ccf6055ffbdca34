import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Mutant } from './instrument.ts';
import type { MutantJob, MutantsSaid } from './job.ts';
import { hungOrDied, type State } from './verdict.ts';

type First = Extract<MutantsSaid, { what: 'first' }>;
type Given = Readonly<{ folder: string; tree: string; mutants: readonly Mutant[]; until: number }>;

const vitest = join(createRequire(import.meta.url).resolve('vitest/package.json'), '..', 'vitest.mjs');
/**
 * How long one file may go on, in milliseconds. `longest`: what one mutant may cost in it. `patience`: without a find.
 */
export type Limits = Readonly<{ longest: number; patience: number }>;

/** Milliseconds until a host has loaded a file and run it once. */
const firstRun = 240_000;

/** Tries test files on the mutants that are still alive, one host after another. */
export class Hunt {
  readonly #given: Given;
  readonly #states = new Map<number, State>();
  /** Mutants that a file would have taken too long for. */
  readonly #leftBy = new Map<string, Set<number>>();
  #hosts = 0;

  constructor(given: Given) {
    this.#given = given;
    for (const { id } of given.mutants) this.#states.set(id, { found: false, reached: false, by: null });
  }

  stateOf({ id }: Mutant): State {
    return this.#states.get(id) ?? { found: false, reached: false, by: null };
  }

  /** It was found before: it is not tried again. */
  know(mutant: Mutant, by: State['by']): void {
    Object.assign(this.stateOf(mutant), { found: true, reached: true, by });
  }

  /** Whether a file was tried and left some mutants that no other file has found since, for they cost too much there. */
  hasLeft(file: string): boolean {
    return [...(this.#leftBy.get(file) ?? [])].some((id) => !this.#state(id).found);
  }

  /**
   * Tries one test file.
   * @param isTried on which of the mutants that were not found yet
   * @returns what it did without a mutant
   */
  async with(file: string, isTried: (mutant: Mutant) => boolean, limits: Limits): Promise<First | null> {
    let left = this.#given.mutants.filter((one) => !this.stateOf(one).found && isTried(one)).map(({ id }) => id);
    const began = Date.now();
    const before = left.length;
    let found = 0;
    let first: First | null = null;
    const told = new Set<string>();
    const doubted = new Set<number>();
    if (left.length > 0) process.stderr.write(`${new Date().toTimeString().slice(0, 8)} ${file}\n`);
    while (left.length > 0 && Date.now() < this.#given.until) {
      const { said, tried } = await this.#host(file, left, [...doubted], limits);
      for (const one of said) if (one.what === 'first') first = one;
      for (const one of said) found += this.#note(file, one, first?.milliseconds ?? 0) ? 1 : 0;
      for (const one of said) if (one.what === 'doubt') doubted.add(one.id);
      const ended = said.some(({ what }) => what === 'done');
      for (const one of said)
        if (one.what === 'fails' && !told.has(one.test)) {
          told.add(one.test);
          console.log(`! ${file}: “${one.test}” fails without a fault, and is not counted: ${one.why}`);
        }
      if (ended || (tried.size === 0 && !said.some(({ what }) => what === 'doubt'))) break;
      left = left.filter((id) => !tried.has(id));
    }
    if (before > 0) console.log(`${file}: ${found} of ${before} found, ${((Date.now() - began) / 1000).toFixed(0)} s`);
    return first;
  }

  #note(file: string, said: MutantsSaid, milliseconds: number): boolean {
    if (said.what === 'left') this.#leftBy.set(file, (this.#leftBy.get(file) ?? new Set()).add(said.id));
    if (said.what === 'first') for (const id of said.reached) this.#state(id).reached = true;
    if (said.what !== 'end' || said.killedBy === null) return false;
    Object.assign(this.#state(said.id), {
      found: true,
      by: { test: file, name: said.killedBy, milliseconds },
    });
    return true;
  }

  #state(id: number): State {
    return this.#states.get(id) ?? { found: false, reached: false, by: null };
  }

  /** One process, until it is done, hangs or dies. A mutant that it hung or died at was found. */
  async #host(
    file: string,
    mutants: readonly number[],
    doubted: readonly number[],
    limits: Limits,
  ): Promise<{ said: readonly MutantsSaid[]; tried: ReadonlySet<number> }> {
    const folder = join(this.#given.folder, `h${(this.#hosts += 1)}`);
    const answers = join(folder, 'answers');
    mkdirSync(folder);
    const job: MutantJob = { tree: this.#given.tree, file, mutants, doubted, folder, answers, ...limits };
    writeFileSync(join(folder, 'job.json'), JSON.stringify(job));
    const config = join(this.#given.tree, 'test', 'mutants', 'vitest.config.ts');
    const child = spawn(process.execPath, [vitest, 'run', '--config', config], {
      cwd: this.#given.tree,
      detached: true, // what its tests started goes with it
      stdio: ['ignore', 'ignore', 'ignore'],
      env: {
        ...process.env,
        TMPDIR: folder,
        FASCICLE_MUTANTS_JOB: join(folder, 'job.json'),
        FASCICLE_MUTANTS_FOLDER: folder,
      },
    });
    const state = { ended: false };
    const end = new Promise<void>((resolve) => {
      child.on('close', () => {
        state.ended = true;
        resolve();
      });
    });
    let lines = 0;
    let changed = Date.now();
    while (!state.ended) {
      await Promise.race([end, new Promise((resolve) => setTimeout(resolve, 200))]);
      const said = heard(answers);
      if (said.length > lines) changed = Date.now();
      lines = said.length;
      const last = said.at(-1);
      const limit = last?.what === 'begin' ? last.limit : firstRun;
      if (Date.now() - changed > limit || Date.now() > this.#given.until) break;
    }
    const outOfTime = Date.now() > this.#given.until;
    try {
      if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
    } catch {
      // all of its group ended by themselves
    }
    await end;
    const said = [...heard(answers)];
    const last = said.at(-1);
    if (last?.what === 'begin' && !outOfTime)
      said.push({ what: 'end', id: last.id, killedBy: hungOrDied, why: '', more: false });
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
    return { said, tried: new Set(said.flatMap((one) => (one.what === 'end' && !one.more ? [one.id] : []))) };
  }
}

/** What a host has said so far, in whole lines. */
function heard(answers: string): readonly MutantsSaid[] {
  if (!existsSync(answers)) return [];
  const lines = readFileSync(answers, 'utf8').split('\n').slice(0, -1);
  return lines.map((line) => JSON.parse(line) as MutantsSaid); // written by the host
}
