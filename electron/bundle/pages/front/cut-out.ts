import type { Region } from '../../../../shared/case/exhibit.ts';
import { around, boxOf } from '../../../../shared/page/find-words.ts';
import { lettersOf } from '../../../../shared/page/letters.ts';
import type { TextRun } from '../../../../shared/page/text-positions.ts';
import type { BundleExhibit, BundleModel } from '../../model.ts';
import type { Tag } from '../../pdf/tagged/tag.ts';
import type { Cell } from '../blocks/cell-form.ts';
import { tableRow, type Block } from '../blocks/flow.ts';
import { exhibitFigure } from '../exhibit/alternative-text.ts';
import { densityOf, tilesIn } from '../exhibit/exhibit-pictures.ts';
import { drawPart, partsShowing, type PicturePart } from '../exhibit/picture-parts.ts';

/** Words cut out of an exhibit's picture: which part of it, how large. `regions`: where the words are in it. */
export type CutOut = Readonly<{
  picture: PicturePart['picture'];
  figure: Tag;
  regions: readonly Region[];
  crop: Region;
  /** Points for a pixel. */
  scale: number;
}>;

/** A block that shows pictures, by their digests. */
export type CutOutBlock = Block & Readonly<{ pictures: readonly string[] }>;

/** A CSS pixel is 0.75 points; a cut-out is enlarged at most so many times, and no higher than so many points. */
const pointsPerCssPixel = 0.75;
const largest = 1.3;
const highest = 92;
/** Around the lines, in heights of a line; and the least height of one, in points: smaller it would not be read. */
const aroundLines = 0.4;
const smallestLine = 11;
/** Room between the text and the picture beside it, and around both. */
const between = 12;
const pad = 5;

/** The lines that say the words, whole where they fit in `width` points; null where no picture shows them. */
export function cutOutOf(
  exhibit: BundleExhibit,
  words: string,
  region: Region | undefined,
  width: number,
  model: Pick<BundleModel, 't'>,
): CutOut | null {
  const [part] = partsShowing(exhibit, [{ words, ...(region && { region }) }]);
  const box = part && around(part.regions);
  if (!part || !box) return null;
  const { picture, regions, runs } = part;
  const natural = pointsPerCssPixel / densityOf(exhibit);
  const own = runs.filter((run) => middleOf(run) > box.y && middleOf(run) < box.y + box.height);
  const lineHeight = Math.max(1, ...own.map((run) => run.height));
  const lines = [...own, ...nextTo(own, runs, lineHeight)];
  const all = around([box, ...lines.map(boxOf)]) ?? box;
  const most = Math.max(box.width, (width * lineHeight) / smallestLine, width / natural);
  const wide = Math.min(all.width, most);
  const from = Math.min(Math.max(box.x + box.width / 2 - wide / 2, all.x), all.x + all.width - wide);
  const margin = Math.round(lineHeight * aroundLines);
  const [above, below] = freeOf(all, runs, margin);
  const { left, right } = betweenLetters({ left: from, right: from + wide }, box, lines);
  // Beyond an edge of the lines there is room; where they go on, not even part of the next letter is shown.
  const [leftMost, rightMost] = [
    left > all.x + 1 ? left : left - margin,
    right < all.x + all.width - 1 ? right : right + margin,
  ];
  const [x, y] = [Math.max(0, Math.floor(leftMost)), Math.max(0, all.y - above)];
  const crop = {
    x,
    y,
    width: Math.min(picture.width, Math.ceil(rightMost)) - x,
    height: Math.min(picture.height, all.y + all.height + below) - y,
  };
  const scale = Math.min(width / crop.width, highest / crop.height, natural * largest);
  return { picture, figure: exhibitFigure(exhibit, model, [{ text: words }]), regions, crop, scale };
}

const middleOf = ({ y, height }: TextRun): number => y + height / 2;

/**
 * The edges moved inward until they cut no letter of the lines, and no text of another column, of which a part would say
 * something else; but never into the words themselves.
 */
function betweenLetters(
  { left, right }: Readonly<{ left: number; right: number }>,
  box: Region,
  lines: readonly TextRun[],
): Readonly<{ left: number; right: number }> {
  const isBeside = (run: TextRun) => run.x >= box.x + box.width || run.x + run.width <= box.x;
  const letters = lines
    .flatMap((run): readonly Pick<TextRun, 'x' | 'width'>[] => (isBeside(run) ? [run] : (lettersOf(run) ?? [])))
    .sort((a, b) => a.x - b.x);
  let [from, to] = [left, right];
  for (const { x, width } of letters) if (x < from - 0.5 && x + width > from + 0.5) from = x + width;
  for (const { x, width } of letters.toReversed()) if (x < to - 0.5 && x + width > to + 0.5) to = x;
  return { left: Math.min(from, box.x), right: Math.max(to, box.x + box.width) };
}

/** The lines right above and right below, in the same column: who or what the words are about is often said there. */
function nextTo(own: readonly TextRun[], runs: readonly TextRun[], lineHeight: number): readonly TextRun[] {
  const box = around(own.map(boxOf));
  if (!box) return [];
  const inColumn = runs.filter((run) => run.x < box.x + box.width && run.x + run.width > box.x);
  const near = (gap: number) => gap >= -1 && gap < lineHeight * 1.1;
  const above = inColumn.filter((run) => near(box.y - run.y - run.height));
  const below = inColumn.filter((run) => near(run.y - box.y - box.height));
  return [...above, ...below];
}

/** Rows above and below that no other line reaches into, at most `margin` of each. */
function freeOf({ y, height }: Region, runs: readonly TextRun[], margin: number): readonly [number, number] {
  const bottoms = runs.map((run) => run.y + run.height).filter((bottom) => bottom <= y + 1);
  const tops = runs.map((run) => run.y).filter((top) => top >= y + height - 1);
  const above = Math.min(margin, ...bottoms.map((bottom) => Math.floor(y - bottom)));
  const below = Math.min(margin, ...tops.map((top) => Math.floor(top - y - height)));
  return [Math.max(0, above), Math.max(0, below)];
}

/**
 * A cut-out with lines of text at its right, where a verifier knows that no text reaches over it; without one they have the
 * whole width. @param width in points, of both
 */
export function besideCutOut(text: readonly Cell[], cutOut: CutOut | null, width: number): CutOutBlock {
  const textLeft = cutOut === null ? 0 : roomBeside(width) + between;
  const textWidth = width - textLeft;
  const rows = text.flatMap((one) => tableRow([one], [textWidth], { pad: 0, line: false }, 400));
  const written = rows.reduce((sum, row) => sum + row.height, 0);
  const shown = cutOut === null ? 0 : cutOut.crop.height * cutOut.scale + 4;
  return {
    height: Math.max(written, shown) + 2 * pad,
    pictures:
      cutOut === null
        ? []
        : tilesIn(cutOut.picture, cutOut.crop.y, cutOut.crop.y + cutOut.crop.height).map(({ sha256 }) => sha256),
    draw: (canvas, x, y, context) => {
      let down = y + pad;
      for (const row of rows) {
        row.draw(canvas, x + textLeft, down, context);
        down += row.height;
      }
      if (cutOut === null) return;
      const at = { left: x + 2, top: y + pad + 2, scale: cutOut.scale };
      drawPart(canvas, cutOut.figure, cutOut, cutOut.crop, at, context);
    },
  };
}

/** Points that text takes beside a cut-out. */
export const besideWidth = 196;
/** What is left for the cut-out. */
export const roomBeside = (width: number): number => width - besideWidth - between;
