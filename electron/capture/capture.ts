import type { ItemState } from '../casefile/case-handles.ts';
import type { CaptureOptions, CaptureServices } from './capture-options.ts';
import { checkUrl } from './page/check-url.ts';
import { commitCapture } from './commit-capture.ts';
import { openingLines, withOpenRun } from './open-run.ts';
import { actions } from './steps/act-on-page.ts';
import { archive } from './steps/archive.ts';
import { bringToRest } from './steps/bring-to-rest.ts';
import { byHand } from './steps/by-hand.ts';
import { domAndText } from './steps/dom-and-text.ts';
import { environment } from './steps/environment.ts';
import { holdDocument, holdPageStill } from './steps/hold.ts';
import { expandInnerScroll, innerScroll, oneDocument } from './steps/inner-scroll.ts';
import { load } from './steps/load.ts';
import { mhtml } from './steps/mhtml.ts';
import { pageFacts } from './steps/page-facts.ts';
import { pageBreaksStep } from './steps/page-breaks.ts';
import { bringSkippedParts, picture } from './steps/picture.ts';
import { record } from './steps/record.ts';
import { seenInPicture } from './steps/seen-in-picture.ts';
import { rolling } from './steps/rolling.ts';
import { source } from './steps/source.ts';
import type { CaptureStep } from './steps/step.ts';
import { takeInFile } from './steps/take-in-file.ts';
import { textInPicture, textPositions } from './steps/text-positions.ts';

/** A capture, from top to bottom. */
export const captureSteps: readonly CaptureStep[] = [
  load,
  takeInFile,
  // The page is made ready.
  byHand,
  bringToRest,
  actions,
  // From here on it is held still, and everything is read from one document.
  holdPageStill,
  holdDocument,
  bringSkippedParts,
  picture,
  mhtml,

  source,
  domAndText,
  pageFacts,
  textPositions,
  textInPicture,
  pageBreaksStep,
  seenInPicture,
  innerScroll,
  rolling,
  expandInnerScroll,
  oneDocument,
  // What went over the network, on what computer, and the archive of it.
  record,
  environment,
  archive,
];

/** Every line that the operation log of a capture may hold. */
export const captureLines: readonly string[] = [...openingLines, ...captureSteps.flatMap(({ lines }) => lines)];

/**
 * Captures one address as one item, step by step; then the record is committed. Whatever went short is in the operation
 * log, and the worst of it in the outcome.
 *
 * @returns the committed item; `blocked` and `failed` captures are items too
 * @throws {FascicleError} `not-a-url` | `address-refused` (no item then), `browser-missing` | `browser-failed`, and the
 *   case writer's errors; the signal's reason when cancelled
 */
export async function captureUrl(url: string, options: CaptureOptions, services: CaptureServices): Promise<ItemState> {
  return withOpenRun(checkUrl(url), options, services, async (run) => {
    for (const step of captureSteps) {
      if (step.when(run)) await step.run(run);
      services.signal.throwIfAborted();
    }
    return commitCapture(run);
  });
}
