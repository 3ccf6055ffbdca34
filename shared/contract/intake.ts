import { z } from 'zod';
import { categories } from '../case/category.ts';
import { formedSchema } from '../formed.ts';
import { documentIndexReportSchema } from '../document-index/report.ts';
import { intakeReportSchema } from './parts/intake-report.ts';

/** Bytes of one piece, and of all pieces of one file: a picture of a large screen has a tenth of it. */
export const longestPiece = 3_000_000;
export const longestGiven = 200_000_000;
/** What a person says of a file that she takes in; null: nothing. */
const saidOfFile = {
  category: z.enum(categories),
  title: z.string().nullable(),
  source: z.string().nullable(),
  receivedBy: z.string().nullable(),
  receivedOn: z.string().nullable(),
  account: z.string().nullable(),
  formed: formedSchema.nullable().default(null),
  operator: z.string().min(1).nullable(),
} as const;
const ofCase = { case: z.string().min(1) };
const path = z.string().min(1);
const natural = z.int().nonnegative();
/** How something without a place on disk was given. */
const givenWays = ['pasted', 'dropped'] as const;

/** Files taken in: from disk, by an index, or given in pieces by the window. */
export const intakeMethods = {
  'intake.import': {
    input: z.strictObject({
      ...ofCase,
      /** A folder means all that lies in it; what of that is not imported is in the report. */
      files: z.array(path).min(1),
      /** Import what is in an archive too, each file as an item that names the archive. */
      members: z.boolean().default(false),
      /** Read the words of pictures by machine, offline; what fails there is said and stops nothing. */
      ocr: z.boolean().default(false),
      /** Ask the DNS for the keys of a mail's DKIM signatures; the server to ask, null: the system's. */
      dkim: z.boolean().default(true),
      dnsServer: z.string().nullable().default(null),
      /** An index (.xlsx, .docx) of the one folder that `files` names then: each row becomes an exhibit. */
      index: path.nullable().default(null),
      ...saidOfFile,
    }),
    output: z.strictObject({
      items: natural,
      refused: natural,
      /** What became of the index; null where there was none. */
      papers: documentIndexReportSchema.nullable(),
      report: intakeReportSchema,
    }),
  },
  /** One piece of its bytes, as base64. `given`: what it goes on, null for a first piece; the answer names the whole. */
  'intake.piece': {
    input: z.strictObject({
      ...ofCase,
      given: z.uuid().nullable(),
      bytes: z.string().max(Math.ceil(longestPiece / 3) * 4),
    }),
    output: z.strictObject({ given: z.uuid() }),
  },
  /** Takes in what was given in pieces, as one item. Without a name it is named by the moment. */
  'intake.given': {
    input: z.strictObject({
      ...ofCase,
      given: z.uuid(),
      how: z.enum(givenWays),
      name: z.string().min(1).nullable(),
      ...saidOfFile,
    }),
    output: z.strictObject({ item: z.string() }),
  },
} as const satisfies Record<string, { input: z.ZodType; output: z.ZodType }>;
