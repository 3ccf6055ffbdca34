import {
  betweenLines,
  breakSpacing,
  pageBreaks,
  withBreaks,
  type PageBlock,
} from '../../../shared/page/page-breaks.ts';
import { IsolatedWorld } from '../browser/isolated-world.ts';
import { readBlocks } from '../in-page/read-blocks.ts';
import { holdsDocument, type CaptureRun, type CaptureStep } from './step.ts';

/** How many blocks are read, and for how long. */
const bounds = { most: 40_000, maxMs: 500 } as const;
/** A picture is printed as wide as the page, a narrow one not larger than it was: in CSS pixels the page is so wide at least. */
const narrowest = 670;
/** What a printed page holds, and a third of it, as shares of its width: a little less than of A4. */
const wholePage = 1.35;
const thirdOfPage = 0.45;

/**
 * Where a printed page of the picture may end without parting what belongs together. Nothing is lost where it is not known:
 * pages then end wherever the picture has nothing to cut.
 */
export const pageBreaksStep: CaptureStep = {
  name: 'page-breaks',
  lines: [],
  when: (run) => holdsDocument(run) && run.found.picture !== null,
  run: async (run) => {
    const { found, artifacts, options } = run;
    const [first] = found.picture?.tiles ?? [];
    const at = artifacts.findIndex((one) => one === first);
    if (!found.picture || !first || at < 0) return;
    const blocks = await blocksOf(run).catch((): readonly PageBlock[] => []);
    const { clear, height } = found.picture;
    const { scale } = options.view;
    const words = (found.words?.runs ?? []).map((run) => ({ ...run, y: run.y * scale, height: run.height * scale }));
    const breaks = pageBreaks(betweenLines(clear, words, height), blocks, breakSpacing * scale);
    artifacts[at] = withBreaks(first, breaks);
  },
};

/** Blocks of the page in rows of its picture; none where it is not known where that begins. */
async function blocksOf({ found, session, options, timeBudget }: CaptureRun): Promise<readonly PageBlock[]> {
  const origin = found.words?.origin;
  if (!origin) return [];
  const world = await timeBudget.within(timeBudget.left(1_000), IsolatedWorld.of(session), 'text-positions');
  const width = Math.max(narrowest, (found.picture?.width ?? 0) / options.view.scale);
  const sizes = { tallest: width * thirdOfPage, tallestFigure: width * wholePage };
  const asked = world.call(readBlocks, { ...bounds, ...sizes });
  const read = await timeBudget.within(timeBudget.left(2_000), asked, 'text-positions');
  const inRows =
    (figure: boolean) =>
    ([top, bottom]: [number, number]) => ({
      top: (top + origin.y) * options.view.scale,
      bottom: (bottom + origin.y) * options.view.scale,
      figure,
    });
  return [...read.blocks.map(inRows(false)), ...read.figures.map(inRows(true))];
}
