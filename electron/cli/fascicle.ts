#!/usr/bin/env node
// The command's door: checks the runtime before anything native is loaded (better-sqlite3 dies without a word on an
// older Node), then hands over. Nothing is imported statically here for that reason.
const napi = Number(process.versions['napi']);
if (!(napi >= 10)) {
  process.stderr.write(
    `Fascicle needs Node 24 (this is ${process.versions.node}). In a checkout: npm run -s fascicle -- …, which brings its own.\n` +
      '未读写任何证据。 No evidence was read or written.\n',
  );
  process.exit(1);
}
const { main } = await import('./main.ts');
process.exitCode = await main(process.argv.slice(2));
