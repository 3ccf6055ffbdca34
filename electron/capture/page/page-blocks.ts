import type { PageBlock } from '../../../shared/page/page-breaks.ts';
import type { IsolatedWorld } from '../browser/isolated-world.ts';
import { readBlocks } from '../in-page/read-blocks.ts';
import type { TimeBudget } from '../time-budget.ts';

/** How many blocks are read, and for how long. */
const bounds = { most: 40_000, maxMs: 500 } as const;
/** A picture is printed as wide as the page, a narrow one not larger than it was: in CSS pixels the page is so wide at least. */
const narrowest = 670;
/** What a printed page holds, and a third of it, as shares of its width: a little less than of A4. */
const wholePage = 1.35;
const thirdOfPage = 0.45;

/**
 * Blocks of the page, in CSS pixels from where its first window begins; none where the page does not answer. They are to be
 * read with the words, before anything else is done to the page: what moves afterwards is not where the picture has it.
 *
 * @param pictureWidth CSS pixels
 */
export async function pageBlocks(
  world: IsolatedWorld,
  pictureWidth: number,
  timeBudget: TimeBudget,
): Promise<readonly PageBlock[]> {
  const width = Math.max(narrowest, pictureWidth);
  const sizes = { tallest: width * thirdOfPage, tallestFigure: width * wholePage };
  const asked = world.call(readBlocks, { ...bounds, ...sizes });
  const read = await timeBudget.within(timeBudget.left(2_000), asked, 'text-positions').catch(() => null);
  const blocks = read?.blocks.map(([top, bottom]) => ({ top, bottom, figure: false })) ?? [];
  const figures = read?.figures.map(([top, bottom]) => ({ top, bottom, figure: true })) ?? [];
  return [...blocks, ...figures];
}
