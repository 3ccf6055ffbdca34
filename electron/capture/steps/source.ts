import { beginChildren } from '../second-path/begin.ts';
import { heldOf, holdsDocument, type CaptureStep } from './step.ts';

/** The bytes of the document as the server sent them. */
export const source: CaptureStep = {
  name: 'source',
  lines: ['source'],
  when: holdsDocument,
  run: async (run) => {
    const { main, ledger, timeBudget, store } = run;
    beginChildren(run); // of a page that a person arranged none has begun yet
    await ledger.run('source', async (short) => {
      await timeBudget.within(timeBudget.left(5_000), main.sourceKnown(), 'source');
      const mediaType = main.response?.mediaType || 'application/octet-stream';
      if (main.source) store.keepFile('source', 'source.bin', mediaType, main.source.path);
      else
        short({ outcome: 'failed', reason: heldOf(run).foreign ?? main.sourceMissing ?? { code: 'source-not-seen' } });
    });
  },
};
