import { z } from 'zod';

/**
 * Artifact `text-positions` (`text-positions.json`): where the words of a captured page stand in its picture, for an
 * invisible text layer over the tiles. One run is what one line box shows of one text node; in the order of the
 * document, which is mostly the order of reading.
 *
 * Compact on disk: whole numbers in hundredths of a CSS pixel, one list for each run. The origin is the picture's upper
 * left corner, so that device pixels are CSS pixels × `view.scale`. Text is the page's own, white space collapsed as the
 * page shows it, otherwise never normalised.
 */
const hundredths = z.int().nonnegative();
const unitsPerPixel = 100;

/** Bounds that reader and writer share: a page may hold more; it is cut there and says so. */
export const mostTextRuns = 200_000;
const longestRun = 10_000;

const textPositionsSchema = z.strictObject({
  v: z.literal(1),
  unitsPerPixel: z.literal(unitsPerPixel),
  /** True where the page had more text than was read. */
  cut: z.boolean(),
  runs: z
    .array(z.tuple([hundredths, hundredths, hundredths, hundredths, z.string().min(1).max(longestRun)]))
    .max(mostTextRuns),
  /**
   * How far the picture begins left of and above the page's first window: of a page that is read from right to left, or
   * in columns, it begins where one can scroll to. Absent in files of older programs, and where it could not be known.
   */
  origin: z.tuple([hundredths, hundredths]).optional(),
  /** Words that the page shows at no place of the picture, or at none that is known. */
  elsewhere: z.array(z.string()).optional(),
});
type StoredTextPositions = z.infer<typeof textPositionsSchema>;

/** One piece of visible text and its box, in CSS pixels from the picture's upper left corner. */
export type TextRun = Readonly<{ x: number; y: number; width: number; height: number; text: string }>;

export type TextPositions = Readonly<{
  runs: readonly TextRun[];
  cut: boolean;
  origin: PictureFrame['origin'];
  elsewhere: readonly string[];
}>;

/** What is known of the picture that the runs lie over. */
export type PictureFrame = Readonly<{
  /** Null where it is not known. */
  origin: Readonly<{ x: number; y: number }> | null;
  /** Texts without a place in it. */
  elsewhere: readonly string[];
}>;

/** Runs as they are stored; what stands left of or above the picture, has no size or no text has no place in it. */
export function storedTextPositions(
  runs: readonly TextRun[],
  cut: boolean,
  frame: PictureFrame | null = null,
): StoredTextPositions {
  const stands = ({ x, y, width, height, text }: TextRun) => x >= 0 && y >= 0 && width > 0 && height > 0 && text !== '';
  const kept = runs.filter(stands);
  const elsewhere = frame
    ? [...frame.elsewhere, ...runs.flatMap((run) => (stands(run) || run.text === '' ? [] : [run.text]))]
    : [];
  return {
    v: 1,
    unitsPerPixel,
    cut: cut || kept.length > mostTextRuns,
    runs: kept
      .slice(0, mostTextRuns)
      .map(({ x, y, width, height, text }) => [
        Math.round(x * unitsPerPixel),
        Math.round(y * unitsPerPixel),
        Math.round(width * unitsPerPixel),
        Math.round(height * unitsPerPixel),
        text.slice(0, longestRun).toWellFormed(),
      ]),
    ...(frame?.origin && {
      origin: [Math.round(frame.origin.x * unitsPerPixel), Math.round(frame.origin.y * unitsPerPixel)],
    }),
    ...(elsewhere.length > 0 && {
      elsewhere: elsewhere.slice(0, mostTextRuns).map((text) => text.slice(0, longestRun).toWellFormed()),
    }),
  };
}

/**
 * Reads the artifact back.
 *
 * @param stored the parsed JSON of the file; it may come from a foreign package and is checked
 * @throws {z.ZodError} when it is not such a file
 */
export function parseTextPositions(stored: unknown): TextPositions {
  const { runs, cut, origin, elsewhere = [] } = textPositionsSchema.parse(stored);
  return {
    cut,
    origin: origin ? { x: origin[0] / unitsPerPixel, y: origin[1] / unitsPerPixel } : null,
    elsewhere,
    runs: runs.map(([x, y, width, height, text]) => ({
      x: x / unitsPerPixel,
      y: y / unitsPerPixel,
      width: width / unitsPerPixel,
      height: height / unitsPerPixel,
      text,
    })),
  };
}
