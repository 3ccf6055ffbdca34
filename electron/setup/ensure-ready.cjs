// @ts-check
/*
 * Makes a fresh clone ready, whatever Node there is. Called as a `pre…` script, so that `npm run demo`,
 * `npm test` and `npm start` each work as the first command. Needs nothing but Node itself; says on standard error what it
 * will install, then each step; silent when all is ready. CommonJS and old syntax on purpose: a too old Node must get a sentence, not a crash.
 *
 *   node electron/setup/ensure-ready.cjs [browser] [check-tools] [bench-tools] [crash-tools] [display-tools] [package-tools]
 *     [program]
 */
'use strict';
var childProcess = require('child_process');
var fs = require('fs');
var path = require('path');

var root = path.resolve(__dirname, '..', '..');
var bin = path.join(root, 'node_modules', '.bin');
var stamp = path.join(root, 'node_modules', '.fascicle-ready');
var lock = path.join(root, 'package-lock.json');
var ensureNode24 = require('./node-24.cjs').ensureNode24;
var isEnough = require('./node-24.cjs').isEnough;
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
      // Neither may break or slow the installation; a browser is looked for below, Electron by `npm start`.
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
  return require('crypto')
    .createHash('sha256')
    .update(fs.readFileSync(lock))
    .update(process.platform + process.arch)
    .digest('hex');
}

/** What the lock file looks like: where that is as it was, its contents are not read again. */
function looksOfLock() {
  var stat = fs.statSync(lock);
  return [stat.size, stat.mtimeMs, stat.ctimeMs, process.platform, process.arch].join(' ');
}

/** Whether the packages of this lock file are here. */
function packagesAreHere() {
  if (!fs.existsSync(stamp)) return false;
  var lines = fs.readFileSync(stamp, 'utf8').split('\n');
  if (lines[1] === looksOfLock()) return true;
  if (lines[0] !== fingerprint()) return false;
  writeStamp();
  return true;
}

function writeStamp() {
  fs.writeFileSync(stamp + '.new', fingerprint() + '\n' + looksOfLock());
  fs.renameSync(stamp + '.new', stamp);
}

/**
 * Says all that will be installed before any of it is.
 * @param {string[]} missing
 */
function sayPlan(missing) {
  if (missing.length === 0) return;
  say('this will be installed first:');
  missing.forEach(function (one) {
    say('  - ' + one);
  });
}

/**
 * What is not here yet, each with where it comes from and where it goes.
 * @param {boolean} browser whether one is there, or none is asked for
 * @returns {string[]}
 */
function whatIsMissing(browser) {
  /** @type {string[]} */
  var missing = [];
  if (!packagesAreHere()) {
    var count = Object.keys(JSON.parse(fs.readFileSync(lock, 'utf8')).packages).length - 1;
    missing.push('up to ' + count + ' packages from the npm registry into node_modules/ (npm ci; about 1 GB)');
  }
  var fetched = path.join(bin, process.platform === 'win32' ? 'node.exe' : 'node');
  if (!isEnough(process.versions.node) && !fs.existsSync(fetched)) {
    missing.push(
      'a Node 24 from the npm registry, for this folder alone (yours is ' + process.versions.node + '; about 120 MB)',
    );
  }
  if (!browser) {
    missing.push(
      'a Chrome by puppeteer, into its folder in your home' +
        (isDebianRoot() ? '; where that cannot be had, Debian’s chromium with two font packages (apt-get)' : ''),
    );
  }
  var packages = missingTools().flatMap(function (tool) {
    return tool.debian;
  });
  if (packages.length > 0 && isDebianRoot()) missing.push('by apt-get: ' + packages.join(', '));
  return missing;
}

/** @returns {boolean} whether anything was installed */
function installPackages() {
  if (packagesAreHere()) return false;
  say('installing the program’s packages (npm ci); this happens once');
  var npm = process.env['npm_execpath'];
  var keep = keepNode();
  var done = npm
    ? run(keep.program, [npm, 'ci', '--no-audit', '--no-fund', '--loglevel=error'])
    : run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error']);
  keep.putBack();
  if (!done) {
    giveUp(
      'npm ci failed (its own words are above).',
      'Check that the npm registry is reachable (npm ping) and that the disk has 1 GB free, then run the same command again.',
    );
  }
  writeStamp();
  return true;
}

/** Makes command and child processes into JavaScript, which starts sooner. Without it they run from their sources. */
function buildProgram() {
  var fetched = path.join(bin, process.platform === 'win32' ? 'node.exe' : 'node');
  var node = fs.existsSync(fetched) ? fetched : process.execPath;
  if (run(node, [path.join(__dirname, 'build.mjs'), 'program'], { minutes: 5 })) return;
  say('the program could not be built (the words are above); it runs from its sources, and starts more slowly');
}

/** @param {string} name */
function isFile(name) {
  return fs.existsSync(name) && fs.lstatSync(name).isFile();
}

/** `npm ci` empties the folder that a fetched Node lies in, which may be the one that runs this: it waits beside. */
function keepNode() {
  var name = process.platform === 'win32' ? 'node.exe' : 'node';
  var home = path.join(root, 'node_modules', '.bin', name);
  var aside = path.join(root, 'out', name);
  if (!isFile(home)) return { program: process.execPath, putBack: function () {} };
  fs.mkdirSync(path.dirname(aside), { recursive: true });
  fs.renameSync(home, aside);
  return {
    program: process.execPath === home ? aside : process.execPath,
    putBack: function () {
      if (fs.existsSync(path.dirname(home)) && !fs.existsSync(home)) fs.renameSync(aside, home);
    },
  };
}

function bringNode() {
  var trouble = ensureNode24({
    system: { platform: process.platform, arch: process.arch },
    own: fs.existsSync(process.execPath) ? process.versions.node : null, // `npm ci` may have removed it
    bin: bin,
    say: say,
  });
  if (trouble) giveUp(trouble.what, trouble.next);
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

/**
 * Tools of other makers that a suite uses, by what asks for them. The program itself needs none; without one a part of that
 * suite is skipped, and says so.
 * @type {Record<string, {name: string, use: string, debian: string}[]>}
 */
var tools = {
  'check-tools': [
    { name: 'qpdf', use: 'bundles are checked with it', debian: 'qpdf' },
    { name: 'pdftotext', use: 'bundles are checked with it', debian: 'poppler-utils' },
    { name: 'pdfinfo', use: 'bundles are checked with it', debian: 'poppler-utils' },
    { name: 'pdftoppm', use: 'bundles are checked with it', debian: 'poppler-utils' },
    { name: 'ffmpeg', use: 'facts and key frames of films are read with it', debian: 'ffmpeg' },
    { name: 'heif-convert', use: 'HEIC pictures are drawn with it', debian: 'libheif-examples' },
    { name: 'age', use: 'packages that are locked are opened with it too', debian: 'age' },
    { name: 'openssl', use: 'time stamps and signatures are checked with it too', debian: 'openssl' },
    { name: 'zip', use: 'packages are zipped again with it', debian: 'zip' },
    { name: 'unzip', use: 'packages are unpacked with it', debian: 'unzip' },
    { name: '7z', use: 'packages are zipped again with it', debian: 'p7zip-full' },
    { name: 'bsdtar', use: 'packages are zipped again with it', debian: 'libarchive-tools' },
    { name: 'python3', use: 'packages are zipped again with it', debian: 'python3-minimal' },
  ],
  'bench-tools': [{ name: 'img2pdf', use: 'bundles are measured against it', debian: 'img2pdf' }],
  'crash-tools': [{ name: 'strace', use: 'kills at system calls are made with it', debian: 'strace' }],
  'package-tools': [{ name: 'unzip', use: 'builds of browsers are unpacked with it', debian: 'unzip' }],
  'display-tools': [
    { name: 'Xvfb', use: 'it is the screen that windows are opened on', debian: 'xvfb' },
    { name: 'xdotool', use: 'it is the hand at the mouse and keys of that screen', debian: 'xdotool' },
  ],
};

/** The tools that are asked for and not here. */
function missingTools() {
  return wants
    .flatMap(function (want) {
      return tools[want] || [];
    })
    .filter(function (tool) {
      return !onPath(tool.name);
    });
}

function ensureTools() {
  missingTools().forEach(function (tool) {
    if (onPath(tool.name)) return; // came with the one before
    say(tool.name + ' missing; ' + tool.use);
    if (isDebianRoot() && aptInstall([tool.debian])) return;
    say('install ' + tool.name + ' by hand; until then that part is skipped, and says so');
  });
}

/** @returns {Promise<boolean>} whether a browser is there, or none is asked for */
function browserIsHere() {
  if (wants.indexOf('browser') < 0) return Promise.resolve(true);
  return import('./find-chromium.mjs').then(function (finder) {
    return finder.findChromium() !== null;
  });
}

checkNode();
browserIsHere()
  .then(function (browser) {
    sayPlan(whatIsMissing(browser));
    var installed = installPackages();
    bringNode();
    if (installed || wants.indexOf('program') >= 0) buildProgram();
    return browser ? undefined : ensureBrowser();
  })
  .then(ensureTools)
  .catch(function (/** @type {unknown} */ error) {
    giveUp('an unforeseen error: ' + String(error), 'Please report it with the lines above.');
  });
