import { lookInside, takeExpanded } from '../actions/inner-scroll.ts';
import { heldOf, holdsDocument, type CaptureStep } from './step.ts';

const ofInnerScroll: ReadonlySet<string> = new Set(['scrolls-inside', 'clips-text']);

/** Parts that scroll by themselves. */
export const innerScroll: CaptureStep = {
  name: 'inner-scroll',
  lines: ['inner-scroll'],
  when: holdsDocument,
  run: async (run) => {
    const { found, ledger } = run;
    found.inside = await lookInside(run);
    if (await heldOf(run).stillStands()) return;
    found.inside = null;
    // Only its own: what ends beside it, or goes wrong meanwhile, warns too.
    const others = ledger.warnings.filter(({ code }) => !ofInnerScroll.has(code));
    ledger.warnings.splice(0, Infinity, ...others);
  },
};

/** Last of what reads the page, for looking at them whole changes it. */
export const expandInnerScroll: CaptureStep = {
  name: 'expand-inner-scroll',
  lines: ['expand-inner-scroll'],
  when: ({ found, options }) =>
    options.innerScroll === true && found.inside?.parts.some(({ kind }) => kind === 'scrolls') === true,
  run: async (run) => {
    const { found, artifacts, ledger } = run;
    const kept = artifacts.length;
    const { inside } = found;
    if (!inside) return;
    const expanded = await ledger.run('expand-inner-scroll', (short) => takeExpanded(run, short));
    if (await heldOf(run).stillStands()) found.inside = { ...inside, expanded };
    else artifacts.length = kept;
  },
};

/** Whether it was one document from hold to end, and the one that the server sent. */
export const oneDocument: CaptureStep = {
  name: 'one-document',
  lines: ['one-document'],
  when: holdsDocument,
  run: (run) => heldOf(run).close(run.ledger, run.main),
};
