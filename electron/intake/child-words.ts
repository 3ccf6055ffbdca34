import { z } from 'zod';
import { reasonSchema } from '../../shared/case/record.ts';
import type { KeyAnswer } from './mail/dkim/check-signature.ts';

/** What intake and its child process say to each other. The answer is parsed: the child has handled hostile bytes. */
export type ChildRequest =
  | Readonly<{ task: 'picture'; treatment: 'png' | 'jpeg' | 'picture'; path: string; outFolder: string }>
  /** The facts of a picture whose format is not decoded here. */
  | Readonly<{ task: 'picture-facts'; path: string }>
  | Readonly<{ task: 'mail'; path: string }>
  /** Answers of the DNS by the name that was asked for. */
  | Readonly<{ task: 'dkim'; path: string; answers: Readonly<Record<string, KeyAnswer>> }>
  | Readonly<{ task: 'text'; as: 'eml' | 'msg' | 'txt'; path: string; outFolder: string }>
  /** The rows of a Word or Excel index; told apart by what is inside. */
  | Readonly<{ task: 'index'; path: string }>;

const natural = z.int().nonnegative();
const told = {
  facts: z.array(z.strictObject({ name: z.string(), value: z.string(), source: z.string() })),
  warnings: z.array(reasonSchema),
};

const picture = {
  /** The file's own size in pixels, as stored; null where not even that can be read. */
  size: z.strictObject({ width: natural, height: natural }).nullable(),
  ...told,
};

/** A tile’s file, by its bare name in the folder that was given: a child never names a place. */
const tileFileSchema = z.string().regex(/^page-\d{4}\.png$/);

export const pictureAnswerSchema = z.discriminatedUnion('as', [
  /** The file can be placed in a PDF byte for byte. */
  z.strictObject({ as: z.literal('it-is'), ...picture }),
  /** The picture was converted, losslessly, into RGB-8 PNG tiles. `y` 0 begins a new picture (pages of a TIFF). */
  z.strictObject({
    as: z.literal('tiles'),
    tiles: z.array(z.strictObject({ file: tileFileSchema, y: natural, width: natural, height: natural })).min(1),
    causes: z.array(reasonSchema).min(1),
    ...picture,
  }),
  z.strictObject({ as: z.literal('none'), reason: reasonSchema, ...picture }),
]);
export type PictureAnswer = z.infer<typeof pictureAnswerSchema>;

export const pictureFactsSchema = z.strictObject({ size: picture.size, facts: picture.facts });

export const indexAnswerSchema = z.discriminatedUnion('as', [
  z.strictObject({ as: z.literal('rows'), rows: z.array(z.array(z.string())) }),
  z.strictObject({ as: z.literal('none'), why: z.string() }),
]);

export const textAnswerSchema = z.discriminatedUnion('as', [
  z.strictObject({
    as: z.literal('text'),
    body: z.string(),
    fields: z.array(z.strictObject({ name: z.string(), value: z.string() })),
    head: z.string(),
    notes: z.array(reasonSchema),
    attachments: z.array(
      z.strictObject({ file: z.string().regex(/^part-\d{4}$/), name: z.string(), mediaType: z.string() }),
    ),
  }),
  z.strictObject({ as: z.literal('none'), reason: reasonSchema }),
]);
export type TextAnswer = z.infer<typeof textAnswerSchema>;

const verdictSchema = z.discriminatedUnion('verdict', [
  z.strictObject({ verdict: z.literal('valid'), testing: z.boolean(), unsignedOctets: natural }),
  z.strictObject({
    verdict: z.literal('invalid'),
    why: z.enum(['body', 'signature', 'length', 'key']),
    detail: z.string(),
  }),
  z.strictObject({ verdict: z.enum(['no-key', 'not-checked', 'unusable']), why: z.string() }),
]);

export const dkimAnswerSchema = z.strictObject({
  /** The file's line ends were made CRLF for the check. */
  mended: z.boolean(),
  fromDomain: z.string().nullable(),
  signatures: z.array(
    z.strictObject({
      domain: z.string(),
      selector: z.string(),
      algorithm: z.string(),
      /** The name under which the key stands in the DNS; null where the signature cannot be checked. */
      question: z.string().nullable(),
      verdict: verdictSchema,
      canonicalization: z.string().optional(),
      signed: z.array(z.string()).optional(),
      unsigned: z.array(z.string()).optional(),
      bodyLength: natural.nullable().optional(),
      signedAt: natural.nullable().optional(),
      expires: natural.nullable().optional(),
    }),
  ),
});
export type DkimAnswer = z.infer<typeof dkimAnswerSchema>;

export const mailAnswerSchema = z.strictObject(told);
export type MailAnswer = z.infer<typeof mailAnswerSchema>;
