import { execFile } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { totalmem } from 'node:os';

/** What the processes of one browser may hold in memory together, in bytes: a page that wants more eats the machine. */
export const memoryCap = Math.min(3 * 1024 ** 3, Math.floor(totalmem() / 2));

const lookEvery = 500; // ms; a page was measured to take 1 GB a second
/** So many looks pass over processes that were found to be of other groups; their numbers are given out again in time. */
const looksPast = 10;

/**
 * Watches the memory of a browser, all its processes together, and tells once when it passes the cap.
 *
 * @param pid leader of the browser's process group
 * @returns ends the watch; null on systems where it cannot be measured
 */
export function watchMemory(pid: number | null, cap: number, onOver: (bytes: number) => void): (() => void) | null {
  const measure = measures[process.platform]?.();
  if (pid === null || !measure) return null;
  let busy = false;
  const timer = setInterval(() => {
    if (busy) return;
    busy = true;
    void measure(pid).then((bytes) => {
      busy = false;
      if (bytes <= cap) return;
      clearInterval(timer);
      onOver(bytes);
    });
  }, lookEvery);
  return () => clearInterval(timer);
}

/** Bytes in memory that a process group alone holds; each watch has a measure of its own. */
const measures: Partial<Record<NodeJS.Platform, () => (group: number) => Promise<number>>> = {
  linux: linuxMemory,
  darwin: () => psMemory,
};

/**
 * From `/proc/PID/status`: anonymous and shared memory, without the pages of program files, which all processes of a
 * browser share and which would count ten times.
 */
function linuxMemory(): (group: number) => Promise<number> {
  const others = new Set<string>();
  let looks = 0;
  return (group) => {
    if (looks++ % looksPast === 0) others.clear();
    let kibibytes = 0;
    for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name) && !others.has(name))) {
      try {
        if (groupOf(pid) !== group) {
          others.add(pid);
          continue;
        }
        const status = readFileSync(`/proc/${pid}/status`, 'latin1');
        for (const [, kB] of status.matchAll(/^Rss(?:Anon|Shmem):\s+(\d+) kB$/gm)) kibibytes += Number(kB);
      } catch {
        // It ended while it was looked at.
      }
    }
    return Promise.resolve(kibibytes * 1024);
  };
}

function groupOf(pid: string): number {
  const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
  const [, , processGroup] = stat.slice(stat.lastIndexOf(')') + 2).split(' '); // state, parent, group
  return Number(processGroup);
}

function psMemory(group: number): Promise<number> {
  return new Promise((done) => {
    execFile('ps', ['-A', '-o', 'pgid=,rss='], (error, text) => {
      const lines = error ? [] : text.split('\n').map((line) => line.trim().split(/\s+/).map(Number));
      done(lines.reduce((sum, [of, kibibytes]) => (of === group ? sum + (kibibytes ?? 0) * 1024 : sum), 0));
    });
  });
}
