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
  /** From the top down: between two pieces no equal rows were found. `from` and `to`: its views, counted from 1. */
  pieces: z
    .array(z.strictObject({ width: z.int().positive(), height: z.int().positive(), from: whole, to: whole }))
    .min(1),
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
