import { textSizeOf } from '../../page/picture/letter-size.ts';
import type { TextRun } from '../../page/text-positions.ts';
import { pointsPerCssPixel, wantedLetters, type PictureRoom, type Shown, type TiledPicture } from './slices.ts';

/** Of text that is smaller than this a person is warned. */
export const leastLegible = 7;

/** Pixels of a CSS pixel around what stands in a picture that are shown too. */
const surroundings = 12;

/**
 * The whole width of a picture, where its text is large enough in print; else, of what is blank at its sides as it was
 * measured, as much is left out as makes the text large enough, or all.
 *
 * @param density device pixels per CSS pixel @param words in pixels of the picture
 */
export function shownColumns(
  { width, margins }: TiledPicture,
  field: PictureRoom,
  density: number,
  words: readonly TextRun[],
): Shown {
  const natural = pointsPerCssPixel / density;
  const scale = Math.min(field.width / width, natural);
  const letters = textSizeOf(words);
  const whole = { x: 0, width, scale, letters };
  if (!margins || letters === null || letters * scale >= wantedLetters) return whole;
  const pad = surroundings * density;
  // A word in what is called blank would be a contradiction: it is shown.
  const left = Math.max(0, words.reduce((least, { x }) => Math.min(least, x), margins[0]) - pad);
  const end = words.reduce((most, run) => Math.max(most, run.x + run.width), width - margins[1]);
  const right = Math.min(width, end + pad);
  if (right - left <= 0 || right - left >= width) return whole;
  const larger = Math.min(natural, field.width / (right - left), wantedLetters / letters);
  if (larger <= scale) return whole;
  const shown = Math.min(width, field.width / larger);
  const spare = (shown - (right - left)) / 2;
  const x = Math.floor(Math.min(Math.max(0, left - spare), width - shown));
  return { x, width: Math.min(width - x, Math.ceil(shown)), scale: larger, letters };
}

/** The same columns and more of those at their sides, so much smaller in print; the whole width at most. */
export function lessEnlarged({ width }: TiledPicture, shown: Shown, factor: number): Shown {
  const more = Math.min(width, Math.ceil(shown.width / factor));
  const x = Math.max(0, Math.min(width - more, Math.round(shown.x - (more - shown.width) / 2)));
  return { ...shown, x, width: more, scale: shown.scale * factor };
}

/** Points that the text of a picture is high in print; null where its size is not known. */
export const printedSize = ({ letters, scale }: Shown): number | null => (letters === null ? null : letters * scale);
