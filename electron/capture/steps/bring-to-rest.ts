import { settle } from '../page/settle.ts';
import { beginChildren } from '../second-path/begin.ts';
import { gavePage, type CaptureStep } from './step.ts';

/** Scrolls through the page and waits until it is at rest. */
export const bringToRest: CaptureStep = {
  name: 'bring-to-rest',
  lines: ['scroll', 'scroll-inside', 'pictures-and-fonts', 'quiet-network', 'scroll-to-top', 'stillness'],
  when: (run) => gavePage(run) && run.manualTurn === undefined,
  run: async (run) => {
    const { found, page, session, main, ledger, timeBudget, stuck } = run;
    const resting = settle(page, session, main, ledger, timeBudget, stuck);
    beginChildren(run);
    found.seen = await resting;
  },
};
