// @ts-check
/*
 * Whether the program that was built into `out/` is the one that the sources would give. Looked at once at each start, by
 * names, sizes and times (some milliseconds for all of them; Node, Linux, measured). Where one of these is another, the
 * contents decide; where a content is another, nothing that was built is run. No dependency, no TypeScript: this is read
 * before anything else is loaded.
 */
'use strict';
const fs = require('node:fs');
const path = require('node:path');
const url = require('node:url');

/** Everything that decides what is built: our sources, and by the lock file the packages that are bundled with them. */
const inputs = ['electron', 'shared', 'package.json', 'package-lock.json'];

/**
 * `out/program.json`, the same for the same sources: their hash, and each file of the program with its own.
 * `out/program-stats.json`, this computer's own: what files looked like when their contents were last compared.
 * @typedef {{sources: string, files: {name: string, sha256: string}[]}} Program
 * @typedef {{inputs: string, outputs: string}} Stats
 */

/**
 * All input files, sorted, by their path below the checkout.
 * @param {string} root
 * @returns {string[]}
 */
function inputFiles(root) {
  /** @type {string[]} */
  const found = [];
  /** @param {string} name */
  const take = (name) => {
    for (const entry of fs.readdirSync(path.join(root, name), { withFileTypes: true })) {
      if (entry.isDirectory()) take(`${name}/${entry.name}`);
      else found.push(`${name}/${entry.name}`);
    }
  };
  for (const name of inputs) {
    if (name.includes('.')) found.push(name);
    else take(name);
  }
  return found.sort();
}

/**
 * What files look like from outside. The time of the last change counts beside that of the last writing: a program that
 * puts the latter back does not put back the former.
 * @param {string} root
 * @param {readonly string[]} names
 */
function looks(root, names) {
  return names
    .map((name) => {
      const { size, mtimeMs, ctimeMs } = fs.statSync(path.join(root, name));
      return `${name} ${size} ${mtimeMs} ${ctimeMs}`;
    })
    .join('\n');
}

/**
 * @param {string} root
 * @param {readonly string[]} names
 * @returns {string} SHA-256 over names and contents
 */
function contents(root, names) {
  const hash = require('node:crypto').createHash('sha256');
  for (const name of names) hash.update(`${sha256Of(path.join(root, name))}  ${name}\n`);
  return hash.digest('hex');
}

/** @param {string} file */
function sha256Of(file) {
  return require('node:crypto').createHash('sha256').update(fs.readFileSync(file)).digest('hex');
}

/** @param {string} root */
function pathsIn(root) {
  const out = path.join(root, 'out');
  return { out, program: path.join(out, 'program.json'), stats: path.join(out, 'program-stats.json') };
}

/**
 * A built module, where the program is what the sources would give now.
 * @param {string} root the checkout
 * @param {string} name below `out/`: `cli.mjs`
 * @returns {string | null} the module's address, to be imported
 */
function builtModule(root, name) {
  const { out, program, stats } = pathsIn(root);
  try {
    /** @type {Stats} */
    const known = JSON.parse(fs.readFileSync(stats, 'utf8'));
    /** @type {Program} */
    const { sources, files } = JSON.parse(fs.readFileSync(program, 'utf8'));
    const names = inputFiles(root);
    const now = { inputs: looks(root, names), outputs: looks(out, files.map(nameOf)) };
    if (now.inputs !== known.inputs || now.outputs !== known.outputs) {
      if (contents(root, names) !== sources) return null;
      if (files.some(({ name, sha256 }) => sha256Of(path.join(out, name)) !== sha256)) return null;
      writeWhole(stats, now);
    }
    return url.pathToFileURL(path.join(out, name)).href;
  } catch {
    return null; // nothing was built, or not all of it is there
  }
}

/** @param {{name: string}} file */
function nameOf({ name }) {
  return name;
}

/**
 * Takes down what was built from which sources; the last step of a build.
 * @param {string} root
 * @param {{looks: string, contents: string}} sources as they were before the build
 * @param {readonly string[]} outputs names below `out/`
 * @returns {boolean} false where the sources changed meanwhile: then nothing is taken down, and nothing built is run
 */
function stampProgram(root, sources, outputs) {
  const { out, program, stats } = pathsIn(root);
  if (looks(root, inputFiles(root)) !== sources.looks) return false;
  const names = [...outputs].sort();
  const files = names.map((name) => ({ name, sha256: sha256Of(path.join(out, name)) }));
  writeWhole(program, { sources: sources.contents, files });
  writeWhole(stats, { inputs: sources.looks, outputs: looks(out, names) });
  return true;
}

/**
 * The sources as they are, to be given to `stampProgram` after a build.
 * @param {string} root
 */
function sourcesNow(root) {
  const names = inputFiles(root);
  return { looks: looks(root, names), contents: contents(root, names) };
}

/**
 * What the last build made, and that it is no longer to be run: the first step of a build.
 * @param {string} root
 * @returns {string[]} names below `out/`
 */
function withdrawProgram(root) {
  const { program, stats } = pathsIn(root);
  fs.rmSync(stats, { force: true });
  try {
    return JSON.parse(fs.readFileSync(program, 'utf8')).files.map(nameOf);
  } catch {
    return [];
  }
}

/**
 * @param {string} file
 * @param {object} value
 */
function writeWhole(file, value) {
  const half = `${file}.${process.pid}`;
  fs.writeFileSync(half, JSON.stringify(value));
  fs.renameSync(half, file);
}

module.exports = { builtModule, stampProgram, sourcesNow, withdrawProgram };
