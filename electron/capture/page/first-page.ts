import type { Browser, Page, Viewport } from 'puppeteer';
import type { CaptureRecord } from '../../../shared/case/record.ts';
import { windowSize, type Sizes } from '../in-page/window-size.ts';

/** CSS px of a page as its window shows it. */
export type Size = Readonly<{ width: number; height: number }>;

/** The page of a browser, and where a person sees it, how much of it her window shows and how large her screen is. */
export type FirstPage = Readonly<{ page: Page; seen: Readonly<{ window: Size; screen: Size }> | null }>;

/**
 * The one page that a browser begins with. In a visible browser it is opened in a window that is as much larger than the
 * view as its bars need, as far as the screen reaches: of a page that is larger than its window the end is never seen.
 */
export async function firstPage(browser: Browser, view: Size, visible: boolean): Promise<FirstPage> {
  if (!visible) {
    const [page = await browser.newPage()] = await browser.pages();
    return { page, seen: null };
  }
  const page = await browser.newPage({ type: 'window', windowBounds: { left: 0, top: 0, ...sizeOf(view) } });
  const first = await page.evaluate(windowSize);
  await browser.setWindowBounds(await page.windowId(), {
    width: Math.min(first.screen.width, view.width + first.outer.width - first.window.width),
    height: Math.min(first.screen.height, view.height + first.outer.height - first.window.height),
  });
  const { window, screen } = await grown(page, first);
  return { page, seen: { window, screen } };
}

/** A device's view, so large. */
export function viewportOf({ device, scale }: CaptureRecord['view'], { width, height }: Size): Viewport {
  const phone = device === 'phone';
  return { width, height, deviceScaleFactor: scale, isMobile: phone, hasTouch: phone };
}

const sizeOf = ({ width, height }: Size): Size => ({ width, height });

/** A window manager takes its time to change a window, or does not: then it is as large as it is. */
async function grown(page: Page, first: Sizes): Promise<Sizes> {
  for (let tries = 0; tries < 20; tries++) {
    const now = await page.evaluate(windowSize);
    if (now.outer.height !== first.outer.height || now.outer.width !== first.outer.width) return now;
    await new Promise((done) => setTimeout(done, 50));
  }
  return page.evaluate(windowSize);
}
