// @ts-check
/*
 * Makes a fresh clone ready, before the pinned Node is there. Called as a `pre…` script, so that `npm run demo`,
 * `npm test` and `npm start` each work as the first command. Needs nothing but Node itself; says each step on standard
 * error; silent when all is ready. CommonJS and old syntax on purpose: a too old Node must get a sentence, not a crash.
 *
 *   node electron/setup/ensure-ready.cjs [browser] [check-tools] [bench-tools] [crash-tools] [display-tools] [package-tools]
 */
'use strict';
var childProcess = require('child_process');
var crypto = require('crypto');
var fs = require('fs');
var path = require('path');

var root = path.resolve(__dirname, '..', '..');
var stamp = path.join(root, 'node_modules', '.fascicle-ready');
var pinnedNode = path.join(root, 'node_modules', '.bin', process.platform === 'win32' ? 'node.cmd' : 'node');
var wants = process.argv.slice(2);

/** @param {string} text */
function say(text) {
  process.stderr.write('fascicle set-up: ' + text + '\n');
}

/**
 * @param {string} what
 * @param {string} next
 * @returns {never}
 */
function giveUp(what, next) {
  process.stderr.write(
    '\nfascicle set-up could not finish: ' + what + '\n' + next + '\nNo evidence was read or written.\n',
  );
  process.exit(1);
}

/**
 * Runs a command with its output on standard error (standard output belongs to the command that follows).
 * @param {string} command
 * @param {string[]} args
 * @param {{cwd?: string, minutes?: number}} [options]
 * @returns {boolean} whether it ended with 0
 */
function run(command, args, options) {
  var result = childProcess.spawnSync(command, args, {
    cwd: (options && options.cwd) || root,
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
    timeout: ((options && options.minutes) || 30) * 60000,
    env: Object.assign({}, process.env, {
      // Neither may break or slow the installation; a browser is looked for below.
      PUPPETEER_SKIP_DOWNLOAD: '1',
      ELECTRON_SKIP_BINARY_DOWNLOAD: '1',
      DEBIAN_FRONTEND: 'noninteractive',
    }),
  });
  return result.status === 0;
}

/** @param {string} command */
function onPath(command) {
  var folders = (process.env['PATH'] || '').split(path.delimiter);
  return folders.some(function (folder) {
    return fs.existsSync(path.join(folder, command)) || fs.existsSync(path.join(folder, command + '.exe'));
  });
}

function checkNode() {
  if (Number(process.versions.node.split('.')[0]) >= 18) return;
  giveUp(
    'this is Node ' + process.versions.node + ', and npm needs Node 18 or newer to install the program.',
    'Install Node 24 from https://nodejs.org (or your system’s packages) and run the same command again.',
  );
}

/** The lock file and the machine: another of either means another installation. */
function fingerprint() {
  return crypto
    .createHash('sha256')
    .update(fs.readFileSync(path.join(root, 'package-lock.json')))
    .update(process.platform + process.arch)
    .digest('hex');
}

function pinnedNodeWorks() {
  var result = childProcess.spawnSync(pinnedNode, ['-p', 'process.versions.napi'], {
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
  return result.status === 0 && Number(result.stdout) >= 10;
}

function installPackages() {
  var print = fingerprint();
  if (fs.existsSync(stamp) && fs.readFileSync(stamp, 'utf8') === print && fs.existsSync(pinnedNode)) return;
  say('installing the program’s packages (npm ci); this happens once');
  var npm = process.env['npm_execpath'];
  var done = npm
    ? run(process.execPath, [npm, 'ci', '--no-audit', '--no-fund', '--loglevel=error'])
    : run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error']);
  if (!done) {
    giveUp(
      'npm ci failed (its own words are above).',
      'Check that the npm registry is reachable (npm ping) and that the disk has 1 GB free, then run the same command again.',
    );
  }
  if (!pinnedNodeWorks()) {
    // npm may be told not to run install scripts; the pinned Node is fetched by one.
    say('fetching the pinned Node 24');
    run(process.execPath, ['installArchSpecificPackage'], { cwd: path.join(root, 'node_modules', 'node') });
  }
  if (!pinnedNodeWorks()) {
    giveUp(
      'the pinned Node 24 did not start from node_modules.',
      'Allow install scripts for the package "node" (npm config get ignore-scripts must say false), then run the same command again.',
    );
  }
  fs.writeFileSync(stamp, print);
}

function isDebianRoot() {
  return (
    process.platform === 'linux' && onPath('apt-get') && typeof process.getuid === 'function' && process.getuid() === 0
  );
}

/** @param {string[]} packages */
function aptInstall(packages) {
  var args = ['install', '-y', '-qq', '--no-install-recommends'].concat(packages);
  return run('apt-get', ['update', '-qq']) && run('apt-get', args);
}

/** @returns {Promise<void>} */
function ensureBrowser() {
  return import('./find-chromium.mjs').then(function (finder) {
    if (finder.findChromium()) return;
    say('no Chromium found; asking puppeteer to download one');
    if (run(path.join(root, 'node_modules', '.bin', 'puppeteer'), ['browsers', 'install', 'chrome'], { minutes: 10 })) {
      if (finder.findChromium()) return;
    }
    if (isDebianRoot()) {
      say('the download did not succeed; installing Debian’s chromium');
      if (aptInstall(['chromium', 'fontconfig', 'fonts-liberation']) && finder.findChromium()) return;
    }
    giveUp(
      'no Chromium was found and none could be installed.',
      'Install Google Chrome, Chromium or Microsoft Edge (Debian and Ubuntu: apt install chromium), or set FASCICLE_CHROMIUM to its program file.',
    );
  });
}

/** The PDF checkers that the tests hold the bundle against, and what reads films. The program itself needs neither. */
function ensureCheckTools() {
  var missing = ['qpdf', 'pdftotext', 'pdfinfo', 'pdftoppm'].filter(function (tool) {
    return !onPath(tool);
  });
  ensureTool('ffmpeg', 'facts and key frames of films are read with it');
  ensureTool('heif-convert', 'HEIC pictures are drawn with it', 'libheif-examples');
  ensureTool('age', 'packages that are locked are opened with it too');
  if (missing.length === 0) return;
  say(missing.join(', ') + ' missing; the tests check bundles with them');
  if (isDebianRoot() && aptInstall(['qpdf', 'poppler-utils'])) return;
  say('install qpdf and poppler-utils by hand; until then the tests that need them are skipped, and say so');
}

/**
 * A tool that one of the long suites uses; without it a part of that suite is skipped, and says so.
 * @param {string} tool
 * @param {string} use
 * @param {string} [debian] Debian's package, where it has another name
 */
function ensureTool(tool, use, debian) {
  if (onPath(tool)) return;
  say(tool + ' missing; ' + use);
  if (isDebianRoot() && aptInstall([debian || tool])) return;
  say('install ' + tool + ' by hand; until then that part is skipped, and says so');
}

checkNode();
installPackages();
(wants.indexOf('browser') >= 0 ? ensureBrowser() : Promise.resolve())
  .then(function () {
    if (wants.indexOf('check-tools') >= 0) ensureCheckTools();
    if (wants.indexOf('bench-tools') >= 0) ensureTool('img2pdf', 'bundles are measured against it');
    if (wants.indexOf('crash-tools') >= 0) ensureTool('strace', 'kills at system calls are made with it');
    if (wants.indexOf('package-tools') >= 0) ensureTool('unzip', 'builds of browsers are unpacked with it');
    if (wants.indexOf('display-tools') >= 0) {
      ensureTool('Xvfb', 'it is the screen that windows are opened on', 'xvfb');
      ensureTool('xdotool', 'it is the hand at the mouse and keys of that screen');
    }
  })
  .catch(function (/** @type {unknown} */ error) {
    giveUp('an unforeseen error: ' + String(error), 'Please report it with the lines above.');
  });
