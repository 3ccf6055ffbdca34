// @ts-check
/*
 * `npm run help`: the scripts of this repository in groups. CommonJS and old syntax, like `ensure-ready.cjs`: it answers
 * before anything is installed. A test holds the list against `package.json`.
 */
'use strict';

/** @type {Record<string, Record<string, string>>} */
var groups = {
  'To use it': {
    demo: 'the whole job on a small site of our own',
    start: 'the window; -- --chromium or -- --electron chooses which',
    fascicle: 'the command: npm run -s fascicle -- --help',
    'verify-page': 'writes verify.html, the offline verifier, and prints its hash',
    setup: 'looks for what is missing, and installs it',
  },
  'Before a commit': {
    build: 'command, window and children as built JavaScript, in out/',
    typecheck: 'types, layer by layer',
    lint: 'ESLint, Prettier, who may import whom',
    knip: 'code that nobody uses',
    test: 'the tests, about four minutes',
    docs: 'writes the pages that are made from the program (docs/commands.md)',
  },
  'Longer tests': {
    'test:browser': 'captures that take many seconds each',
    journeys: 'a person’s ways through the window, real keys and mouse',
    mutants: 'small faults put into the code, and whether a test finds each (-- --short)',
    tamper: 'attacks on cases, packages and proofs; the threat list',
    display: 'real windows on a screen (Xvfb)',
    'test:electron': 'the window in Electron, where its program is there',
    packages: 'the desktop package',
    long: 'long runs: npm run long alone lists them; NAME -- --short for a short one',
    bench: 'speed and memory: window, capture, large-bundle, verify, long-body, tools',
  },
  'To release': {
    screenshots: 'every screen, both languages and themes, into out/screenshots',
    'pin-browser': 'pins the capture browser of a package: -- win x64',
  },
};

module.exports = groups;

if (require.main === module) {
  Object.keys(groups).forEach(function (title) {
    var scripts = groups[title] || {};
    console.log('\n' + title);
    Object.keys(scripts).forEach(function (name) {
      console.log('  npm run ' + (name + '                ').slice(0, 15) + (scripts[name] || ''));
    });
  });
  console.log('\nEverything, in a fresh clone: .ci/run');
}
