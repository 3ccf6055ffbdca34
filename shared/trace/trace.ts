import { z } from 'zod';

const natural = z.int().nonnegative();
const digest = z.string().regex(/^[0-9a-f]{64}$/);
const words = z.string().max(2_000);

/** One answer of a server, or one log of WebSocket or event-stream frames, that carried the words. */
const carrierSchema = z.strictObject({
  kind: z.enum(['response', 'frames']),
  url: words,
  /** When it was asked for: UTC by the capturing device's clock. */
  date: words,
  status: natural.nullable(),
  mediaType: words,
  /** How the words are written there, and in which encoding, told by what. */
  writing: z.enum(['plain', 'markup', 'escapes', 'markup-in-escapes']),
  encoding: words,
  encodingFrom: z.enum(['byte-order-mark', 'header', 'document', 'bytes']),
  /** Bytes of the body, content coding undone: the first few places; `count` of them in all. */
  places: z.array(z.strictObject({ offset: natural, end: natural })).min(1),
  count: z.int().positive(),
  bodyBytes: natural,
  bodySha256: digest,
  /** The content coding that the server had applied, and that the archive has undone; null without one. */
  coding: words.nullable(),
  /** Where it lies: bytes of `data.warc.gz` in the archive, one gzip member. */
  warc: z.strictObject({ record: words, offset: natural, length: natural }),
  /** What was measured of the connection; null where it was not. */
  address: words.nullable(),
  protocol: words.nullable(),
  cipher: words.nullable(),
  certificate: z.strictObject({ subject: words, issuer: words }).nullable(),
});
export type Carrier = Readonly<z.infer<typeof carrierSchema>>;

/** Why an answer was not searched, or not to its end. */
const unsearchedCauses = ['too-long', 'cut-off', 'no-text'] as const;

/** What the reading of an archive for some words gave. */
export const traceFindingsSchema = z.strictObject({
  carriers: z.array(carrierSchema).max(50),
  /** Answers and frame logs that were searched whole. */
  searched: natural,
  unsearched: z.array(z.strictObject({ url: words, cause: z.enum(unsearchedCauses) })).max(1_000),
});
export type TraceFindings = Readonly<z.infer<typeof traceFindingsSchema>>;

/** Which answer carried some words of a captured page. */
export const traceSchema = traceFindingsSchema.extend({
  item: z.string(),
  words: z.string(),
  /** SHA-256 of the archive that was read, as the item's record has it: the sealed one, or its disclosure copy. */
  archive: digest,
  disclosure: z.boolean(),
  /** Whether the captured page's own text has the words. */
  onPage: z.boolean(),
  verdict: z.enum(['found', 'not-found', 'not-found-in-part']),
});
export type Trace = Readonly<z.infer<typeof traceSchema>>;
