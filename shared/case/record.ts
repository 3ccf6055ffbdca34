import { formedSchema } from '../formed.ts';
import { z } from 'zod';
import { sha256Schema } from '../digest.ts';
import { instantSchema } from '../instant.ts';
import { categories } from './category.ts';
import { checkSchema } from './capture/checks.ts';
import { filmSchema } from './film.ts';
import { actedSchema, manualCaptureSchema, innerScrollSchema } from './capture/page-actions.ts';
import { presentedSchema } from './capture/presented.ts';
import { pagedRegionSchema } from './paged-region.ts';
import { reasonSchema } from './reason.ts';
import { rollingSchema } from './capture/rolling.ts';
import { mostNamed, requestKinds } from './capture/requests.ts';
import { secondPathSchema } from './capture/second-path.ts';
import { sessionOfRecordSchema } from './capture/session.ts';
import { stitchedSchema } from './stitched.ts';

export { reasonSchema, type Reason } from './reason.ts';

/**
 * The record of one item: canonical JSON, stored as an object, never changed. Old versions are read for ever; a new
 * field is optional, a new meaning is a new `v`.
 */

export const roles = [
  'screenshot-tile', // one tile of the page's picture, PNG as the browser gave it
  'screenshot', // a derived whole picture
  'screenshot-before', // a tile of the page before anything was done to it at the operator's wish
  'screenshot-expanded', // a tile of the page with its inner scroll containers at full size: a separate view
  'screenshot-rolling', // a tile of what the window showed while the page was scrolled, joined by equal rows: a separate view
  'screenshot-region', // a part of another item's picture, cut out of its tiles
  'screenshot-screen', // what was on the screen when a person had it captured by hand
  'recording', // frames of the window while a person worked in it, and the list of their hashes, ZIP
  'hand-log', // what the person did: navigation, presses, how many keys; never what was typed, JSON
  'actions', // what was done to the page at the operator's wish, act by act, JSON
  'inner-scroll', // parts of the page that scroll inside, and what was changed to show them whole, JSON
  'rolling', // how the rolling picture was joined: each view, each join, each strip, JSON
  'rolling-positions', // its words with their places in each piece, JSON (shared/page/rolling-words.ts)
  'rolling-views', // the views as the browser gave them, PNG, ZIP
  'mhtml', // the page as the browser saved it
  'wacz', // everything that the servers sent, sealed: cookies and credentials are in it
  'wacz-disclosure', // its copy for anyone outside: cookies, credentials and tokens replaced, the sealed one's hash named
  'source', // the main document's bytes as the server sent them (transfer and content coding undone, charset untouched)
  'dom', // the rendered document, serialised
  'text', // the visible text
  'text-positions', // the visible text with its places on the picture, JSON (shared/page/text-positions.ts)
  'page-facts', // title, dates, author, licence … with the place of each, and the page's links, JSON
  'headers', // response headers and redirect chain, JSON
  'gateway-log', // what the gateway resolved, dialled and refused, JSON
  'certificate-chain', // chains, PEM: of the page's own connection and of the second path's; of all connections, JSON
  'second-path', // the log of the program's own fetch and what was compared, JSON; sealed: headers are in it
  'second-path-body', // what it was sent, byte for byte, content coding and all
  'netlog', // the browser's own network log, gzip; sealed: it holds cookies and contents
  'environment', // JSON
  'original', // an imported file, byte for byte
  'page-words', // the words that are left of a redacted document, by page, with their places in its pictures, JSON
  'page-text', // what the pages of a mail or a text file print, read once at intake, JSON (shared/page/page-text.ts)
  'drawn-tile', // an HTML document out of a file, as a browser without a network drew it here at intake
  'drawn-words', // where its words stand in that picture, JSON (shared/page/text-positions.ts)
  'attachment', // a file that a mail or a PDF carried, byte for byte
  'dkim', // how a mail's DKIM signatures were checked, and the DNS answers with the keys, JSON
  'disclosure', // a copy of a file that is sealed for its credentials: these replaced, the rest as it was; `copyOf` names it
  'sealed-original', // a file before credentials, or names of the computer, were taken out of the one that names it; sealed
  'addresses', // the whole addresses of a page whose record says them without credentials, JSON; sealed
  'credentials', // values that a capture carried and that let somebody in, JSON (electron/casefile/learnt-credentials.ts); sealed
  'redacted-words', // the words that a redacted copy was rid of, JSON (electron/casefile/redacted-words.ts); sealed
  'page-image', // an imported picture, normalised once at intake for the bundle
  'page-document', // a PDF that this computer's own program made of an imported file, for the bundle
] as const;
export type Role = (typeof roles)[number];

const natural = z.int().nonnegative();

const artifactSchema = z.strictObject({
  role: z.enum(roles),
  /** A plain ASCII file name for exports, unique within the item: `tile-0001.png`. */
  name: z.string().regex(/^[a-z0-9][a-z0-9._-]{0,63}$/),
  mediaType: z.string(),
  bytes: natural,
  sha256: sha256Schema,
  /**
   * Of a tile: place and size in device pixels in the whole picture. Of a picture: its size in pixels. Of `page-image`
   * tiles: `y` 0 begins a new picture (the pages of a scanned TIFF).
   */
  x: natural.optional(),
  y: natural.optional(),
  width: natural.optional(),
  height: natural.optional(),
  /** Of the first tile of a picture: where a printed page may end ({@link PageBreak}), in rows of the whole picture. */
  breaks: z.array(z.tuple([natural, natural, natural])).optional(),
  /** Of the first tile of a picture: columns at its left and its right in which every row is of one colour ({@link SideMargins}). */
  margins: z.tuple([natural, natural]).optional(),
  /** Of the first tile of a picture: how many rows at its foot are each like the one above, byte for byte. */
  foot: z.int().positive().optional(),
  /** It was found to hold what lets somebody in: sealed like the roles that always do. Absent in older records. */
  credentials: z.literal(true).optional(),
  /** Of a file in which credentials or names of the computer were replaced: the whole file, a sealed artifact; how many. */
  copyOf: sha256Schema.optional(),
  replaced: z.int().positive().optional(),
});
export type Artifact = Readonly<z.infer<typeof artifactSchema>>;

export const stepOutcomes = ['ok', 'partial', 'failed', 'skipped'] as const;
const stepSchema = z.strictObject({
  step: z.string(),
  outcome: z.enum(stepOutcomes),
  ms: natural,
  reason: reasonSchema.optional(),
});
export type Step = Readonly<z.infer<typeof stepSchema>>;

export const outcomes = ['complete', 'partial', 'blocked', 'failed'] as const;
export type Outcome = (typeof outcomes)[number];

/** Fields that every item has, however it came into the case. */
const common = {
  v: z.literal(1),
  item: z.uuid({ version: 'v7' }),
  category: z.enum(categories),
  title: z.string().nullable(),
  outcome: z.enum(outcomes),
  startedAt: instantSchema,
  endedAt: instantSchema,
  /** The monotonic clock at start and end, nanoseconds as decimal text: a jump of the wall clock shows against it. */
  monotonic: z.strictObject({ start: z.string().regex(/^\d+$/), end: z.string().regex(/^\d+$/) }),
  /** Minutes east of UTC of the device's zone. The clock is the device's own and was not verified. */
  utcOffsetMinutes: z.int(),
  operator: z.string().nullable(),
  program: z.strictObject({ name: z.string(), version: z.string() }),
  artifacts: z.array(artifactSchema),
  /** Of an item that was made from another by painting over parts of its picture: its sealed parent, why, and where. */
  redaction: z
    .strictObject({
      parent: z.uuid(),
      parentRecord: sha256Schema,
      reason: z.string().min(1),
      /** Device pixels of the whole picture; of several pictures each by its number, or without one on all. */
      regions: z.array(pagedRegionSchema).min(1),
    })
    .optional(),
  /** Of an item that is a part of another's picture: the parent, the rectangle (its device pixels), the tiles it lies in. */
  region: z
    .strictObject({
      parent: z.uuid(),
      parentRecord: sha256Schema,
      reason: z.string().min(1).optional(),
      x: natural,
      y: natural,
      width: z.int().positive(),
      height: z.int().positive(),
      tiles: z.array(sha256Schema).min(1),
    })
    .optional(),
  /** Of an item whose file is a film of which frames were taken. */
  film: filmSchema.optional(),
  /** Of an item whose picture was joined from others'. */
  stitched: stitchedSchema.optional(),
  steps: z.array(stepSchema),
  warnings: z.array(reasonSchema),
};

/**
 * What a file becomes in a bundle. `images`: the `page-image` artifacts, or the original where there are none; `document`: the
 * pages of the `page-document`, or of the original.
 */
const filePagesSchema = z.discriminatedUnion('as', [
  z.strictObject({ as: z.literal('images') }),
  z.strictObject({ as: z.literal('document'), count: natural }),
  z.strictObject({ as: z.literal('text') }),
  z.strictObject({ as: z.literal('none'), reason: reasonSchema }),
]);
export type FilePages = Readonly<z.infer<typeof filePagesSchema>>;

/** A fact read from a file, with the place where it was found: `{name: 'Make', value: 'HUAWEI', source: 'EXIF'}`. */
const factsSchema = z.array(z.strictObject({ name: z.string(), value: z.string(), source: z.string() }));
export type FileFacts = Readonly<z.infer<typeof factsSchema>>;

/** As `factsSchema`, of a page: where on it a value stands, and how it goes with others of its name (absent: older program). */
const pageFactsSchema = z.array(
  z.strictObject({
    name: z.string(),
    value: z.string(),
    source: z.string(),
    /** `markup`, or a part of the page: `head`, `above`, `lead`, `end` and others. */
    part: z.string().optional(),
    /** `differs`: the page states this too, and it is not what was chosen; where none is chosen, all that differ. */
    standing: z.enum(['chosen', 'agrees', 'differs', 'left']).optional(),
  }),
);
export type PageFacts = Readonly<z.infer<typeof pageFactsSchema>>;

/** Files that a mail or a PDF carried, in the order of their pages: each behind what it came with. */
const filePartsSchema = z.array(
  z.strictObject({
    /** Names of artifacts: the file itself, and the mail among the parts that it came with; absent: the item's own. */
    artifact: z.string(),
    within: z.string().optional(),
    /** The name that the mail gives it; never used as a path. */
    fileName: z.string(),
    pages: filePagesSchema,
    /** Names of the artifacts that its pages show: a converted picture's tiles; what the pages of a mail or text print. */
    shows: z.array(z.string()).optional(),
    /** Of a film: when the pictures that it shows were in it. */
    film: filmSchema.optional(),
    facts: factsSchema,
    warnings: z.array(reasonSchema),
  }),
);
export type FileParts = Readonly<z.infer<typeof filePartsSchema>>;

const captureRecordSchema = z.strictObject({
  ...common,
  kind: z.literal('capture'),
  url: z.string(),
  /** The whole address that the page had in the end, its fragment included. */
  finalUrl: z.string().nullable(),
  /** The address that the server answered with the document, where the page gave itself another one afterwards. */
  servedUrl: z.string().optional(),
  /** How the browser read the page's bytes as text, beside what byte order mark, answer and document declare. */
  encoding: z
    .strictObject({
      used: z.string(),
      declared: z.strictObject({
        /** Absent where the file's own bytes could not be read. */
        mark: z.string().nullable().optional(),
        header: z.string().nullable(),
        document: z.string().nullable(),
      }),
    })
    .optional(),
  httpStatus: natural.nullable(),
  /**
   * The page's requests: how many there were, the document's own included, and how many of each other kind were not received
   * (broken off, refused, answered with an error or in part). Absent in records of older programs, and where nobody recorded.
   * `named`: the first of these, icons left out, each with its address (tokens replaced; of one that is very long its origin)
   * and the status of the answer or the browser's word; absent in records of programs that only counted.
   */
  requests: z
    .strictObject({
      count: natural,
      failed: z.array(z.strictObject({ kind: z.enum(requestKinds), count: z.int().positive() })),
      named: z
        .array(z.strictObject({ kind: z.enum(requestKinds), url: z.string(), error: z.string() }))
        .max(mostNamed)
        .optional(),
    })
    .optional(),
  /** Every redirect of the main document, in order. */
  redirects: z.array(z.strictObject({ url: z.string(), status: natural, location: z.string().nullable() })),
  /** The address that the gateway dialled for the final document; null where unknown, with a warning that says why. */
  server: z
    .strictObject({
      host: z.string(),
      address: z.string(),
      port: natural,
      addressesOffered: z.array(z.string()),
      /** The address was one of the capturing computer itself. Absent: it was not, or an older program did not look. */
      own: z.literal(true).optional(),
    })
    .nullable(),
  /** TLS of the connection that gave the page, as the browser saw it; null or absent where there was none. */
  connection: z
    .strictObject({
      origin: z.string(),
      protocol: z.string(),
      cipher: z.string(),
      keyExchange: z.string(),
      /** Chromium's verdict on the certificate: null where it found nothing wrong, or its error. */
      certificateError: z.string().nullable(),
      /** SHA-256 of each certificate of the chain, leaf first. */
      chain: z.array(z.strictObject({ sha256: sha256Schema, subject: z.string(), validTo: z.string() })),
      /** Which connection it was: the browser's own (also where absent), or the second path's, the browser having none. */
      seenBy: z.enum(['browser', 'second-path']).optional(),
    })
    .nullable()
    .optional(),
  /** What the browser said of itself in its request for the page, as it went out; absent in records of older programs. */
  presented: presentedSchema.optional(),
  view: z.strictObject({
    device: z.enum(['desktop', 'phone']),
    /** CSS pixels. */
    width: natural,
    height: natural,
    scale: z.union([z.literal(1), z.literal(2)]),
  }),
  /**
   * How many texts the document holds and the picture does not show; they lie in `text-positions`, apart from the others. Null
   * where that was not measured, or not of all of them; absent where the address gave no page, and in records of older
   * programs.
   */
  unseenTexts: natural.nullable().optional(),
  /** The whole picture's size in device pixels; null where no picture was taken. */
  picture: z
    .strictObject({
      width: natural,
      height: natural,
      overlap: natural,
    })
    .nullable(),
  /** Where the address gave a file and no page (a PDF, a picture, a download): its bytes are the artifact `original`. */
  file: z
    .strictObject({
      name: z.string(),
      facts: factsSchema,
      pages: filePagesSchema,
      parts: filePartsSchema.optional(),
    })
    .nullable(),
  /** What the page says of itself, each value with the place where it was found. */
  pageFacts: pageFactsSchema.optional(),
  /**
   * What the page showed of itself: whether it is the wanted one, by its words, their places, status and address; `code` is
   * that of the warning which says why. Absent where no page was read, and in records of older programs.
   */
  judged: z
    .strictObject({
      is: z.enum(['page', 'wall', 'notice', 'doubtful']),
      code: z
        .string()
        .regex(/^[a-z0-9-]+$/)
        .optional(),
    })
    .optional(),
  /** The checks of the environment record, in short; absent in records of older programs. */
  checks: z.array(checkSchema).optional(),
  /** The same address fetched by the program itself, and compared; absent in records of older programs. */
  secondPath: secondPathSchema.optional(),
  browser: z.strictObject({ product: z.string(), sha256: sha256Schema.nullable(), sandboxed: z.boolean() }).nullable(),
  /** What was done to the page at the operator's wish; absent where nothing was asked for. */
  actions: actedSchema.optional(),
  /** What a person did before the capture; absent where the program did everything. */
  byHand: manualCaptureSchema.optional(),
  /** The account that was logged in, as the operator states it. */
  account: z.string().min(1).optional(),
  /** The login session that it was captured in: the browser began with a copy of its cookies and storage. */
  session: sessionOfRecordSchema.optional(),
  /** Parts of the page that scroll inside and are not whole in the picture; absent where there are none. */
  innerScroll: innerScrollSchema.optional(),
  /** The page as its window showed it while it was scrolled; absent where nobody asked for it, or it failed. */
  rolling: rollingSchema.optional(),
  /** The address's place in the queue, where it came through it. */
  job: z.uuid({ version: 'v7' }).optional(),
  /** The item that the same address last became in this case: this one is a later look at it. */
  earlier: z.uuid({ version: 'v7' }).optional(),
});
export type CaptureRecord = Readonly<z.infer<typeof captureRecordSchema>>;

const importRecordSchema = z.strictObject({
  ...common,
  kind: z.literal('import'),
  /** The file's own name, as it was; never used as a path. */
  fileName: z.string(),
  /** How it came here, in the words of the person who imports it; and who received it, on what. Null: not stated. */
  source: z.string().nullable(),
  receivedBy: z.string().nullable(),
  receivedOn: z.string().nullable(),
  account: z.string().nullable(),
  /** When it was made, as stated at import; absent where nobody stated anything. */
  formed: formedSchema.optional(),
  facts: factsSchema,
  pages: filePagesSchema,
  /** Of a mail or a PDF that carried files. */
  parts: filePartsSchema.optional(),
});
export type ImportRecord = Readonly<z.infer<typeof importRecordSchema>>;

export const recordSchema = z.discriminatedUnion('kind', [captureRecordSchema, importRecordSchema]);
export type ItemRecord = CaptureRecord | ImportRecord;
