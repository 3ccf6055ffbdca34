import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { broken, newCount } from './after.ts';
import { line, lookAtGround, placesOf, type Ground, type Work } from './kill-work.ts';
import { runWorker } from './worker.ts';

/** Calls on files alone: `write` also carries what a process says to another, whose loss is no disk's fault. */
const calls = ['pwrite64', 'fsync', 'fdatasync', 'rename', 'mkdir', 'ftruncate'] as const;

/**
 * Lets one kind of work's nth call on a file fail as a dying disk does (EIO, strace injection), for every n until no call
 * is left. The work may end with an error or go on; what it acknowledged must be whole either way.
 * @returns how many promises were broken; null where strace is not to be had
 */
export async function failAtCalls(work: Work, step: number, ground: (work: Work) => Ground): Promise<number | null> {
  if (spawnSync('strace', ['--version']).status !== 0) return null;
  const count = newCount();
  const log = join(mkdtempSync(join(tmpdir(), 'fascicle-eio-')), 'calls');
  for (const call of calls) {
    for (let n = 1; ; n += step) {
      const place = ground(work);
      const strace = [
        'strace',
        '-f',
        '-qq',
        '-o',
        log,
        '-e',
        `trace=${call}`,
        '-e',
        `inject=${call}:error=EIO:when=${n}`,
      ];
      const ended = await runWorker([work, ...placesOf(place), 'once'], null, strace);
      if (!readFileSync(log, 'utf8').includes('(INJECTED)')) break;
      count.kills += 1;
      count.acknowledged += ended.acknowledged.length;
      await lookAtGround(work, place, new Set(ended.acknowledged), count);
    }
  }
  console.log(line(`${work}: EIO at system calls; "kills" are calls that failed`, count));
  return broken(count);
}
