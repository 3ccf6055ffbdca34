import { because } from '../cause.ts';
import { z } from 'zod';

const natural = z.int().nonnegative();
/** A rectangle of an item's picture, in device pixels from its upper left corner. */
export const regionSchema = z.strictObject({
  x: natural,
  y: natural,
  width: z.int().positive(),
  height: z.int().positive(),
});
export type Region = Readonly<z.infer<typeof regionSchema>>;

/**
 * Something that a page should show at a glance. *key*: enlarged and framed on a page before the full capture. *detail*:
 * the same, as one of several. *frame*: only framed where it stands. Marks are drawn over the picture, never in it.
 */
const markSchema = z
  .strictObject({
    kind: z.enum(['key', 'detail', 'frame']),
    /** Found in the page's own text. */
    words: z.string().min(1).optional(),
    /** Where the words are not given, or are not in the page's text. */
    region: regionSchema.optional(),
  })
  .refine(({ words, region }) => words !== undefined || region !== undefined, because('mark-nowhere'));
export type Mark = Readonly<z.infer<typeof markSchema>>;

/** 媒体报道: what is known of a publication beside its address. */
const mediaSchema = z.strictObject({
  outlet: z.string().optional(),
  author: z.string().optional(),
  published: z.string().optional(),
  /** Whether and how it cites the erroneous message. */
  cites: z.string().optional(),
  /** Reads and reposts, as counted. */
  reach: z.string().optional(),
  corrected: z.string().optional(),
});

/** The name for a bundle's exhibit as the lawyer arranges it. `fascicle exhibits CASE --set FILE` takes a list of these. */
const exhibitSchema = z.strictObject({
  item: z.uuid(),
  /** The heading under which it stands: `第一组证据 …`. */
  group: z.string(),
  /** As printed; without one, exhibits are numbered 1, 2, 3 … in their order. */
  number: z.string().min(1).optional(),
  /** Put in after the others were numbered: where the profile says so it becomes 88-1 or 88A. */
  inserted: z.boolean().optional(),
  title: z.string(),
  source: z.string(),
  /** 证明目的, what it proves. An empty one is a gap that the bundle shows. */
  purpose: z.string(),
  /** 内容摘要, what the page or file says, in a person's words. Never taken from its address. */
  summary: z.string().optional(),
  elements: z.array(z.string()).optional(),
  /** The date that a document bears, as an index gives it; without one the catalogue shows when it was taken. */
  date: z.string().min(1).optional(),
  /** 证据种类. Without it a capture is electronic data, and of an import nothing is said. */
  kind: z.string().min(1).optional(),
  copies: z.int().positive().optional(),
  /** 原件/复制件: printed only where a person chose it. */
  original: z.enum(['original', 'copy']).optional(),
  remarks: z.string().min(1).optional(),
  marks: z.array(markSchema).optional(),
  /** Words of the page whose way from the server is shown on a page of its own. */
  traces: z.array(z.string().min(1).max(200)).max(20).optional(),
  /** Other captures, exhibits too, that this one is compared with on pages of its own. */
  comparedWith: z.array(z.uuid()).max(10).optional(),
  media: mediaSchema.optional(),
  /** For those who work on the case: never in a filing. */
  notes: z.string().min(1).optional(),
  /** Of an imported PDF: the pages to take, `1-3,7`. All without it. */
  pages: z
    .string()
    .regex(/^\d+(-\d+)?(,\d+(-\d+)?)*$/)
    .optional(),
});
export type Exhibit = Readonly<z.infer<typeof exhibitSchema>>;
export const arrangementSchema = z.array(exhibitSchema);
export type Arrangement = readonly Exhibit[];
