#!/usr/bin/env node
// The command's door: checks the runtime before anything native is loaded (better-sqlite3 dies without a word on an
// older Node), then hands over. Nothing that needs more is imported statically here for that reason.
import { keepCompiled } from '../setup/compile-cache.mjs';

const napi = Number(process.versions['napi']);
if (!(napi >= 10)) {
  process.stderr.write(
    `Fascicle needs Node 24 (this is ${process.versions.node}). In a checkout: npm run -s fascicle -- …, which brings its own.\n` +
      '未读写任何证据。 No evidence was read or written.\n',
  );
  process.exit(1);
}
keepCompiled();
// Whoever reads our lines may go (`| head`): the work goes on without saying more, for evidence may be at stake.
for (const stream of [process.stdout, process.stderr])
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
const { main } = await import('./main.ts');
process.exitCode = await main(process.argv.slice(2));
