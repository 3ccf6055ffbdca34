import type { Page } from 'puppeteer';
import type { ManualTurn } from '../../capture/manual/manual-capture.ts';

/** Pages that are in a person's hands now, by case: each waits for the word to be captured. */
export class ManualControl {
  /** Whether browsers are shown: without a display only what drives them by program can work in them. */
  readonly visible: boolean;
  /** Works in the page in a person's stead and then gives the word: the demo's operator, whom no display shows. */
  readonly driver: ((page: Page) => Promise<void>) | null;
  readonly #waiting = new Map<string, (() => void)[]>();

  constructor(visible = true, driver: ((page: Page) => Promise<void>) | null = null) {
    this.visible = visible;
    this.driver = driver;
  }

  /** Settles at the word. @throws the signal's reason when the work is stopped */
  until(folder: string, signal: AbortSignal): Promise<void> {
    return new Promise((done, fail) => {
      const own = () => done();
      this.#waiting.set(folder, [...(this.#waiting.get(folder) ?? []), own]);
      const stop = () => {
        this.#forget(folder, own);
        fail(signal.reason as Error); // whoever aborts gives an error, or gets the DOMException of the platform
      };
      if (signal.aborted) stop();
      else signal.addEventListener('abort', stop, { once: true });
    });
  }

  /** The word for the page that has waited longest. @returns whether one was waiting */
  take(folder: string): boolean {
    const [first] = this.#waiting.get(folder) ?? [];
    if (!first) return false;
    this.#forget(folder, first);
    first();
    return true;
  }

  #forget(folder: string, one: () => void): void {
    this.#waiting.set(
      folder,
      (this.#waiting.get(folder) ?? []).filter((other) => other !== one),
    );
  }
}

/**
 * How a page is handed over and taken back: at the word that `capture.take` gives.
 * @param told called when the page is in the person's hands
 */
export function manualTurnOf(
  manualControl: ManualControl,
  folder: string,
  ended: AbortSignal,
  told: () => void,
): ManualTurn {
  return {
    visible: manualControl.visible,
    until: (page) => {
      // A page whose window is closed waits no more, or the next word would be lost on it.
      const gone = new AbortController();
      page.once('close', () => gone.abort(new Error('the window was closed')));
      told();
      if (manualControl.driver) return manualControl.driver(page);
      return manualControl.until(folder, AbortSignal.any([ended, gone.signal]));
    },
  };
}

export const manualPrompt = {
  'zh-CN': '浏览器窗口已交由您操作：登录、滚动、打开菜单后，按 Enter（窗口中按按钮）对屏幕所示和整个页面取证（{url}）',
  en: 'the browser window is now under your control: log in, scroll, open a menu; then press Enter (in the window: the button) to capture the screen and the whole page ({url})',
} as const;
