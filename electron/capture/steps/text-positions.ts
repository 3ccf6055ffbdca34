import { checkLayer } from '../picture/text-in-picture.ts';
import { readTextPositions, type ReadPositions } from '../page/text-positions.ts';
import type { Picture } from '../picture/tiles.ts';
import { heldOf, holdsDocument, type CaptureStep } from './step.ts';

/** Where the words stand on the page, in CSS pixels. */
export const textPositions: CaptureStep = {
  name: 'text-positions',
  lines: { 'text-positions': 'optional' },
  when: holdsDocument,
  run: async (run) => {
    const { found, session, options, ledger, timeBudget } = run;
    found.words = await heldOf(run).run<ReadPositions>(ledger, 'text-positions', async (short) => {
      const read = await readTextPositions(session, inCssPixels(found.picture, options.view.scale), timeBudget);
      if (read.end) short(read.end);
      if (read.whole > 0) ledger.warn('letters-not-measured', { count: read.whole });
      return read;
    });
  },
};

/** Which of them the picture shows. */
export const textInPicture: CaptureStep = {
  name: 'text-in-picture',
  lines: { 'text-in-picture': 'required' },
  when: ({ found }) => found.words !== null,
  run: async ({ found, options, services, ledger, store }) => {
    const { caseFile } = services;
    const to = { caseFile, scale: options.view.scale, ledger, keepJson: store.keepJson };
    if (found.words) await checkLayer(found.words, found.picture, to);
  },
};

/** A picture that was cut says nothing of how wide the page is. */
function inCssPixels(picture: Picture | null, scale: number) {
  if (!picture) return null;
  const cut = picture.shortfalls.some(({ code }) => code === 'picture-cut-width');
  return { width: picture.width / scale, cut };
}
