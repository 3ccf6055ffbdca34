import { z } from 'zod';

/** A PDF and the copy of its pages that a bundle would print; both are drawn, and the drawings held against each other. */
export type CompareRequest = Readonly<{ original: string; copy: string }>;

export const compareAnswerSchema = z.strictObject({
  /** Numbers of the pages that were drawn twice. */
  compared: z.array(z.int().positive()),
  /** Those of them that differ. */
  differing: z.array(z.int().positive()),
});
export type CompareAnswer = z.infer<typeof compareAnswerSchema>;

/** Beyond these a page is not compared, which is said. Measured on the 220 files of viewers' suites. */
export const mostCompare = { pages: 60, milliseconds: 20_000, megabytes: 1_024, ownMilliseconds: 14_000 } as const;
