import type { CDPSession, Page } from 'puppeteer';
import type { Artifact, Reason } from '../../../shared/case/record.ts';
import { canonicalBytes } from '../../../shared/canonical-json.ts';
import { drawnScale, type DrawnHtml, type HtmlToDraw } from '../../../shared/page/picture/drawn-html.ts';
import type { ObjectWriter, StoredObjects } from '../../casefile/case-handles.ts';
import type { CaptureBrowser } from '../browser/browser.ts';
import { IsolatedWorld } from '../browser/isolated-world.ts';
import { LargeReads } from '../browser/large-reads.ts';
import { awaitPicturesAndFonts } from '../in-page/settle.ts';
import { drawnState } from '../in-page/drawn-state.ts';
import { layerOf, readTextPositions } from '../page/text-positions.ts';
import { viewportOf } from '../page/first-page.ts';
import { ofRuns, textNotInPicture, type Looked } from '../picture/text-in-picture.ts';
import { mostHeight, takeTiles, type Picture, type PictureKind } from '../picture/tiles.ts';
import { TimeBudget } from '../time-budget.ts';
import { unlessAborted } from '../unless-aborted.ts';
import { AnsweredFromFile } from './answered-from-file.ts';

/** The window that documents are drawn for, in CSS pixels: as wide as mails are laid out for. */
export const drawnView = { width: 800, height: 1_000 } as const;

/** For a document, all in all; a browser that hangs is ended after it. */
const longestSeconds = 40;
const longestLoad = 10_000;
const longestPictures = 5_000;
const mostElements = 20_000;
const mostFailed = 1_000;

const drawnTiles: PictureKind = { role: 'drawn-tile', name: 'drawn', mostHeight };

/** Where pictures and words go, and where they are read back. */
export type DrawnStore = Readonly<{ objects: ObjectWriter; read: StoredObjects['readObject'] }>;

/**
 * Draws a document that came in a file: no script of it runs, nothing is asked of any network, and what did not come with
 * it is not there. Its picture is taken as a captured page's is, and its words lie where they are seen.
 *
 * @throws what the browser throws where there is no picture; the signal's reason when cancelled
 */
export async function drawDocument(
  { browser, pipe }: CaptureBrowser,
  document: HtmlToDraw,
  store: DrawnStore,
  signal: AbortSignal,
): Promise<DrawnHtml> {
  const timeBudget = new TimeBudget(longestSeconds);
  const by = await unlessAborted(timeBudget.within(5_000, browser.version(), 'version'), signal);
  const context = await unlessAborted(timeBudget.within(5_000, browser.createBrowserContext(), 'load'), signal);
  try {
    const page = await timeBudget.within(10_000, context.newPage(), 'load');
    const session = await page.createCDPSession();
    const answered = new AnsweredFromFile(session, document);
    const end = await unlessAborted(loaded(page, session, answered, timeBudget), signal);
    const picture = await unlessAborted(
      photographed(session, end, new LargeReads(pipe, page, session), store, timeBudget),
      signal,
    );
    const words = await unlessAborted(wordsIn(page, session, picture, store, timeBudget), signal);
    await timeBudget.within(5_000, answered.stands(), 'one-document');
    return {
      by,
      artifacts: [...picture.tiles, words.artifact],
      left: answered.left,
      leftCount: answered.leftCount,
      used: answered.used,
      notes: [...picture.shortfalls, ...words.notes],
    };
  } finally {
    await timeBudget.within(3_000, context.close(), 'stuck').catch(() => undefined); // the whole browser is ended then
  }
}

/** @returns where the document ends, in CSS pixels */
async function loaded(
  page: Page,
  session: CDPSession,
  answered: AnsweredFromFile,
  timeBudget: TimeBudget,
): Promise<number> {
  const view = { device: 'desktop', ...drawnView, scale: drawnScale } as const;
  const within = <T>(work: Promise<T>) => timeBudget.within(timeBudget.left(5_000), work, 'load');
  await within(page.setViewport(viewportOf(view, view)));
  await within(session.send('Page.enable'));
  await within(session.send('Emulation.setScriptExecutionDisabled', { value: true }));
  await within(answered.begin());
  const fired = new Promise<void>((done) => session.once('Page.loadEventFired', () => done()));
  await within(answered.navigate());
  // A frame that never comes holds the event up; what there is by then is drawn.
  await timeBudget.within(longestLoad, fired, 'load').catch(() => undefined);
  const world = await within(IsolatedWorld.of(session));
  await timeBudget.within(
    longestPictures + 2_000,
    world.call(awaitPicturesAndFonts, longestPictures),
    'pictures-and-fonts',
  );
  await within(session.send('Animation.enable'));
  await within(session.send('Animation.setPlaybackRate', { playbackRate: 0 }));
  const { end, failed } = await within(world.call(drawnState, { elements: mostElements, named: mostFailed }));
  answered.without(failed);
  return end;
}

/** @param end where the document itself ends: an empty rest of its window is not drawn */
async function photographed(
  session: CDPSession,
  end: number,
  large: LargeReads,
  store: DrawnStore,
  timeBudget: TimeBudget,
): Promise<Picture> {
  const metrics = await timeBudget.within(timeBudget.left(5_000), session.send('Page.getLayoutMetrics'), 'picture');
  const { width, height } = metrics.cssContentSize;
  const ended = height > drawnView.height ? height : Math.min(height, Math.max(end, 1));
  return takeTiles(
    (clip) => large.screenshot(clip),
    { width: Math.max(width, drawnView.width), height: ended },
    drawnScale,
    store.objects,
    (take) => timeBudget.within(timeBudget.left(15_000), take(), 'picture'),
    drawnTiles,
  );
}

/** Where the words stand in the picture; those that it does not show are kept apart, and counted. */
async function wordsIn(
  page: Page,
  session: CDPSession,
  picture: Picture,
  store: DrawnStore,
  timeBudget: TimeBudget,
): Promise<Readonly<{ artifact: Artifact; notes: readonly Reason[] }>> {
  const cut = picture.shortfalls.some(({ code }) => code.startsWith('picture-cut'));
  const ground = { width: picture.width / drawnScale, cut };
  const words = await readTextPositions(page, session, ground, timeBudget);
  const readTile = ({ sha256 }: Artifact) => store.read(sha256);
  const looked: Looked = await textNotInPicture(words.runs, picture.tiles, readTile, drawnScale, words.colours);
  const { missing, outside } = ofRuns(looked, words.runs, words.runs);
  const layer = layerOf(words, { missing, outside, moved: new Set(), pieces: new Map() });
  const hidden = missing.size + outside.size + words.hidden.length;
  return {
    artifact: {
      role: 'drawn-words',
      name: 'drawn-words.json',
      mediaType: 'application/json',
      ...store.objects.putBytes(canonicalBytes(layer)),
    },
    notes: [
      ...(words.end ? [words.end.reason] : []),
      ...(hidden > 0 ? [{ code: 'drawn-words-unseen', params: { count: hidden } }] : []),
    ],
  };
}
