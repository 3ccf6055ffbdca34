// @ts-check
/*
 * Brings the capture browser into a package. electron-builder calls this before it packs (`beforePack`): the Chromium
 * build that `capture-browser.json` pins for the package's system and processor is fetched once into `out/browser/`, its
 * archive checked against the pinned SHA-256, and every file listed with its hash in `browser.json`. A build that lies
 * there already is hashed anew. Chromium's own builds are taken, not Chrome for Testing: they may be passed on.
 *
 * `npm run pin-browser -- OS CPU [REVISION]` writes such a pin.
 */
import { createHash } from 'node:crypto';
import {
  createReadStream,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { pipeline } from 'node:stream/promises';

/** @typedef {{revision: string, sha256: string}} Pin of an archive */
/** @typedef {{product: string, archive: Pin, program: string, files: {name: string, sha256: string}[]}} BrowserList */

/** Systems and processors as electron-builder names them → as the builds' store does. */
const builds = /** @type {Record<string, import('@puppeteer/browsers').BrowserPlatform>} */ ({
  'linux-x64': 'linux',
  'mac-x64': 'mac',
  'mac-arm64': 'mac_arm',
  'win-x64': 'win64',
});
const root = path.resolve(import.meta.dirname, '..', '..');
const pinsFile = path.join(import.meta.dirname, 'capture-browser.json');

/**
 * electron-builder's hook. A package for macOS is universal: it holds the browsers of both processors.
 * @param {{electronPlatformName: string, arch: number}} context
 */
export default async function beforePack({ electronPlatformName, arch }) {
  const os = { darwin: 'mac', win32: 'win' }[electronPlatformName] ?? electronPlatformName;
  const { Arch } = await import('electron-builder');
  if (process.env['FASCICLE_PACKAGE_WITHOUT_BROWSER'] === '1') {
    rmSync(path.join(root, 'out', 'browser'), { recursive: true, force: true }); // an earlier one would come along
    console.warn('  • without a capture browser: Chrome, Chromium or Edge of the system will serve');
    return;
  }
  for (const cpu of os === 'mac' ? ['x64', 'arm64'] : [String(Arch[arch])]) {
    const pin = readPins()[`${os}-${cpu}`];
    if (!pin && !existsSync(path.join(folderOf(root, os, cpu), 'browser.json'))) {
      throw new Error(
        `no capture browser is pinned for ${os}-${cpu}: npm run pin-browser -- ${os} ${cpu}; or, for a package ` +
          'without one (the system’s browser then serves), FASCICLE_PACKAGE_WITHOUT_BROWSER=1',
      );
    }
    await bringBrowser(root, os, cpu, pin ?? null);
  }
}

/**
 * The browser of a package in `out/browser/OS/CPU/`, whole, with its list.
 * @param {string} root the checkout
 * @param {string} os
 * @param {string} cpu
 * @param {Pin | null} pin null where the browser lies there already
 * @param {string} [store] address of the builds; Chromium's own by default
 * @returns {Promise<string>} the folder
 * @throws where the archive is not the pinned one, or a file that lies there is not the listed one
 */
export async function bringBrowser(root, os, cpu, pin, store) {
  const folder = folderOf(root, os, cpu);
  if (existsSync(path.join(folder, 'browser.json'))) {
    await requireListed(folder);
    return folder;
  }
  if (pin === null) throw new Error(`${folder} holds no browser`);
  const half = `${folder}.half`;
  rmSync(half, { recursive: true, force: true });
  const installed = await fetchBuild(half, os, cpu, pin.revision, store, pin.sha256);
  const unpacked = installed.path;
  /** @type {BrowserList} */
  const list = {
    product: `Chromium, build ${pin.revision}`,
    archive: pin,
    program: path.relative(unpacked, installed.executablePath).replaceAll(path.sep, '/'),
    files: await filesOf(unpacked),
  };
  if (!list.files.some(({ name }) => name === list.program)) throw new Error(`the build holds no ${list.program}`);
  writeFileSync(path.join(unpacked, 'browser.json'), `${JSON.stringify(list, null, 2)}\n`);
  mkdirSync(path.dirname(folder), { recursive: true });
  renameSync(unpacked, folder); // under its name it is whole
  rmSync(half, { recursive: true, force: true });
  return folder;
}

/**
 * Fetches a build's archive and gives its hash, to be pinned.
 * @param {string} os
 * @param {string} cpu
 * @param {string | null} revision null: the newest
 * @param {string} [store]
 * @returns {Promise<Pin>}
 */
export async function pinOf(os, cpu, revision, store) {
  const { Browser, install, resolveBuildId } = await import('@puppeteer/browsers');
  const platform = platformOf(os, cpu);
  const buildId = revision ?? (await resolveBuildId(Browser.CHROMIUM, platform, 'latest'));
  const cacheDir = path.join(root, 'out', 'browser', 'pinning');
  try {
    const base = store === undefined ? {} : { baseUrl: store };
    const archive = await install({ browser: Browser.CHROMIUM, platform, buildId, cacheDir, unpack: false, ...base });
    return { revision: buildId, sha256: await sha256Of(archive) };
  } finally {
    rmSync(cacheDir, { recursive: true, force: true });
  }
}

/**
 * @param {string} cacheDir
 * @param {string} os
 * @param {string} cpu
 * @param {string} buildId
 * @param {string | undefined} store
 * @param {string} expectedHash
 */
async function fetchBuild(cacheDir, os, cpu, buildId, store, expectedHash) {
  const { Browser, install } = await import('@puppeteer/browsers');
  const base = store === undefined ? {} : { baseUrl: store };
  const wanted = { browser: Browser.CHROMIUM, platform: platformOf(os, cpu), buildId, cacheDir, expectedHash };
  return install({ ...wanted, unpack: true, ...base });
}

/**
 * @param {string} os
 * @param {string} cpu
 */
function platformOf(os, cpu) {
  const platform = builds[`${os}-${cpu}`];
  if (platform) return platform;
  throw new Error(`Chromium has no builds for ${os}-${cpu}: there are ${Object.keys(builds).join(', ')}`);
}

/**
 * @param {string} root
 * @param {string} os
 * @param {string} cpu
 */
function folderOf(root, os, cpu) {
  return path.join(root, 'out', 'browser', os, cpu);
}

/** @returns {Record<string, Pin>} */
function readPins() {
  return JSON.parse(readFileSync(pinsFile, 'utf8'));
}

/** @param {string} folder */
async function requireListed(folder) {
  const { files } = /** @type {BrowserList} */ (JSON.parse(readFileSync(path.join(folder, 'browser.json'), 'utf8')));
  const here = new Map((await filesOf(folder)).map(({ name, sha256 }) => [name, sha256]));
  for (const { name, sha256 } of files) {
    if (here.get(name) !== sha256) throw new Error(`${name} in ${folder} is not the listed file: remove the folder`);
    here.delete(name);
  }
  if (here.size > 0) throw new Error(`${[...here.keys()][0]} in ${folder} is in no list: remove the folder`);
}

/**
 * All files but the list, by name.
 * @param {string} folder
 */
async function filesOf(folder) {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).replaceAll(path.sep, '/'))
    .filter((name) => name !== 'browser.json')
    .sort();
  const files = [];
  for (const name of names) files.push({ name, sha256: await sha256Of(path.join(folder, name)) });
  return files;
}

/** @param {string} file */
async function sha256Of(file) {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);
  return hash.digest('hex');
}

if (process.argv[1] === import.meta.filename) {
  const [os = '', cpu = '', revision = null] = process.argv.slice(2);
  const pin = await pinOf(os, cpu, revision);
  const pins = { ...readPins(), [`${os}-${cpu}`]: pin };
  writeFileSync(pinsFile, `${JSON.stringify(pins, null, 2)}\n`);
  console.log(`${os}-${cpu}: Chromium build ${pin.revision}, archive ${pin.sha256}, written to ${pinsFile}`);
}
