import type { Artifact, Reason } from '../../../shared/case/record.ts';
import type { TextRun } from '../../../shared/page/text-positions.ts';
import { textNotInPicture } from '../picture/text-in-picture.ts';
import { seenText } from '../page/seen-text.ts';
import { layerOf, readTextPositions, type ReadPositions } from '../page/text-positions.ts';
import type { Picture } from '../picture/tiles.ts';
import { heldOf, holdsDocument, type CaptureStep } from './step.ts';

/** Where the words stand on the page, in CSS pixels. */
export const textPositions: CaptureStep = {
  name: 'text-positions',
  lines: { 'text-positions': 'optional' },
  when: holdsDocument,
  run: async (run) => {
    const { found, session, options, ledger, timeBudget } = run;
    found.words = await heldOf(run).run<ReadPositions>(ledger, 'text-positions', async (short) => {
      const read = await readTextPositions(session, inCssPixels(found.picture, options.view.scale), timeBudget);
      if (read.end) short(read.end);
      if (read.whole > 0) ledger.warn('letters-not-measured', { count: read.whole });
      return read;
    });
  },
};

/** Runs of text that are nowhere in the picture make it short of the page from this number and share on. */
const fewest = 3;
const leastShare = 0.05;

/**
 * Which of them the picture shows: these are the page's visible text, wherever it is used; the others are kept apart. Where
 * nothing was measured, the text that the browser gives is kept, and that is said.
 */
export const textInPicture: CaptureStep = {
  name: 'text-in-picture',
  lines: { 'text-in-picture': 'required' },
  when: holdsDocument,
  run: async ({ found, options, services, ledger, store }) => {
    const { words, picture } = found;
    const keepText = () => {
      store.keep('text', 'text.txt', 'text/plain; charset=utf-8', Buffer.from(found.text, 'utf8'));
    };
    if (!words || words.cut) {
      ledger.warn('text-not-measured');
      if (found.title !== null) keepText();
    }
    if (!words) return;
    const notSeen = await ledger.run('text-in-picture', async (short) => {
      const read = ({ sha256 }: Artifact) => services.caseFile.readObject(sha256);
      // Where the words stand is not known: nothing to measure.
      const tiles = words.origin === null ? [] : (picture?.tiles ?? []);
      const { missing, outside, judged } = await textNotInPicture(words.runs, tiles, read, options.view.scale);
      const reason: Reason = { code: 'text-not-in-picture', params: { count: missing.size, of: judged } };
      if (missing.size >= fewest && missing.size >= judged * leastShare) short({ outcome: 'partial', reason });
      else if (missing.size > 0) ledger.warn(reason.code, reason.params);
      const cut = tiles.length === 0 || picture?.shortfalls.some(({ code }) => code.startsWith('picture-cut'));
      return { missing, outside: cut === true ? new Set<TextRun>() : outside };
    });
    const { missing, outside } = notSeen ?? { missing: new Set<TextRun>(), outside: new Set<TextRun>() };
    store.keepJson('text-positions', 'text-positions.json', layerOf(words, { missing, outside }));
    if (words.cut) return;
    found.text = seenText(words, (run) => !missing.has(run) && !outside.has(run)).toWellFormed();
    keepText();
  },
};

/** A picture that was cut says nothing of how wide the page is. */
function inCssPixels(picture: Picture | null, scale: number) {
  if (!picture) return null;
  const cut = picture.shortfalls.some(({ code }) => code === 'picture-cut-width');
  return { width: picture.width / scale, cut };
}
