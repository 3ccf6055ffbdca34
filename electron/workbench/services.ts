import { homedir } from 'node:os';
import { join } from 'node:path';
import type { BrowserHere } from '../capture/browser.ts';
import { packagedBrowser } from '../capture/packaged-browser.ts';
import { KeptSessions } from '../capture/session/kept-sessions.ts';
import type { Language } from '../../shared/language.ts';
import type { Surroundings } from '../casefile/case-handles.ts';
import { nodeChildren, type SpawnChild } from '../casefile/children.ts';
import { deviceSurroundings } from '../casefile/surroundings.ts';
import { verifyPage } from '../setup/verify-page.mjs';
import { Writers } from './cases/writers.ts';
import { Hands } from './queue/hands.ts';
import { systemStaysAwake, type StayAwake } from './stay-awake.ts';

/** What the workbench needs of the machine, passed in so that tests and shells can hold it still. */
export type Services = Readonly<{
  program: Readonly<{ name: string; version: string }>;
  surroundings: Surroundings;
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
  /** The person chose another language: what a shell says of its own (a menu) changes with it. */
  languageChanged(language: Language): void;
  /** The writers that are open in this process. */
  writers: Writers;
  /** Login sessions, outside every case. */
  sessions: KeptSessions;
  /** Pages that a person works in before they are captured. */
  hands: Hands;
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
    surroundings: deviceSurroundings,
    cacheFolder: process.env['FASCICLE_CACHE'] ?? cacheFolderOf(process.platform),
    stateFolder,
    resourcePath: (...names) => join(beside, 'resources', ...names),
    verifyPage: () => verifyPage(root),
    browserHere: { packaged: packagedBrowser(join(beside, 'browser', process.arch)), sandboxWorks: null },
    spawnChild: nodeChildren((entry) => join(root, 'electron', `${entry}.ts`)),
    stayAwake: systemStaysAwake,
    environment: process.env,
    languageChanged: () => undefined,
    writers: new Writers(),
    sessions: new KeptSessions(stateFolder, deviceSurroundings),
    hands: new Hands(),
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
