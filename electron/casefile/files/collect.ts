import { getHeapStatistics, setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/**
 * Lets go of buffers that have passed through. V8 sees a buffer as a few bytes of heap and lets 64 MB of them pile up
 * before it collects: measured as 75 MB of the program's memory while one long answer flowed by. A minor collection takes
 * about a millisecond.
 */
export function collectYoung(): void {
  collect ??= exposed();
  collect({ type: 'minor' });
}

/** Lets go of all that nobody holds: some ten milliseconds in a program of usual size. */
export function collectAll(): void {
  collect ??= exposed();
  collect({ type: 'major' });
}

/** Collects everything, and gives the system back what V8 keeps for later: measured, 40 MB, in a tenth of a second. */
export function giveBack(): void {
  collect ??= exposed();
  collect({ type: 'major', flavor: 'last-resort' });
}

/**
 * Collects everything whenever the heap has grown by so much since the last time: V8 lets a heap grow with the machine's
 * memory before it looks.
 *
 * @param growth bytes
 * @returns to be called after each piece of work
 */
export function collectAfter(growth: number): () => void {
  let left = getHeapStatistics().used_heap_size;
  return () => {
    if (getHeapStatistics().used_heap_size - left < growth) return;
    collectAll();
    left = getHeapStatistics().used_heap_size;
  };
}

/**
 * Keeps what is new in the heap as small as V8 begins with: left to itself it grows to 32 MB. For a process beside others;
 * measured, it takes no longer.
 */
export function keepYoungSmall(): void {
  setFlagsFromString('--semi-space-growth-factor=1');
}

type Collect = (options: Readonly<{ type: 'minor' | 'major'; flavor?: 'last-resort' }>) => void;
let collect: Collect | null = null;

function exposed(): Collect {
  setFlagsFromString('--expose-gc');
  const gc = runInNewContext('gc') as Collect; // V8's own, in contexts made from now on
  return gc;
}
