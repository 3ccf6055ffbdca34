import type { WritableCase } from '../../casefile/case-handles.ts';
import type { WriterContext } from '../../casefile/case-writer.ts';
import { openCase } from '../../casefile/open-case.ts';

/**
 * One writer per case and process, shared by the work that goes on at the same time: a person sorts while captures
 * run. It is opened by the first who needs it and closed by the last, so that the lock is free whenever nobody writes.
 */
export class Writers {
  readonly #open = new Map<string, { caseFile: WritableCase; users: number }>();

  /** @throws {FascicleError} as `openCase` */
  async lend<T>(folder: string, context: WriterContext, work: (caseFile: WritableCase) => T | Promise<T>): Promise<T> {
    const held = this.#open.get(folder) ?? { caseFile: openCase(folder, context), users: 0 };
    this.#open.set(folder, held);
    held.users += 1;
    try {
      return await work(held.caseFile);
    } finally {
      held.users -= 1;
      if (held.users === 0) {
        this.#open.delete(folder);
        held.caseFile.close();
      }
    }
  }

  /** The writer that is at work on this case now, to read from; null where nobody writes. */
  current(folder: string): WritableCase | null {
    return this.#open.get(folder)?.caseFile ?? null;
  }
}
