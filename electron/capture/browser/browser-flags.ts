import type { BrowserOptions } from './browser-options.ts';

/** Bytes from which on the browser drops the oldest events of its network log. */
export const netlogCap = 128 * 1024 * 1024;

/**
 * Features of the browser's own surface and services, none of them of the pages'. The hidden pages of the address bar
 * and the spare renderer took a third of the processor time of a start, and no capture needs them.
 */
const featuresOff = [
  'SpareRendererForSitePerProcess',
  'WebUIOmniboxPopup',
  'WebUIOmniboxAimPopup',
  'Translate',
  'AcceptCHFrame',
  'MediaRouter',
  'OptimizationHints',
  'AutofillServerCommunication',
  'HttpsUpgrades',
  'HttpsFirstBalancedModeAutoEnable',
  'InterestFeedContentSuggestions',
  'CertificateTransparencyComponentUpdater',
] as const;

/**
 * The flags of a capture browser. GPU off: with it on, everything below 8,192 device px of a tall page was silently
 * wrong. No large picture is left out of a frame because it is still being decoded (checker imaging). No certificate errors
 * are ignored, and nothing of a page is switched off.
 *
 * @param profile an empty folder
 * @param netlog file that the network log goes to, or null
 */
export function flagsOf(
  { gatewayPort, width, height, visible = false, app, language, userAgent }: BrowserOptions,
  profile: string,
  netlog: string | null,
  sandboxed: boolean,
): readonly string[] {
  return [
    ...startOf(visible, app),
    '--remote-debugging-pipe',
    `--user-data-dir=${profile}`,
    `--window-size=${width},${height}`,
    '--mute-audio',
    '--disable-gpu',
    '--disable-checker-imaging',
    '--force-color-profile=srgb',
    `--proxy-server=socks5://127.0.0.1:${gatewayPort}`,
    '--proxy-bypass-list=<-loopback>',
    '--disable-quic',
    '--disable-field-trial-config',
    '--force-webrtc-ip-handling-policy=disable_non_proxied_udp',
    '--disable-extensions',
    '--disable-component-extensions-with-background-pages',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-default-apps',
    '--disable-domain-reliability',
    '--disable-sync',
    '--disable-breakpad',
    '--disable-crash-reporter',
    '--disable-client-side-phishing-detection',
    '--disable-backgrounding-occluded-windows',
    '--disable-background-timer-throttling',
    '--disable-renderer-backgrounding',
    '--disable-ipc-flooding-protection',
    '--disable-dev-shm-usage',
    `--disable-features=${featuresOff.join(',')}`,
    '--metrics-recording-only',
    '--no-default-browser-check',
    '--no-first-run',
    '--no-pings',
    '--password-store=basic',
    '--use-mock-keychain',
    ...(language === undefined ? [] : [`--accept-lang=${language}`]),
    ...(userAgent === undefined ? [] : [`--user-agent=${userAgent}`]),
    ...(sandboxed ? [] : ['--no-sandbox']),
    ...(netlog !== null
      ? [
          `--log-net-log=${netlog}`,
          '--net-log-capture-mode=Everything',
          `--net-log-max-size-mb=${netlogCap / 1_048_576}`,
        ]
      : []),
    ...(visible ? [] : ['about:blank']),
  ];
}

/** A window that the browser opens by itself begins with a bar that warns of its flags; one that it is asked for does not. */
function startOf(visible: boolean, app: string | undefined): readonly string[] {
  if (!visible) return ['--headless=new', '--hide-scrollbars'];
  return [app === undefined ? '--no-startup-window' : `--app=${app}`];
}
