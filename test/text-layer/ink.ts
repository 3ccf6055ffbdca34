import puppeteer, { TimeoutError, type Browser, type Page } from 'puppeteer';
import sharp from 'sharp';
import { ensureFonts } from '../../electron/capture/browser/fonts.ts';
import { findChromium } from '../../electron/setup/find-chromium.mjs';

export type InkBox = Readonly<{ left: number; top: number; right: number; bottom: number }>;
/** A picture of three channels a pixel, row by row. */
export type InkPicture = Readonly<{ data: Uint8Array; width: number; height: number }>;
/**
 * A word of a page, the box of its letters by the browser, and how many words the page has before it. CSS pixels. `alone`:
 * the text that it is of, where it goes from right to left: of such a text the browser moves the rest once several words of
 * it are clear, so that one at a time is hidden.
 */
export type PageWord = Readonly<{ word: string; box: InkBox; at: number; alone: number | null }>;

/** Lines of text and pictures of a page that are shown, and how high it is. CSS pixels. */
export type PageBoxes = Readonly<{ height: number; lines: readonly InkBox[]; pictures: readonly InkBox[] }>;

/**
 * A browser of the test's own: it opens a page as a visitor does, and draws it once whole and once without the letters of
 * some words. What differs is the ink of these words.
 */
export class InkBrowser {
  readonly #browser: Browser;

  private constructor(browser: Browser) {
    this.#browser = browser;
  }

  static async open(): Promise<InkBrowser> {
    const fonts = ensureFonts(null);
    const browser = await puppeteer.launch({
      executablePath: findChromium()?.path ?? '',
      headless: true,
      pipe: true,
      // Nothing outside is reached.
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--force-color-profile=srgb',
        '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
      ],
      env: { ...process.env, ...(fonts !== null && { FONTCONFIG_FILE: fonts }) },
    });
    return new InkBrowser(browser);
  }

  async visit(url: string): Promise<InkPage> {
    const page = await this.#browser.newPage();
    await page.setViewport({ width: 1280, height: 900 });
    // A page that says something in a dialog waits for its end, and answers nothing meanwhile.
    page.on('dialog', (dialog) => void dialog.dismiss().catch(() => undefined)); // the page is gone
    // A page that waits for ever for one of its parts is looked at as it then is, as a capture does.
    await page.goto(url, { waitUntil: 'load', timeout: 30_000 }).catch((error: unknown) => {
      if (!(error instanceof TimeoutError)) throw error;
    });
    await page.evaluate(markable);
    return new InkPage(page);
  }

  close(): Promise<void> {
    return this.#browser.close();
  }
}

class InkPage {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  words(): Promise<readonly PageWord[]> {
    return this.#page.evaluate(wordsOfPage);
  }

  boxes(): Promise<PageBoxes> {
    return this.#page.evaluate(boxesOfPage);
  }

  async picture(): Promise<InkPicture> {
    // Asked for a picture as large as its window the browser shifts a page that begins at the right.
    const fits = await this.#page.evaluate(() => document.documentElement.scrollHeight <= innerHeight);
    const png = await this.#page.screenshot({ fullPage: !fits, captureBeyondViewport: !fits, type: 'png' });
    const { data, info } = await sharp(png, { limitInputPixels: false })
      .removeAlpha()
      .raw()
      .toBuffer({ resolveWithObject: true });
    return { data, width: info.width, height: info.height };
  }

  /**
   * As {@link InkPage.picture}, with and without the letters of these words. No line under or over words is drawn in
   * either: it leaves room for letters that reach into it, and would count as their ink where it closes without them.
   */
  async lettersOf(words: readonly PageWord[]): Promise<Readonly<{ with: InkPicture; without: InkPicture }>> {
    await this.#page.evaluate(drawLines, false);
    const whole = await this.picture();
    await this.#page.evaluate(
      hideWords,
      words.map(({ at }) => at),
    );
    const without = await this.picture();
    await this.#page.evaluate(hideWords, []);
    await this.#page.evaluate(drawLines, true);
    return { with: whole, without };
  }
}

type Marked = { inkRanges?: Range[]; noLines?: CSSStyleSheet };

function markable(): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(
    '::highlight(ink){color:transparent!important;-webkit-text-fill-color:transparent;-webkit-text-stroke-color:transparent;text-shadow:none}',
  );
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
}

function drawLines(drawn: boolean): void {
  const marked = globalThis as Marked;
  marked.noLines ??= new CSSStyleSheet();
  marked.noLines.replaceSync(drawn ? '' : '*,*::before,*::after{text-decoration-line:none!important}');
  if (!document.adoptedStyleSheets.includes(marked.noLines))
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, marked.noLines];
}

function hideWords(numbers: readonly number[]): void {
  const all = (globalThis as Marked).inkRanges ?? [];
  CSS.highlights.set('ink', new Highlight(...numbers.flatMap((at) => all[at] ?? [])));
}

/** Letters are smaller than their line: a line is what stands between a fifth and four fifths of its box at least. */
function boxesOfPage(): PageBoxes {
  const lines: InkBox[] = [];
  const pictures: InkBox[] = [];
  const shown = (one: Element) => one.checkVisibility({ opacityProperty: true, visibilityProperty: true });
  const boxOf = ({ left, top, right, bottom }: DOMRect): InkBox => ({
    left: left + scrollX,
    top: top + scrollY,
    right: right + scrollX,
    bottom: bottom + scrollY,
  });
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const parent = node.parentElement;
    if (!parent || !shown(parent) || (node.nodeValue ?? '').trim() === '') continue;
    if (/^(script|style|noscript|textarea|option|title)$/i.test(parent.tagName)) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    for (const rect of range.getClientRects()) {
      const box = boxOf(rect);
      const tall = box.bottom - box.top;
      if (tall < 6 || box.right - box.left < 2 || box.left < 0 || box.top < 0 || box.left >= 1280) continue;
      lines.push({ ...box, top: box.top + tall * 0.2, bottom: box.bottom - tall * 0.2 });
    }
  }
  for (const one of document.querySelectorAll('img, svg, video, canvas')) {
    const box = boxOf(one.getBoundingClientRect());
    if (shown(one) && box.bottom - box.top >= 16 && box.right - box.left >= 16 && box.top >= 0) pictures.push(box);
  }
  return { height: document.documentElement.scrollHeight, lines, pictures };
}

/** Words on one line of text that the page shows; Chinese and Japanese as the segmenter parts them. */
function wordsOfPage(): PageWord[] {
  const ranges: Range[] = [];
  const found: PageWord[] = [];
  const segments = new Intl.Segmenter('zh', { granularity: 'word' });
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  let texts = 0;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    texts += 1;
    const parent = node.parentElement;
    const text = node.nodeValue ?? '';
    if (!parent?.checkVisibility({ opacityProperty: true, visibilityProperty: true }) || text.trim() === '') continue;
    if (/^(script|style|noscript|textarea|option|title)$/i.test(parent.tagName)) continue;
    for (const { segment, index, isWordLike } of segments.segment(text)) {
      if (!isWordLike || segment.length < 2) continue;
      const range = document.createRange();
      range.setStart(node, index);
      range.setEnd(node, index + segment.length);
      const rects = range.getClientRects();
      const box = rects[0];
      if (rects.length !== 1 || !box || box.height < 8 || box.width < 4) continue;
      const [left, top] = [box.left + scrollX, box.top + scrollY];
      if (left < 0 || top < 0) continue;
      found.push({
        word: segment,
        at: ranges.length,
        alone: getComputedStyle(parent).direction === 'rtl' ? texts : null,
        box: { left, top, right: left + box.width, bottom: top + box.height },
      });
      ranges.push(range);
    }
  }
  (globalThis as Marked).inkRanges = ranges;
  return found;
}

/**
 * Pixels of a box in which two pictures differ by more than so much of 255 in a channel; null where one of them does not
 * reach so far.
 */
export function changedInk(
  one: InkPicture,
  other: InkPicture,
  box: InkBox,
  more = 0,
): readonly (readonly [x: number, y: number])[] | null {
  const { left, top, right, bottom } = box;
  if (right > Math.min(one.width, other.width) || bottom > Math.min(one.height, other.height)) return null;
  const found: [number, number][] = [];
  for (let y = top; y < bottom; y++)
    for (let x = left; x < right; x++)
      for (let channel = 0; channel < 3; channel++)
        if (
          Math.abs(
            (one.data[(y * one.width + x) * 3 + channel] ?? 0) - (other.data[(y * other.width + x) * 3 + channel] ?? 0),
          ) > more
        ) {
          found.push([x, y]);
          break;
        }
  return found;
}

/**
 * Where a picture shows what another shows in a box: there, or so many rows further down or up, where that is one place only.
 *
 * @returns how many rows further down; null where it is nowhere, or at several places
 */
export function rowsFurther(one: InkPicture, box: InkBox, other: InkPicture): number | null {
  const { left, right } = box;
  if (one.width !== other.width || right > one.width || box.bottom > one.height) return null;
  const tall = box.bottom - box.top;
  const rowOf = ({ data, width }: InkPicture, y: number) =>
    Buffer.from(data.buffer, data.byteOffset + (y * width + left) * 3, (right - left) * 3);
  const rows = Array.from({ length: tall }, (_, y) => rowOf(one, box.top + y));
  const isAt = (top: number) => rows.every((row, y) => row.equals(rowOf(other, top + y)));
  if (box.bottom <= other.height && isAt(box.top)) return 0;
  let found: number | null = null;
  for (let top = 0; top + tall <= other.height; top++) {
    if (!isAt(top)) continue;
    if (found !== null) return null;
    found = top;
  }
  return found === null ? null : found - box.top;
}
