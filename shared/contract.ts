import { z } from 'zod';
import { attachmentKinds, attachmentSchema } from './case/attachment.ts';
import { caseFactsSchema } from './case/case.ts';
import { categories } from './case/category.ts';
import { arrangementSchema } from './case/exhibit.ts';
import { proofPlanSchema } from './case/proof-plan.ts';
import { recordSchema } from './case/record.ts';
import { claimStatementsSchema } from './claims/claims-map.ts';
import { captureMethods } from './contract-capture.ts';
import { claimsStateSchema, templateChoiceSchema } from './contract-claims.ts';
import { compareMethods } from './contract-compare.ts';
import { pictureMethods } from './contract-pictures.ts';
import { itemSummarySchema } from './contract-items.ts';
import { demoMethods } from './contract-demo.ts';
import { spreadStateSchema } from './contract-spread.ts';
import { spreadMapSchema } from './spread/spread-map.ts';
import { orderStateSchema } from './contract-order.ts';
import { builtFileSchema, machineReadSchema, writtenFileSchema } from './contract-papers.ts';
import { passphraseSchema, placeFindingSchema, stampQueueSchema } from './contract-seal.ts';
import { sha256Schema } from './digest.ts';
import { fieldSchema } from './fields/field.ts';
import { packageEditions } from './package/layout.ts';
import { listFormats } from './plan/list-formats.ts';
import { papersReportSchema } from './papers/report.ts';
import { caseLanguages } from './language.ts';
import { orderSchema } from './order/order.ts';
import { verifyReportSchema } from './verify/report.ts';
import { watchRunSchema, watchStateSchema } from './contract-watch.ts';
import { watchListSchema } from './watch/watch-list.ts';
import { windowMethods } from './window/methods.ts';

/**
 * The contract between the workbench and everything that calls it: the window, the command line, the tests. One table:
 * method name → input and output. Handlers and clients are derived from it; input is parsed at every boundary.
 * Paths are absolute here; the command line resolves relative ones against the caller's folder first.
 */

const path = z.string().min(1);
const ofCase = { case: path };
const natural = z.int().nonnegative();

const caseSummarySchema = z.strictObject({
  folder: path,
  caseId: z.string(),
  title: z.string(),
  items: natural,
  exhibits: natural,
  head: z.strictObject({ seq: natural, hash: sha256Schema, wall: z.string() }),
});
export type CaseSummary = z.infer<typeof caseSummarySchema>;

export type ItemSummary = z.infer<typeof itemSummarySchema>;

const problemSchema = z.strictObject({
  code: z.string(),
  rank: z.enum(['stop', 'warn']),
  where: z.string(),
  message: z.string(),
  /** With which reason a warning was accepted; null where it was not. */
  accepted: z.string().nullable(),
});

const fileSchema = z.strictObject({ path, sha256: sha256Schema });

export const methods = {
  ...windowMethods,
  'cases.create': { input: z.strictObject({ ...ofCase, facts: caseFactsSchema }), output: caseSummarySchema },
  'cases.recent': {
    input: z.strictObject({}),
    output: z.strictObject({ cases: z.array(caseSummarySchema.extend({ lastOpened: z.string() })) }),
  },
  ...captureMethods,
  'intake.import': {
    input: z.strictObject({
      ...ofCase,
      files: z.array(path).min(1),
      /** Read the words of pictures by machine, offline; what fails there is said and stops nothing. */
      ocr: z.boolean().default(false),
      /** Ask the DNS for the keys of a mail's DKIM signatures; the server to ask, null: the system's. */
      dkim: z.boolean().default(true),
      dnsServer: z.string().nullable().default(null),
      /** An index (.xlsx, .docx) of the one folder that `files` names then: each row becomes an exhibit. */
      index: path.nullable().default(null),
      category: z.enum(categories),
      title: z.string().nullable(),
      source: z.string().nullable(),
      receivedBy: z.string().nullable(),
      receivedOn: z.string().nullable(),
      account: z.string().nullable(),
      operator: z.string().min(1).nullable(),
    }),
    output: z.strictObject({
      items: natural,
      refused: natural,
      /** What became of the index; null where there was none. */
      papers: papersReportSchema.nullable(),
    }),
  },
  /** Reads the words of imported pictures by machine (OCR), offline: once for each item. */
  'items.read': {
    /** `items`: ids or prefixes; empty: every imported picture that has no text yet. */
    input: z.strictObject({ ...ofCase, items: z.array(z.string()) }),
    output: z.strictObject({ read: natural, items: z.array(machineReadSchema) }),
  },
  'digests.export': {
    input: z.strictObject({ ...ofCase, out: path.nullable() }),
    output: z.strictObject({
      list: fileSchema,
      sums: fileSchema,
      archives: z.array(z.strictObject({ item: z.string(), path, sha256: sha256Schema, bytes: natural })),
    }),
  },
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
    }),
  },
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
  /** Where a case lies and who may reach it there; only looked at. */
  'case.place': { input: z.strictObject(ofCase), output: z.strictObject({ findings: z.array(placeFindingSchema) }) },
  'case.health': {
    input: z.strictObject({ ...ofCase, from: z.array(path) }),
    output: z.strictObject({
      damaged: z.array(z.strictObject({ path: z.string(), detail: z.string(), restored: path.nullable() })),
      report: verifyReportSchema,
      place: z.array(placeFindingSchema),
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
      known: natural,
      withheld: natural,
      timeProven: verifyReportSchema.shape.timeProven,
    }),
  },
  'attachments.add': {
    input: z.strictObject({
      ...ofCase,
      item: z.string(),
      file: path,
      kind: z.enum(attachmentKinds),
      number: z.string().min(1).nullable(),
    }),
    output: attachmentSchema,
  },
  'items.list': {
    input: z.strictObject({ ...ofCase, category: z.enum(categories).nullable() }),
    output: z.strictObject({ items: z.array(itemSummarySchema) }),
  },
  'items.show': {
    /** `anchors`: certificates to trust for attached time stamps, beside those that come with the program. */
    input: z.strictObject({ ...ofCase, item: z.string(), anchors: z.array(path).optional() }),
    output: z.strictObject({
      summary: itemSummarySchema,
      record: recordSchema,
      recordFile: fileSchema,
      /** Every field that a court needs of an item, in the caller's language, in order. */
      fields: z.array(fieldSchema),
      files: z.array(z.strictObject({ name: z.string(), path })),
      attachments: z.array(attachmentSchema),
      /** What was found of its outside anchors: a token is held against the item's files; anything else is said not to be one. */
      checked: z.array(
        z.strictObject({
          kind: z.string(),
          number: z.string().nullable(),
          file: z.string(),
          verdict: z.enum(['good', 'bad', 'unknown', 'not-checked']),
          detail: z.string(),
        }),
      ),
      custody: z.array(
        z.strictObject({ seq: natural, wall: z.string(), act: z.string(), person: z.string().nullable() }),
      ),
    }),
  },
  'items.exclude': {
    input: z.strictObject({ ...ofCase, item: z.string(), reason: z.string().min(1) }),
    output: itemSummarySchema,
  },
  'items.include': { input: z.strictObject({ ...ofCase, item: z.string() }), output: itemSummarySchema },
  /** Replaces the arrangement, or only reads it where `exhibits` is null. */
  'exhibits.arrange': {
    input: z.strictObject({ ...ofCase, exhibits: arrangementSchema.nullable() }),
    output: z.strictObject({ exhibits: arrangementSchema }),
  },
  /** Changes facts of a case or what is written around its exhibits, or only reads them where both are null. */
  'case.edit': {
    input: z.strictObject({
      ...ofCase,
      facts: caseFactsSchema.partial().nullable(),
      plan: proofPlanSchema.partial().nullable(),
    }),
    output: z.strictObject({ facts: caseFactsSchema, plan: proofPlanSchema }),
  },
  /** Reads the watched addresses with what was seen of them, or sets the list first. */
  'watch.keep': { input: z.strictObject({ ...ofCase, list: watchListSchema.nullable() }), output: watchStateSchema },
  /** Captures watched addresses: once, or whenever they are due until cancelled. */
  'watch.run': {
    input: z.strictObject({ ...ofCase, ...watchRunSchema.shape }),
    output: watchStateSchema.extend({ rounds: natural, items: natural }),
  },
  ...pictureMethods,
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
  'stamps.ask': {
    input: z.strictObject({
      ...ofCase,
      /** Addresses of time-stamp services, asked one after the other; with none the request waits. */
      services: z.array(z.url({ protocol: /^https?$/ })),
      /** Object identifier of the policy to ask for, or null for the service's own. */
      policy: z.string().nullable(),
      /** Certificate files of roots that are trusted beside those that came with the program. */
      anchors: z.array(path),
    }),
    output: stampQueueSchema,
  },
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
    }),
    output: verifyReportSchema,
  },
  /** Writes a proof that leaves the house: the log's head, one item's place in it, that an earlier head is its beginning. */
  'proof.make': {
    input: z.strictObject({ ...ofCase, item: z.string().nullable(), since: path.nullable(), out: path }),
    output: z.strictObject({
      path,
      sha256: sha256Schema,
      item: z.string().nullable(),
      size: natural,
      root: sha256Schema,
      stamps: natural,
      checkpoint: z.string(),
    }),
  },
  /** Chooses a claim template and sets what is mapped to its elements, or only reads where both are null. */
  'claims.keep': {
    input: z.strictObject({
      ...ofCase,
      template: templateChoiceSchema.nullable(),
      stated: claimStatementsSchema.nullable(),
      /** Whether the answer lists the templates of the program. */
      templates: z.boolean(),
    }),
    output: claimsStateSchema,
  },
  /** Sets what a person decided about links between publications, or only reads it; with `suggest` also what the rules see. */
  'spread.keep': {
    input: z.strictObject({ ...ofCase, stated: spreadMapSchema.nullable(), suggest: z.boolean() }),
    output: spreadStateSchema,
  },
  /** Sets the order, or only reads it where `order` is null; writes its deadlines as a calendar file where `ics` says so. */
  'order.keep': {
    input: z.strictObject({ ...ofCase, order: orderSchema.nullable(), ics: path.nullable() }),
    output: orderStateSchema,
  },
  'program.doctor': {
    input: z.strictObject({}),
    output: z.strictObject({
      ready: z.boolean(),
      findings: z.array(
        z.strictObject({
          subject: z.string(),
          state: z.enum(['ok', 'missing', 'note']),
          detail: z.string(),
          next: z.string().nullable(),
        }),
      ),
    }),
  },
  ...compareMethods,
  ...demoMethods,
} as const satisfies Record<string, { input: z.ZodType; output: z.ZodType }>;

export type Method = keyof typeof methods;
export type Input<M extends Method> = z.input<(typeof methods)[M]['input']>;
export type Output<M extends Method> = z.output<(typeof methods)[M]['output']>;

export { type EventPayload, type WorkbenchEvent } from './contract-events.ts';
