import { z } from 'zod';
import { sha256Schema } from '../digest.ts';

const path = z.string().min(1);
const natural = z.int().nonnegative();

/** The part of the contract about the demo. */
export const demoMethods = {
  'demo.run': {
    input: z.strictObject({ folder: path }),
    output: z.strictObject({
      case: path,
      pdf: path,
      sha256: sha256Schema,
      pages: natural,
      exhibits: natural,
      verdict: z.string(),
      /** The report on what followed the order. */
      compliance: z.strictObject({ pdf: path, sha256: sha256Schema, pages: natural }),
      /** What the program found on the way, by its own checks. */
      found: z.array(z.strictObject({ what: z.string(), text: z.string() })),
    }),
  },
} as const satisfies Record<string, { input: z.ZodType; output: z.ZodType }>;
