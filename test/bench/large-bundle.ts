// `npm run bench large-bundle [-- --short]`: a case of 1,000 captures with their words (over 4,000 pages, over 3 GB) against
// the floor in the same run, its memory against that of 300 captures, and a bundle of ten thousand pages.
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { freshFolder } from '../fixtures/fascicle.ts';
import { arm, best, seconds, type Measured } from './arms.ts';

const short = process.argv.includes('--short');
/** Tiles, rows of each, bytes of noise in 97, lines of text. */
const usual = ['2', '2560', '20', '120'];
const small = ['2', '2560', '1', '120'];
const [few, many, pages] = short ? [3, 10, 12] : [300, 1_000, 2_500];

const short300 = await measured('few', few, usual, 1);
const long = await measured('many', many, usual, short ? 1 : 3);
const vast = await measured('ten thousand pages', pages, small, 0);
const ratio = best(long.bundles) / best(long.floors);
const grown = peak(long) / peak(short300);
console.log(
  `ratio ${ratio.toFixed(2)} (at most 2, best of each); memory ${grown.toFixed(2)} of that of ${few} (at most 1.2)`,
);
const wrong = [
  ratio > 2 && 'too slow',
  peak(long) >= 300 && 'too much memory',
  grown > 1.2 && 'memory grows with the case',
  (long.bundles[0]?.pages ?? 0) <= 4_000 && 'fewer pages than meant',
  (vast.bundles[0]?.pages ?? 0) < 10_000 && 'fewer than ten thousand pages',
].filter((one) => one !== false);
if (wrong.length > 0 && !short) {
  console.log(wrong.join('; '));
  process.exitCode = 1;
}

type Arms = { floors: Measured[]; bundles: Measured[] };

/** One case, and both arms on it in turns. @param rounds 0 for the bundle alone, once */
async function measured(name: string, count: number, shape: readonly string[], rounds: number): Promise<Arms> {
  const folder = freshFolder('fascicle-bench-');
  const arms: Arms = { floors: [], bundles: [] };
  try {
    const made = await arm('make-case', folder, String(count), ...shape);
    await arm('floor', folder); // warms the disk's cache for both arms alike
    for (let round = 0; round < Math.max(1, rounds); round++) {
      if (rounds > 0) arms.floors.push(await arm('floor', folder));
      rmSync(join(folder, 'bench.fascicle', 'bundles'), { recursive: true, force: true });
      arms.bundles.push(await arm('bundle-arm', folder));
    }
    const gigabytes = (made.bytes / 1e9).toFixed(2);
    console.log(`${name}: ${count} exhibits, ${arms.bundles[0]?.pages ?? 0} pages, ${gigabytes} GB of PNG`);
    if (rounds > 0) console.log(`  floor   ${seconds(arms.floors)} s`);
    console.log(`  bundle  ${seconds(arms.bundles)} s, ${peak(arms)} MB peak`);
    return arms;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function peak({ bundles }: Arms): number {
  return Math.max(...bundles.map((one) => one.megabytes));
}
