import { existsSync } from 'node:fs';
import { broken, newCount } from './after.ts';
import { line, lookAtGround, workArguments, type CrashGround, type CrashWork } from './kill-work.ts';
import { runWorker } from './worker.ts';

const prlimit = '/usr/bin/prlimit';
/** A limit of the size of files: the write that reaches it is cut short, the next one fails (EFBIG). Bytes. */
const limits = [512, 1_000, 3_000, 5_000, 20_000, 40_000, 60_000, 90_000, 120_000, 150_000, 200_000, 300_000] as const;

/**
 * Lets writes of each kind of work end in their middle, at many places. The work may end with an error or go on; what it
 * acknowledged must be whole either way.
 * @returns how many promises were broken; null where prlimit is not to be had
 */
export async function cutWritesShort(
  works: readonly CrashWork[],
  step: number,
  ground: (work: CrashWork) => CrashGround,
): Promise<number | null> {
  if (!existsSync(prlimit)) return null;
  let wrong = 0;
  for (const work of works) {
    const count = newCount();
    for (const limit of limits.filter((_, at) => at % step === 0)) {
      const prepared = ground(work);
      const ended = await runWorker([work, ...workArguments(prepared), 'once'], null, [prlimit, `--fsize=${limit}`]);
      if (ended.done === 0) count.kills += 1;
      count.acknowledged += ended.acknowledged.length;
      await lookAtGround(work, prepared, new Set(ended.acknowledged), count);
    }
    console.log(line(`${work}: writes cut short; "kills" are runs that ended with an error`, count));
    wrong += broken(count);
  }
  return wrong;
}
