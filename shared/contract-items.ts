import { z } from 'zod';
import { categories } from './case/category.ts';
import { outcomes } from './case/record.ts';

const natural = z.int().nonnegative();

/** The line of an item in a list. */
export const itemSummarySchema = z.strictObject({
  item: z.string(),
  kind: z.enum(['capture', 'import']),
  category: z.enum(categories),
  title: z.string(),
  /** Requested address of a capture, file name of an import. */
  from: z.string(),
  outcome: z.enum(outcomes),
  startedAt: z.string(),
  excluded: z.string().nullable(),
  warnings: natural,
});
