import type { Rows } from '../../../shared/page/picture/blank-rows.ts';

/** A channel that differs by more is another colour on paper. */
const faintest = 8;
/** Two rows may differ in so many straight edges, each at least so many pixels long: a rule, the edge of a box. */
const mostEdges = 6;
const shortestEdge = 24;

/**
 * Whether a cut between two rows cuts nothing: they are alike, or differ only where a straight edge runs along them, one
 * colour above it and one below. What runs straight down, as the border of a column, is in both and may go on.
 *
 * @param pixel bytes of a pixel, of which the first three are its colour
 */
export function cutsNothing(above: Uint8Array, below: Uint8Array, pixel: number): boolean {
  if (Buffer.compare(above, below) === 0) return true;
  let edges = 0;
  for (let at = 0; at < below.length;) {
    if (isLike(above, below, at, at)) {
      at += pixel;
      continue;
    }
    edges += 1;
    const begins = at;
    while (at < below.length && isLike(above, above, begins, at) && isLike(below, below, begins, at)) at += pixel;
    if (edges > mostEdges || at - begins < shortestEdge * pixel) return false;
  }
  return true;
}

/** Whether two pixels are of one colour to the eye. */
function isLike(one: Uint8Array, other: Uint8Array, at: number, otherAt: number): boolean {
  for (let channel = 0; channel < 3; channel++)
    if (Math.abs((one[at + channel] ?? 0) - (other[otherAt + channel] ?? 0)) > faintest) return false;
  return true;
}

/** Numbers of rows, given from the top down, as stretches. */
export class ClearRows {
  readonly rows: [from: number, to: number][] = [];

  add(y: number): void {
    const last = this.rows.at(-1);
    if (last && last[1] >= y) last[1] = Math.max(last[1], y + 1);
    else this.rows.push([y, y + 1]);
  }
}

/** Stretches of a tile among those of the picture above it, which shares rows with it. @param y of the tile's first row */
export function joinRows(above: readonly Rows[], tile: readonly Rows[], y: number): readonly Rows[] {
  const joined: [number, number][] = above.map(([from, to]) => [from, to]);
  for (const [from, to] of tile) {
    const last = joined.at(-1);
    if (last && y + from <= last[1]) {
      last[0] = Math.min(last[0], y + from);
      last[1] = Math.max(last[1], y + to);
    } else joined.push([y + from, y + to]);
  }
  return joined;
}
