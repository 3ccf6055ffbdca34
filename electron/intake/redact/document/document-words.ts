import { z } from 'zod';
import { regionSchema } from '../../../../shared/case/exhibit.ts';
import type { PagedRegion } from '../../../../shared/case/paged-region.ts';
import type { TextRun } from '../../../../shared/page/text-positions.ts';

/** A document of which pages are to be drawn, and what is to be covered on them. Lengths in points of the page as shown. */
export type DocumentRequest = Readonly<{
  path: string;
  sha256: string;
  /** Takes a picture for each page: `page-0001.png`. */
  folder: string;
  words: readonly string[];
  /** Whether whole lines are covered, also where each letter's place was measured. */
  wholeLines: boolean;
  regions: readonly PagedRegion[];
  /** What a machine read on pages that have no words of their own, by page. */
  read: readonly (readonly [page: number, runs: readonly TextRun[]])[];
}>;

const pageNumbers = z.array(z.int().positive());
const natural = z.int().nonnegative();

export const documentAnswerSchema = z.discriminatedUnion('as', [
  z.strictObject({
    as: z.literal('pages'),
    /** Pixels of each page's own picture. `lines`: how many of the covers are whole lines. `words`: those that are left. */
    pages: z.array(
      z.strictObject({
        file: z.string().regex(/^page-\d{4}\.png$/),
        width: natural,
        height: natural,
        covers: z.array(regionSchema),
        lines: natural,
        words: z.unknown(),
      }),
    ),
    /** Pages with letters of fonts that are not in the file. */
    replaced: pageNumbers,
  }),
  /** Words that no page says; pages that hold pictures or letters of which nobody knows what they say. Nothing was drawn. */
  z.strictObject({ as: z.literal('unsure'), unsaid: z.array(z.string()), unread: pageNumbers }),
  /** The picture of a page, read back, was not what was painted. */
  z.strictObject({ as: z.literal('unpainted'), page: natural }),
  /** It is not what its record says (null), or has so many pages. */
  z.strictObject({ as: z.literal('none'), pages: natural.nullable() }),
]);
export type DocumentAnswer = z.infer<typeof documentAnswerSchema>;
