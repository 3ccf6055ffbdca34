// `npm run long text-layer [-- --short] [-- --words N] [-- NAME…]`: the real pages that lie beside the checkout are captured and
// bundled, each by itself. Of 2,000 words drawn by lot it is measured whether the box of the word in the bundle's layer of
// words, as `pdftotext` reads it, covers the ink of the word: what changes in the page, opened in a browser of the test's
// own, when the letters of the word are made clear. Where the stored picture shows the word, pixel by pixel, further down or
// up than that page, it is measured there. Words that it shows nowhere so, or at several places, are not counted, nor those
// in lines of which the capture says that it had no time for their letters. Fails below 99.5 %.
import '../fixtures/runner/own-temporary-of-run.ts';
import { existsSync, readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseTextPositions } from '../../shared/page/text-positions.ts';
import { buildIn } from '../fixtures/build-bundle.ts';
import { captured, captureRoom, type Captured } from '../fixtures/capture-room.ts';
import { skippedExit } from '../fixtures/runner/skipped.ts';
import { serveSavedPages } from '../fixtures/site/saved-pages.ts';
import { changedInk, InkBrowser, rowsFurther, type InkBox, type PageWord, type InkPicture } from './ink.ts';
import { layerWords, rasterOf, tilesOfCapture, type LayerWord } from './layer.ts';

const least = 0.995;
/** A pixel is ink where the letter changes it by more than a fifth of black on white: fainter is the edge of a letter. */
const faint = 51;
/** Pixels by which ink may reach out of a box: antialiasing, and the layer's own hundredths. */
const tolerance = 1;
/** Pictures of a page that are taken without some of its words, at most. */
const mostRounds = 12;
const folder = resolve(import.meta.dirname, '../../../shared/data/pages');
const short = process.argv.includes('--short');
const wanted = process.argv.includes('--words') ? Number(process.argv[process.argv.indexOf('--words') + 1]) : 2_000;
const asked = process.argv.slice(2).filter((word, at, all) => !word.startsWith('--') && all[at - 1] !== '--words');
if (!existsSync(folder)) {
  console.log(`no pages at ${folder}: skipped`);
  process.exit(skippedExit);
}
const all = readdirSync(folder).filter((name) => asked.length === 0 || asked.includes(name));
const names = short ? all.filter((_, at) => at % 21 === 0) : all;
const ofPage = Math.ceil(wanted / (short ? 64 : all.length));

type Fault = 'no word of the layer there' | 'left or right' | 'above or below' | 'not measured, and that is not said';
const totals = { covered: 0, further: 0, notShown: 0, pictureDiffers: 0, saidUnmeasured: 0, pagesNotMeasured: 0 };
const faults: { page: string; word: string; fault: Fault; ink: InkBox; box: InkBox | null }[] = [];
const site = await serveSavedPages(folder, names);
try {
  for (const name of names) {
    const said = await measured(name).catch((error: unknown) => {
      totals.pagesNotMeasured += 1;
      return `${name}: NOT MEASURED, ${error instanceof Error ? error.message : String(error)}`;
    });
    console.log(said);
  }
} finally {
  await site.close();
}
const counted = totals.covered + faults.length;
for (const { page, word, fault, ink, box } of faults)
  console.log(`✕ ${page} “${word}”: ${fault}; ink ${shown(ink)}, box ${shown(box)}`);
for (const [fault, ones] of Map.groupBy(faults, (one) => one.fault)) console.log(`${ones.length} ${fault}`);
console.log(
  `\n${names.length} pages, ${counted} words: ${totals.covered} covered, ${((totals.covered / Math.max(1, counted)) * 100).toFixed(2)} %; ` +
    `${totals.further} of them where the stored picture shows them further down or up; ` +
    `not counted: ${totals.notShown} without ink of their own, ${totals.pictureDiffers} where the stored picture differs, ` +
    `${totals.saidUnmeasured} in lines of which the capture says that their letters were not measured; ` +
    `${totals.pagesNotMeasured} pages not measured`,
);
process.exit(totals.pagesNotMeasured === 0 && counted > 0 && totals.covered / counted >= least ? 0 : 1);

function shown(box: InkBox | null): string {
  return box ? [box.left, box.top, box.right, box.bottom].map((value) => value.toFixed(1)).join(' ') : 'none';
}

async function measured(name: string): Promise<string> {
  const room = captureRoom();
  const url = site.urlOf(name);
  try {
    const done = await captured(url, { timeout: 180, noSecondPath: true }, room);
    const tiles = tilesOfCapture(done);
    const exhibit = { item: done.record.item, group: 'g', title: 't', source: 's', purpose: 'p', marks: [] };
    room.caseFile.logEvent('exhibits-set', { exhibits: [exhibit] });
    const { pdf } = await buildIn(room.caseFile);
    const layer = await layerWords(pdf, tiles);
    const stored = await rasterOf(tiles);
    const before = { ...totals, faults: faults.length };
    await judge(name, url, stored, layer, runsOf(done));
    return `${name}: ${totals.covered - before.covered} covered, ${faults.length - before.faults} not, ${totals.pictureDiffers - before.pictureDiffers} in a picture that differs, ${totals.notShown - before.notShown} without ink`;
  } finally {
    room.caseFile.close();
    await room.services.sandboxes.close();
  }
}

/** A page in a browser of its own (very high ones may end it): whole twice, and with and without some of its words. */
async function pictured(name: string, url: string) {
  const browser = await InkBrowser.open();
  try {
    const page = await browser.visit(url);
    const words = byLot(await page.words(), name).slice(0, ofPage * 4);
    const apart = words.filter((word, at) => words.slice(0, at).every((other) => !touch(around(word), around(other))));
    const whole = await page.picture();
    const hidden: { word: PageWord; letters: HiddenLetters }[] = [];
    for (const round of roundsOf(apart)) {
      const letters = await page.lettersOf(round);
      hidden.push(...round.map((word) => ({ word, letters })));
    }
    const again = await page.picture(); // a page that moves by itself would be taken for ink
    return { whole, again, hidden };
  } finally {
    await browser.close();
  }
}

type HiddenLetters = Readonly<{ with: InkPicture; without: InkPicture }>;

/** Words that are hidden together; what would be in more than {@link mostRounds} is left out. */
function roundsOf(words: readonly PageWord[]): readonly (readonly PageWord[])[] {
  const rounds: PageWord[][] = [];
  for (const word of words) {
    const { alone } = word;
    const at = alone === null ? 0 : rounds.findIndex((round) => round.every((other) => other.alone !== alone));
    const round = rounds[at] ?? (rounds.length < mostRounds ? (rounds[rounds.length] = []) : undefined);
    round?.push(word);
  }
  return rounds;
}

async function judge(
  name: string,
  url: string,
  stored: InkPicture,
  layer: readonly LayerWord[],
  lines: CapturedLines,
): Promise<void> {
  const { whole, again, hidden } = await pictured(name, url);
  let left = ofPage;
  for (const { word, letters } of hidden) {
    if (left === 0) break;
    const near = around(word);
    const ink = changedInk(letters.with, letters.without, near, faint);
    const moves = (changedInk(whole, again, near)?.length ?? 1) > 0 || movedAround(word, letters);
    if (!moves && ink?.length === 0) {
      totals.notShown += 1;
      continue;
    }
    const down = moves || ink === null ? null : rowsFurther(whole, near, stored);
    if (ink === null || down === null) totals.pictureDiffers += 1;
    else {
      const found = boundsOf(ink.map(([x, y]) => [x, y + down] as const));
      const unmeasured = lines.unmeasured(found);
      if (unmeasured && lines.said) {
        totals.saidUnmeasured += 1;
        continue;
      }
      left -= 1;
      if (down !== 0) totals.further += 1;
      const { box, fault: seen } = coverOf(word.word, found, layer);
      const fault = unmeasured && seen !== null ? 'not measured, and that is not said' : seen;
      if (fault === null) totals.covered += 1;
      else faults.push({ page: name, word: word.word, fault, ink: found, box });
    }
  }
}

/** Lines of a capture whose letters were not measured one by one, and whether it says that there are some. */
type CapturedLines = Readonly<{ said: boolean; unmeasured(ink: InkBox): boolean }>;

function runsOf({ record, bytes }: Captured): CapturedLines {
  const { runs } = parseTextPositions(JSON.parse(Buffer.from(bytes('text-positions.json')).toString()));
  const whole = runs
    .filter(({ letters }) => !letters)
    .map(({ x, y, width, height }) => ({ left: x, top: y, right: x + width, bottom: y + height }));
  return {
    said: record.warnings.some(({ code }) => code === 'letters-not-measured'),
    unmeasured: ({ left, top, right, bottom }) => {
      const [x, y] = [(left + right) / 2, (top + bottom) / 2];
      return whole.some((one) => x >= one.left && x <= one.right && y >= one.top && y <= one.bottom);
    },
  };
}

/** Whole pixels around a word: letters lean out of their boxes. */
function around({ box }: PageWord): InkBox {
  const tall = box.bottom - box.top;
  return {
    left: Math.max(0, Math.floor(box.left - tall / 3)),
    top: Math.max(0, Math.floor(box.top - tall / 2)),
    right: Math.ceil(box.right + tall / 3),
    bottom: Math.ceil(box.bottom + tall / 2),
  };
}

/** Whether more than the word changed when its letters were taken away: something moved between the two pictures. */
function movedAround(word: PageWord, letters: HiddenLetters): boolean {
  const near = around(word);
  const wider = { left: near.left - 4, top: near.top - 4, right: near.right + 4, bottom: near.bottom + 4 };
  const changed = changedInk(letters.with, letters.without, wider);
  return changed?.some(([x, y]) => x < near.left || x >= near.right || y < near.top || y >= near.bottom) ?? true;
}

function touch(one: InkBox, other: InkBox): boolean {
  return one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;
}

function boundsOf(ink: readonly (readonly [number, number])[]): InkBox {
  const [xs, ys] = [ink.map(([x]) => x), ink.map(([, y]) => y)];
  return { left: Math.min(...xs), top: Math.min(...ys), right: Math.max(...xs) + 1, bottom: Math.max(...ys) + 1 };
}

/** The box of the word: of the words of the layer that lie over its ink, those that say it, or a part of it. */
function coverOf(word: string, ink: InkBox, layer: readonly LayerWord[]): { box: InkBox | null; fault: Fault | null } {
  const same = (text: string) => text.normalize('NFKC').toLowerCase();
  const saying = layer.filter(
    (one) => touch(one.box, ink) && (same(one.word).includes(same(word)) || same(word).includes(same(one.word))),
  );
  if (saying.length === 0) return { box: null, fault: 'no word of the layer there' };
  const edge = (name: keyof InkBox, of: (...values: number[]) => number) => of(...saying.map(({ box }) => box[name]));
  const box = {
    left: edge('left', Math.min),
    top: edge('top', Math.min),
    right: edge('right', Math.max),
    bottom: edge('bottom', Math.max),
  };
  const beside = ink.left < box.left - tolerance || ink.right > box.right + tolerance;
  const over = ink.top < box.top - tolerance || ink.bottom > box.bottom + tolerance;
  return { box, fault: beside ? 'left or right' : over ? 'above or below' : null };
}

/** The same order for the same page, whatever pages are tried. */
function byLot(words: readonly PageWord[], name: string): readonly PageWord[] {
  let state = Array.from(name).reduce((sum, letter) => (Math.imul(sum, 31) + (letter.codePointAt(0) ?? 0)) >>> 0, 7);
  const random = () => (state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0);
  return words
    .map((word) => ({ word, lot: random() }))
    .toSorted((a, b) => a.lot - b.lot)
    .map(({ word }) => word);
}
