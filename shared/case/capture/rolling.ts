import { z } from 'zod';

const whole = z.int().nonnegative();

/** Why the scrolling ended: at the end of the page, at a bound, because the page did not move any more, or did not answer. */
const rollingEnds = ['bottom', 'views', 'pixels', 'bytes', 'time', 'stuck', 'stopped'] as const;
export type RollingEnd = (typeof rollingEnds)[number];

/** A picture joined from what the window showed while the page was scrolled. Sizes in device pixels. */
export const rollingSchema = z.strictObject({
  /** What was scrolled; null: the page itself. */
  scroller: z.string().nullable(),
  /** How many views it was joined from. */
  views: z.int().positive(),
  /**
   * From the top down: between two pieces no equal rows were found. `from` and `to`: its views, counted from 1. `number`: of a
   * redacted copy, which piece of its original it is, counted from 1; absent where that is its place in this list.
   */
  pieces: z
    .array(
      z.strictObject({
        width: z.int().positive(),
        height: z.int().positive(),
        from: whole,
        to: whole,
        number: z.int().positive().optional(),
      }),
    )
    .min(1),
  /** Of a redacted copy: how many pieces its original has. Absent where it has as many. */
  of: z.int().positive().optional(),
  /** Rows that neighbouring tiles share. */
  overlap: whole,
  /** Parts that would stay in the window: not shown, or made to move along with the page. */
  hidden: whole,
  movedAlong: whole,
  /** How far content went down, or up, otherwise than by the scrolling. */
  wentDown: whole,
  wentUp: whole,
  /** Rows that two views show and that are not equal, and at how many joins. */
  differing: z.strictObject({ rows: whole, joins: whole }),
  /** Views of which no two pictures were equal. */
  unsteady: whole,
  end: z.enum(rollingEnds),
});
export type Rolling = Readonly<z.infer<typeof rollingSchema>>;

/** The pieces by their numbers in the first original, and how many that one has. */
export function numberedPieces({ pieces, of }: Rolling): Readonly<{ numbers: readonly number[]; of: number }> {
  return { numbers: pieces.map(({ number }, at) => number ?? at + 1), of: of ?? pieces.length };
}

/** What is left of it when only some pieces are kept, by their places in the list, counted from 1; null without any. */
export function keptPieces(rolling: Rolling, kept: ReadonlySet<number>): Rolling | null {
  const { numbers, of } = numberedPieces(rolling);
  const pieces = rolling.pieces.flatMap((piece, at) =>
    kept.has(at + 1) ? [{ ...piece, number: numbers[at] ?? at + 1 }] : [],
  );
  if (pieces.length === 0) return null;
  return pieces.length === rolling.pieces.length ? rolling : { ...rolling, pieces, of };
}
