/** Columns at the left and at the right of a picture in which each row is of one colour. */
export type SideMargins = readonly [left: number, right: number];

/** Measures the margins of a picture row by row: what is a background in all rows, or a band right across, is blank. */
export class MarginMeasure {
  #left = Infinity;
  #right = Infinity;

  /** @param row bytes of a row @param pixel bytes of a pixel */
  add(row: Uint8Array, pixel: number): void {
    const length = row.length;
    let left = pixel;
    const mostLeft = Math.min(this.#left * pixel, length);
    while (left < mostLeft && isSame(row, left, 0, pixel)) left += pixel;
    this.#left = Math.min(this.#left, left / pixel);
    let right = pixel;
    const mostRight = Math.min(this.#right * pixel, length);
    while (right < mostRight && isSame(row, length - right - pixel, length - pixel, pixel)) right += pixel;
    this.#right = Math.min(this.#right, right / pixel);
  }

  /** Null where no row was measured. */
  get margins(): SideMargins | null {
    return Number.isFinite(this.#left) ? [this.#left, this.#right] : null;
  }
}

function isSame(row: Uint8Array, one: number, other: number, pixel: number): boolean {
  for (let channel = 0; channel < pixel; channel++) if (row[one + channel] !== row[other + channel]) return false;
  return true;
}

/** Margins of two parts of a picture, one under the other; null where one of them was not measured. */
export function sharedMargins(one: SideMargins | null, other: SideMargins | null): SideMargins | null {
  return one && other ? [Math.min(one[0], other[0]), Math.min(one[1], other[1])] : null;
}
