import { spawnSync } from 'node:child_process';
import { broken, newCount } from './after.ts';
import { line, lookAtGround, placesOf, type Ground, type Work } from './kill-work.ts';
import { runWorker } from './worker.ts';

/** Every call by which bytes, names or durability come about. */
const calls = [
  'pwrite64',
  'write',
  'fsync',
  'fdatasync',
  'rename',
  'mkdir',
  'unlink',
  'rmdir',
  'chmod',
  'ftruncate',
] as const;

/**
 * Kills one kind of work at its nth system call, for every n until a run comes to its end (strace injection).
 * @param step 1: every call; 10: every tenth
 * @returns how many promises were broken; null where strace is not to be had
 */
export async function killAtCalls(work: Work, step: number, ground: (work: Work) => Ground): Promise<number | null> {
  if (spawnSync('strace', ['--version']).status !== 0) return null;
  const count = newCount();
  let points = 0;
  for (const call of calls) {
    for (let n = 1; ; n += step) {
      const place = ground(work);
      const strace = [
        'strace',
        '-f',
        '-qq',
        '-o',
        '/dev/null',
        '-e',
        `trace=${call}`,
        '-e',
        `inject=${call}:signal=SIGKILL:when=${n}`,
      ];
      const ended = await runWorker([work, ...placesOf(place), 'once'], null, strace);
      if (ended.done > 0) break;
      points += 1;
      count.kills += 1;
      count.acknowledged += ended.acknowledged.length;
      await lookAtGround(work, place, new Set(ended.acknowledged), count);
    }
  }
  console.log(line(`${work}: killed at ${points} system calls`, count));
  return broken(count);
}
