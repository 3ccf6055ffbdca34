import { z } from 'zod';
import { tableSchema } from './parts/table.ts';
import { spreadMapSchema } from '../spread/spread-map.ts';

/** What the method of the spread answers with. */
const text = z.string().nullable();

const spreadStateSchema = z.strictObject({
  /** What a person decided. */
  stated: spreadMapSchema,
  /** Publications: the first capture of each address, and files with words. Null where nobody and nothing states it. */
  items: z.array(
    z.strictObject({
      item: z.string(),
      title: z.string(),
      channel: z.string(),
      publisher: text,
      author: text,
      /** As written, and where that was found. */
      published: text,
      publishedFrom: z.enum(['stated', 'page']).nullable(),
      captured: z.string(),
      reach: text,
      cites: text,
    }),
  ),
  /** Links that nobody decided on yet, where they were asked for: each with its reasons in words. */
  suggestions: z.array(
    z.strictObject({
      source: z.string(),
      citing: z.string(),
      direction: z.enum(['stated', 'by-time', 'unknown']),
      basis: z.string(),
    }),
  ),
  /** The same as people read it. */
  table: tableSchema,
});

const ofCase = { case: z.string().min(1) };

/** Links between publications. */
export const spreadMethods = {
  /** Sets what a person decided about links between publications, or only reads it; with `suggest` also what the rules see. */
  'spread.keep': {
    input: z.strictObject({ ...ofCase, stated: spreadMapSchema.nullable(), suggest: z.boolean() }),
    output: spreadStateSchema,
  },
} as const satisfies Record<string, { input: z.ZodType; output: z.ZodType }>;
