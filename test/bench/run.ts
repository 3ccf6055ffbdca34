// `npm run bench [WORD] [-- --short]`: what is measured lies in the file of that word; without one it is the bundle.
import { keepCompiled } from '../../electron/setup/compile-cache.mjs';

keepCompiled(); // as the program does, for its arms too
const files: Readonly<Record<string, string>> = {
  bundle: './bundle-bench.ts',
  'large-bundle': './large-bundle.ts',
  tools: './tools-bench.ts',
  capture: './capture-bench.ts',
  'long-body': './long-body.ts',
  window: './window-bench.ts',
  verify: './verify-bench.ts',
};
const word = process.argv.slice(2).find((one) => !one.startsWith('--')) ?? 'bundle';
const file = files[word];
if (file) await import(file);
else {
  console.error(`bench takes ${Object.keys(files).join(', ')}, not "${word}"`);
  process.exitCode = 2;
}
