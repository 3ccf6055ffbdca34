import { randomUUID } from 'node:crypto';
import { longestGiven } from '../../../shared/contract/intake.ts';
import { FascicleError } from '../../../shared/errors/fascicle-error.ts';

/** What is not gone on with for so long was given up by whoever gave it, in ms. */
const longestPause = 600_000;

type Held = { folder: string; pieces: Buffer[]; bytes: number; at: number };

/**
 * Bytes that a window gives in pieces, until they are taken into the case for which they were given: in memory, so that
 * nothing of them stays anywhere else.
 */
export class GivenBytes {
  readonly #held = new Map<string, Held>();

  /** @throws {FascicleError} `given-lost` | `given-too-large`; then nothing of it is held any more */
  add(folder: string, given: string | null, piece: Buffer, now: number): string {
    for (const [id, { at }] of this.#held) if (now - at > longestPause) this.#held.delete(id);
    const id = given ?? randomUUID();
    const held = given === null ? { folder, pieces: [], bytes: 0, at: now } : this.#of(folder, given);
    this.#held.set(id, held);
    held.pieces.push(piece);
    held.bytes += piece.length;
    held.at = now;
    const all = [...this.#held.values()].reduce((sum, { bytes }) => sum + bytes, 0);
    if (all <= longestGiven) return id;
    this.#held.delete(id);
    throw new FascicleError('given-too-large', { megabytes: longestGiven / 1_000_000 });
  }

  /** All its pieces; they are not held any more. @throws {FascicleError} `given-lost` */
  take(folder: string, given: string): readonly Buffer[] {
    const { pieces } = this.#of(folder, given);
    this.#held.delete(given);
    return pieces;
  }

  #of(folder: string, given: string): Held {
    const held = this.#held.get(given);
    if (held?.folder !== folder) throw new FascicleError('given-lost');
    return held;
  }
}
