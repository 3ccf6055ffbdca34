import { because } from '../cause.ts';
import { z } from 'zod';
import { areAll, areCounts, hasKeys, isCount } from '../plain-json.ts';

/**
 * Artifact `text-positions` (`text-positions.json`): where the words of a captured page stand in its picture, for an
 * invisible text layer over the tiles. One run is what one line box shows of one text node; in the order of the
 * document, which is mostly the order of reading.
 *
 * Compact on disk: whole numbers in hundredths of a CSS pixel, one list for each run. The origin is the picture's upper
 * left corner, so that device pixels are CSS pixels × `view.scale`. Text is the page's own, white space collapsed as the
 * page shows it, otherwise never normalised.
 *
 * Version 2 has for runs whose letters were measured where each of them stands. Of runs without, and of all runs of
 * version 1, only the whole box is known.
 */
const hundredths = z.int().nonnegative();
const unitsPerPixel = 100;

/** Bounds that reader and writer share: a page may hold more; it is cut there and says so. */
export const mostTextRuns = 200_000;
const longestRun = 10_000;

/** Which way the letters of a run follow each other in the picture, or that each has a box of its own. */
const letterWays = ['right', 'left', 'down', 'up', 'boxes'] as const;

/** As {@link RunLetters}: way, ink, measures, lengths; the last empty where all letters are one code unit. */
const storedLetters = z.tuple([
  z.enum(letterWays),
  z.tuple([hundredths, hundredths, hundredths, hundredths]),
  z.array(hundredths),
  z.array(z.int().positive()),
]);
type KeptLetters = z.infer<typeof storedLetters>;

const common = {
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
  /** Words that the document holds and the picture does not show. Absent where there are none, and in older files. */
  unseen: z.array(z.string()).optional(),
  /**
   * Numbers of the runs whose font draws other characters than their text says. Absent where none was found, and in older
   * files.
   */
  otherGlyphs: z.array(z.int().nonnegative()).optional(),
};

/** Whether letters are as many as their text has, each with what its way measures. */
function fits([way, , measures, lengths]: KeptLetters, text: string): boolean {
  const count = lengths.length > 0 ? lengths.length : text.length;
  const units = lengths.length > 0 ? lengths.reduce((sum, one) => sum + one, 0) : count;
  return units === text.length && measures.length === (way === 'boxes' ? count * 4 : count + 1);
}

const textPositionsSchema = z.discriminatedUnion('v', [
  z.strictObject({ v: z.literal(1), ...common }),
  z
    .strictObject({
      v: z.literal(2),
      ...common,
      /** For each run where its letters stand, null where that was not measured. */
      letters: z.array(storedLetters.nullable()),
    })
    .refine(
      ({ runs, letters }) =>
        letters.length === runs.length && letters.every((own, at) => own === null || fits(own, runs[at]?.[4] ?? '')),
      because('letters-count'),
    ),
]);
type StoredTextPositions = z.infer<typeof textPositionsSchema>;

const always = ['v', 'unitsPerPixel', 'cut', 'runs'];
const sometimes = ['origin', 'elsewhere', 'unseen', 'otherGlyphs'];

function isRun(value: unknown): boolean {
  if (!Array.isArray(value) || value.length !== 5) return false;
  const [x, y, width, height, text] = value as unknown[]; // a list of anything
  const isText = typeof text === 'string' && text.length > 0 && text.length <= longestRun;
  return isText && isCount(x) && isCount(y) && isCount(width) && isCount(height);
}

function areLetters(value: unknown): boolean {
  if (value === null) return true;
  if (!Array.isArray(value) || value.length !== 4) return false;
  const [way, ink, measures, lengths] = value as unknown[]; // a list of anything
  const isWay = (letterWays as readonly unknown[]).includes(way);
  return isWay && areCounts(ink, 4) && areCounts(measures) && areCounts(lengths) && !lengths.includes(0);
}

/** Whether stored words are what the schema takes, as far as that is quickly told; false says nothing. */
function isPlain(stored: unknown): stored is StoredTextPositions {
  if (typeof stored !== 'object' || stored === null) return false;
  const { v, unitsPerPixel: unit, cut, runs, letters, ...some } = stored as Record<string, unknown>; // looked at below
  if (!(v === 1 || v === 2) || unit !== unitsPerPixel || typeof cut !== 'boolean') return false;
  if (!hasKeys(stored, v === 2 ? [...always, 'letters'] : always, sometimes)) return false;
  if (!areAll(runs, mostTextRuns, isRun)) return false;
  const isText = (one: unknown) => typeof one === 'string';
  const { origin, elsewhere, unseen, otherGlyphs } = some;
  const lists = [elsewhere, unseen].every((list) => list === undefined || areAll(list, Infinity, isText));
  const numbers = otherGlyphs === undefined || areCounts(otherGlyphs);
  if (!lists || !numbers || !(origin === undefined || areCounts(origin, 2))) return false;
  if (v === 1) return true;
  if (!areAll(letters, mostTextRuns, areLetters) || letters.length !== runs.length) return false;
  const read = stored as Extract<StoredTextPositions, { v: 2 }>; // all of it was looked at
  return read.letters.every((own, at) => own === null || fits(own, read.runs[at]?.[4] ?? ''));
}

/**
 * Where the letters of a run stand. A letter is a grapheme cluster, or what one glyph may draw together: a ligature, a
 * word of a joined script. All measures are pixels of the run's own frame.
 */
export type RunLetters = Readonly<{
  way: (typeof letterWays)[number];
  /** How far letters are drawn beyond their boxes at most. */
  ink: readonly [left: number, above: number, right: number, below: number];
  /**
   * From the run's edge at which its letters begin to the first of them, then the advance of each, in order of the text;
   * across it they are as high as the run. Of `boxes` x, y, width and height of each, from the run's upper left corner.
   */
  measures: readonly number[];
  /** UTF-16 code units of each letter; null where all are one. */
  lengths: readonly number[] | null;
}>;

/**
 * One piece of visible text and its box, in CSS pixels from the picture's upper left corner. `letters` absent: where in
 * it they stand was not measured.
 */
export type TextRun = Readonly<{
  x: number;
  y: number;
  width: number;
  height: number;
  text: string;
  letters?: RunLetters;
  /** True where its font draws other characters than the text says: what is seen are other words. */
  otherGlyphs?: boolean;
}>;

export type TextPositions = Readonly<{
  runs: readonly TextRun[];
  cut: boolean;
  origin: PictureFrame['origin'];
  elsewhere: readonly string[];
  unseen: readonly string[];
}>;

/** What is known of the picture that the runs lie over. */
export type PictureFrame = Readonly<{
  /** Null where it is not known. */
  origin: Readonly<{ x: number; y: number }> | null;
  /** Texts without a place in it. */
  elsewhere: readonly string[];
  /** Texts of the document that it does not show. */
  unseen?: readonly string[];
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
  const unseen = frame?.unseen ?? [];
  const texts = (some: readonly string[]) =>
    some.slice(0, mostTextRuns).map((text) => text.slice(0, longestRun).toWellFormed());
  const stored = kept.slice(0, mostTextRuns);
  const letters = stored.map((run) => (run.letters && run.text.length <= longestRun ? inUnits(run.letters) : null));
  const others = stored.flatMap((run, at) => (run.otherGlyphs ? [at] : []));
  const all = {
    unitsPerPixel,
    cut: cut || kept.length > mostTextRuns,
    runs: stored.map(({ x, y, width, height, text }): [number, number, number, number, string] => [
      units(x),
      units(y),
      units(width),
      units(height),
      text.slice(0, longestRun).toWellFormed(),
    ]),
    ...(frame?.origin && { origin: [units(frame.origin.x), units(frame.origin.y)] as [number, number] }),
    ...(elsewhere.length > 0 && { elsewhere: texts(elsewhere) }),
    ...(unseen.length > 0 && { unseen: texts(unseen) }),
    ...(others.length > 0 && { otherGlyphs: others }),
  } as const;
  return letters.every((own) => own === null) ? { v: 1, ...all } : { v: 2, ...all, letters };
}

const units = (pixels: number) => Math.round(pixels * unitsPerPixel);

/** Letters as they are stored. Edges are rounded, not advances: errors of a long line do not add up. */
function inUnits({ way, ink, measures, lengths }: RunLetters): KeptLetters {
  const [left, above, right, below] = ink;
  let [at, stored] = [0, 0];
  const rounded =
    way === 'boxes'
      ? measures.map(units)
      : measures.map((advance) => {
          at += advance;
          const before = stored;
          stored = units(at);
          return stored - before;
        });
  return [way, [units(left), units(above), units(right), units(below)], rounded, [...(lengths ?? [])]];
}

const lettersAt = (own: KeptLetters | null | undefined) => (own ? { letters: inPixels(own) } : {});

function inPixels([way, ink, measures, lengths]: KeptLetters): RunLetters {
  const [left, above, right, below] = ink;
  return {
    way,
    ink: [left / unitsPerPixel, above / unitsPerPixel, right / unitsPerPixel, below / unitsPerPixel],
    measures: measures.map((one) => one / unitsPerPixel),
    lengths: lengths.length > 0 ? lengths : null,
  };
}

/**
 * Reads the artifact back.
 *
 * @param stored the parsed JSON of the file; it may come from a foreign package and is checked
 * @throws {z.ZodError} when it is not such a file
 */
export function parseTextPositions(stored: unknown): TextPositions {
  const read = isPlain(stored) ? stored : textPositionsSchema.parse(stored);
  const { runs, cut, origin, elsewhere = [], unseen = [], otherGlyphs } = read;
  const others = new Set(otherGlyphs);
  const letters = read.v === 2 ? read.letters : [];
  return {
    cut,
    origin: origin ? { x: origin[0] / unitsPerPixel, y: origin[1] / unitsPerPixel } : null,
    elsewhere,
    unseen,
    runs: runs.map(([x, y, width, height, text], at) => ({
      x: x / unitsPerPixel,
      y: y / unitsPerPixel,
      width: width / unitsPerPixel,
      height: height / unitsPerPixel,
      text,
      ...lettersAt(letters[at]),
      ...(others.has(at) && { otherGlyphs: true }),
    })),
  };
}
