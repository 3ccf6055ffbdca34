import { z } from 'zod';
import { reasonSchema } from '../../../../shared/case/record.ts';
import { toldSchema } from '../../told-words.ts';

/** `turns`: the properties that turn a HEIF picture, null where they cannot be read; `exif`: a mark that does not count. */
export type HeifTurning = Readonly<{ turns: readonly string[] | null; exif: number }>;

/**
 * A picture that a tool drew from the file and turned as the file says: the file's format and turning, and the size in
 * pixels that the turned picture must have, null where that is not known.
 */
export type Drawn = Readonly<{
  format: string;
  turning: HeifTurning;
  size: Readonly<{ width: number; height: number }> | null;
}>;

/** What intake and the process that reads pictures say to each other. The answer is parsed: hostile bytes were handled. */
export type PictureRequest =
  | Readonly<{
      task: 'pages';
      treatment: 'png' | 'jpeg' | 'picture';
      path: string;
      outFolder: string;
      drawn: Drawn | null;
    }>
  /** The facts of a picture whose format is not decoded here. */
  | Readonly<{ task: 'facts'; path: string }>;

const natural = z.int().nonnegative();
const picture = {
  /** The file's own size in pixels, as stored; null where not even that can be read. */
  size: z.strictObject({ width: natural, height: natural }).nullable(),
  ...toldSchema,
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

export const pictureFactsSchema = z.strictObject({
  size: picture.size,
  facts: picture.facts,
  turning: z.strictObject({ turns: z.array(z.string()).readonly().nullable(), exif: natural }),
});
export type PictureFacts = z.infer<typeof pictureFactsSchema>;
