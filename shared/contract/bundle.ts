import { z } from 'zod';
import { caseLanguages } from '../language.ts';
import { listFormats } from '../plan/list-formats.ts';
import { acceptedSchema } from '../case/proof-plan.ts';
import { problemCodes } from '../messages/problem-messages.ts';
import { sha256Schema } from '../digest.ts';
import { builtFileSchema, writtenFileSchema, fileSchema } from './parts/files.ts';
import { passphraseSchema } from './parts/passphrase.ts';
import { locatedProblemSchema, bundleRowSchema } from '../window/rows.ts';

const ofCase = { case: z.string().min(1) };
const path = z.string().min(1);
const natural = z.int().nonnegative();
const problemSchema = z.strictObject({
  code: z.string(),
  rank: z.enum(['stop', 'warn']),
  where: z.string(),
  message: z.string(),
  /** With which reason a warning was accepted; null where it was not. */
  accepted: z.string().nullable(),
});

/** Bundles and what is written from the same state: lists, drafts, signatures. */
export const bundleMethods = {
  'bundle.build': {
    input: z.strictObject({
      ...ofCase,
      out: path.nullable(),
      language: z.enum(caseLanguages).nullable(),
      draft: z.boolean(),
      /** Id of a court profile; null: the case's own, else by its court. */
      profile: z.string().nullable().default(null),
      /** A profile file of the user's own, in place of `profile`. */
      profileFile: path.nullable().default(null),
      edition: z.enum(['filing', 'working']).default('filing'),
      filingCopy: z.boolean().default(false),
      perExhibit: z.boolean().default(false),
      /** The full pages of exhibits with a key page go to an annex volume, numbered on. */
      annex: z.boolean().default(false),
      /** Chronology, media schedule and spread as tables too, beside the time axis. */
      tables: z.boolean().default(false),
      /** Catalogue, hash list, chronology and media schedule besides, in these formats. */
      lists: z.array(z.enum(listFormats)).default([]),
      /** A bundle filed before (its PDF): only what is new is built, numbered on, with the catalogue issued anew. */
      addTo: path.nullable().default(null),
      /** The report on what followed the order, in place of the bundle; its exhibits are what the findings rest on. */
      compliance: z.boolean().default(false),
      /** Signs what was built, in a copy outside the case: a PKCS #12 file, and the file that holds its passphrase. */
      sign: z.strictObject({ p12: path, passwordFile: path.nullable() }).nullable().default(null),
    }),
    output: z.strictObject({
      pdf: path,
      sha256: sha256Schema,
      /** Hash of the (first) bundle before it was signed; the same as `sha256` where nothing is signed. */
      baseSha256: sha256Schema,
      pages: natural,
      exhibits: natural,
      volumes: z.array(builtFileSchema),
      /** One PDF for each exhibit, where they were asked for. */
      singles: z.array(builtFileSchema),
      lists: z.array(writtenFileSchema),
      manifest: fileSchema,
      conformance: z.enum(['PDF/A-3b', 'PDF 1.7']),
      /** Numbers of the exhibits that cost it PDF/A: documents of others, whose pages it copies. */
      notArchival: z.array(z.string()),
      problems: z.array(problemSchema),
    }),
  },
  /** The lists of the bundle that the case would give now, as Word and Excel files, without the bundle. */
  'bundle.lists': {
    input: z.strictObject({
      ...ofCase,
      out: path,
      formats: z.array(z.enum(listFormats)).min(1),
      language: z.enum(caseLanguages).nullable(),
      profile: z.string().nullable(),
      profileFile: path.nullable(),
      /** As for the bundle whose page numbers they have. */
      annex: z.boolean().default(false),
      tables: z.boolean().default(false),
      addTo: path.nullable(),
    }),
    output: z.strictObject({ files: z.array(writtenFileSchema), problems: z.array(problemSchema) }),
  },
  /** Drafts of the application and of the catalogue as Word files, filled from the case. `open`: places still to be filled. */
  'application.draft': {
    input: z.strictObject({
      ...ofCase,
      out: path,
      language: z.enum(caseLanguages).nullable(),
      profile: z.string().nullable(),
      profileFile: path.nullable(),
      /** As for the bundle whose page numbers they cite. */
      annex: z.boolean().default(false),
      tables: z.boolean().default(false),
    }),
    output: z.strictObject({ files: z.array(writtenFileSchema), open: natural }),
  },
  /** Signs a bundle by appending to it, with a time stamp over the signature, or stamps it alone. */
  'bundle.sign': {
    input: z.strictObject({
      pdf: path,
      /** Null: beside the bundle, or beside the case that it lies in, with `-signed` behind its name. */
      out: path.nullable(),
      /** A PKCS #12 file; null: a time stamp alone. */
      p12: path.nullable(),
      passphrase: passphraseSchema.nullable(),
      services: z.array(z.url({ protocol: /^https?$/ })),
      policy: z.string().nullable(),
      anchors: z.array(path),
    }),
    output: z.strictObject({
      pdf: path,
      sha256: sha256Schema,
      /** Hash of the bundle as it was built: the first `baseBytes` bytes of the signed file. */
      baseSha256: sha256Schema,
      baseBytes: natural,
      bytes: natural,
      level: z.enum(['PAdES B-B', 'PAdES B-T', 'document time stamp']),
      signer: z.strictObject({ name: z.string(), serial: z.string(), notAfter: z.string() }).nullable(),
      stamp: z
        .strictObject({ service: z.string(), genTime: z.string(), name: z.string(), trusted: z.boolean() })
        .nullable(),
      manifest: fileSchema,
      sums: path,
    }),
  },
  /** Answers for a problem with a reason, or no longer (null). `where` null: wherever it is. It is entered in the log. */
  'bundle.accept': {
    input: z.strictObject({
      ...ofCase,
      code: z.enum(problemCodes),
      where: z.string().min(1).nullable(),
      reason: z.string().trim().min(1).nullable(),
    }),
    output: z.strictObject({ accepted: z.array(acceptedSchema) }),
  },
  'bundle.problems': {
    /** `edition`: the one that is to be built; what the law demands stops a filing edition only. */
    input: z.strictObject({ ...ofCase, edition: z.enum(['filing', 'working']).default('filing') }),
    output: z.strictObject({ problems: z.array(locatedProblemSchema) }),
  },
  /** The court profiles that come with the program, with their names in the caller's language. `foreign`: of a court abroad. */
  'profiles.list': {
    input: z.strictObject({}),
    output: z.strictObject({
      profiles: z.array(z.strictObject({ id: z.string(), name: z.string(), foreign: z.boolean() })),
    }),
  },
  'bundle.list': { input: z.strictObject(ofCase), output: z.strictObject({ bundles: z.array(bundleRowSchema) }) },
} as const satisfies Record<string, { input: z.ZodType; output: z.ZodType }>;
