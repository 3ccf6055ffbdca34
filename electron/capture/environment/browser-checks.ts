import { existsSync, readdirSync } from 'node:fs';
import type { Browser } from 'puppeteer';
import type { CaptureRecord } from '../../../shared/case/record.ts';
import type { CaptureBrowser } from '../browser/browser.ts';
import type { Size } from '../page/first-page.ts';
import { bundledFonts } from '../browser/fonts.ts';
import { made, unmade, type MadeCheck } from './made-check.ts';
import type { ProgramHashes } from './program-hashes.ts';

export type BrowserFacts = Readonly<{
  started: CaptureBrowser;
  product: string;
  /** The login session that it began with, or null. */
  session: CaptureRecord['session'] | null;
  /** Cookies in the profile before the page was asked for. */
  cookiesAtStart: number;
  extensionTargets: readonly string[];
  /** CSS px of the screen that a person saw its window on, or null where it had none. */
  screen: Size | null;
}>;

/** What is in the profile before the page is asked for. */
export async function profileAtStart(
  browser: Browser,
): Promise<Pick<BrowserFacts, 'cookiesAtStart' | 'extensionTargets'>> {
  const cookies = await browser.cookies();
  const urls = browser.targets().map((target) => target.url());
  return {
    cookiesAtStart: cookies.length,
    extensionTargets: urls.filter((url) => url.startsWith('chrome-extension:')).map((url) => url.slice(0, 200)),
  };
}

/** Folders of rules that an administrator can set for a browser, root certificates among them. */
const policyFolders = [
  '/etc/chromium/policies',
  '/etc/chromium-browser/policies',
  '/etc/opt/chrome/policies',
  '/etc/opt/edge/policies',
];

/** The capture browser: which program it is, how it was started, and that it began with nothing. */
export function browserChecks(
  { started, product, session, cookiesAtStart, extensionTargets, screen }: BrowserFacts,
  hashes: ProgramHashes,
  view: CaptureRecord['view'],
  installedFonts: readonly string[] | null,
): readonly MadeCheck[] {
  const sha256 = hashes.of(started.program);
  const empty = started.emptyProfile && cookiesAtStart === 0;
  const bundled = Object.values(bundledFonts()).map((file) => ({
    name: file.split(/[\\/]/).at(-1) ?? '',
    sha256: hashes.of(file),
  }));
  return [
    sha256 === null
      ? unmade('browser', 'not-readable', { file: started.program })
      : programCheck(started, product, sha256),
    made('command-line', `${started.commandLine.length - 1} flags`, [...started.commandLine]),
    made('sandbox', started.sandboxed ? 'on' : 'off', { sandboxed: started.sandboxed }, !started.sandboxed),
    made(
      'empty-profile',
      `${folderWords(started.emptyProfile, session)}; ${cookiesAtStart} cookies before the load`,
      { emptyBeforeStart: started.emptyProfile, cookiesBeforeLoad: cookiesAtStart, ...(session && { session }) },
      !empty,
    ),
    extensionTargets.length === 0
      ? made('extensions', 'none', [])
      : made('extensions', extensionTargets.join(', '), [...extensionTargets], true),
    made(
      'fonts',
      `Noto Sans SC (bundled); ${installedFonts === null ? 'fonts of the system not listed' : `${installedFonts.length} font families of the system`}`,
      { bundled, installed: installedFonts === null ? null : [...installedFonts].slice(0, 1_000) },
    ),
    made('screen', `${view.width}×${view.height} CSS px, ×${view.scale}, ${view.device}; ${screenWords(screen)}`, {
      ...view,
      ...(screen && { screen: { ...screen } }),
    }),
    rootCertificates(),
  ];
}

/** A package lists its browser's files: one that is another than the listed file is noted. */
function programCheck({ program, packagedSha256 }: CaptureBrowser, product: string, sha256: string): MadeCheck {
  const raw = { product, file: program, sha256, ...(packagedSha256 !== null && { packagedSha256 }) };
  const other = packagedSha256 !== null && packagedSha256 !== sha256;
  return made('browser', `${product}, ${sha256}${other ? `; the package lists ${packagedSha256}` : ''}`, raw, other);
}

function screenWords(screen: Size | null): string {
  return screen ? `a window on a screen of ${screen.width}×${screen.height}` : 'no physical screen';
}

/** Why a profile is not empty: it is a copy of what a login left. */
function folderWords(empty: boolean, session: BrowserFacts['session']): string {
  if (session) return `fresh folder with a copy of the login session ${session.session}, since ${session.since}`;
  return empty ? 'fresh folder, 0 files before start' : 'folder with files in it before start';
}

/**
 * Roots beside the browser's own store. On Linux Chromium takes them from the NSS database in the home folder, which is
 * made anew for each capture, and from an administrator's policies.
 */
function rootCertificates(): MadeCheck {
  if (process.platform !== 'linux') return unmade('root-certificates', 'not-checked-by-program');
  const policies = policyFolders.flatMap((folder) =>
    ['managed', 'recommended'].flatMap((kind) => filesIn(`${folder}/${kind}`)),
  );
  const local = filesIn('/usr/local/share/ca-certificates');
  const variables = ['SSL_CERT_FILE', 'SSL_CERT_DIR', 'NODE_EXTRA_CA_CERTS'].filter((name) => process.env[name]);
  const found = [...policies, ...local, ...variables];
  return made(
    'root-certificates',
    found.length === 0 ? 'none' : found.join(', '),
    { nssDatabase: 'fresh and empty', browserPolicies: policies, systemStore: local, variables },
    found.length > 0,
  );
}

function filesIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  try {
    return readdirSync(folder).map((name) => `${folder}/${name}`.toWellFormed());
  } catch {
    return [`${folder} (not readable)`];
  }
}
