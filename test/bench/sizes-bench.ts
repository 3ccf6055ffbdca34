// `npm run bench sizes [-- --short]`: the whole command (`import`, `list`, `bundle`) on cases of the sizes that users have:
// 65 captured pages, 300 screenshots of a phone that `import` brought in, 1,000 captures of two tiles each (over 3 GB).
// Beside each, in the same run and in turns, the floor: one Node process that reads, hashes, writes and fsyncs the same files.
// Says medians, their ratio, and what an exhibit, a page and a megabyte cost beyond the floor; processor time in programs
// as well, which says more than the clock on a computer that does something else. Every case is arranged as a court wants it.
// Last, how long a program that runs takes for the bundle of a changed arrangement.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openCase } from '../../electron/casefile/open-case.ts';
import { resolveArrangement } from '../../shared/plan/arrangement.ts';
import { context } from '../fixtures/case-room.ts';
import { freshFolder } from '../fixtures/fascicle.ts';
import { arm, runCommand, type CommandRun } from './arms.ts';
import { noisePixels, noisePng } from './noise-png.ts';

/** Beyond the floor, and for a changed arrangement, in milliseconds; the memory of all processes, in megabytes. */
const mostOf = { exhibit: 3, page: 1, preview: 1_000, peak: 200 } as const;

const short = process.argv.includes('--short');
const only = process.argv.slice(3).find((word) => !word.startsWith('--'));
const rounds = short ? 1 : 3;

type Size = Readonly<{
  name: string;
  /** What the case is made of. */
  of: string;
  exhibits: number;
  /** At most so many times the floor, or so many seconds for the whole command. */
  most: Readonly<{ ratio: number } | { seconds: number }>;
  /** Makes `bench.fascicle` in a folder. */
  make(folder: string): Promise<unknown>;
}>;

const copies = short ? 1 : 5;
const screenshots = short ? 10 : 300;
const captures = short ? 10 : 1_000;
const sizes: readonly Size[] = [
  {
    name: 'captured',
    of: `13 pages (5 of the demo, 8 saved ones where they are beside the checkout), captured by the program, ${copies} of each as files of their own`,
    exhibits: 13 * copies,
    most: { seconds: 1.5 },
    make: (folder) => arm('make-captured', folder, '8', String(copies)),
  },
  {
    name: 'screenshots',
    of: 'PNG of 1080 × 2340, 1.4 MB each, noise and white alike in all, imported',
    exhibits: screenshots,
    most: { ratio: 1.5 },
    make: importScreenshots,
  },
  {
    name: 'thousand',
    of: 'captures with a text, 120 lines of words with places and two tiles of 1280 × 2560, half a megabyte to two',
    exhibits: captures,
    most: { ratio: 1.3 },
    make: (folder) => arm('make-case', folder, String(captures), '2', '2560', '20', '120'),
  },
];

console.log(
  '| Case | Exhibits | Pages | MB | Floor, s | `bundle`, s | Processor, s | Ratio | ms an exhibit | ms a page | Peak, MB |',
);
console.log(`|${' --- |'.repeat(11)}`);
const about: string[] = [];
let missed = 0;
for (const size of sizes.filter(({ name }) => only === undefined || name === only)) missed += await measured(size);
console.log(`\n${about.join('\n')}`);
console.log(
  'An exhibit, a page: the time beyond the floor, divided by their number; each figure as if it alone were paid for.',
);
if (missed > 0 && !short) process.exitCode = 1;

/** @returns how many limits were missed */
async function measured({ name, of, exhibits, most, make }: Size): Promise<number> {
  const folder = freshFolder('fascicle-bench-');
  const caseFile = join(folder, 'bench.fascicle');
  try {
    about.push(`${name}: ${of}.`);
    await make(folder);
    arrange(caseFile);
    await arm('floor', folder); // warms the disk's cache for both arms alike
    const [floors, bundles, lists]: [number[], CommandRun[], CommandRun[]] = [[], [], []];
    let megabytes = 0;
    for (let round = 0; round < rounds; round++) {
      const floor = await arm('floor', folder);
      megabytes = floor.bytes / 1e6;
      floors.push(floor.ms);
      rmSync(join(caseFile, 'bundles'), { recursive: true, force: true });
      bundles.push(await runCommand('bundle', caseFile, '--json'));
      lists.push(await runCommand('list', caseFile));
    }
    const [floor, ms, cpu] = [
      median(floors),
      median(bundles.map((one) => one.ms)),
      median(bundles.map((one) => one.cpu)),
    ];
    const pages = Number(/"pages":(\d+)/.exec(bundles[0]?.stdout ?? '')?.[1] ?? 0);
    const peak = Math.max(...bundles.map((one) => one.megabytes));
    const over = ms - floor;
    const ratio = ms / floor;
    const cells = [
      name,
      exhibits,
      pages,
      megabytes.toFixed(0),
      seconds(floor),
      seconds(ms),
      seconds(cpu),
      ratio.toFixed(2),
    ];
    console.log(
      `| ${[...cells, (over / exhibits).toFixed(1), (over / pages).toFixed(1), peak.toFixed(0)].join(' | ')} |`,
    );
    about.push(
      `  bundle ${bundles.map((one) => seconds(one.ms)).join(', ')} s; floor ${floors.map(seconds).join(', ')} s; ${(over / megabytes).toFixed(1)} ms a MB beyond it`,
    );
    const list = median(lists.map((one) => one.ms));
    about.push(
      `  list ${seconds(list)} s, ${seconds(median(lists.map((one) => one.cpu)))} s of it the processor's: ${(list / exhibits).toFixed(1)} ms an item`,
    );
    const changed = await previews(folder, caseFile);
    about.push(
      `  two exhibits change places in a program that runs: bundle again in ${changed.map(seconds).join(', ')} s`,
    );
    const missedHere = [
      'ratio' in most
        ? ratio > most.ratio && `more than ${most.ratio} times the floor`
        : ms > most.seconds * 1_000 && `more than ${most.seconds} s`,
      over / exhibits > mostOf.exhibit && `more than ${mostOf.exhibit} ms an exhibit`,
      over / pages > mostOf.page && `more than ${mostOf.page} ms a page`,
      peak >= mostOf.peak && `${mostOf.peak} MB or more`,
      // What a person looks at again and again is a case like the captured one; a gigabyte is written once.
      'seconds' in most &&
        median(changed) > mostOf.preview &&
        `more than ${mostOf.preview} ms for a changed arrangement`,
    ].filter((one) => one !== false);
    // Ten exhibits are mostly the program's start: their figures say nothing.
    if (missedHere.length > 0 && !short) about.push(`  missed: ${missedHere.join('; ')}`);
    return missedHere.length;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** How long a person waits for the bundle of a changed arrangement, round by round. */
async function previews(folder: string, caseFile: string): Promise<readonly number[]> {
  const times: number[] = [];
  for (let round = 0; round < rounds; round++) {
    rmSync(join(caseFile, 'bundles'), { recursive: true, force: true });
    times.push((await arm('bundle-arm', folder, 'again')).ms);
  }
  return times;
}

/** Every item that files itself an exhibit with a summary and a purpose of its own: a court that demands them stops a bundle without. */
function arrange(path: string): void {
  const caseFile = openCase(path, context);
  const exhibits = resolveArrangement(null, caseFile.items(), caseFile.facts().language).map((exhibit, at) => ({
    ...exhibit,
    summary: `第 ${at + 1} 件：页面称某公司已进入清算程序。`,
    purpose: `证明第 ${at + 1} 件所示内容当时公开可见。`,
  }));
  caseFile.logEvent('exhibits-set', { exhibits });
  caseFile.close();
}

/** The screenshots as files, then `import` of them all, measured against their own floor as far as one is there. */
async function importScreenshots(folder: string): Promise<void> {
  const files = join(folder, 'files');
  mkdirSync(files);
  const pixels = noisePixels(1_080, 2_340, 15);
  const paths = Array.from({ length: screenshots }, (_, at) =>
    join(files, `IMG_${String(at + 1).padStart(4, '0')}.png`),
  );
  for (const [at, path] of paths.entries()) writeFileSync(path, noisePng(1_080, 2_340, pixels, String(at)));
  const caseFile = join(folder, 'bench.fascicle');
  await runCommand(
    'new',
    caseFile,
    '--title',
    'benchmark',
    '--court',
    'hangzhou',
    '--applicant',
    'A',
    '--operator',
    'B',
  );
  const { ms, cpu } = await runCommand('import', caseFile, ...paths, '--category', 'message', '--source', 'benchmark');
  about.push(
    `  import ${seconds(ms)} s, ${seconds(cpu)} s of it the processor's: ${(ms / screenshots).toFixed(0)} ms a file`,
  );
  rmSync(files, { recursive: true });
}

function median(of: readonly number[]): number {
  const sorted = [...of].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

function seconds(ms: number): string {
  return (ms / 1_000).toFixed(2);
}
