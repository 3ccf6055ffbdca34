import sharp from 'sharp';

/** Pixels of a picture, three bytes each, row by row. */
type Drawn = Readonly<{ data: Buffer; width: number; height: number }>;
/** Whether the pixel that begins at this byte has a colour. */
type OfColour = (data: Buffer, at: number) => boolean;

export async function drawnPixels(file: Uint8Array | string): Promise<Drawn> {
  const picture = sharp(file).removeAlpha().toColourspace('srgb').raw();
  const { data, info } = await picture.toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height };
}

/** The colour of words that are to be covered, however pale. */
export const isPink: OfColour = (data, at) => data[at]! > data[at + 1]! + 12 && data[at + 2]! > data[at + 1]! + 12;
/** The colour of words beside them. */
export const isBlue: OfColour = (data, at) => data[at + 2]! > 200 && data[at]! < 90 && data[at + 1]! < 90;

export function countOf({ data }: Drawn, is: OfColour): number {
  let found = 0;
  for (let at = 0; at < data.length; at += 3) if (is(data, at)) found += 1;
  return found;
}

/** Whether any pixel within some distance of one is so. */
export function isNear({ data, width, height }: Drawn, pixel: number, by: number, is: OfColour): boolean {
  const [x, y] = [pixel % width, Math.floor(pixel / width)];
  for (let row = Math.max(0, y - by); row <= Math.min(height - 1, y + by); row++)
    for (let column = Math.max(0, x - by); column <= Math.min(width - 1, x + by); column++)
      if (is(data, (row * width + column) * 3)) return true;
  return false;
}
