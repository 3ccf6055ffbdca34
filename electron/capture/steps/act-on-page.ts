import { actOnPage } from '../actions/act-on-page.ts';
import { gavePage, type CaptureStep } from './step.ts';

/** Does to the page what the operator asked for. Nobody asks for these without wanting them whole. */
export const actions: CaptureStep = {
  name: 'actions',
  lines: ['look-for-actions', 'picture-before', 'dismiss-banners', 'expand', 'load-deferred-images'],
  when: (run) => gavePage(run) && (run.options.actions ?? []).length > 0,
  run: async (run) => {
    const { rested: before } = run.found;
    Object.assign(run.found, await actOnPage(run.options.actions ?? [], run));
    if (run.found.rested !== before) before?.end();
  },
};
