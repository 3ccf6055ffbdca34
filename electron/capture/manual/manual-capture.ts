import type { Page } from 'puppeteer';
import { canonicalBytes, type Json } from '../../../shared/canonical-json.ts';
import type { ManualCapture } from '../../../shared/case/capture/page-actions.ts';
import type { ObjectWriter } from '../../casefile/case-handles.ts';
import { scriptsOf, type PageContext } from '../actions/page-context.ts';
import { inPage } from '../page/settle.ts';
import { scrollToTop } from '../in-page/scrolling/scroll.ts';
import { watchHand } from '../in-page/watch-hand.ts';
import { StepFailure } from '../ledger.ts';
import { viewportOf, type Size } from '../page/first-page.ts';
import type { Popups } from '../page/page.ts';
import { ManualLog } from './manual-log.ts';
import { ScreenRecording } from './screen-recording.ts';

/** How a page is handed to a person, and taken back. */
export type ManualTurn = Readonly<{
  /** Whether the browser shows a window: without a display there is none. */
  visible: boolean;
  /** Settles when the person says that what is on the screen is to be captured. @throws when that is cancelled */
  until(page: Page): Promise<void>;
}>;

/** The step that photographs the screen. */
const ofScreen = 'picture-of-screen';

/**
 * Hands the loaded page to a person and waits for the word. What was done is logged (never what was typed), the window is
 * recorded in frames, and what is on the screen at the word is kept as it is, before anything else is done to the page.
 * The time that the person takes does not count as the capture's.
 */
export async function captureManually(
  { page, session, ledger, timeBudget, artifacts, objects, view, now }: PageContext,
  manualTurn: ManualTurn,
  { popups, seen }: Readonly<{ popups: Popups; seen: Readonly<{ window: Size }> | null }>,
  scratch: string,
): Promise<ManualCapture | null> {
  const log = new ManualLog(now);
  const recording = new ScreenRecording(scratch, now);
  const began = performance.now();
  // A page that is larger than its window has an end that the person never sees.
  const shown = {
    width: Math.min(view.width, seen?.window.width ?? view.width),
    height: Math.min(view.height, seen?.window.height ?? view.height),
  };
  const cut = shown.width < view.width || shown.height < view.height;
  if (cut) {
    ledger.warn('window-smaller-than-view', { ...shown, viewWidth: view.width, viewHeight: view.height });
    await page.setViewport(viewportOf(view, shown));
  }
  await ledger.run('by-hand', async (short) => {
    await log.listen(session);
    await recording.begin(session);
    const windows: Page[] = [];
    popups.live = true;
    page.on('popup', (popup) => {
      if (!popup || !popups.live) return;
      windows.push(popup);
      void log.listenToWindow(popup);
    });
    try {
      await unlessClosed(page, manualTurn.until(page));
    } finally {
      popups.live = false;
    }
    await recording.end(session);
    // A page that another window lies over paints nothing more.
    for (const window of windows) await timeBudget.within(3_000, window.close(), 'by-hand').catch(() => undefined);
    await timeBudget.within(3_000, page.bringToFront(), 'by-hand').catch(() => undefined);
    if (log.unheard > 0) ledger.warn('popup-not-watched');
    if (recording.capped !== null || log.lost > 0)
      short({ outcome: 'partial', reason: { code: 'recording-capped', params: { frames: recording.frames } } });
  });
  const took = performance.now() - began;
  timeBudget.extend(took);
  const keep = (
    artifact: Omit<(typeof artifacts)[number], 'sha256' | 'bytes'>,
    stored: ReturnType<ObjectWriter['putBytes']>,
  ) => artifacts.push({ ...artifact, ...stored });
  await ledger.run('picture-of-screen', async () => {
    const shot = timeBudget.within(
      timeBudget.left(10_000),
      page.screenshot({ type: 'png', captureBeyondViewport: false }),
      ofScreen,
    );
    const size = { width: shown.width * view.scale, height: shown.height * view.scale };
    keep(
      { role: 'screenshot-screen', name: 'screen.png', mediaType: 'image/png', x: 0, y: 0, ...size },
      objects.putBytes(await shot),
    );
  });
  if (cut) await timeBudget.within(3_000, page.setViewport(viewportOf(view, view)), ofScreen).catch(() => undefined);
  const zip = await recording.pack();
  if (zip !== null)
    keep({ role: 'recording', name: 'recording.zip', mediaType: 'application/zip' }, objects.putFile(zip));
  const stored = { v: 1, entries: log.entries, lost: log.lost, scripts: scriptsOf(watchHand) };
  const bytes = canonicalBytes(JSON.parse(JSON.stringify(stored)) as Json); // plain data
  keep({ role: 'hand-log', name: 'hand-log.json', mediaType: 'application/json' }, objects.putBytes(bytes));
  ledger.warn('captured-by-hand', { seconds: Math.round(took / 1000) });
  return {
    seconds: Math.round(took / 1000),
    navigations: log.count('navigation'),
    clicks: log.count('click'),
    keys: log.count('key'),
    scrolls: log.count('scroll'),
    typed: log.typed,
    frames: recording.frames,
    capped: recording.capped !== null,
  };
}

/** @throws {StepFailure} where the person closed the window instead */
async function unlessClosed(page: Page, word: Promise<void>): Promise<void> {
  const over = new AbortController();
  const closed = new Promise<never>((_done, fail) => {
    const gone = () => fail(new StepFailure({ code: 'window-closed' }));
    page.once('close', gone);
    over.signal.addEventListener('abort', () => page.off('close', gone));
  });
  await Promise.race([word, closed]).finally(() => over.abort());
}

/** A fixed header is painted where the page stands: at the top it stands where a reader sees it. Scripts are held still, so what a person opened stays open. */
export async function backToTop(pageContext: PageContext): Promise<void> {
  await pageContext.ledger.run('scroll-to-top', () =>
    inPage(pageContext, 'scroll-to-top', 3_000, (world) => world.call(scrollToTop)),
  );
}
