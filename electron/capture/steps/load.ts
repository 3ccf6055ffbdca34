import { loadPage } from '../page/load.ts';
import type { CaptureStep } from './step.ts';

/** Goes to the address. */
export const load: CaptureStep = {
  name: 'load',
  lines: ['load'],
  when: () => true,
  run: async ({ found, page, target, main, gateway, ledger, timeBudget, stuck }) => {
    found.load = await loadPage(page, target, main, gateway, ledger, timeBudget, stuck);
  },
};
