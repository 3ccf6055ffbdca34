import { z } from 'zod';

/**
 * Verdicts for machines. INDETERMINATE: something that the log or a manifest names could not be checked here, or a time
 * that is said is shown to be wrong while the content is as it was.
 */
const verdicts = ['PASSED', 'FAILED', 'INDETERMINATE'] as const;
export type Verdict = (typeof verdicts)[number];

/**
 * What a check's line tells. *failed*: it is not as it should be. *cannot-be-told*: it could not be looked at here.
 * *wrong-in-time*: a clock was wrong, and the content is as it was. *noted*: worth saying, and no fault.
 */
const findings = ['failed', 'cannot-be-told', 'wrong-in-time', 'noted'] as const;

const checkSchema = z.strictObject({
  /** What was checked, a stable code: `objects`, `custody-chain`, `page-numbers` … */
  check: z.string(),
  verdict: z.enum(verdicts),
  /** Null: as it should be. */
  finding: z.enum(findings).nullable(),
  /** In words, naming the exact object, record, row, page or file. */
  detail: z.string(),
});
export type VerifyCheck = Readonly<z.infer<typeof checkSchema>>;

/** What the good time stamps are over, and the time (ISO 8601) before which it existed. */
const timeScopeSchema = z.discriminatedUnion('over', [
  /** Everything that was verified: a whole package, a signed file, one item. */
  z.strictObject({ over: z.enum(['package', 'file', 'item']), at: z.string() }),
  /** The first `count` of `of` entries of a custody log; entries about stamps themselves are not in `of`. */
  z.strictObject({ over: z.literal('log'), at: z.string(), count: z.int(), of: z.int() }),
  /** Of a package, `count` of its `of` items; nothing binds its bundle or the package itself to a time. */
  z.strictObject({ over: z.literal('items'), at: z.string(), count: z.int(), of: z.int() }),
]);
export type TimeScope = Readonly<z.infer<typeof timeScopeSchema>>;

/**
 * Content and time are reported apart, so that a merely unstamped file does not look doubtful. Time is *proven* only where
 * stamps are over all that was verified; *partly* where over some of it. `timeScope` says over what.
 */
export const verifyReportSchema = z.strictObject({
  verdict: z.enum(verdicts),
  unaltered: z.enum(['yes', 'no', 'unknown']),
  timeProven: z.enum(['none', 'pending', 'partly', 'proven', 'failed']),
  timeScope: timeScopeSchema.nullable(),
  checks: z.array(checkSchema),
});
export type VerifyReport = Readonly<z.infer<typeof verifyReportSchema>>;

/** The worst verdict shows: FAILED before INDETERMINATE before PASSED. */
export function worst(checks: readonly Readonly<{ verdict: Verdict }>[]): Verdict {
  if (checks.some(({ verdict }) => verdict === 'FAILED')) return 'FAILED';
  return checks.some(({ verdict }) => verdict === 'INDETERMINATE') ? 'INDETERMINATE' : 'PASSED';
}
