import { z } from 'zod';
import { arrangementSchema } from '../case/exhibit.ts';
import { numberingSchema } from '../profile/profile.ts';

const ofCase = { case: z.string().min(1) };

/** The arrangement of exhibits. */
export const exhibitMethods = {
  /**
   * Replaces the arrangement, or only reads it where `exhibits` is null. `numbers`: of each exhibit, in their order, as a
   * bundle by the case's own profile prints them; `numbering`: the rule by which they are numbered anew as they move.
   * Both are null where the case names a profile that is not there.
   */
  'exhibits.arrange': {
    input: z.strictObject({ ...ofCase, exhibits: arrangementSchema.nullable() }),
    output: z.strictObject({
      exhibits: arrangementSchema,
      numbers: z.array(z.string()).nullable(),
      numbering: numberingSchema.nullable(),
    }),
  },
} as const satisfies Record<string, { input: z.ZodType; output: z.ZodType }>;
