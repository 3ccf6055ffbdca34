import type { CDPSession } from 'puppeteer';
import type { Json } from '../../../shared/canonical-json.ts';
import {
  mostTextRuns,
  storedTextPositions,
  type PictureFrame,
  type TextRun,
} from '../../../shared/page/text-positions.ts';
import type { TimeBudget } from '../time-budget.ts';
import { readRuns } from '../in-page/read-runs.ts';
import { IsolatedWorld } from '../browser/isolated-world.ts';
import type { StepEnd } from '../ledger.ts';

const longestRead = 4_000;

/** Where the words stand, in CSS pixels of the picture; `end` where not all were read. */
export type ReadPositions = PictureFrame & Readonly<{ runs: readonly TextRun[]; cut: boolean; end: StepEnd | null }>;

/**
 * Reads where the words stand while the page is held still, so that they lie over the picture that was taken. The picture
 * begins where one can scroll to; where it is not as wide as the ground that the page says one can scroll over, where it
 * begins is not known.
 *
 * @param picture its width in CSS pixels, or that it was cut; null where there is none
 */
export async function readTextPositions(
  session: CDPSession,
  picture: Readonly<{ width: number; cut: boolean }> | null,
  timeBudget: TimeBudget,
): Promise<ReadPositions> {
  const world = await timeBudget.within(timeBudget.left(5_000), IsolatedWorld.of(session), 'text-positions');
  const { runs, elsewhere, cut, origin, size } = await timeBudget.within(
    timeBudget.left(longestRead + 3_000),
    world.call(readRuns, { maxRuns: mostTextRuns, maxMs: longestRead }),
    'text-positions',
  );
  const [x0, y0] = origin;
  const known = picture !== null && (picture.cut || Math.abs(picture.width - size[0]) <= 1);
  return {
    runs: runs.map(([x, y, width, height, text]) => ({ x: x + x0, y: y + y0, width, height, text })),
    elsewhere,
    origin: known ? { x: x0, y: y0 } : null,
    cut,
    end: cut ? { outcome: 'partial', reason: { code: 'text-positions-cut', params: { runs: runs.length } } } : null,
  };
}

/** The artifact: words that were found not to be in the picture are not said to stand there. */
export function layerOf({ runs, elsewhere, origin, cut }: ReadPositions, missing: ReadonlySet<TextRun>): Json {
  const unseen = [...missing].map(({ text }) => text);
  return storedTextPositions(
    runs.filter((run) => !missing.has(run)),
    cut,
    { origin, elsewhere: [...elsewhere, ...unseen] },
  );
}
