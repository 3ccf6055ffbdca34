// `npm run bench [bundle|capture] [-- --short]`: what is measured lies in the two files; without a word it is the bundle.
const word = process.argv.slice(2).find((one) => !one.startsWith('--')) ?? 'bundle';
if (word === 'bundle') await import('./bundle-bench.ts');
else if (word === 'capture') await import('./capture-bench.ts');
else {
  console.error(`bench takes bundle or capture, not "${word}"`);
  process.exitCode = 2;
}
