import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { rename } from '../../casefile/files/durable.ts';

const listSchema = z.array(z.strictObject({ folder: z.string(), lastOpened: z.string() }));
type RecentCase = z.infer<typeof listSchema>[number];

const most = 50;

/**
 * The cases opened last on this computer, newest first: a list in the user's cache, never in a case. Losing it loses
 * nothing but convenience, so a damaged list counts as empty and a failed write does not fail the work at hand.
 */
export class RecentCases {
  readonly #file: string;

  constructor(cacheFolder: string) {
    this.#file = join(cacheFolder, 'recent-cases.json');
  }

  list(): readonly RecentCase[] {
    try {
      return listSchema.parse(JSON.parse(readFileSync(this.#file, 'utf8')));
    } catch {
      return [];
    }
  }

  remember(folder: string, at: Date): void {
    const others = this.list().filter((one) => one.folder !== folder);
    this.#save([{ folder, lastOpened: at.toISOString() }, ...others].slice(0, most));
  }

  forget(folder: string): void {
    this.#save(this.list().filter((one) => one.folder !== folder));
  }

  #save(list: readonly RecentCase[]): void {
    try {
      mkdirSync(join(this.#file, '..'), { recursive: true });
      writeFileSync(`${this.#file}.new`, JSON.stringify(list));
      rename(`${this.#file}.new`, this.#file);
    } catch {
      // A read-only home folder must not stop a capture.
    }
  }
}
