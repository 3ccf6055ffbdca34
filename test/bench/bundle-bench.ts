// Part of `npm run bench [bundle] [-- --short]`: 300 screenshots, over 1 GB of PNG, into one bundle, against the floor in the same run:
// one Node process that reads, hashes, writes and fsyncs the same bytes. Prints times, ratio and peak memory.
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { freshFolder } from '../fixtures/fascicle.ts';
import { arm, best, seconds, type Measured } from './arms.ts';

const short = process.argv.includes('--short');
const count = short ? 12 : 300;
const folder = freshFolder('fascicle-bench-');

try {
  const made = await arm('make-case', folder, String(count));
  console.log(`${count} screenshots, ${(made.bytes / 1e6).toFixed(0)} MB of PNG`);
  await arm('floor', folder); // warms the disk's cache for both arms alike
  const [floors, bundles]: [Measured[], Measured[]] = [[], []];
  for (let round = 0; round < (short ? 1 : 3); round++) {
    // In turns, and the best of each: what else the machine does then hits neither arm alone.
    floors.push(await arm('floor', folder));
    rmSync(join(folder, 'bench.fascicle', 'bundles'), { recursive: true, force: true });
    bundles.push(await arm('bundle-arm', folder));
  }
  const megabytes = Math.max(...bundles.map((one) => one.megabytes));
  const ratio = best(bundles) / best(floors);
  console.log(`floor   ${seconds(floors)} s`);
  console.log(`bundle  ${seconds(bundles)} s, ${megabytes} MB peak, ${bundles[0]?.pages ?? 0} pages`);
  console.log(`ratio   ${ratio.toFixed(2)} (at most 3, best of each)`);
  // A short run is mostly fonts and start-up: its ratio says nothing.
  if (!short && (ratio > 3 || megabytes >= 300)) process.exitCode = 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
