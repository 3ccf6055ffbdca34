import { cpSync, existsSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * Where Chromium keeps what pages store for longer than one tab, below its profile folder. Cookies are not among them:
 * those that end with the browser are lost on disk, so all are asked for while it runs. What a page keeps for one tab
 * (sessionStorage) is lost.
 */
const kept = [join('Default', 'Local Storage'), join('Default', 'IndexedDB')] as const;

/** Copies the pages' storage out of a profile, or into a fresh one. @returns whether there was any */
export function copyStorage(from: string, to: string): boolean {
  const there = kept.filter((name) => existsSync(join(from, name)));
  for (const name of there) {
    mkdirSync(dirname(join(to, name)), { recursive: true, mode: 0o700 });
    cpSync(join(from, name), join(to, name), { recursive: true });
  }
  return there.length > 0;
}
