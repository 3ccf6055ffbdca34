import { z } from 'zod';

/** Verdicts for machines. INDETERMINATE: something that the log or a manifest names could not be checked. */
const verdicts = ['PASSED', 'FAILED', 'INDETERMINATE'] as const;
export type Verdict = (typeof verdicts)[number];

const checkSchema = z.strictObject({
  /** What was checked, a stable code: `objects`, `custody-chain`, `page-numbers` … */
  check: z.string(),
  verdict: z.enum(verdicts),
  /** In words, naming the exact object, record, row, page or file. */
  detail: z.string(),
});
export type Check = Readonly<z.infer<typeof checkSchema>>;

/** Content and time are reported apart, so that a merely unstamped file does not look doubtful. */
export const verifyReportSchema = z.strictObject({
  verdict: z.enum(verdicts),
  unaltered: z.enum(['yes', 'no', 'unknown']),
  timeProven: z.enum(['none', 'pending', 'proven', 'failed']),
  checks: z.array(checkSchema),
});
export type VerifyReport = Readonly<z.infer<typeof verifyReportSchema>>;

/** The worst verdict shows: FAILED before INDETERMINATE before PASSED. */
export function worst(checks: readonly Readonly<{ verdict: Verdict }>[]): Verdict {
  if (checks.some(({ verdict }) => verdict === 'FAILED')) return 'FAILED';
  return checks.some(({ verdict }) => verdict === 'INDETERMINATE') ? 'INDETERMINATE' : 'PASSED';
}
