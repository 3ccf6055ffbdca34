import { z } from 'zod';
import { attachmentSchema } from '../case/attachment.ts';
import { caseFactsSchema } from '../case/case.ts';
import { captureRequestSchema } from '../case/capture/capture-request.ts';
import { arrangementSchema } from '../case/exhibit.ts';
import { jobIdSchema } from '../case/job.ts';
import { reasonSchema } from '../case/record.ts';
import { proofPlanSchema } from '../case/proof-plan.ts';
import { caseStatementSchemas } from '../case/case-statement.ts';
import { sessionBegunSchema, sessionErasedSchema } from '../case/capture/session.ts';
import { sha256Schema } from '../digest.ts';
import { packageEditions } from '../package/layout.ts';
import { caseLanguages } from '../language.ts';
import { instantSchema } from '../instant.ts';

const stored = z.strictObject({ sha256: sha256Schema, bytes: z.int().nonnegative() });

/** An exclusion of another case: by whom, and why. */
export const exclusionSchema = z.strictObject({ item: z.uuid(), reason: z.string(), person: z.string().nullable() });

/**
 * Every type of event that the custody log knows, with its payload. *content* events change what a bundle shows;
 * *procedural* ones do not, and a bundle prints the log only up to the last content entry, so that building twice gives
 * the same bytes.
 */
export const eventTypes = {
  'case-created': { class: 'content', payload: caseFactsSchema },
  /** `record` is the digest of the item's record, which names every artifact. */
  'item-added': {
    class: 'content',
    payload: z.strictObject({
      item: z.uuid(),
      record: sha256Schema,
      /** The package that it came with (digest of the tag manifest), where somebody else took it in first. */
      received: sha256Schema.optional(),
    }),
  },
  'item-excluded': { class: 'content', payload: z.strictObject({ item: z.uuid(), reason: z.string().min(1) }) },
  'item-included': {
    class: 'content',
    /** `reason`: why the original of a redacted copy is filed all the same. */
    payload: z.strictObject({ item: z.uuid(), reason: z.string().min(1).optional() }),
  },
  /** What triage decided, and the tags: working notes, which no bundle shows. The latest one holds. */
  'item-marked': {
    class: 'procedural',
    payload: z.strictObject({ item: z.uuid(), accepted: z.boolean(), tags: z.array(z.string().min(1)) }),
  },
  'exhibits-set': { class: 'content', payload: z.strictObject({ exhibits: arrangementSchema }) },
  /** The whole of the facts as they stand now. */
  'facts-edited': { class: 'content', payload: caseFactsSchema },
  /** The whole of what a lawyer writes around the exhibits, as it stands now. */
  'plan-set': { class: 'content', payload: proofPlanSchema },
  'attachment-added': { class: 'content', payload: attachmentSchema },
  /** Addresses put into the queue, in this order. */
  'captures-queued': {
    class: 'procedural',
    payload: z.strictObject({
      jobs: z.array(z.strictObject({ job: jobIdSchema, url: z.string() })).min(1),
      order: captureRequestSchema,
    }),
  },
  /** Written before the capture begins: a run that is killed leaves it, and the next one knows. What came of it is an item. */
  'capture-begun': { class: 'procedural', payload: z.strictObject({ job: jobIdSchema }) },
  /** What was decided without an item: to wait (again), refused for good, or cancelled. */
  'captures-decided': {
    class: 'procedural',
    payload: z.strictObject({
      jobs: z.array(jobIdSchema).min(1),
      state: z.enum(['waiting', 'refused', 'cancelled']),
      reason: reasonSchema,
    }),
  },
  /** The queue stands still for this reason; null: it may go on. */
  'queue-held': { class: 'procedural', payload: z.strictObject({ reason: reasonSchema.nullable() }) },
  'watch-set': { class: 'content', payload: z.strictObject({ list: caseStatementSchemas.watch }) },
  /** A person logged in once for many pages. Cookies and storage lie in the program's own folder, never in the case. */
  'session-begun': { class: 'procedural', payload: sessionBegunSchema },
  'session-erased': { class: 'procedural', payload: sessionErasedSchema },
  'claims-set': { class: 'content', payload: caseStatementSchemas.claims },
  'spread-set': { class: 'content', payload: caseStatementSchemas.spread },
  'order-set': { class: 'content', payload: z.strictObject({ order: caseStatementSchemas.order }) },
  /** A person says to have read what the law asks of whoever gathers evidence: `text` as it was shown. */
  'notice-read': {
    class: 'procedural',
    payload: z.strictObject({
      notice: z.literal('gathering'),
      language: z.enum(caseLanguages),
      text: z.string().min(1),
    }),
  },
  /** A log that does not go on from the head that this computer had seen, and why a person says that this is so. */
  'history-accepted': {
    class: 'procedural',
    payload: z.strictObject({ reason: z.string().min(1), seen: z.strictObject({ seq: z.int(), hash: sha256Schema }) }),
  },
  'digests-exported': {
    class: 'procedural',
    payload: z.strictObject({
      list: sha256Schema,
      archives: z.array(z.strictObject({ item: z.uuid(), sha256: sha256Schema })),
    }),
  },
  /** The case was handed over: `package` is the digest of the tag manifest, which stands for every file of it. */
  'package-exported': {
    class: 'procedural',
    payload: z.strictObject({
      package: sha256Schema,
      edition: z.enum(packageEditions),
      /** Null: a whole edition of a case without a filed bundle. */
      bundle: sha256Schema.nullable(),
      items: z.array(z.uuid()),
    }),
  },
  /**
   * A package of another case was taken over. Every file of it is kept as it came, so that the other case's custody stays
   * whole and can be verified again: `size` and `root` are the head of that case's log. Entries `item-added` follow for
   * each item that was not here before.
   */
  'package-received': {
    class: 'procedural',
    payload: z.strictObject({
      package: sha256Schema,
      edition: z.enum(packageEditions),
      from: z.string().regex(/^[0-9a-f]{32}$/),
      size: z.int().positive(),
      root: sha256Schema,
      items: z.array(z.uuid()),
      files: z.array(stored.extend({ path: z.string().min(1) })).min(1),
      /** What stood excluded in the other case, where the package tells: shown, and not taken over. */
      excluded: z.array(exclusionSchema).optional(),
    }),
  },
  /** Damaged or missing objects were replaced by good copies, whose hashes are the objects' own names. */
  'objects-restored': {
    class: 'procedural',
    payload: z.strictObject({ objects: z.array(sha256Schema).min(1), from: z.string() }),
  },
  'bundle-built': {
    class: 'procedural',
    payload: z.strictObject({
      /** Relative to the case folder where it lies inside it, else the absolute path it was written to. */
      pdf: z.string(),
      inside: z.boolean(),
      sha256: sha256Schema,
      manifest: z.strictObject({ path: z.string(), sha256: sha256Schema }),
      sums: z.strictObject({ path: z.string(), sha256: sha256Schema }),
      pages: z.int(),
      exhibits: z.int(),
      draft: z.boolean(),
      /** How many of the files, from the first on, are volumes; where it is not said, their names tell. */
      volumes: z.int().positive().optional(),
      /** Further files of the same build: other volumes, single exhibits, their manifests and hash lists. */
      others: z.array(z.strictObject({ path: z.string(), sha256: sha256Schema })).optional(),
      edition: z.enum(['filing', 'working']).optional(),
      profile: z.string().optional(),
      /** It reports what followed an order. */
      report: z.literal('compliance').optional(),
    }),
  },
  /**
   * A bundle just built was signed, in a copy outside the case: the first `baseBytes` bytes of it are the bundle, whose hash
   * is `base`. Name and serial are those of the certificate that signed.
   */
  'bundle-signed': {
    class: 'procedural',
    payload: z.strictObject({
      pdf: z.string(),
      sha256: sha256Schema,
      base: sha256Schema,
      baseBytes: z.int().positive(),
      level: z.enum(['PAdES B-B', 'PAdES B-T', 'document time stamp']),
      signer: z.strictObject({ name: z.string(), serial: z.string() }).nullable(),
    }),
  },
  /** A checkpoint was made, to be stamped by a third party; until it is answered the request is pending. */
  'stamp-requested': {
    class: 'procedural',
    payload: z.strictObject({ checkpoint: stored, size: z.int().positive(), root: sha256Schema }),
  },
  /** A service granted a token over the checkpoint of that request, or refused. Kept with it: what says of revocation. */
  'stamp-answered': {
    class: 'procedural',
    payload: z.strictObject({
      request: z.int().nonnegative(),
      service: z.string(),
      token: stored.nullable(),
      genTime: instantSchema.nullable(),
      answers: z.array(stored.extend({ kind: z.enum(['crl', 'ocsp']) })),
      why: z.string().nullable(),
    }),
  },
} as const satisfies Record<string, { class: 'content' | 'procedural'; payload: z.ZodType }>;

export type EventType = keyof typeof eventTypes;
export type CustodyPayload<A extends EventType> = z.infer<(typeof eventTypes)[A]['payload']>;
