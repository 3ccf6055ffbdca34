import { mkdtempSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isAlive } from './is-alive.ts';
import { remove } from './durable.ts';

/**
 * What lies in the computer's temporary folder while work goes on: a browser's profile, a copy of a case's database that
 * is read, a package that was unlocked, a document that another program draws. Only its owner may read it, its name says which process made it, and where that
 * was killed the next one clears it away.
 */
export function tempDir(what: 'browser' | 'read' | 'unlocked' | 'office'): string {
  return mkdtempSync(join(tmpdir(), `fascicle-${what}-${process.pid}-`));
}

/** Removes what processes that are gone have left: somebody may have been logged in there, or evidence lies open. */
export function clearLeftTempDirs(): void {
  for (const name of readdirSync(tmpdir())) {
    const pid = Number(/^fascicle-(?:browser|read|unlocked|office)-(\d+)-/.exec(name)?.[1] ?? NaN);
    if (!(pid > 0) || pid === process.pid || isAlive(pid)) continue;
    try {
      remove(join(tmpdir(), name));
    } catch {
      // Another user's, or a browser still ending that writes into it: the next start clears it.
    }
  }
}
