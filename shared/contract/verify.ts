import { z } from 'zod';
import { passphraseSchema } from './parts/passphrase.ts';
import { verifyReportSchema } from '../verify/report.ts';

const path = z.string().min(1);

/** Verification of a case, bundle, package or proof. */
export const verifyMethods = {
  'verify.run': {
    input: z.strictObject({
      path,
      anchors: z.array(path).default([]),
      /** One item of a case, by id or prefix: only it and its place in the log are looked at. */
      item: z.string().nullable().default(null),
      /** A head that was kept elsewhere (checkpoint, proof file, package folder, bundle manifest): the log must extend it. */
      since: path.nullable().default(null),
      /** Of a package that is locked. */
      passphrase: passphraseSchema.nullable().default(null),
      /** Why the log does not go on from the one that this computer has seen: written into it, and it counts from then on. */
      acceptHistory: z.string().min(1).nullable().default(null),
    }),
    output: verifyReportSchema,
  },
} as const satisfies Record<string, { input: z.ZodType; output: z.ZodType }>;
