import { z } from 'zod';

/** The program itself. */
export const programMethods = {
  'program.doctor': {
    input: z.strictObject({}),
    output: z.strictObject({
      ready: z.boolean(),
      findings: z.array(
        z.strictObject({
          subject: z.string(),
          state: z.enum(['ok', 'missing', 'note']),
          detail: z.string(),
          next: z.string().nullable(),
        }),
      ),
    }),
  },
} as const satisfies Record<string, { input: z.ZodType; output: z.ZodType }>;
