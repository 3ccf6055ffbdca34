import { captureManually } from '../manual/manual-capture.ts';
import { gavePage, type CaptureStep } from './step.ts';

/** A person works in the browser first. What she arranged stays as it is: scrolling through would close menus. */
export const byHand: CaptureStep = {
  name: 'by-hand',
  lines: ['by-hand', 'picture-of-screen'],
  when: (run) => gavePage(run) && run.manualTurn !== undefined,
  run: async (run) => {
    const { found, manualTurn, popups, seenBy: seen, scratch } = run;
    if (manualTurn) found.manual = await captureManually(run, manualTurn, { popups, seen }, scratch);
  },
};
