import type { Join } from './find-join.ts';
import { isSameRow, type View } from './view.ts';

/** Rows [from, to) of a view, and where they stand in their piece of the picture. Device pixels. */
export type RollingStrip = Readonly<{ view: number; from: number; to: number; at: number }>;
/** A part of the picture whose rows follow each other without a gap. */
export type RollingPiece = Readonly<{ width: number; height: number; strips: readonly RollingStrip[] }>;

/** Takes the rows of a piece, from the top down. */
export type RowSink = Readonly<{
  begin(width: number): void;
  rows(view: View, from: number, to: number): Promise<void>;
  end(): Promise<void>;
}>;

type Held = Readonly<{ view: View; number: number }>;

/**
 * Joins views, one after the other, into pieces: every row is that of one view. Of what two views show, the later one's rows
 * are taken from the first equal row on: what came late is there by then.
 */
export class Pieces {
  readonly #sink: RowSink;
  readonly #done: RollingPiece[] = [];
  #strips: RollingStrip[] = [];
  #held: Held | null = null;
  /** Where the held view's first row is in the piece, and up to where the piece is written. */
  #at = 0;
  #written = 0;

  constructor(sink: RowSink) {
    this.#sink = sink;
  }

  /** Rows of the piece under way, and of all before it. */
  get height(): number {
    const open = this.#held ? Math.max(this.#written, this.#at + this.#held.view.height) : 0;
    return this.#done.reduce((all, { height }) => all + height, open);
  }

  get count(): number {
    return this.#done.length + (this.#held ? 1 : 0);
  }

  /** The last view that was taken. */
  get last(): View | null {
    return this.#held?.view ?? null;
  }

  /** Begins a piece with a view; one that is under way ends with all that its last view shows. */
  async begin(view: View, number: number): Promise<void> {
    await this.end();
    this.#sink.begin(view.width);
    this.#held = { view, number };
  }

  /** Goes on with a view. @param join of it with the last one */
  async add(view: View, number: number, { shift, from, to }: Join): Promise<void> {
    const held = this.#held;
    if (!held) throw new Error('nothing to join to');
    const seam = seamOf(held.view, view, { shift, from, to });
    await this.#write(held, this.#at + seam);
    this.#at += shift;
    this.#held = { view, number };
  }

  async end(): Promise<readonly RollingPiece[]> {
    const held = this.#held;
    if (held) {
      await this.#write(held, this.#at + held.view.height);
      await this.#sink.end();
      this.#done.push({ width: held.view.width, height: this.#written, strips: this.#strips });
    }
    [this.#held, this.#strips, this.#at, this.#written] = [null, [], 0, 0];
    return this.#done;
  }

  /** Writes a view's rows up to a row of the piece; where it is written further already, nothing. */
  async #write({ view, number }: Held, until: number): Promise<void> {
    if (until <= this.#written) return;
    const [from, to] = [this.#written - this.#at, until - this.#at];
    await this.#sink.rows(view, from, to);
    this.#strips.push({ view: number, from, to, at: this.#written });
    this.#written = until;
  }
}

/** Where the lower view takes over: some rows below the first equal one, so that a line is not cut where none need be. */
function seamOf(upper: View, lower: View, { shift, from, to }: Pick<Join, 'shift' | 'from' | 'to'>): number {
  for (let row = from; row < to; row++)
    if (upper.shows[row] === 0 && isSameRow(upper, row, lower, row - shift)) return row;
  return from;
}
