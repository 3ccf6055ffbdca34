import { z } from 'zod';
import { categories } from '../case/category.ts';
import { recordSchema } from '../case/record.ts';
import { answerHeadsSchema, answersSchema, headSchema } from './parts/answers.ts';
import { machineReadSchema } from './parts/machine-read.ts';
import { fileSchema } from './parts/files.ts';
import { fieldSchema } from '../fields/field.ts';
import { attachmentSchema } from '../case/attachment.ts';
import { exclusionSchema } from '../custody/event-types.ts';
import { evidenceRowSchema, hitSchema } from '../window/rows.ts';
import { regionSchema } from '../case/exhibit.ts';
import { pagedRegionSchema } from '../case/paged-region.ts';
import { traceSchema } from '../trace/trace.ts';

const natural = z.int().nonnegative();

/** The line of an item in a list. */
const itemSummarySchema = z.strictObject({
  item: z.string(),
  kind: z.enum(['capture', 'import']),
  category: z.enum(categories),
  title: z.string(),
  /** Requested address of a capture, file name of an import. */
  from: z.string(),
  /** The worst of the four answers. */
  outcome: headSchema,
  answers: answerHeadsSchema,
  startedAt: z.string(),
  excluded: z.string().nullable(),
  warnings: natural,
});
export type ItemSummary = z.infer<typeof itemSummarySchema>;

const ofCase = { case: z.string().min(1) };
const path = z.string().min(1);
const rows = z.strictObject({ rows: z.array(evidenceRowSchema) });
const someItems = z.array(z.string()).min(1).max(10_000);

/** Items: listed, shown, decided on, searched, and new ones made from pictures of others. */
export const itemMethods = {
  /** Reads the words of imported pictures by machine (OCR), offline: once for each item. */
  'items.read': {
    /** `items`: ids or prefixes; empty: every imported picture that has no text yet. */
    input: z.strictObject({ ...ofCase, items: z.array(z.string()) }),
    output: z.strictObject({ read: natural, items: z.array(machineReadSchema) }),
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
      /** The four answers with their reasons. */
      answers: answersSchema,
      record: recordSchema,
      recordFile: fileSchema,
      /** Every field that a court needs of an item, in the caller's language, in order. */
      fields: z.array(fieldSchema),
      files: z.array(z.strictObject({ name: z.string(), path })),
      attachments: z.array(attachmentSchema),
      /** Where the item stood excluded before it was handed over, and is not here: by whom and why. */
      excludedElsewhere: exclusionSchema.nullable(),
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
  'items.include': {
    /** `reason`: asked for where the item is the original of a redacted copy. */
    input: z.strictObject({ ...ofCase, item: z.string(), reason: z.string().min(1).nullable().optional() }),
    output: itemSummarySchema,
  },
  'evidence.list': { input: z.strictObject(ofCase), output: rows },
  'evidence.decide': {
    input: z.strictObject({
      ...ofCase,
      items: someItems,
      decision: z.discriminatedUnion('is', [
        z.strictObject({ is: z.literal('accepted'), reason: z.string().min(1).optional() }),
        z.strictObject({ is: z.literal('excluded'), reason: z.string().min(1) }),
        z.strictObject({ is: z.literal('undecided'), reason: z.string().min(1).optional() }),
      ]),
    }),
    output: rows,
  },
  'evidence.tag': {
    input: z.strictObject({ ...ofCase, items: someItems, tag: z.string().min(1).max(80), on: z.boolean() }),
    output: rows,
  },
  /** Items of the same address or the same bytes, in order of intake, the asked one among them. */
  'evidence.history': { input: z.strictObject({ ...ofCase, item: z.string() }), output: rows },
  'search.run': {
    input: z.strictObject({ ...ofCase, text: z.string().max(400), limit: z.int().min(1).max(500) }),
    output: z.strictObject({
      hits: z.array(hitSchema),
      /** Items that have the words; `hits` may show fewer. */
      total: natural,
      /** Texts in the index, of so many: fewer while a large case is being read for the first time. */
      indexed: natural,
      of: natural,
    }),
  },
  /** Makes a new item from a picture with parts painted over; the parent stays, sealed and left out of exhibits. */
  'items.redact': {
    input: z.strictObject({
      ...ofCase,
      item: z.string(),
      /** Device pixels of the whole picture; of a document points of the page as it is shown. */
      regions: z.array(pagedRegionSchema),
      /** Every line where the page's text says these is painted over too; they are looked for in whatever leaves the case. */
      words: z.array(z.string().min(1)),
      /** Covers whole lines, also where each letter's place was measured. */
      wholeLines: z.boolean().optional(),
      reason: z.string().min(1),
    }),
    /** `places`: how many places of the picture were painted over; `lines`: how many of them are whole lines for words. */
    output: itemSummarySchema.extend({ places: natural, lines: natural }),
  },
  /** Makes a new item from a part of a captured page's picture, cut out of its tiles. */
  'items.region': {
    input: z.strictObject({
      ...ofCase,
      item: z.string(),
      /** Device pixels of the whole picture. */
      region: regionSchema,
      reason: z.string().min(1).nullable(),
    }),
    output: itemSummarySchema,
  },
  /** Suggests which imported screenshots show one scrolled view; joins those named, into a new item, only where `accept` says so. */
  'items.stitch': {
    input: z.strictObject({
      ...ofCase,
      /** Ids or prefixes; empty: every imported picture is looked at. */
      items: z.array(z.string()).max(100),
      accept: z.boolean(),
      title: z.string().min(1).nullable(),
    }),
    output: z.strictObject({
      suggestions: z.array(
        z.strictObject({
          /** From the top down, and the rows that each shares with the next. */
          items: z.array(z.strictObject({ item: z.string(), title: z.string() })),
          rows: z.array(natural),
        }),
      ),
      made: itemSummarySchema.nullable(),
    }),
  },
  /** Which answer of a server carried some words of a captured page. */
  'items.trace': { input: z.strictObject({ ...ofCase, item: z.string(), words: z.string() }), output: traceSchema },
} as const satisfies Record<string, { input: z.ZodType; output: z.ZodType }>;
