/** A page drawn on white: red, green, blue and opacity of each pixel. */
export type DrawnPixels = Readonly<{ width: number; height: number; data: Uint8ClampedArray }>;

/** Of 255, in one colour, between the means of the same nine pixels: antialiasing alone moves less. */
const mostApart = 40;
/** Means so far apart that are one letter's, not a stray pixel's. */
const fewest = 4;

/**
 * Whether two drawings of a page by one program show different things: somewhere the mean of nine pixels is further apart
 * than the drawing of an edge a fraction of a pixel beside explains.
 */
export function pagesDiffer(one: DrawnPixels, other: DrawnPixels): boolean {
  if (Math.abs(one.width - other.width) > 1 || Math.abs(one.height - other.height) > 1) return true;
  const [width, height] = [Math.min(one.width, other.width), Math.min(one.height, other.height)];
  let apart = 0;
  for (let y = 1; y < height - 1; y++)
    for (let x = 1; x < width - 1; x++) {
      if (same(one, other, x, y)) continue;
      if (meansApart(one, other, x, y) > mostApart && (apart += 1) >= fewest) return true;
    }
  return false;
}

function same(one: DrawnPixels, other: DrawnPixels, x: number, y: number): boolean {
  const [a, b] = [(y * one.width + x) * 4, (y * other.width + x) * 4];
  return (
    one.data[a] === other.data[b] && one.data[a + 1] === other.data[b + 1] && one.data[a + 2] === other.data[b + 2]
  );
}

function meansApart(one: DrawnPixels, other: DrawnPixels, x: number, y: number): number {
  let most = 0;
  for (let colour = 0; colour < 3; colour++) {
    let sum = 0;
    for (let dy = -1; dy <= 1; dy++)
      for (let dx = -1; dx <= 1; dx++) {
        const [a, b] = [((y + dy) * one.width + x + dx) * 4, ((y + dy) * other.width + x + dx) * 4];
        sum += (one.data[a + colour] ?? 0) - (other.data[b + colour] ?? 0);
      }
    most = Math.max(most, Math.abs(sum) / 9);
  }
  return most;
}
