import type { Reason } from '../../../shared/case/record.ts';
import { seenNotInPicture } from '../picture/seen-in-picture.ts';
import type { CaptureStep } from './step.ts';

/** Blocks that are gone make the picture short of the page from this number on; fewer are a notice that came and went. */
const fewest = 3;

/** Whether the picture holds what was seen while the page was scrolled: some pages take away what is out of sight. */
export const seenInPicture: CaptureStep = {
  name: 'seen-in-picture',
  lines: ['seen-in-picture'],
  when: ({ found }) => found.seen !== null && found.words !== null && found.picture !== null,
  run: async ({ found, ledger }) => {
    await ledger.run('seen-in-picture', (short) => {
      const { words } = found;
      const text = [found.text, ...(words?.hidden ?? [])].join('\n');
      const gone = words ? seenNotInPicture(found.seen ?? [], text, words) : [];
      found.unloaded = gone;
      const reason: Reason = { code: 'seen-not-in-picture', params: { count: gone.length } };
      if (gone.length >= fewest) short({ outcome: 'partial', reason });
      else if (gone.length > 0) ledger.warn(reason.code, reason.params);
      return Promise.resolve();
    });
  },
};
