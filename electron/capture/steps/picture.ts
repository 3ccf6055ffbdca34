import { bringSkippedIn } from '../page/bring-in.ts';
import { takePicture } from '../picture/whole-picture.ts';
import { heldOf, holdsDocument, type CaptureStep } from './step.ts';

/** Brings in the parts that the browser skips off screen, and reads the text as it stands before the picture. */
export const bringSkippedParts: CaptureStep = {
  name: 'bring-in',
  lines: ['bring-in'],
  when: holdsDocument,
  run: async ({ found, session, ledger, timeBudget }) => {
    found.textBefore = await bringSkippedIn(session, ledger, timeBudget);
  },
};

/** The whole page as pixels, in tiles. */
export const picture: CaptureStep = {
  name: 'picture',
  lines: ['picture'],
  when: holdsDocument,
  run: async (run) => {
    const { found, large, session, options, objects, ledger, timeBudget, stuck, artifacts } = run;
    found.picture = await takePicture(large, session, options, objects, heldOf(run), ledger, timeBudget, stuck);
    if (found.picture) artifacts.push(...found.picture.tiles);
  },
};
