// @ts-check
/*
 * Makes a fresh clone ready, whatever Node there is. Called as a `pre…` script, so that `npm run demo`,
 * `npm test` and `npm start` each work as the first command. Needs nothing but Node itself; says on standard error what it
 * will install, then each step; silent when all is ready. CommonJS and old syntax on purpose: a too old Node must get a sentence, not a crash.
 *
 *   node electron/setup/ensure-ready.cjs [browser] [check-tools] [bench-tools] [crash-tools] [display-tools] [office-tools]
 *     [package-tools] [program]
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
var words = require('./setup-words.cjs').words;
var wants = process.argv.slice(2);

/** @param {string} text */
function say(text) {
  process.stderr.write(words('line', { text: text }));
}

/**
 * @param {string} what
 * @param {string} next
 * @returns {never}
 */
function giveUp(what, next) {
  process.stderr.write(words('gave-up', { what: what, next: next }));
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
  giveUp(words('old-npm-node', { version: process.versions.node }), words('node-by-hand'));
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
  say(words('plan'));
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
    missing.push(words('plan-packages', { count: count }));
  }
  var fetched = path.join(bin, process.platform === 'win32' ? 'node.exe' : 'node');
  if (!isEnough(process.versions.node) && !fs.existsSync(fetched)) {
    missing.push(words('plan-node', { version: process.versions.node }));
  }
  if (!browser) {
    missing.push(words(isDebianRoot() ? 'plan-browser-debian' : 'plan-browser'));
  }
  var packages = missingTools().flatMap(function (tool) {
    return tool.debian;
  });
  if (packages.length > 0 && isDebianRoot()) missing.push(words('plan-debian', { names: packages.join(' ') }));
  return missing;
}

/** @returns {boolean} whether anything was installed */
function installPackages() {
  if (packagesAreHere()) return false;
  say(words('installing-packages'));
  var npm = process.env['npm_execpath'];
  var keep = keepNode();
  var done = npm
    ? run(keep.program, [npm, 'ci', '--no-audit', '--no-fund', '--loglevel=error'])
    : run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error']);
  keep.putBack();
  if (!done) {
    giveUp(words('npm-failed'), words('npm-failed-next'));
  }
  writeStamp();
  return true;
}

/** Makes command and child processes into JavaScript, which starts sooner. Without it they run from their sources. */
function buildProgram() {
  var fetched = path.join(bin, process.platform === 'win32' ? 'node.exe' : 'node');
  var node = fs.existsSync(fetched) ? fetched : process.execPath;
  if (run(node, [path.join(__dirname, 'build.mjs'), 'program'], { minutes: 5 })) return;
  say(words('not-built'));
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
    say(words('browser-download'));
    if (run(path.join(root, 'node_modules', '.bin', 'puppeteer'), ['browsers', 'install', 'chrome'], { minutes: 10 })) {
      if (finder.findChromium()) return;
    }
    if (isDebianRoot()) {
      say(words('browser-debian'));
      if (aptInstall(['chromium', 'fontconfig', 'fonts-liberation']) && finder.findChromium()) return;
    }
    giveUp(words('no-browser'), words('no-browser-next'));
  });
}

/**
 * Tools of other makers that a suite uses, by what asks for them. The program itself needs none; without one a part of that
 * suite is skipped, and says so.
 * @typedef {'use-bundles' | 'use-films' | 'use-heic' | 'use-locked' | 'use-stamps' | 'use-zipped' | 'use-unpacked' | 'use-measured' | 'use-kills' | 'use-browsers' | 'use-screen' | 'use-hand' | 'use-lists'} Use
 * @type {Record<string, {name: string, use: Use, debian: string}[]>}
 */
var tools = {
  'check-tools': [
    { name: 'qpdf', use: 'use-bundles', debian: 'qpdf' },
    { name: 'pdftotext', use: 'use-bundles', debian: 'poppler-utils' },
    { name: 'pdfinfo', use: 'use-bundles', debian: 'poppler-utils' },
    { name: 'pdftoppm', use: 'use-bundles', debian: 'poppler-utils' },
    { name: 'ffmpeg', use: 'use-films', debian: 'ffmpeg' },
    { name: 'heif-convert', use: 'use-heic', debian: 'libheif-examples' },
    { name: 'age', use: 'use-locked', debian: 'age' },
    { name: 'openssl', use: 'use-stamps', debian: 'openssl' },
    { name: 'zip', use: 'use-zipped', debian: 'zip' },
    { name: 'unzip', use: 'use-unpacked', debian: 'unzip' },
    { name: '7z', use: 'use-zipped', debian: 'p7zip-full' },
    { name: 'bsdtar', use: 'use-zipped', debian: 'libarchive-tools' },
    { name: 'python3', use: 'use-zipped', debian: 'python3' },
  ],
  'bench-tools': [{ name: 'img2pdf', use: 'use-measured', debian: 'img2pdf' }],
  'crash-tools': [{ name: 'strace', use: 'use-kills', debian: 'strace' }],
  'package-tools': [{ name: 'unzip', use: 'use-browsers', debian: 'unzip' }],
  'display-tools': [
    { name: 'Xvfb', use: 'use-screen', debian: 'xvfb' },
    { name: 'xdotool', use: 'use-hand', debian: 'xdotool' },
  ],
  'office-tools': [{ name: 'soffice', use: 'use-lists', debian: 'libreoffice-calc-nogui libreoffice-writer-nogui' }],
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
    say(words('tool-missing', { name: tool.name, use: words(tool.use) }));
    if (isDebianRoot() && aptInstall(tool.debian.split(' '))) return;
    say(words('tool-by-hand', { name: tool.name }));
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
    giveUp(words('unforeseen', { error: String(error) }), words('unforeseen-next'));
  });
