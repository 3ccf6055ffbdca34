import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Rolling } from '../../../shared/case/capture/rolling.ts';
import type { Artifact } from '../../../shared/case/record.ts';
import type { TextRun } from '../../../shared/page/text-positions.ts';
import { storedRollingWords, type StoredPiece } from '../../../shared/page/rolling-words.ts';
import { writeZipFile, type ZipMember } from '../../archive/zip-file.ts';
import type { StepEnd } from '../ledger.ts';
import { countSaid } from '../picture/seen-in-picture.ts';
import { textNotInPicture } from '../picture/text-in-picture.ts';
import { overlap } from '../picture/tiles.ts';
import type { CaptureRun } from '../steps/step.ts';
import { Pieces, type RollingPiece } from './pieces.ts';
import { roll, type Rolled, type TakenView } from './roll.ts';
import { RolledPage } from './rolled-page.ts';
import { tileWriter } from './tile-writer.ts';
import { wordsOfPiece } from './words-of-pieces.ts';

/** What is left of the time of an address for what comes after, in ms. */
const toSpare = 12_000;

/**
 * Scrolls through the page and joins what its window showed, for a page that keeps only what is in sight. A separate view:
 * the page is changed for it, and its scripts run meanwhile.
 *
 * @returns null where nothing scrolls
 */
export async function takeRolling(run: CaptureRun, short: (end: StepEnd) => void): Promise<Rolling | null> {
  const { timeBudget, options, objects, scratch, artifacts, store } = run;
  const page = await RolledPage.open(run);
  if (!page) {
    short({ outcome: 'skipped', reason: { code: 'nothing-scrolls' } });
    return null;
  }
  const { scale } = options.view;
  const tiles = tileWriter(objects);
  const pieces = new Pieces(tiles);
  const members: ZipMember[] = [];
  const keep = (png: Uint8Array) => {
    const name = `view-${String(members.length + 1).padStart(4, '0')}.png`;
    writeFileSync(join(scratch, name), png, { mode: 0o600, flag: 'wx' });
    members.push({ name, content: join(scratch, name) });
  };
  let rolled: Rolled;
  try {
    rolled = await roll(page, pieces, scale, () => timeBudget.left() < toSpare, keep);
  } finally {
    await page.close().catch(() => undefined); // whether it is still the same document is asked next
  }
  const done = await pieces.end();
  const words = await measuredWords(run, done, rolled, tiles.tiles);
  const zip = join(scratch, 'rolling-views.zip');
  await writeZipFile(zip, members);
  artifacts.push(...tiles.tiles);
  store.keepJson('rolling-positions', 'rolling-positions.json', storedRollingWords(words));
  store.keepJson('rolling', 'rolling.json', logOf(rolled, done, page));
  store.keepFile('rolling-views', 'rolling-views.zip', 'application/zip', zip);
  const record = recordOf(rolled, done, page);
  say(run, record, short);
  if (rolled.turns.some(({ taken }) => taken.zoomed)) run.ledger.warn('rolling-zoomed');
  const { unloaded } = run.found;
  const said = words.flatMap(({ runs }) => runs.map(({ text }) => text)).join('\n');
  if (unloaded.length > 0)
    run.ledger.warn('rolling-holds-seen', { count: countSaid(unloaded, said), of: unloaded.length });
  return record;
}

/** Which words each piece shows, by its pixels: of others it is not said that they are there. */
async function measuredWords(
  { options, objects }: CaptureRun,
  pieces: readonly RollingPiece[],
  { turns }: Rolled,
  tiles: readonly Artifact[],
): Promise<readonly StoredPiece[]> {
  const { scale } = options.view;
  const views = turns.map(({ taken }) => taken);
  const begins = tiles.flatMap(({ y }, at) => (y === 0 ? [at] : []));
  const read = ({ sha256 }: Artifact) => objects.readObject(sha256);
  const words: StoredPiece[] = [];
  for (const [at, piece] of pieces.entries()) {
    const { runs, covered, colours, elsewhere, cut } = wordsOfPiece(piece, views, scale);
    const own = tiles.slice(begins[at], begins[at + 1]);
    const { missing, outside, doubtful } = await textNotInPicture(runs, own, read, scale, colours);
    const isCut = ({ y, height }: TextRun) => y < 0 || (y + height) * scale > piece.height + 1;
    const isDoubtful = (one: TextRun) => doubtful.has(one) || covered.has(one) || outside.has(one) || isCut(one);
    words.push({
      runs: runs.filter((one) => !missing.has(one) && !isDoubtful(one)),
      doubtful: [...runs.filter((one) => !missing.has(one) && isDoubtful(one)).map(({ text }) => text), ...elsewhere],
      unseen: runs.filter((one) => missing.has(one)).map(({ text }) => text),
      cut,
    });
  }
  return words;
}

/** How far content moved otherwise than by the scrolling, and other figures of the whole way. */
function recordOf({ turns, end }: Rolled, pieces: readonly RollingPiece[], { scroller, staying }: RolledPage): Rolling {
  const joins = turns.flatMap(({ join: one, moved, taken }) =>
    one ? [{ ...one, own: movedOtherwise(moved - one.shift, taken) }] : [],
  );
  const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0);
  const differing = joins.filter((one) => one.differing > 0);
  return {
    scroller: scroller.selector,
    views: turns.length,
    pieces: pieces.map(({ width, height, strips }) => ({
      width,
      height,
      from: (strips[0]?.view ?? 0) + 1,
      to: (strips.at(-1)?.view ?? 0) + 1,
    })),
    overlap,
    hidden: staying.filter(({ how }) => how === 'hidden').length,
    movedAlong: staying.filter(({ how }) => how === 'moves-along').length,
    wentDown: sum(joins.map(({ own }) => Math.max(0, own))),
    wentUp: sum(joins.map(({ own }) => Math.max(0, -own))),
    differing: { rows: sum(differing.map((one) => one.differing)), joins: differing.length },
    unsteady: turns.filter(({ taken }) => !taken.still).length,
    end,
  };
}

/** Of a page that is shown zoomed a scrolled pixel is a part of one, and a difference of one is a rounding. */
const movedOtherwise = (pixels: number, { zoomed }: TakenView): number =>
  zoomed && Math.abs(pixels) <= 1 ? 0 : pixels;

/** The artifact: every view, how it joins the one before, and which rows of it are where in the pictures. */
function logOf({ turns, end }: Rolled, pieces: readonly RollingPiece[], { scroller, staying, scripts }: RolledPage) {
  return {
    v: 1 as const,
    scroller: { ...scroller },
    views: turns.map(({ taken, join: one, moved }) => ({
      at: taken.at,
      sha256: taken.sha256,
      width: taken.width,
      height: taken.height,
      moved,
      still: taken.still,
      join: one && { ...one },
    })),
    pieces: pieces.map(({ width, height, strips }) => ({
      width,
      height,
      strips: strips.map((strip) => ({ ...strip })),
    })),
    staying: staying.map((part) => ({ ...part })),
    scripts,
    end,
  };
}

/** What a reader must know of it. */
function say({ ledger }: CaptureRun, rolling: Rolling, short: (end: StepEnd) => void): void {
  const { pieces, end, wentDown, wentUp, differing, hidden, movedAlong, unsteady } = rolling;
  const [first] = pieces;
  const height = pieces.reduce((all, piece) => all + piece.height, 0);
  if (pieces.length > 1)
    short({
      outcome: 'partial',
      reason: {
        code: 'rolling-apart',
        params: { pieces: pieces.length, breaks: pieces.length - 1, row: first?.height ?? 0, view: first?.to ?? 0 },
      },
    });
  else if (end !== 'bottom')
    short({ outcome: 'partial', reason: { code: `rolling-ended-by-${end}`, params: { height } } });
  if (pieces.length > 1 && end !== 'bottom') ledger.warn(`rolling-ended-by-${end}`, { height });
  if (hidden + movedAlong > 0) ledger.warn('rolling-released', { hidden, moved: movedAlong });
  if (wentDown + wentUp > 0) ledger.warn('rolling-content-moved', { down: wentDown, up: wentUp });
  if (differing.rows > 0) ledger.warn('rolling-rows-differ', { ...differing });
  if (unsteady > 0) ledger.warn('rolling-unsteady', { count: unsteady });
}
