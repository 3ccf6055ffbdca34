import type { Artifact, Reason } from '../../../shared/case/record.ts';
import { isHidden, runsLeft } from '../../../shared/page/redact-words.ts';
import type { TextRun } from '../../../shared/page/text-positions.ts';
import { ofRuns, textNotInPicture } from '../picture/text-in-picture.ts';
import { seenText } from '../page/seen-text.ts';
import { IsolatedWorld } from '../browser/isolated-world.ts';
import { hideRuns, showRuns } from '../in-page/letters/hide-runs.ts';
import { drawnLetters, openStrip, stripsAround, type OpenedStrip } from '../picture/drawn-letters.ts';
import { StepFailure, type StepEnd } from '../ledger.ts';
import {
  layerOf,
  readTextPositions,
  seenOf,
  unseenIn,
  type NotSeen,
  type ReadPositions,
} from '../page/text-positions.ts';
import type { Picture } from '../picture/tiles.ts';
import { heldOf, holdsDocument, type CaptureRun, type CaptureStep } from './step.ts';

/** Where the words stand on the page, in CSS pixels. */
export const textPositions: CaptureStep = {
  name: 'text-positions',
  lines: ['text-positions'],
  when: holdsDocument,
  run: async (run) => {
    const { found, page, session, objects, options, ledger, timeBudget } = run;
    const tiles = found.picture?.tiles ?? [];
    const { scale } = options.view;
    const readTile = ({ sha256 }: Artifact) => objects.readObject(sha256);
    found.words = await heldOf(run).run<ReadPositions>(ledger, 'text-positions', async (short) => {
      const width = inCssPixels(found.picture, scale);
      const read = await readTextPositions(page, session, width, timeBudget, (boxes, colours, known) => {
        // Where the words stand is not known: nothing to measure.
        const result = textNotInPicture(boxes, known ? tiles : [], readTile, scale, colours);
        result.catch(() => undefined); // heard where it is asked for
        found.looking = { boxes, result };
      });
      if (read.end) short(read.end);
      else if (read.moved > 0)
        short({ outcome: 'partial', reason: { code: 'words-moved', params: { count: read.moved } } });
      if (read.beyond > 0) ledger.warn('words-of-styles-not-read', { count: read.beyond });
      if (read.unread > 0) ledger.warn('frames-not-read', { count: read.unread });
      for (const { family, count, of } of read.fonts.odd) ledger.warn('font-maps-otherwise', { family, count, of });
      if (read.fonts.left > 0) ledger.warn('fonts-not-compared', { count: read.fonts.left });
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
  lines: ['text-in-picture'],
  when: holdsDocument,
  run: async (run) => {
    const { found, ledger, store } = run;
    const { words } = found;
    const keepText = () => {
      store.keep('text', 'text.txt', 'text/plain; charset=utf-8', Buffer.from(found.text, 'utf8'));
    };
    if (!words || words.cut) {
      ledger.warn('text-not-measured');
      if (found.title !== null) keepText();
    }
    if (!words) return;
    const notSeen = await ledger.run('text-in-picture', (short) => lookedUp(run, words, short));
    const known = notSeen ?? { missing: new Set(), outside: new Set(), moved: new Set(), pieces: new Map() };
    store.keepJson('text-positions', 'text-positions.json', layerOf(words, known));
    if (words.cut) return;
    if (notSeen && isMeasured(run, words, notSeen)) found.unseenTexts = unseenIn(words, notSeen).length;
    found.text = seenText(words, (one) => seenOf(one, known)).toWellFormed();
    keepText();
  },
};

/** Whether all words were read and looked for in a picture that holds all of the page. */
function isMeasured(
  { found }: CaptureRun,
  { origin, unread, beyond, unlooked }: ReadPositions,
  { moved }: NotSeen,
): boolean {
  const { picture } = found;
  const cut = picture?.shortfalls.some(({ code }) => code.startsWith('picture-cut')) ?? true;
  return !cut && origin !== null && unread === 0 && beyond === 0 && unlooked === 0 && moved.size === 0;
}

/** What of the words is not in the picture, said where it is much. */
async function lookedUp(run: CaptureRun, words: ReadPositions, short: (end: StepEnd) => void): Promise<NotSeen> {
  const { found, ledger } = run;
  const { picture, looking } = found;
  if (!looking) throw new Error('no words were looked for');
  const tiles = words.origin === null ? [] : (picture?.tiles ?? []);
  const looked = ofRuns(await looking.result, looking.boxes, words.runs);
  const much = (count: number) => count >= fewest && count >= looked.judged * leastShare;
  const shown = looked.missing.size > 0 ? await shownNow(run, [...looked.missing]) : new Set<TextRun>();
  const doubtful = [...new Set([...looked.doubtful, ...words.covered])].filter(
    (one) => !looked.missing.has(one) && !looked.outside.has(one),
  );
  const pieces = withoutBlurred(await withoutLetters(run, words, tiles, doubtful), words);
  const gone = [...pieces].flatMap(([one, { seen }]) => (seen.length === 0 ? [one] : []));
  // Compared with a page that moved nothing is measured.
  const moved = new Set(shown.size > 0 ? [...shown, ...gone, ...(await changedSince(run, words.runs, tiles))] : []);
  const missing = new Set([...looked.missing, ...gone].filter((one) => !moved.has(one)));
  const reason: Reason = { code: 'text-not-in-picture', params: { count: missing.size, of: looked.judged } };
  if (moved.size > 0) short({ outcome: 'partial', reason: { code: 'words-moved', params: { count: moved.size } } });
  if (much(missing.size) && moved.size === 0) short({ outcome: 'partial', reason });
  else if (missing.size > 0) ledger.warn(reason.code, reason.params);
  const cut = tiles.length === 0 || picture?.shortfalls.some(({ code }) => code.startsWith('picture-cut'));
  return {
    missing,
    outside: cut === true ? new Set() : looked.outside,
    moved,
    pieces: moved.size > 0 ? new Map() : pieces,
  };
}

/** Which of the runs, of which the picture shows nothing, the page shows now: it has moved since, though nothing said so. */
async function shownNow(
  { found, large, options, timeBudget }: CaptureRun,
  runs: readonly TextRun[],
): Promise<ReadonlySet<TextRun>> {
  const { picture } = found;
  const { scale } = options.view;
  if (!picture) return new Set();
  const { strips, left } = stripsAround(runs, scale, picture.height);
  const shots = new Map<Artifact, Uint8Array>();
  for (const { top, bottom } of strips) {
    const [width, height] = [picture.width, bottom - top];
    const clip = { x: 0, y: top / scale, width: width / scale, height: height / scale };
    const png = await timeBudget.within(timeBudget.left(5_000), large.screenshot(clip), 'text-positions');
    const { bytes, sha256 } = { bytes: png.length, sha256: '' }; // of no file: it is looked at and not kept
    shots.set(
      { role: 'screenshot-tile', name: '', mediaType: 'image/png', bytes, sha256, x: 0, y: top, width, height },
      png,
    );
  }
  const asked = runs.filter((one) => !left.includes(one));
  const now = await textNotInPicture(asked, [...shots.keys()], (shot) => shots.get(shot) ?? new Uint8Array(), scale);
  const moved = asked.filter((one) => !now.missing.has(one));
  return new Set(moved.length > 0 ? [...moved, ...left] : []); // where the others are is not known either
}

/** The runs about which the page looks otherwise now than in its picture; those that there was no time to look at are among them. */
async function changedSince(
  { large, objects, options, timeBudget }: CaptureRun,
  runs: readonly TextRun[],
  tiles: readonly Artifact[],
): Promise<ReadonlySet<TextRun>> {
  const { scale } = options.view;
  const changed = new Set<TextRun>();
  const left = new Set(runs);
  try {
    for (const tile of tiles) {
      const { y = 0, width = 0, height = 0 } = tile;
      const here = [...left].filter((one) => (one.y + one.height) * scale <= y + height);
      const clip = { x: 0, y: y / scale, width: width / scale, height: height / scale };
      const png = await timeBudget.within(timeBudget.left(5_000), large.screenshot(clip), 'text-positions');
      const strip = await openStrip({ top: y, bottom: y + height, png }, width);
      const parts = await drawnLetters(here, [tile], ({ sha256 }) => objects.readObject(sha256), [strip], scale);
      for (const [run, { seen }] of parts) {
        left.delete(run);
        if (seen.length > 0) changed.add(run);
      }
    }
  } catch (error) {
    if (!(error instanceof StepFailure)) throw error;
    for (const one of left) changed.add(one);
  }
  return changed;
}

/** What the picture shows of words that something may hide: the page is photographed there once more without them. */
async function withoutLetters(
  { found, session, large, objects, options, ledger, timeBudget }: CaptureRun,
  words: ReadPositions,
  tiles: readonly Artifact[],
  doubtful: readonly TextRun[],
): Promise<NotSeen['pieces']> {
  const { picture } = found;
  if (!picture || tiles.length === 0 || doubtful.length === 0) return new Map();
  const { scale } = options.view;
  const world = await timeBudget.within(timeBudget.left(5_000), IsolatedWorld.of(session), 'text-positions');
  const numbers = new Map(words.runs.map((one, at) => [one, at]));
  const within = <T>(work: Promise<T>) => timeBudget.within(timeBudget.left(5_000), work, 'text-positions');
  const { strips, left } = stripsAround(doubtful, scale, picture.height);
  const opening: Promise<OpenedStrip>[] = [];
  const holders = new Set(doubtful.flatMap((one) => words.framed.get(one) ?? []));
  await within(world.call(hideRuns, { numbers: doubtful.map((one) => numbers.get(one) ?? -1), holders: [...holders] }));
  try {
    for (const { top, bottom } of strips) {
      const clip = { x: 0, y: top / scale, width: picture.width / scale, height: (bottom - top) / scale };
      const opened = openStrip({ top, bottom, png: await within(large.screenshot(clip)) }, tiles[0]?.width ?? 0);
      opened.catch(() => undefined); // heard below; meanwhile the next one is taken
      opening.push(opened);
    }
  } finally {
    await within(world.call(showRuns));
  }
  const unmeasured = left.length + words.unlooked;
  if (unmeasured > 0) ledger.warn('covers-not-measured', { count: unmeasured });
  const measured = doubtful.filter((one) => !left.includes(one));
  return drawnLetters(measured, tiles, ({ sha256 }) => objects.readObject(sha256), await Promise.all(opening), scale);
}

/** Of what is drawn, letters that something in front blurs beyond reading are not seen. */
function withoutBlurred(pieces: NotSeen['pieces'], { blurred }: ReadPositions): NotSeen['pieces'] {
  const all = new Map(pieces);
  for (const [run, boxes] of blurred) {
    const { seen, rest } = all.get(run) ?? { seen: [run], rest: [] };
    const clear = seen.flatMap((one) => runsLeft([one], new Map(), boxes));
    const gone = seen.flatMap((one) => (boxes.some((box) => isHidden(one, box)) ? [one] : []));
    all.set(run, { seen: clear, rest: [...rest, ...gone] });
  }
  return all;
}

/** A picture that was cut says nothing of how wide the page is. */
function inCssPixels(picture: Picture | null, scale: number) {
  if (!picture) return null;
  const cut = picture.shortfalls.some(({ code }) => code === 'picture-cut-width');
  return { width: picture.width / scale, cut };
}
