import { join } from 'node:path';
import { inMegabytes } from '../browser/in-megabytes.ts';
import { withOwnConditions } from '../page/held/scripts.ts';
import { heldOf, holdsDocument, type CaptureStep } from './step.ts';

/** The browser makes an MHTML in memory: a page that loaded more, in bytes, gets none. */
const mostForMhtml = 32 * 1024 * 1024;

/** The page with its parts in one file, as the browser itself saves it. */
export const mhtml: CaptureStep = {
  name: 'mhtml',
  lines: ['mhtml'],
  when: holdsDocument,
  run: async (run) => {
    const { main, session, large, ledger, timeBudget, scratch, store } = run;
    const held = heldOf(run);
    await held.run(ledger, 'mhtml', async (short) => {
      if (main.loaded > mostForMhtml) {
        const params = { megabytes: inMegabytes(main.loaded) };
        short({ outcome: 'skipped', reason: { code: 'loaded-too-much', params } });
        return;
      }
      const path = join(scratch, 'page.mhtml');
      await timeBudget.within(
        timeBudget.left(10_000),
        withOwnConditions(session, () => large.mhtmlTo(path)),
        'mhtml',
      );
      await held.stands();
      store.keepFile('mhtml', 'page.mhtml', 'multipart/related', path);
    });
  },
};
