import { comeToRest } from '../page/come-to-rest.ts';
import { beginChildren } from '../second-path/begin.ts';
import { gavePage, type CaptureStep } from './step.ts';

/** Scrolls through the page and waits until it is at rest. */
export const bringToRest: CaptureStep = {
  name: 'bring-to-rest',
  lines: [
    'follow-document',
    'scroll',
    'scroll-inside',
    'pictures-and-fonts',
    'quiet-network',
    'scroll-to-top',
    'stillness',
  ],
  when: (run) => gavePage(run) && run.manualTurn === undefined,
  run: async (run) => {
    Object.assign(run.found, await comeToRest(run, () => beginChildren(run)));
  },
};
