#!/usr/bin/env node
// @ts-check
// The command's entry point: looks at the runtime before anything else is loaded (an older Node reads no TypeScript, and
// better-sqlite3 dies in it without a word), then hands over to the program as it was built, or to its sources where they
// have changed since. CommonJS and plain JavaScript, which each Node since 12 reads; what it opens is not.
'use strict';
(function () {
  const enough = Number(process.versions.node.split('.')[0]) >= 24;
  if (!enough) {
    process.stderr.write(
      'Fascicle 需要 Node 24 或更新版本（当前为 ' +
        process.versions.node +
        '）。在源码目录中请用：npm run -s fascicle -- …，它会自行准备。\n' +
        'Fascicle needs Node 24 or newer (this is ' +
        process.versions.node +
        '). In a checkout use: npm run -s fascicle -- …, which provides its own.\n' +
        '未读写任何证据。 No evidence was read or written.\n',
    );
    process.exitCode = 1;
    return;
  }
  // What Node makes of our files is kept for the next start, from the first of them on.
  require('../setup/compile-cache.mjs').keepCompiled();
  const { builtModule } = require('../setup/built-program.cjs');
  // FASCICLE_RUN=sources: a person who works on the program, or its tests, wants the sources whatever was built.
  const built =
    process.env['FASCICLE_RUN'] === 'sources'
      ? null
      : builtModule(require('path').join(__dirname, '..', '..'), 'cli.mjs');
  const loading = /** @type {Promise<typeof import('./commands/main.ts')>} */ (
    built ? import(built) : import('./commands/main.ts')
  );
  void loading.then(function (program) {
    return program.runProgram(process.argv.slice(2));
  });
})();
