import { z } from 'zod';
import { packageEditions } from '../package/layout.ts';
import { passphraseSchema } from './parts/passphrase.ts';
import { sha256Schema } from '../digest.ts';
import { exclusionSchema } from '../custody/event-types.ts';
import { verifyReportSchema } from '../verify/report.ts';

const ofCase = { case: z.string().min(1) };
const path = z.string().min(1);
const natural = z.int().nonnegative();

/** Packages: a case handed over, and taken over. */
export const packageMethods = {
  'package.export': {
    input: z.strictObject({
      ...ofCase,
      out: path,
      edition: z.enum(packageEditions).default('filing'),
      /** Locks the file (age): `out` ends in `.zip.age` then. */
      passphrase: passphraseSchema.nullable().default(null),
      /** Addresses of time-stamp services, asked in this order; none: no stamp over the package. */
      services: z.array(z.url()),
      anchors: z.array(path),
    }),
    output: z.strictObject({
      path,
      files: natural,
      bytes: natural,
      items: natural,
      tagManifest: sha256Schema,
      stamped: z.boolean(),
      /** Files that were found to hold credentials, and stayed here. */
      withheld: z.array(z.strictObject({ item: z.string(), name: z.string(), sha256: sha256Schema })),
      /** What could not be searched for words that were redacted. */
      unsearched: z.array(z.string()),
      /** Files in the package, or parts of them, that hold a credential which a capture of the case learnt. */
      carried: z.array(z.string()),
    }),
  },
  /** Takes a package over: into a case that is there, or into a new one. */
  'package.receive': {
    input: z.strictObject({
      package: path,
      into: z.discriminatedUnion('kind', [
        z.strictObject({ kind: z.literal('case'), case: path }),
        z.strictObject({
          kind: z.literal('new'),
          folder: path,
          title: z.string().min(1).nullable(),
          operator: z.string().min(1).nullable(),
        }),
      ]),
      anchors: z.array(path),
      /** Of a package that is locked. */
      passphrase: passphraseSchema.nullable().default(null),
    }),
    output: z.strictObject({
      case: path,
      package: sha256Schema,
      from: z.string(),
      items: natural,
      /** What third parties gave for items, now kept here. */
      attachments: natural,
      /** What stood excluded where the items come from, and is not here: shown, not taken over. */
      excluded: z.array(exclusionSchema),
      known: natural,
      withheld: natural,
      timeProven: verifyReportSchema.shape.timeProven,
      timeScope: verifyReportSchema.shape.timeScope,
    }),
  },
} as const satisfies Record<string, { input: z.ZodType; output: z.ZodType }>;
