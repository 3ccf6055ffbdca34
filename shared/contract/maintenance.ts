import { z } from 'zod';
import { verifyReportSchema } from '../verify/report.ts';
import { sha256Schema } from '../digest.ts';
import { placeFindingSchema } from './cases.ts';

const ofCase = { case: z.string().min(1) };
const natural = z.int().nonnegative();
const path = z.string().min(1);

/** Upkeep of a case: health, backup, repair. */
export const maintenanceMethods = {
  /** Makes a lost or damaged database anew from records and custody log. `needed`: false where nothing was wrong with it. */
  'case.repair': {
    input: z.strictObject(ofCase),
    output: z.strictObject({
      needed: z.boolean(),
      entries: natural,
      items: natural,
      gaps: z.array(natural),
      unread: z.array(natural),
      leftOut: natural,
      aside: path.nullable(),
      verdict: verifyReportSchema.shape.verdict,
    }),
  },
  'case.backup': {
    input: z.strictObject({ ...ofCase, folder: path }),
    output: z.strictObject({
      folder: path,
      copied: natural,
      kept: natural,
      bytes: natural,
      left: z.array(sha256Schema),
      verdict: verifyReportSchema.shape.verdict,
    }),
  },
  /** Verifies every object again, and restores damaged ones from backups and packages. */
  'case.health': {
    input: z.strictObject({ ...ofCase, from: z.array(path) }),
    output: z.strictObject({
      damaged: z.array(z.strictObject({ path: z.string(), detail: z.string(), restored: path.nullable() })),
      report: verifyReportSchema,
      place: z.array(placeFindingSchema),
    }),
  },
} as const satisfies Record<string, { input: z.ZodType; output: z.ZodType }>;
