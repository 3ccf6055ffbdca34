import { HeldDocument } from '../page/held/held-document.ts';
import { backToTop } from '../manual/manual-capture.ts';
import { holdStill } from '../page/settle.ts';
import { gavePage, type CaptureStep } from './step.ts';

/** Stops animations and scripts. */
export const holdPageStill: CaptureStep = {
  name: 'hold-still',
  lines: ['hold-still'],
  when: gavePage,
  run: ({ session, ledger, timeBudget, stuck, found, manualTurn }) => {
    found.heldAt = manualTurn ? null : Date.now(); // a person takes the page as it stands: nothing is waited for
    return holdStill(session, ledger, timeBudget, stuck);
  },
};

/** Binds everything that follows to the one document that stands now. Without it nothing of the page is read. */
export const holdDocument: CaptureStep = {
  name: 'hold-document',
  lines: ['hold-document'],
  when: gavePage,
  run: async (run) => {
    const { found, session, main, ledger, timeBudget } = run;
    found.held = await ledger.run('hold-document', () => HeldDocument.of(session, main, timeBudget));
    const left = (await found.rested?.left().catch(() => true)) ?? true;
    found.rested?.end();
    if (!found.held) return;
    if (left && run.manualTurn === undefined) ledger.warn('not-brought-to-rest');
    const led = found.manual ? null : main.before;
    if (led && main.response && led.url !== main.response.url)
      ledger.warn('document-followed', { from: led.url.slice(0, 1_000), to: main.response.url.slice(0, 1_000) });
    if (found.manual) await backToTop(run);
  },
};
