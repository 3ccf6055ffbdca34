import sharp from 'sharp';

/** Blank columns at the sides of a picture, in each row of one colour; rows at its foot that are like the one above. */
export type Margins = { left: number; right: number; foot: number };

type Pixels = Readonly<{ data: Buffer; width: number; height: number }>;

async function pixelsOf(file: string): Promise<Pixels> {
  const { data, info } = await sharp(file).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height };
}
const same = ({ data }: Pixels, one: number, other: number): boolean =>
  [0, 1, 2].every((at) => data[one * 3 + at] === data[other * 3 + at]);

/** A tile and the row of the picture at which it begins. */
type Tile = Readonly<{ file: string; y: number }>;

/** What is blank of a picture, over all its tiles, which share rows. @param tiles from the top down */
export async function marginsOf(tiles: readonly Tile[]): Promise<Margins> {
  const all = { left: Infinity, right: Infinity, foot: 0 };
  /** The first of the rows at the foot that are like the one above. */
  let [bottom, blankFrom] = [0, 0];
  for (const { file, y } of tiles) {
    const pixels = await pixelsOf(file);
    const { width, height } = pixels;
    const row = (at: number) => pixels.data.subarray(at * width * 3, (at + 1) * width * 3);
    let from = height;
    while (from > 1 && row(from - 1).equals(row(from - 2))) from -= 1;
    // A tile of which all rows are alike goes on with what was blank above it, for the rows that both have are the same.
    if (from > 1 || y === 0) blankFrom = y + from;
    bottom = y + height;
    for (let row = 0; row < height; row += 1) {
      const [first, last] = [row * width, row * width + width - 1];
      let [left, right] = [0, 0];
      while (left < width && same(pixels, first, first + left)) left += 1;
      while (right < width && same(pixels, last, last - right)) right += 1;
      all.left = Math.min(all.left, left);
      all.right = Math.min(all.right, right);
    }
  }
  return { ...all, foot: bottom - blankFrom };
}

/** Rows, counted from 1, in which two pictures of one tile each and of one size differ; null: they are not such. */
export async function differingRows(one: readonly string[], other: readonly string[]): Promise<number[] | null> {
  const [[first, ...more], [second, ...rest]] = [one, other];
  if (first === undefined || second === undefined || more.length + rest.length > 0) return null;
  const [before, after] = [await pixelsOf(first), await pixelsOf(second)];
  if (before.width !== after.width || before.height !== after.height) return null;
  const bytes = before.width * 3;
  return Array.from({ length: before.height }, (_, row) => row)
    .filter((row) => before.data.compare(after.data, row * bytes, (row + 1) * bytes, row * bytes, (row + 1) * bytes))
    .map((row) => row + 1);
}
