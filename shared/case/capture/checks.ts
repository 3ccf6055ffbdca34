import { z } from 'zod';

/**
 * One check of the device that captured, as the environment record (取证环境检查记录) made it. `noted`: found something
 * that a reader should know of, a proxy or an entry in the hosts file. The raw output is in the artifact `environment`.
 */
const checkOutcomes = ['ok', 'noted', 'not-verified'] as const;
export const checkSchema = z.strictObject({
  check: z.string().regex(/^[a-z0-9-]+$/),
  outcome: z.enum(checkOutcomes),
  /** What was found, as names and numbers that need no translation; for `not-verified` why, as a code of `shared/messages/names/check-messages.ts`. */
  detail: z.string(),
  /**
   * Of a clock: the differences that were measured, in milliseconds, the device ahead positive, and to how many each is
   * known. Older programs have them in `detail` alone.
   */
  differences: z.array(z.strictObject({ ms: z.int(), within: z.int().nonnegative().optional() })).optional(),
});
export type EnvironmentCheck = Readonly<z.infer<typeof checkSchema>>;
