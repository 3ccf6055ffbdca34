// `npm run bench [WORD] [-- --short]`: what is measured lies in the files of that word; without one it is the bundle against
// the floor alone, with `bundle` other tools beside it as well.
import '../fixtures/runner/own-temporary-of-run.ts';
import { keepCompiled } from '../../electron/setup/compile-cache.mjs';

keepCompiled(); // as the program does, for its arms too
const files: Readonly<Record<string, readonly string[]>> = {
  floor: ['./bundle-bench.ts'],
  bundle: ['./bundle-bench.ts', './tools-bench.ts'],
  'large-bundle': ['./large-bundle.ts'],
  sizes: ['./sizes-bench.ts'],
  tools: ['./tools-bench.ts'],
  capture: ['./capture-bench.ts'],
  'long-body': ['./long-body.ts'],
  window: ['./window-bench.ts'],
  verify: ['./verify-bench.ts'],
};
const word = process.argv.slice(2).find((one) => !one.startsWith('--')) ?? 'floor';
const parts = files[word];
if (parts) for (const part of parts) await import(part);
else {
  console.error(`bench takes ${Object.keys(files).join(', ')}, not "${word}"`);
  process.exitCode = 2;
}
