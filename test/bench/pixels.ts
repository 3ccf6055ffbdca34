// `npm run long pixels [-- --short]`: captures pages whose every row has a known colour, and counts, for each trap, the rows of
// the stored tiles that are not what the page is known to paint. Prints the table of the README; any wrong row fails.
import '../fixtures/runner/own-temporary-of-run.ts';
import sharp from 'sharp';
import { captured } from '../fixtures/capture-room.ts';
import { openSite } from '../fixtures/site/site.ts';
import { block, imageColour, rowColour, strips, tall } from '../fixtures/site/tall-page.ts';

type Scale = 1 | 2;
const short = process.argv.includes('--short');
const pages: readonly (readonly [height: number, scale: Scale])[] = short
  ? [
      [9_000, 1],
      [9_000, 2],
    ]
  : [
      [20_000, 1],
      [43_000, 1],
      [160_000, 1],
      [20_000, 2],
      [80_000, 2],
      [160_000, 2],
    ];
const traps = ['rows', 'sticky header', '100vh block', 'lazy pictures', 'web font', 'animation', 'script'] as const;
type Trap = (typeof traps)[number];

const site = await openSite();
console.log(`| Height, device px | DPR | Rows | ${traps.join(' | ')} |`);
console.log(`| --- | --- | --- | ${traps.map(() => '---').join(' | ')} |`);
for (const [height, scale] of pages) {
  const rows = Math.floor((height / scale - tall.header - tall.hero) / tall.rowHeight);
  const { looked, wrong } = await wrongRows(rows, scale);
  console.log(`| ${looked} | ${scale} | ${rows} | ${traps.map((trap) => wrong[trap]).join(' | ')} |`);
  if (traps.some((trap) => wrong[trap] > 0)) process.exitCode = 1;
}
await site.close();

/** Captures a page of so many rows and counts the device pixel rows that are wrong, by trap. */
async function wrongRows(rows: number, scale: Scale): Promise<{ looked: number; wrong: Record<Trap, number> }> {
  const view = { device: 'desktop', width: 1280, height: 900, scale } as const;
  const done = await captured(`${site.origin}/tall?rows=${rows}&moves`, { view, timeout: 600 });
  const wanted = (tall.header + tall.hero + rows * tall.rowHeight) * scale;
  if (done.record.picture?.height !== wanted) throw new Error(`${done.record.picture?.height} rows, not ${wanted}`);
  const wrong: Record<Trap, number> = {
    rows: 0,
    'sticky header': 0,
    '100vh block': 0,
    'lazy pictures': 0,
    'web font': 0,
    animation: 0,
    script: 0,
  };
  const held = new Map<Trap, string>();
  for (const tile of done.record.artifacts.filter(({ role }) => role === 'screenshot-tile')) {
    const { data, info } = await sharp(done.bytes(tile.name)).raw().toBuffer({ resolveWithObject: true });
    for (let y = 0; y < info.height; y++) {
      const page = Math.floor(((tile.y ?? 0) + y) / scale);
      const colour = (x: number) => {
        const at = (y * info.width + x * scale) * info.channels;
        return [...data.subarray(at, at + 3)].join();
      };
      const within = page - tall.header - tall.hero;
      const row = Math.floor(within / tall.rowHeight);
      const [trap, right]: readonly [Trap, readonly number[]] =
        page < tall.header
          ? ['sticky header', [1, 2, 3]]
          : within < 0
            ? ['100vh block', [4, 5, 6]]
            : ['rows', rowColour(row)];
      if (colour(400) !== right.join()) wrong[trap] += 1;
      const inPicture = within >= 0 && row % 10 === 0 && within % tall.rowHeight >= 26 && within % tall.rowHeight < 74;
      if (inPicture && colour(tall.imageLeft + 50) !== imageColour.join()) wrong['lazy pictures'] += 1;
      const inBlock =
        within >= 0 &&
        row % 10 === block.everyTenthFrom &&
        within % tall.rowHeight > block.top &&
        within % tall.rowHeight < block.top + block.size - 1;
      if (inBlock && colour(block.left + block.size / 2) !== block.colour.join()) wrong['web font'] += 1;
      // A strip that moves has one colour from top to bottom, whichever it was when everything was held still.
      for (const [strip, left] of [
        ['animation', strips.animated],
        ['script', strips.scripted],
      ] as const) {
        const seen = colour(left + strips.width / 2);
        if (page < tall.header) continue; // the header lies over the strips, or they over it
        if (!held.has(strip)) held.set(strip, seen);
        if (held.get(strip) !== seen) wrong[strip] += 1;
      }
    }
  }
  return { looked: wanted, wrong };
}
