import { resolve } from 'node:path';
import type { Page } from 'puppeteer';
import { FascicleError } from '../../../shared/errors/fascicle-error.ts';
import type { HandOver } from '../../capture/by-hand/capture-by-hand.ts';
import type { Services } from '../services.ts';
import type { Handler } from '../workbench.ts';

/** Pages that are in a person's hands now, by case: each waits for the word to be captured. */
export class Hands {
  /** Whether browsers are shown: without a display only what drives them by program can work in them. */
  readonly visible: boolean;
  /** Works in the page in a person's stead and then gives the word: the demo's hand, which no display shows. */
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
export function inHands(hands: Hands, folder: string, ended: AbortSignal, told: () => void): HandOver {
  return {
    visible: hands.visible,
    until: (page) => {
      // A page whose window is closed waits no more, or the next word would be lost on it.
      const gone = new AbortController();
      page.once('close', () => gone.abort(new Error('the window was closed')));
      told();
      if (hands.driver) return hands.driver(page);
      return hands.until(folder, AbortSignal.any([ended, gone.signal]));
    },
  };
}

export const inYourHands = {
  'zh-CN': '浏览器窗口已交给您：登录、滚动、打开菜单后，按 Enter（窗口中按按钮）采集屏幕所示与整个页面（{url}）',
  en: 'the browser window is yours: log in, scroll, open a menu; then Enter (in the window: the button) captures what is on the screen and the page ({url})',
} as const;

/** The person says that what is on the screen is to be captured. */
export const takeHandler: Handler<'capture.take'> = ({ case: folder }, { services }) =>
  Promise.resolve({ taken: services.hands.take(resolve(folder)) });

/**
 * A visible browser needs a screen to show it on.
 * @throws {FascicleError} `no-display`
 */
export function requireDisplay({ hands, environment }: Pick<Services, 'hands' | 'environment'>): void {
  if (process.platform !== 'linux' || !hands.visible) return;
  if (!environment['DISPLAY'] && !environment['WAYLAND_DISPLAY']) throw new FascicleError('no-display');
}
