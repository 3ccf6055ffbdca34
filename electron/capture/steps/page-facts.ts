import { readPageFacts } from '../page/page-facts.ts';
import { heldOf, holdsDocument, type CaptureStep } from './step.ts';

/** What the page says of itself: author, dates, publisher. */
export const pageFacts: CaptureStep = {
  name: 'page-facts',
  lines: ['page-facts'],
  when: holdsDocument,
  run: async (run) => {
    const { found, session, main, ledger, timeBudget, store } = run;
    const held = heldOf(run);
    found.pageFacts = await held.run(ledger, 'page-facts', async () => {
      const contentLanguage = main.header('content-language');
      const known = { title: found.title ?? '', text: found.text, contentLanguage };
      const { facts, stored } = await readPageFacts(session, known, timeBudget);
      await held.stands();
      store.keepJson('page-facts', 'page-facts.json', stored);
      return facts;
    });
  },
};
