// `npm run bench [bundle|capture|long-body|verify] [-- --short]`: what is measured lies in the files; without a word it is the bundle.
const word = process.argv.slice(2).find((one) => !one.startsWith('--')) ?? 'bundle';
if (word === 'bundle') await import('./bundle-bench.ts');
else if (word === 'capture') await import('./capture-bench.ts');
else if (word === 'long-body') await import('./long-body.ts');
else if (word === 'verify') await import('./verify-bench.ts');
else {
  console.error(`bench takes bundle, capture, long-body or verify, not "${word}"`);
  process.exitCode = 2;
}
