import type { CDPSession } from 'puppeteer';
import type { Json } from '../../shared/canonical-json.ts';
import { mostTextRuns, storedTextPositions } from '../../shared/page/text-positions.ts';
import type { Deadline } from './deadline.ts';
import { readRuns } from './in-page/read-runs.ts';
import { IsolatedWorld } from './isolated-world.ts';
import type { StepEnd } from './ledger.ts';

const longestRead = 4_000;

/** Reads where the words stand while the page is held still, so that they lie over the picture that was taken. */
export async function readTextPositions(
  session: CDPSession,
  deadline: Deadline,
): Promise<Readonly<{ stored: Json; end: StepEnd | null }>> {
  const world = await deadline.within(deadline.left(5_000), IsolatedWorld.of(session), 'text-positions');
  const { runs, cut } = await deadline.within(
    deadline.left(longestRead + 3_000),
    world.call(readRuns, { maxRuns: mostTextRuns, maxMs: longestRead }),
    'text-positions',
  );
  const stored = storedTextPositions(
    runs.map(([x, y, width, height, text]) => ({ x, y, width, height, text })),
    cut,
  );
  return {
    stored,
    end: cut
      ? { outcome: 'partial', reason: { code: 'text-positions-cut', params: { runs: stored.runs.length } } }
      : null,
  };
}
