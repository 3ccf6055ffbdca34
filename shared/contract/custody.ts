import { z } from 'zod';

const ofCase = { case: z.string().min(1) };
const natural = z.int().nonnegative();

/** The custody log as the window lists it. */
export const custodyMethods = {
  'custody.list': {
    input: z.strictObject(ofCase),
    output: z.strictObject({
      entries: z.array(
        z.strictObject({
          seq: natural,
          wall: z.string(),
          act: z.string(),
          subject: z.string(),
          person: z.string().nullable(),
        }),
      ),
    }),
  },
} as const satisfies Record<string, { input: z.ZodType; output: z.ZodType }>;
