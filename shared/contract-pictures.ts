import { z } from 'zod';
import { regionSchema } from './case/exhibit.ts';
import { itemSummarySchema } from './contract-items.ts';
import { traceSchema } from './trace/trace.ts';

const ofCase = { case: z.string().min(1) };
const natural = z.int().nonnegative();

/** The part of the contract about an item's picture and the words on it: new items are made, the parents stay. */
export const pictureMethods = {
  /** Makes a new item from a picture with parts painted over; the parent stays, sealed and left out of exhibits. */
  'items.redact': {
    input: z.strictObject({
      ...ofCase,
      item: z.string(),
      /** Device pixels of the whole picture. */
      regions: z.array(regionSchema),
      /** Every place where the page's text says these is painted over too. */
      words: z.array(z.string().min(1)),
      reason: z.string().min(1),
    }),
    output: itemSummarySchema,
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
