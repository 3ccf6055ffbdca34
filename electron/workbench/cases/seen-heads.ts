import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { sha256Schema } from '../../../shared/digest.ts';

const headSchema = z.strictObject({ seq: z.int().nonnegative(), hash: sha256Schema });
const headsSchema = z.record(z.string(), headSchema);
type Head = z.infer<typeof headSchema>;

/**
 * The highest head of each case's custody log that this computer has seen, in the user's state folder and so outside
 * the case: a case that was cut short or replaced by an older copy cannot know it itself. A local file shows honest
 * accidents and careless hands; against its own user only copies elsewhere help (stamps, receipts, printed covers).
 */
export class SeenHeads {
  readonly #file: string;

  constructor(stateFolder: string) {
    this.#file = join(stateFolder, 'seen-heads.json');
  }

  of(caseId: string): Head | null {
    return this.#all()[caseId] ?? null;
  }

  /** Only a higher head is remembered: going back is what is to be noticed. */
  remember(caseId: string, { seq, hash }: Head): void {
    const all = this.#all();
    const known = all[caseId];
    if (known && known.seq >= seq) return;
    try {
      mkdirSync(join(this.#file, '..'), { recursive: true, mode: 0o700 });
      writeFileSync(`${this.#file}.new`, JSON.stringify({ ...all, [caseId]: { seq, hash } }), { mode: 0o600 });
      renameSync(`${this.#file}.new`, this.#file);
    } catch {
      // A read-only home folder must not stop a capture.
    }
  }

  #all(): Record<string, Head> {
    try {
      return headsSchema.parse(JSON.parse(readFileSync(this.#file, 'utf8')));
    } catch {
      return {};
    }
  }
}
