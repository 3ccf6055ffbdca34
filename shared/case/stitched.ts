import { z } from 'zod';
import { sha256Schema } from '../digest.ts';

const natural = z.int().nonnegative();

/**
 * Of an item whose picture was joined from screenshots of one scrolled view: which rows of each parent stand where, and how
 * well the parents agree where they show the same. Every row is a parent's own; nothing is drawn, scaled or blended.
 */
export const stitchedSchema = z.strictObject({
  /** From the top down. */
  parts: z
    .array(
      z.strictObject({
        parent: z.uuid(),
        parentRecord: sha256Schema,
        /** Rows [y, y + height) of the parent's picture, at `at` of this item's. */
        y: natural,
        height: z.int().positive(),
        at: natural,
      }),
    )
    .min(2)
    .max(100),
  /** Of each part with the next: rows that both show, how many are the same to the pixel, and the largest difference (0–255). */
  overlaps: z.array(
    z.strictObject({ rows: z.int().positive(), identical: natural, most: z.int().nonnegative().max(255) }),
  ),
});
export type Stitched = z.infer<typeof stitchedSchema>;
