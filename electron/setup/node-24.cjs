// @ts-check
/*
 * A Node 24 for a computer that has an older one. The npm registry holds Node's program for most systems, one package a
 * system, not each of them in each version: the nearest 24.x is taken. Where the computer's own Node is 24 or newer,
 * nothing is fetched. CommonJS and old syntax on purpose, like `ensure-ready.cjs`.
 */
'use strict';
var childProcess = require('child_process');
var fs = require('fs');
var os = require('os');
var path = require('path');
var words = require('./setup-words.cjs').words;

/** What the tests run on. */
var preferred = { minor: 21, patch: 0 };

/**
 * @typedef {{platform: string, arch: string}} System as `process.platform` and `process.arch` name it
 * @typedef {{name: string, version: string}} NodePackage
 */

/**
 * Whether a version of Node runs the program: TypeScript files, and Node-API 10 for the database.
 * @param {string} version `24.21.0`
 */
function isEnough(version) {
  return Number(version.split('.')[0]) >= 24;
}

/**
 * Names under which the registry has Node's program for a system, the usual one first.
 * @param {System} system
 */
function packagesFor(system) {
  var end = (system.platform === 'win32' ? 'win' : system.platform) + '-' + system.arch;
  return ['node-' + end, 'node-bin-' + end];
}

/**
 * The 24.x nearest to the preferred one among all packages for a system; null where there is none.
 * @param {System} system
 * @param {(name: string) => string[]} versionsOf what the registry has of a package; [] where it has none
 * @returns {NodePackage | null}
 */
function nearest(system, versionsOf) {
  /** @type {(NodePackage & {distance: number})[]} */
  var found = [];
  packagesFor(system).forEach(function (name) {
    versionsOf(name).forEach(function (version) {
      var parts = /^24\.(\d+)\.(\d+)$/.exec(version); // no pre-releases
      if (parts === null) return;
      var distance = Math.abs(Number(parts[1]) - preferred.minor) * 1000 + Math.abs(Number(parts[2]) - preferred.patch);
      found.push({ name: name, version: version, distance: distance });
    });
  });
  found.sort(function (a, b) {
    return a.distance - b.distance; // stable: of two equally near ones the first name's
  });
  return found[0] ? { name: found[0].name, version: found[0].version } : null;
}

/**
 * Runs npm by the Node that runs this.
 * @param {string[]} args
 */
function npm(args) {
  var program = process.env['npm_execpath'];
  var options = /** @type {import('child_process').SpawnSyncOptionsWithStringEncoding} */ ({
    encoding: 'utf8',
    timeout: 20 * 60000,
    maxBuffer: 64 * 1024 * 1024,
    cwd: os.tmpdir(), // a checkout's own npm settings are about its packages
    shell: program === undefined && process.platform === 'win32',
  });
  return program
    ? childProcess.spawnSync(process.execPath, [program].concat(args), options)
    : childProcess.spawnSync('npm', args, options);
}

/**
 * What the registry has of a package.
 * @param {string} name
 * @returns {string[]}
 * @throws {Error} with code `unreachable` where the registry does not answer
 */
function versionsInRegistry(name) {
  var asked = npm([
    'view',
    name,
    'versions',
    '--json',
    '--fetch-retries=1',
    '--fetch-retry-mintimeout=1000',
    '--fetch-timeout=30000',
  ]);
  if (asked.status !== 0 && !/E404/.test(asked.stdout + asked.stderr))
    throw Object.assign(new Error(asked.stderr), { code: 'unreachable' });
  try {
    var versions = JSON.parse(asked.stdout);
    return Array.isArray(versions) ? versions.filter(isText) : isText(versions) ? [versions] : [];
  } catch (_error) {
    return [];
  }
}

/** @param {unknown} value */
function isText(value) {
  return typeof value === 'string';
}

/**
 * Puts a package's program into a folder of programs as `node`; npm holds the download against the registry's hash.
 * @param {NodePackage} chosen
 * @param {string} bin
 * @returns {boolean} whether it is there and starts
 */
function install(chosen, bin) {
  var folder = fs.mkdtempSync(path.join(path.dirname(bin), '.node-24-'));
  try {
    npm([
      'install',
      '--prefix',
      folder,
      '--no-save',
      '--ignore-scripts',
      '--no-audit',
      '--no-fund',
      chosen.name + '@' + chosen.version,
    ]);
    var packageFolder = path.join(folder, 'node_modules', chosen.name);
    var program = ['bin/node', 'bin/node.exe']
      .map(function (one) {
        return path.join(packageFolder, one);
      })
      .filter(fs.existsSync)[0];
    if (program === undefined) return false;
    var target = path.join(bin, path.basename(program));
    fs.mkdirSync(bin, { recursive: true });
    fs.rmSync(target, { force: true });
    fs.renameSync(program, target);
    return starts(target);
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

/** @param {string} program */
function starts(program) {
  var told = childProcess.spawnSync(program, ['-p', 'process.versions.node'], { encoding: 'utf8', timeout: 60000 });
  return told.status === 0 && isEnough(told.stdout.trim());
}

/**
 * Sees to it that `node` in a package script is a Node 24 or newer: the computer's own, the one fetched before, or one
 * fetched now.
 * @param {{system: System, own: string | null, bin: string, say: (text: string) => void, versionsOf?: (name: string) => string[]}} where
 *   `own`: version of the Node that runs this, null where its program is gone; `bin`: the checkout's `node_modules/.bin`
 * @returns {{what: string, next: string} | null} null when there is one, else what is wrong and what to do
 */
function ensureNode24(where) {
  if (where.own !== null && isEnough(where.own)) return null;
  var here = where.own === null ? words('node-gone') : words('node-here', { version: where.own });
  var there = path.join(where.bin, where.system.platform === 'win32' ? 'node.exe' : 'node');
  if (fs.existsSync(there) && starts(there)) return null;
  var system = { system: where.system.platform, cpu: where.system.arch };
  var byHand = words('node-by-hand');
  try {
    var chosen = nearest(where.system, where.versionsOf || versionsInRegistry);
  } catch (_error) {
    return { what: words('node-not-asked', { here: here }), next: words('node-not-asked-next', { next: byHand }) };
  }
  if (chosen === null) return { what: words('node-none', Object.assign({ here: here }, system)), next: byHand };
  where.say(words('node-fetching', { here: here, version: chosen.version, name: chosen.name }));
  if (install(chosen, where.bin)) return null;
  return { what: words('node-not-started', Object.assign({ version: chosen.version }, system)), next: byHand };
}

module.exports = { ensureNode24: ensureNode24, isEnough: isEnough, nearest: nearest };
