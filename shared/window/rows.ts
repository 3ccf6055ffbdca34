import { problemCodes } from '../messages/problem-messages.ts';
import { z } from 'zod';
import { categories } from '../case/category.ts';
import { answerHeadsSchema, headSchema } from '../contract/parts/answers.ts';
import { sha256Schema } from '../digest.ts';
import { writtenCells } from '../profile/profile.ts';

const natural = z.int().nonnegative();

/** What a person decided about an item. `undecided` until somebody does; nothing is ever deleted. */
const decisions = ['undecided', 'accepted', 'excluded'] as const;

/** One item as lists and grids show it: small, so that ten thousand of them travel in one answer. */
export const evidenceRowSchema = z.strictObject({
  item: z.string(),
  /** Custody entry that brought it in: the order of intake. */
  seq: natural,
  kind: z.enum(['capture', 'import']),
  category: z.enum(categories),
  title: z.string(),
  /** Requested address of a capture, file name of an import. */
  from: z.string(),
  /** The worst of the four answers. */
  outcome: headSchema,
  answers: answerHeadsSchema,
  startedAt: z.string(),
  /** When the page says it was published, as the page says it; null where it says nothing. */
  published: z.string().nullable(),
  decision: z.enum(decisions),
  /** Reason of an exclusion. */
  reason: z.string().nullable(),
  tags: z.array(z.string()),
  warnings: natural,
  /** Whether there is a picture to make a thumbnail of. */
  pictured: z.boolean(),
});
export type EvidenceRow = Readonly<z.infer<typeof evidenceRowSchema>>;

/** A place where searched words stand. `match` is the text as it is there. */
export const hitSchema = z.strictObject({
  item: z.string(),
  field: z.enum(['title', 'address', 'text', 'exhibit']),
  before: z.string(),
  match: z.string(),
  after: z.string(),
});
export type Hit = Readonly<z.infer<typeof hitSchema>>;

/** A problem of the bundle with the cell in which a person can mend it. */
export const locatedProblemSchema = z.strictObject({
  code: z.enum(problemCodes),
  rank: z.enum(['stop', 'warn']),
  where: z.string(),
  message: z.string(),
  /** With which reason somebody answered for it; null where nobody did. */
  accepted: z.string().nullable(),
  item: z.string().nullable(),
  cell: z.enum([...writtenCells, 'number', 'pages', 'court', 'applicants']).nullable(),
});
export type LocatedProblem = Readonly<z.infer<typeof locatedProblemSchema>>;

/** A bundle that was built, as the custody log has it. */
/** `present`: whether the file is still where it was written. */
const builtFileSchema = z.strictObject({ pdf: z.string(), sha256: sha256Schema, present: z.boolean() });
export const bundleRowSchema = z.strictObject({
  seq: natural,
  wall: z.string(),
  /** Its PDF files: the first (or only) volume, further volumes, each exhibit by itself where that was asked for. */
  files: z.array(builtFileSchema).min(1),
  pages: natural,
  exhibits: natural,
  draft: z.boolean(),
  /** It reports what followed an order; null for the bundle of the case. */
  report: z.literal('compliance').nullable(),
});
export type BundleRow = Readonly<z.infer<typeof bundleRowSchema>>;
