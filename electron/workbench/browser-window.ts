import { blackHole, startBrowser, type CaptureBrowser } from '../capture/browser/browser.ts';

/** A Chromium for the window itself: never the one that captures. Its way to any network is a black hole. */
export function openWindowBrowser(visible: boolean, app: string): Promise<CaptureBrowser> {
  const signal = new AbortController().signal;
  const size = { width: 1280, height: 860 };
  return startBrowser(
    { gatewayPort: blackHole, ...size, signal, visible, app },
    { packaged: null, sandboxWorks: null },
  );
}
