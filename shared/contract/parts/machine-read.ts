import { z } from 'zod';

const natural = z.int().nonnegative();

/** What a machine read in the pictures of an item. */
export const machineReadSchema = z.strictObject({
  item: z.string(),
  title: z.string(),
  /** Lines that were read; null: why none were. */
  lines: natural.nullable(),
  why: z.string().nullable(),
});
