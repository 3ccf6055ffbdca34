import { homedir } from 'node:os';
import { join } from 'node:path';
import type { BrowserHere } from '../capture/browser/browser.ts';
import { packagedBrowser } from '../capture/browser/packaged-browser.ts';
import { KeptSessions } from '../capture/session/kept-sessions.ts';
import type { Language, Text } from '../../shared/language.ts';
import type { ClockAndRandom } from '../casefile/case-handles.ts';
import { nodeChildren, type SpawnChild } from '../casefile/processes/children.ts';
import { deviceClockAndRandom } from '../casefile/processes/clock-and-random.ts';
import { verifyPage } from '../setup/verify-page.mjs';
import { Writers } from './cases/writers.ts';
import { GivenBytes } from './intake/given-bytes.ts';
import { ManualControl } from './capture/manual-control.ts';
import { systemStaysAwake, type StayAwake } from './stay-awake.ts';

/** What the workbench needs of the machine, passed in so that tests and shells can hold it still. */
export type Services = Readonly<{
  program: Readonly<{ name: string; version: string }>;
  clockAndRandom: ClockAndRandom;
  /** Thumbnails, the list of recent cases, browser fonts: the user's cache, never the case. */
  cacheFolder: string;
  /** The highest heads seen, settings: what must outlive a cache, outside every case. */
  stateFolder: string;
  /** Absolute path of a file that comes with the program: `fonts/…`, `demo/…`. */
  resourcePath(...names: readonly string[]): string;
  /** Path of `verify.html`, the stand-alone verifier; in a checkout it is made where it is missing or old. */
  verifyPage(): Promise<string>;
  /** The browser that captures, of the package or of the computer. */
  browserHere: BrowserHere;
  /** Starts a child process by the name of its source file below `electron/`. */
  spawnChild: SpawnChild;
  /** Keeps the computer from falling asleep while long work runs. */
  stayAwake: StayAwake;
  environment: Readonly<Record<string, string | undefined>>;
  /** Time servers that a capture asks, `host` or `host:port`; absent: the public ones. */
  timeServers?: readonly string[];
  /** The person chose another language: what a shell says of its own (a menu) changes with it. */
  languageChanged(language: Language): void;
  /** Tells the caller of the work at hand something that he must hear, whatever was asked. */
  tell?(code: string, text: Text, params: Readonly<Record<string, string | number>>): void;
  /** The writers that are open in this process. */
  writers: Writers;
  /** Login sessions, outside every case. */
  sessions: KeptSessions;
  /** Pages that a person works in before they are captured. */
  manualControl: ManualControl;
  /** What a window gives in pieces, until it is taken in. */
  given: GivenBytes;
}>;

/**
 * The services of a program that runs on this device.
 *
 * @param root its checkout, unpacked folder or archive
 * @param beside where `resources/` and the package's `browser/` lie: an archive has them beside it
 */
export function deviceServices(root: string, version: string, beside = root): Services {
  const stateFolder = stateFolderOf(process.env, process.platform);
  return {
    program: { name: 'fascicle', version },
    clockAndRandom: deviceClockAndRandom,
    cacheFolder: process.env['FASCICLE_CACHE'] ?? cacheFolderOf(process.platform),
    stateFolder,
    resourcePath: (...names) => join(beside, 'resources', ...names),
    verifyPage: () => verifyPage(root),
    browserHere: { packaged: packagedBrowser(join(beside, 'browser', process.arch)), sandboxWorks: null },
    spawnChild: nodeChildren((entry) =>
      import.meta.filename.endsWith('.ts')
        ? join(root, 'electron', `${entry}.ts`)
        : join(root, 'out', 'children', `${entry}.mjs`),
    ),
    stayAwake: systemStaysAwake,
    environment: process.env,
    languageChanged: () => undefined,
    writers: new Writers(),
    sessions: new KeptSessions(stateFolder, deviceClockAndRandom),
    manualControl: new ManualControl(),
    given: new GivenBytes(),
  };
}

/** With a cache of one's own (tests, portable use) the state lies in it too. */
function stateFolderOf(env: Readonly<Record<string, string | undefined>>, platform: NodeJS.Platform): string {
  const beside = env['FASCICLE_STATE'] ?? (env['FASCICLE_CACHE'] && join(env['FASCICLE_CACHE'], 'state'));
  if (beside !== undefined && beside !== '') return beside;
  if (platform === 'win32') return join(env['LOCALAPPDATA'] ?? homedir(), 'Fascicle', 'State');
  if (platform === 'darwin') return join(homedir(), 'Library', 'Application Support', 'Fascicle');
  return join(env['XDG_STATE_HOME'] ?? join(homedir(), '.local', 'state'), 'fascicle');
}

function cacheFolderOf(platform: NodeJS.Platform): string {
  if (platform === 'win32') return join(process.env['LOCALAPPDATA'] ?? homedir(), 'Fascicle');
  if (platform === 'darwin') return join(homedir(), 'Library', 'Caches', 'Fascicle');
  return join(process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache'), 'fascicle');
}
