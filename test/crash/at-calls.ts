import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { broken, newCount, type Count } from './after.ts';
import { line, lookAtGround, workArguments, type CrashGround, type CrashWork } from './kill-work.ts';
import { runWorker } from './worker.ts';

/** Calls on files alone: `write` also carries what a process says to another, whose loss is no disk's fault. */
const fileCalls = ['pwrite64', 'fsync', 'fdatasync', 'rename', 'mkdir', 'ftruncate'] as const;
/** Every call by which bytes, names or durability come about. */
const allCalls = [...fileCalls, 'write', 'unlink', 'rmdir', 'chmod'] as const;

type Way = Readonly<{
  calls: readonly string[];
  /** What strace does at the nth call. */
  inject: string;
  /** Whether the run met no nth call any more. */
  over: (ended: Awaited<ReturnType<typeof runWorker>>, log: string) => boolean;
  says: (work: CrashWork, count: Count) => string;
}>;

const ways = {
  /** Kills the work, for every n until a run comes to its end. */
  kill: {
    calls: allCalls,
    inject: 'signal=SIGKILL',
    over: ({ done }) => done > 0,
    says: (work, { kills }) => `${work}: killed at ${kills} system calls`,
  },
  /** Lets the call fail as a dying disk does. The work may end with an error or go on; what it acknowledged must be whole. */
  fail: {
    calls: fileCalls,
    inject: 'error=EIO',
    over: (_, log) => !log.includes('(INJECTED)'),
    says: (work) => `${work}: EIO at system calls; "kills" are calls that failed`,
  },
} as const satisfies Record<string, Way>;

/**
 * Meets one kind of work at its nth system call, for every n until no call is left (strace injection).
 * @param step 1: every call; 10: every tenth
 * @returns how many promises were broken; null where strace is not to be had
 */
export async function atCalls(
  way: keyof typeof ways,
  work: CrashWork,
  step: number,
  ground: (work: CrashWork) => CrashGround,
): Promise<number | null> {
  if (spawnSync('strace', ['--version']).status !== 0) return null;
  const { calls, inject, over, says }: Way = ways[way];
  const count = newCount();
  const log = join(mkdtempSync(join(tmpdir(), 'fascicle-calls-')), 'calls');
  for (const call of calls) {
    for (let n = 1; ; n += step) {
      const prepared = ground(work);
      const injected = ['-e', `trace=${call}`, '-e', `inject=${call}:${inject}:when=${n}`];
      const strace = ['strace', '-f', '-qq', '-o', log, ...injected];
      const ended = await runWorker([work, ...workArguments(prepared), 'once'], null, strace);
      if (over(ended, readFileSync(log, 'utf8'))) break;
      count.kills += 1;
      count.acknowledged += ended.acknowledged.length;
      await lookAtGround(work, prepared, new Set(ended.acknowledged), count);
    }
  }
  console.log(line(says(work, count), count));
  return broken(count);
}
