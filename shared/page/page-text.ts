import { z } from 'zod';
import { reasonSchema } from '../case/reason.ts';
import { sha256Schema } from '../digest.ts';

/** The form that an attachment has in its mail, where that is another than the file. */
export const encodedSchema = z.strictObject({ bytes: z.int().nonnegative(), sha256: sha256Schema });

/** A mail or a text file as its pages show it: read once at intake, so that every bundle prints the same. */
export const pageTextSchema = z.strictObject({
  v: z.literal(1),
  /** Fields of the mail's head that a reader looks for first, as the file has them. */
  fields: z.array(z.strictObject({ name: z.string(), value: z.string() })),
  /** What a reader must know of how the text came about. */
  notes: z.array(reasonSchema),
  body: z.string(),
  /** Words of a mail's HTML version, where it says something that `body` does not. */
  html: z.string().optional(),
  /** Of a mail whose `body` is empty: it was established that it has none, or it was not read. */
  absent: z.enum(['none', 'not-read']).optional(),
  /** Of an HTML document that was drawn here: by which browser, and what it asked for that did not come with it. */
  drawn: z
    .strictObject({
      by: z.string(),
      /** Addresses that were not fetched: the first of them, and how many there are. */
      left: z.array(z.string()),
      leftCount: z.int().nonnegative(),
    })
    .optional(),
  attachments: z.array(
    z.strictObject({
      name: z.string(),
      mediaType: z.string(),
      bytes: z.int().nonnegative(),
      sha256: sha256Schema,
      encoded: encodedSchema.optional(),
      /** Why it has no pages here; absent where it has. */
      refused: reasonSchema.optional(),
    }),
  ),
  /** The whole head, line by line; empty for a text file. */
  head: z.string(),
});
export type PageText = Readonly<z.infer<typeof pageTextSchema>>;

/** Whether an empty body may be called one: a text file was read whole; of a mail it must have been established. */
export const isWithoutWords = ({ absent, fields, head }: PageText): boolean =>
  absent === 'none' || (absent === undefined && fields.length === 0 && head === '');

/** All words of it that a search finds, in the order of the pages. */
export const wordsOfPageText = ({ fields, body, html }: PageText): readonly string[] => [
  ...fields.map(({ value }) => value),
  body,
  ...(html === undefined ? [] : [html]),
];
