import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { ReadableCase } from '../../casefile/case-handles.ts';
import { sha256Schema } from '../../../shared/digest.ts';
import { rename } from '../../casefile/files/durable.ts';

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

  /** The head that this computer has seen and that this log does not go on from; null where it does. */
  missedBy(caseFile: Pick<ReadableCase, 'caseId' | 'leafHash'>): Head | null {
    const known = this.of(caseFile.caseId);
    return known && caseFile.leafHash(known.seq) !== known.hash ? known : null;
  }

  /**
   * Only a head that goes on from the one known is remembered. Numbers prove nothing: a log that was put back grows past
   * the one that was seen in a few acts, and what is to be noticed would be forgotten.
   */
  remember(caseFile: Pick<ReadableCase, 'caseId' | 'leafHash' | 'head'>): void {
    const head = caseFile.head();
    const known = this.of(caseFile.caseId);
    if (known && (known.seq >= head.seq || this.missedBy(caseFile))) return;
    this.#keep(caseFile.caseId, head);
  }

  /** A person said why the log is another one, and it is in the log: from here it goes on. */
  accept(caseFile: Pick<ReadableCase, 'caseId' | 'head'>): void {
    this.#keep(caseFile.caseId, caseFile.head());
  }

  #keep(caseId: string, { seq, hash }: Head): void {
    const all = this.#all();
    try {
      mkdirSync(join(this.#file, '..'), { recursive: true, mode: 0o700 });
      writeFileSync(`${this.#file}.new`, JSON.stringify({ ...all, [caseId]: { seq, hash } }), { mode: 0o600 });
      rename(`${this.#file}.new`, this.#file);
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
