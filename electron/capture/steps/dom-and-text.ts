import { join } from 'node:path';
import { documentLength } from '../in-page/document-length.ts';
import { looksEmpty, readPage } from '../in-page/read-page.ts';
import { IsolatedWorld } from '../browser/isolated-world.ts';
import { encodingDoubts, encodingOfPage } from '../page/encoding.ts';
import { judgeLoaded } from '../page/judge.ts';
import { StepFailure } from '../ledger.ts';
import { heldOf, holdsDocument, type CaptureStep } from './step.ts';

/** Characters of a serialised document; a longer one would fill the memory of the browser. */
const longestDocument = 24 * 1024 * 1024;

/** The document as it stands, its title and its text; and whether what they show is a wall before the page. */
export const domAndText: CaptureStep = {
  name: 'dom-and-text',
  lines: ['dom-and-text'],
  when: holdsDocument,
  run: async (run) => {
    const { found, session, main, large, ledger, timeBudget, scratch, store } = run;
    const held = heldOf(run);
    await held.run(ledger, 'dom-and-text', async (short) => {
      const within = <T>(milliseconds: number, work: Promise<T>) =>
        timeBudget.within(timeBudget.left(milliseconds), work, 'dom-and-text');
      const world = await within(5_000, IsolatedWorld.of(session));
      const length = await within(5_000, world.call(documentLength));
      if (length > longestDocument) throw new StepFailure({ code: 'document-too-long', params: { length } });
      const read = await within(5_000, world.call(readPage));
      const [title, text] = [read.title.toWellFormed(), read.text.toWellFormed()];
      const path = join(scratch, 'dom.html');
      await within(5_000, large.documentTo(path, world.context));
      const empty = await within(3_000, world.call(looksEmpty));
      const judgement = await within(
        3_000,
        judgeLoaded(world, main.response, title, read.text, found.served ?? found.finalUrl),
      );
      await held.stands();
      Object.assign(found, { title, text });
      found.encoding = encodingOfPage(read, main);
      for (const doubt of encodingDoubts(found.encoding, main.response?.mediaType ?? '', `${title}\n${text}`))
        ledger.warn(doubt.code, doubt.params);
      const wellFormed = read.wellFormed && [read.title, read.text].every((some) => some.isWellFormed());
      if (!wellFormed) ledger.warn('text-not-well-formed');
      store.keepFile('dom', 'dom.html', 'text/html; charset=utf-8', path);
      if (empty) ledger.warn('page-empty');
      if (found.textBefore !== null && found.textBefore !== read.text)
        short({ outcome: 'partial', reason: { code: 'text-changed-while-held' } });
      found.judged = { is: judgement.is, ...(judgement.reason && { code: judgement.reason.code }) };
      if (judgement.is === 'wall') found.wall = judgement.reason;
      else if (judgement.reason) ledger.warn(judgement.reason.code, judgement.reason.params);
    });
  },
};
