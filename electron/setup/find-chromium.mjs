// @ts-check
/*
 * Finds a Chromium on this computer. Dependency-free, so that the set-up script can use it before anything is
 * installed. What it returns is the browser's real program file: Debian's /usr/bin/chromium is a shell script that adds
 * flags of its own, and its hash would say nothing about the browser.
 */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/**
 * @typedef {{path: string, source: 'environment' | 'packaged' | 'system' | 'puppeteer'}} FoundChromium
 */

/**
 * In order: the environment (FASCICLE_CHROMIUM, PUPPETEER_EXECUTABLE_PATH), the browser that comes with a package,
 * Chrome, Chromium or Edge of the system, puppeteer's cache.
 * @param {Record<string, string | undefined>} [environment]
 * @param {string | null} [packaged] the program of the browser that a package brought along
 * @returns {FoundChromium | null}
 */
export function findChromium(environment = process.env, packaged = null) {
  for (const name of ['FASCICLE_CHROMIUM', 'PUPPETEER_EXECUTABLE_PATH']) {
    const named = environment[name];
    if (named && isProgram(named)) return { path: realProgram(named), source: 'environment' };
  }
  if (packaged !== null && isProgram(packaged)) return { path: packaged, source: 'packaged' };
  for (const file of systemPrograms(environment)) {
    if (isProgram(file)) return { path: realProgram(file), source: 'system' };
  }
  const cached = inPuppeteerCache(environment);
  return cached === null ? null : { path: cached, source: 'puppeteer' };
}

/** @param {Record<string, string | undefined>} environment */
function systemPrograms(environment) {
  if (process.platform === 'darwin') {
    return [
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
      '/Applications/Chromium.app/Contents/MacOS/Chromium',
      '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
    ];
  }
  if (process.platform === 'win32') {
    const roots = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap((name) => environment[name] ?? []);
    const candidates = [
      'Google\\Chrome\\Application\\chrome.exe',
      'Chromium\\Application\\chrome.exe',
      'Microsoft\\Edge\\Application\\msedge.exe',
    ];
    return candidates.flatMap((candidate) => roots.map((root) => path.join(root, candidate)));
  }
  const names = [
    'google-chrome-stable',
    'google-chrome',
    'chromium',
    'chromium-browser',
    'microsoft-edge-stable',
    'microsoft-edge',
  ];
  const folders = [...(environment['PATH'] ?? '').split(':').filter(Boolean), '/usr/bin', '/usr/local/bin'];
  return [
    '/opt/google/chrome/chrome',
    '/usr/lib/chromium/chromium',
    '/usr/lib/chromium-browser/chromium-browser',
    ...names.flatMap((name) => folders.map((folder) => path.join(folder, name))),
  ];
}

/** @param {Record<string, string | undefined>} environment */
function inPuppeteerCache(environment) {
  const cache = environment['PUPPETEER_CACHE_DIR'] ?? path.join(os.homedir(), '.cache', 'puppeteer');
  const programs = {
    linux: ['chrome-linux64/chrome', 'chrome-linux-arm64/chrome'],
    darwin: ['x64', 'arm64'].map(
      (cpu) => `chrome-mac-${cpu}/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing`,
    ),
    win32: ['chrome-win64/chrome.exe', 'chrome-win32/chrome.exe'],
  };
  try {
    const versions = fs.readdirSync(path.join(cache, 'chrome')).sort().reverse();
    const files = versions.flatMap((version) =>
      (programs[/** @type {keyof typeof programs} */ (process.platform)] ?? []).map((program) =>
        path.join(cache, 'chrome', version, program),
      ),
    );
    return files.find(isProgram) ?? null;
  } catch {
    return null; // no cache
  }
}

/** @param {string} file */
function isProgram(file) {
  try {
    return fs.statSync(file).isFile();
  } catch {
    return false;
  }
}

/**
 * The program behind a wrapper script or a link.
 * @param {string} file
 */
function realProgram(file) {
  const real = fs.realpathSync(file);
  if (!startsAsScript(real)) return real;
  const behind = [
    '/usr/lib/chromium/chromium',
    '/usr/lib/chromium-browser/chromium-browser',
    '/opt/google/chrome/chrome',
    '/opt/microsoft/msedge/msedge',
  ];
  return (
    behind.find((candidate) => isProgram(candidate) && real.includes(path.basename(candidate).slice(0, 4))) ?? real
  );
}

/** @param {string} file */
function startsAsScript(file) {
  const fd = fs.openSync(file, 'r');
  try {
    const start = Buffer.alloc(2);
    fs.readSync(fd, start, 0, 2, 0);
    return start.toString() === '#!';
  } finally {
    fs.closeSync(fd);
  }
}
