import { because } from '../../../shared/cause.ts';
import { visibleText } from '../../../shared/visible-text.ts';
import { mkdirSync, readdirSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser } from 'puppeteer';
import { clearLeftTempDirs, tempDir } from '../../casefile/files/temp-dir.ts';
import { causeOf } from '../../../shared/cause.ts';
import { FascicleError } from '../../../shared/errors/fascicle-error.ts';
import { findChromium, type FoundChromium } from '../../setup/find-chromium.mjs';
import { flagsOf } from './browser-flags.ts';
import type { CdpPipe } from './cdp-pipe.ts';
import { spawnChromium, type ChromiumProcess } from './chromium-process.ts';
import { ensureFonts } from './fonts.ts';
import type { PackagedBrowser } from './packaged-browser.ts';
import { copyStorage } from '../session/browser-storage.ts';
import { asNobody, giveTo, nobody } from '../../casefile/processes/unprivileged.ts';
import { keepNoPasswords } from '../session/keep-no-passwords.ts';
import { remove } from '../../casefile/files/durable.ts';
import type { BrowserOptions } from './browser-options.ts';

/** A browser for one capture: fresh profile, no extensions, gone with everything of it when closed. */
export type CaptureBrowser = Readonly<{
  browser: Browser;
  /** What it is driven through. */
  pipe: CdpPipe;
  program: string;
  /** What the package says that its file hashes to; null where it is not the package's. */
  packagedSha256: string | null;
  commandLine: readonly string[];
  sandboxed: boolean;
  /** Its profile folder, and whether that was empty when the browser started. */
  profile: string;
  emptyProfile: boolean;
  fontConfig: string | null;
  /** Leader of the process group that is the browser. */
  pid: number | null;
  /** Ends it at once with everything that it started. */
  kill(): void;
  /** Where the network log lies once the browser has ended; null where none was asked for. */
  netlog: string | null;
  /** Ends the browser; what it wrote into its profile folder is still there. Asked for again, it is the same end. */
  quit(): Promise<void>;
  /** Removes the profile of a browser that has ended, while other things are done; what is left `close` removes. */
  clear(): Promise<void>;
  /** Ends the browser, where it has not ended yet, and removes everything of it. */
  close(): Promise<void>;
}>;

/** A port that nothing listens on: the way of a browser that must reach no network. */
export const blackHole = 1;

/** The browser of this computer: where the package brought one along, and whether its sandbox works, found out once. */
export type BrowserHere = { readonly packaged: PackagedBrowser | null; sandboxWorks: boolean | null };

/** The program that will be started, or null where this computer has none. */
export const chromiumHere = ({ packaged }: BrowserHere): FoundChromium | null =>
  findChromium(process.env, packaged?.program ?? null);

/**
 * Starts a browser for one capture. The real program is started, never a wrapper that adds flags.
 *
 * @throws {FascicleError} `browser-missing` | `browser-failed`
 */
export async function startBrowser(options: BrowserOptions, here: BrowserHere): Promise<CaptureBrowser> {
  const found = chromiumHere(here);
  if (!found) throw new FascicleError('browser-missing');
  if (here.sandboxWorks !== false) {
    try {
      const started = await launch(found, options, here, true);
      here.sandboxWorks = true;
      return started;
    } catch (error) {
      if (here.sandboxWorks === true || !/sandbox/i.test(String(error))) throw failed(error);
    }
  }
  try {
    const started = await launch(found, options, here, false);
    here.sandboxWorks = false;
    return started;
  } catch (error) {
    throw failed(error);
  }
}

async function launch(
  { path: program, source }: FoundChromium,
  options: BrowserOptions,
  here: BrowserHere,
  sandboxed: boolean,
): Promise<CaptureBrowser> {
  const drop = asNobody(); // so it keeps its sandbox
  const profile = freshProfile(options.storage ?? null);
  const emptyProfile = readdirSync(join(profile, 'profile')).length === 0;
  if (options.visible) keepNoPasswords(join(profile, 'profile'));
  if (drop !== null) giveTo(nobody, profile);
  const fontConfig = ensureFonts(drop === null ? null : nobody);
  const netlog = options.netlog === true ? netlogOf(profile) : null;
  const flags = flagsOf(options, join(profile, 'profile'), netlog, sandboxed);
  const removeProfile = () => remove(profile);
  let started: ChromiumProcess | null = null;
  let quitting: Promise<void> | null = null;
  try {
    const all = [...(sandboxed && drop !== null ? drop : []), program, ...flags];
    started = await spawnChromium(all[0] ?? program, all.slice(1), environmentOf(profile, fontConfig));
    const process_ = started;
    const browser = await connected(process_, options);
    return {
      browser,
      pipe: process_.pipe,
      program,
      packagedSha256: source === 'packaged' ? (here.packaged?.sha256 ?? null) : null,
      commandLine: [program, ...flags],
      sandboxed,
      profile: join(profile, 'profile'),
      emptyProfile,
      fontConfig,
      pid: process_.pid,
      kill: process_.kill,
      netlog,
      quit: () => (quitting ??= quit(browser, process_)),
      clear: () => rm(join(profile, 'profile'), { recursive: true, force: true }).catch(() => undefined),
      close: async () => {
        await (quitting ??= quit(browser, process_));
        removeProfile();
      },
    };
  } catch (error) {
    started?.kill();
    removeProfile();
    throw error;
  }
}

const longestStart = 30_000;
/** Time to write its network log to the end. */
const longestQuit = 8_000;

async function connected(started: ChromiumProcess, { signal }: BrowserOptions): Promise<Browser> {
  const over = new AbortController();
  const never = new Promise<never>((_resolve, reject) => {
    const fail = (code: 'browser-silent' | 'browser-cancelled' | 'browser-ended') =>
      reject(new Error(because(code, { words: visibleText(started.said()).slice(-200) })));
    const late = setTimeout(() => fail('browser-silent'), longestStart);
    over.signal.addEventListener('abort', () => clearTimeout(late));
    signal.addEventListener('abort', () => fail('browser-cancelled'), { signal: over.signal });
    void started.gone.then(() => fail('browser-ended'));
  });
  never.catch(() => undefined); // where the browser starts, nobody waits for this
  try {
    const transport = started.pipe;
    // Loaded while the browser starts: commands that need none do not wait for its 150 files.
    const { default: puppeteer } = await import('puppeteer');
    // Nothing is asked of the network through this connection: that is the recorder's, in a process of its own.
    const options = { transport, defaultViewport: null, protocolTimeout: 60_000, networkEnabled: false } as const;
    return await Promise.race([puppeteer.connect(options), never]);
  } finally {
    over.abort();
  }
}

/** Lets the browser end in order, which completes its network log; a browser that does not is killed. */
async function quit(browser: Browser, started: ChromiumProcess): Promise<void> {
  const late = new Promise((done) => setTimeout(done, longestQuit).unref());
  await Promise.race([browser.close().then(() => started.gone), started.gone, late]).catch(() => undefined);
  started.kill();
}

function netlogOf(profile: string): string {
  return join(profile, 'netlog.json');
}

/** A folder that only its owner may read. */
function freshProfile(storage: string | null): string {
  clearLeftTempDirs();
  const profile = tempDir('browser');
  mkdirSync(join(profile, 'profile'), { mode: 0o700 });
  if (storage !== null) copyStorage(storage, join(profile, 'profile'));
  return profile;
}

/** Only what the browser needs: no credentials, no proxies, no other program's settings. */
function environmentOf(home: string, fontConfig: string | null): Record<string, string> {
  const kept = ['PATH', 'LANG', 'LC_ALL', 'LANGUAGE', 'TZ', 'DISPLAY', 'WAYLAND_DISPLAY', 'SystemRoot', 'TEMP', 'TMP'];
  const passed = kept.flatMap((name) => (process.env[name] === undefined ? [] : [[name, process.env[name]] as const]));
  return {
    ...Object.fromEntries(passed),
    HOME: home,
    XDG_CONFIG_HOME: home,
    XDG_CACHE_HOME: home,
    // Its temporary files go with it. Not on macOS: its own folder makes the path of a socket there too long.
    ...(process.platform === 'linux' ? { TMPDIR: home } : {}),
    ...(fontConfig === null ? {} : { FONTCONFIG_FILE: fontConfig }),
  };
}

function failed(error: unknown): FascicleError {
  if (error instanceof FascicleError) return error;
  return new FascicleError('browser-failed', { why: causeOf(error) }, error);
}
