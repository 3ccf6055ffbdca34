import { settle } from '../page/settle.ts';
import { gavePage, type CaptureStep } from './step.ts';

/** Scrolls through the page and waits until it is at rest. */
export const bringToRest: CaptureStep = {
  name: 'bring-to-rest',
  lines: {
    scroll: 'required',
    'pictures-and-fonts': 'optional',
    'quiet-network': 'optional',
    'scroll-to-top': 'optional',
    stillness: 'optional',
  },
  when: (run) => gavePage(run) && run.manualTurn === undefined,
  run: ({ page, session, main, ledger, timeBudget, stuck }) => settle(page, session, main, ledger, timeBudget, stuck),
};
