import sharp from 'sharp';
import type { Captured } from '../../../fixtures/capture-room.ts';

/** Where a colour is in the picture: on how many of the rows looked at, every fourth, and its first one. */
type Shown = Readonly<{ pixels: number; top: number }>;
/** Red and green of the colours looked for; their blue is 77 for bars and 33 for codes. */
export type ShownColours = Readonly<{
  bar(red: number, green: number): Shown | null;
  code(red: number, green: number): Shown | null;
  /** Numbers of the bars that are shown, the smallest first; those of page B begin at 12,800. */
  bars: readonly number[];
  height: number;
}>;

const enough = { bar: 75, code: 5 };

/** Looks for the colours of the pages in the stored tiles. */
export async function shownColours({ record, bytes }: Captured): Promise<ShownColours> {
  const found = new Map<number, { pixels: number; top: number }>();
  let height = 0;
  for (const tile of record.artifacts.filter(({ role }) => role === 'screenshot-tile')) {
    const { data, info } = await sharp(bytes(tile.name)).removeAlpha().raw().toBuffer({ resolveWithObject: true });
    const { width } = info;
    height = Math.max(height, (tile.y ?? 0) + info.height);
    for (let y = 2; y < info.height; y += 4)
      for (let at = y * width * 3; at < (y + 1) * width * 3; at += 3) {
        const blue = data[at + 2] ?? 0;
        if (blue !== 77 && blue !== 33) continue;
        const key = ((data[at] ?? 0) << 16) | ((data[at + 1] ?? 0) << 8) | blue;
        const one = found.get(key) ?? { pixels: 0, top: (tile.y ?? 0) + y };
        one.pixels += 1;
        found.set(key, one);
      }
  }
  const look = (blue: number, least: number) => (red: number, green: number) => {
    const one = found.get((red << 16) | (green << 8) | blue);
    return one && one.pixels >= least ? one : null;
  };
  const bar = look(77, enough.bar);
  const all = Array.from({ length: 60 * 256 }, (_, n) => n);
  return {
    bar,
    code: look(33, enough.code),
    bars: all.filter((n) => bar(n & 255, 100 + (n >> 8)) !== null),
    height,
  };
}
