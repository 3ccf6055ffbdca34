import { blackHole, startBrowser, type CaptureBrowser } from '../capture/browser.ts';

/** A Chromium for the window itself: never the one that captures. Its way to any network is a black hole. */
export function openWindowBrowser(visible: boolean): Promise<CaptureBrowser> {
  const signal = new AbortController().signal;
  return startBrowser({ gatewayPort: blackHole, width: 1280, height: 860, signal, visible }, { works: null });
}
