import { z } from 'zod';
import { reasonSchema } from '../../shared/case/record.ts';

/** What a file says of itself, as a child sends it. */
export const toldSchema = {
  facts: z.array(z.strictObject({ name: z.string(), value: z.string(), source: z.string() })),
  warnings: z.array(reasonSchema),
};
