import { z } from 'zod';
import { tableSchema } from './parts/table.ts';

const natural = z.int().nonnegative();
const rows = z.strictObject({ y: natural, height: natural }).nullable();
const side = z.strictObject({ item: z.string(), url: z.string(), at: z.string() });
const kinds = ['edit', 'counter', 'clock', 'advert'] as const;

/** The part of the contract about comparing two captures. Rows are device pixels from the top of each picture. */
export const compareMethods = {
  'compare.run': {
    input: z.strictObject({ case: z.string().min(1), before: z.string().min(1), after: z.string().min(1) }),
    output: z.strictObject({
      before: side,
      after: side,
      text: z.array(z.strictObject({ kind: z.enum(kinds), before: z.array(z.string()), after: z.array(z.string()) })),
      /** Null where they could not be compared: then `notCompared` says why. */
      picture: z
        .array(
          z.strictObject({
            what: z.enum(['changed', 'added', 'removed']),
            kind: z.enum([...kinds, 'picture']),
            before: rows,
            after: rows,
          }),
        )
        .nullable(),
      notCompared: z.string().nullable(),
      /** The same as people read it. */
      table: tableSchema,
    }),
  },
} as const satisfies Record<string, { input: z.ZodType; output: z.ZodType }>;
