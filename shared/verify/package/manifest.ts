import { z } from 'zod';
import { stitchedSchema } from '../../case/stitched.ts';
import { roles, stepOutcomes } from '../../case/record.ts';
import { sha256Schema } from '../../digest.ts';

/**
 * The manifest of a bundle: a sidecar beside the PDF, and embedded in it. It ties every file of every exhibit to its
 * hash, every picture to its object in the PDF, and every page to its printed number.
 */
const natural = z.int().nonnegative();

const derivationSchema = z.strictObject({
  /** Digest of the original that a picture of a filing copy was made from, and what was lost. */
  original: sha256Schema,
  loss: z.string(),
});

const manifestImageSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    sha256: sha256Schema,
    /** Number of the PDF object that holds the picture. */
    object: natural,
    kind: z.literal('png'),
    recipe: z.strictObject({ before: z.string(), sizes: z.array(z.tuple([natural, natural])), after: z.string() }),
    derived: derivationSchema.optional(),
  }),
  z.strictObject({
    sha256: sha256Schema,
    object: natural,
    kind: z.literal('jpeg'),
    derived: derivationSchema.optional(),
  }),
]);
export type ManifestImage = z.infer<typeof manifestImageSchema>;

export const manifestSchema = z.strictObject({
  v: z.literal(1),
  format: z.literal('fascicle-bundle-manifest'),
  case: z.strictObject({ id: z.string(), title: z.string() }),
  /** Last content entry of the custody log that the bundle was built from. */
  custody: z.strictObject({ seq: natural, hash: sha256Schema }),
  program: z.string(),
  language: z.string(),
  draft: z.boolean(),
  edition: z.enum(['filing', 'working']).optional(),
  profile: z.string().optional(),
  /** It reports what followed an order. */
  report: z.literal('compliance').optional(),
  /** One of several files with continuous page numbers: `first` is the number of its first page. */
  volume: z.strictObject({ n: natural, of: natural, first: natural }).optional(),
  /** False where the profile allows no files inside the PDF: the manifest then lies beside it only. */
  embedded: z.literal(false).optional(),
  /** Of a bundle that adds to one filed before: that one's manifest, and where its exhibits stand. */
  adds: z.strictObject({ manifest: sha256Schema, lastPage: natural }).optional(),
  earlier: z
    .array(
      z.strictObject({
        number: z.string(),
        item: z.string(),
        title: z.string(),
        pages: z.tuple([natural, natural]),
        annex: z.tuple([natural, natural]).optional(),
      }),
    )
    .optional(),
  exhibits: z.array(
    z.strictObject({
      number: z.string(),
      group: z.string(),
      title: z.string(),
      item: z.string(),
      record: sha256Schema,
      /** First and last page in this file, as printed. */
      pages: z.tuple([natural, natural]),
      /** True where these are only some of the exhibit's pages: the others are in another volume, or in the annex of this one. */
      part: z.literal(true).optional(),
      /** True where these pages are the whole capture, in an annex. */
      annex: z.literal(true).optional(),
      /** The file with the words that a machine read in its picture: its text layer is no statement of anybody. */
      machineRead: sha256Schema.optional(),
      /** Of an item whose picture was painted over: its sealed parent, why, and where. */
      redaction: z
        .strictObject({
          parent: z.string(),
          parentRecord: sha256Schema,
          reason: z.string(),
          regions: z.array(
            z.strictObject({ x: natural, y: natural, width: natural, height: natural, page: natural.optional() }),
          ),
        })
        .optional(),
      /** Columns of its picture, at the left and at the right, in which each row is of one colour: its pages may leave them out. */
      margins: z.tuple([natural, natural]).optional(),
      /** Of an item that is a part of another's picture: the parent, the rectangle, and the parent's tiles. */
      region: z
        .strictObject({
          parent: z.string(),
          parentRecord: sha256Schema,
          reason: z.string().optional(),
          x: natural,
          y: natural,
          width: natural,
          height: natural,
          tiles: z.array(sha256Schema),
        })
        .optional(),
      /** Of an item whose picture was joined from others': which rows of whose record stand where. */
      stitched: stitchedSchema.optional(),
      files: z.array(z.strictObject({ name: z.string(), role: z.enum(roles), bytes: natural, sha256: sha256Schema })),
      /** The operation log: each step, how it ended, milliseconds. Absent in older manifests. */
      steps: z.array(z.strictObject({ step: z.string(), outcome: z.enum(stepOutcomes), ms: natural })).optional(),
    }),
  ),
  /** Printed number of each page, in order; `kind` says what it shows. */
  pages: z.array(z.strictObject({ page: natural, kind: z.string(), exhibit: z.string().nullable() })),
  images: z.array(manifestImageSchema),
});
export type Manifest = z.infer<typeof manifestSchema>;
