import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

export type Measured = { ms: number; megabytes: number; bytes: number; pages?: number };

/** Runs one arm, a file beside this one, in a process of its own; its last words are what it measured. */
export function arm(name: string, ...args: string[]): Promise<Measured> {
  const file = join(import.meta.dirname, `${name}.ts`);
  return new Promise((done, fail) => {
    const child = spawn(process.execPath, ['--max-semi-space-size=4', file, ...args], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let text = '';
    child.stdout.setEncoding('utf8').on('data', (piece: string) => (text += piece));
    child.on('close', (code) => {
      if (code === 0)
        done(JSON.parse(text) as Measured); // our own arm's line
      else fail(new Error(`${file} ended with ${String(code)}`));
    });
  });
}

export const best = (all: readonly Measured[]): number => Math.min(...all.map(({ ms }) => ms));
export const seconds = (all: readonly Measured[]): string => all.map(({ ms }) => (ms / 1000).toFixed(2)).join(', ');

const command = resolve(import.meta.dirname, '../../electron/cli/fascicle.cjs');

/** What one run of the command took, with all of its child processes. */
export type CommandRun = Readonly<{
  /** From its start to its end. */
  ms: number;
  /** Processor time in programs, without the system's own; the command's and its children's. */
  cpu: number;
  /** The most memory that its processes held at one moment, looked at every few milliseconds. */
  megabytes: number;
  stdout: string;
}>;

/** Runs the real command as `npm run fascicle` starts it. On Linux only are processor time and memory measured, else 0. */
export async function runCommand(...args: string[]): Promise<CommandRun> {
  const before = childTicks();
  const began = performance.now();
  const child = spawn(process.execPath, ['--max-semi-space-size=4', command, ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let megabytes = 0;
  const look = setInterval(() => (megabytes = Math.max(megabytes, heldBy(child.pid ?? 0))), 20);
  let stdout = '';
  child.stdout.setEncoding('utf8').on('data', (piece: string) => (stdout += piece));
  const code = await new Promise<number | null>((done) => child.on('close', done));
  clearInterval(look);
  const ms = performance.now() - began;
  if (code !== 0) throw new Error(`fascicle ${args[0] ?? ''} ended with ${String(code)}: ${stdout}`);
  return { ms, cpu: (childTicks() - before) * msPerTick, megabytes, stdout };
}

/** Linux counts processor time for programs in hundredths of a second. */
const msPerTick = 10;

/** Of all processes that this one started, directly or not, and that have ended. */
function childTicks(): number {
  if (process.platform !== 'linux') return 0;
  return Number(fieldsOf('self')?.[13] ?? 0); // cutime of proc(5), counted from the state on
}

/** Memory of a process and all below it: shared pages are divided among those that share them. */
function heldBy(root: number): number {
  if (process.platform !== 'linux') return 0;
  const parents = new Map(
    readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .map((name) => [Number(name), Number(fieldsOf(name)?.[1] ?? 0)]),
  );
  const isBelow = (pid: number | undefined): boolean =>
    pid === root || (pid !== undefined && pid > 1 && isBelow(parents.get(pid)));
  return [...parents.keys()].filter(isBelow).reduce((sum, pid) => sum + shareOf(pid), 0);
}

function shareOf(pid: number): number {
  try {
    const text = readFileSync(`/proc/${pid}/smaps_rollup`, 'latin1');
    return Number(/^Pss:\s+(\d+) kB$/m.exec(text)?.[1] ?? 0) / 1_024;
  } catch {
    return 0; // it has ended
  }
}

/** Fields of `/proc/PID/stat` from the state on; null where the process has ended. */
function fieldsOf(pid: string): readonly string[] | null {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'latin1');
    return text.slice(text.lastIndexOf(')') + 2).split(' ');
  } catch {
    return null;
  }
}
