import { z } from 'zod';
import { reasonSchema } from '../../shared/case/record.ts';

/** What intake and its child process say to each other. The answer is parsed: the child has handled hostile bytes. */
export type ChildRequest =
  | Readonly<{ task: 'picture'; treatment: 'png' | 'jpeg' | 'picture'; path: string; outFolder: string }>
  | Readonly<{ task: 'mail'; path: string }>
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

export const mailAnswerSchema = z.strictObject(told);
export type MailAnswer = z.infer<typeof mailAnswerSchema>;
