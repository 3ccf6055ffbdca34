import { lookInside } from '../actions/inner-scroll.ts';
import { heldOf, holdsDocument, type CaptureStep } from './step.ts';

const ofInnerScroll: ReadonlySet<string> = new Set(['scrolls-inside', 'clips-text']);

/** Parts that scroll by themselves. Last of what reads the page, for looking at them whole changes it. */
export const innerScroll: CaptureStep = {
  name: 'inner-scroll',
  lines: ['inner-scroll', 'expand-inner-scroll'],
  when: holdsDocument,
  run: async (run) => {
    const { found, options, artifacts, ledger } = run;
    const kept = artifacts.length;
    found.inside = await lookInside(options.innerScroll ?? false, run);
    if (await heldOf(run).stillStands()) return;
    found.inside = null;
    artifacts.length = kept;
    // Only its own: what ends beside it, or goes wrong meanwhile, warns too.
    const others = ledger.warnings.filter(({ code }) => !ofInnerScroll.has(code));
    ledger.warnings.splice(0, Infinity, ...others);
  },
};

/** Whether it was one document from hold to end, and the one that the server sent. */
export const oneDocument: CaptureStep = {
  name: 'one-document',
  lines: ['one-document'],
  when: holdsDocument,
  run: (run) => heldOf(run).close(run.ledger, run.main),
};
