import type { Region } from '../../../../shared/case/exhibit.ts';

/** A picture as pdf.js draws it: four bytes a pixel, rows from the top. */
export type Pixels = Readonly<{ data: Uint8ClampedArray; width: number; height: number }>;

/** Which pixels differ between two pictures of one size: 1 for each that does. */
export function differing(one: Pixels, other: Pixels): Uint8Array {
  const differ = new Uint8Array(one.width * one.height);
  const [a, b] = [words(one), words(other)];
  for (let at = 0; at < differ.length; at++) if (a[at] !== b[at]) differ[at] = 1;
  return differ;
}

const words = ({ data }: Pixels) => new Uint32Array(data.buffer, data.byteOffset, data.length / 4);

/** Whether anything is set within a box. Pixels. */
export function anyWithin(
  set: Uint8Array,
  { width, height }: Pick<Pixels, 'width' | 'height'>,
  box: Readonly<{ x: number; y: number; width: number; height: number }>,
): boolean {
  const [left, right] = [Math.max(0, Math.floor(box.x)), Math.min(width, Math.ceil(box.x + box.width))];
  const [top, bottom] = [Math.max(0, Math.floor(box.y)), Math.min(height, Math.ceil(box.y + box.height))];
  for (let row = top; row < bottom; row++)
    for (let column = left; column < right; column++) if (set[row * width + column] === 1) return true;
  return false;
}

/** So far beyond what was drawn of the words paint reaches, in pixels. */
const margin = 1;

/**
 * Covers that hold all of what was drawn of some words: those that the letters' boxes ask for, each grown by what is drawn
 * beyond them next to it; and others for what is drawn far from all.
 *
 * @param ink what the page's picture lacks when these words are not drawn: 1 for each pixel
 */
export function coversOfInk(
  asked: readonly Region[],
  ink: Uint8Array,
  size: Readonly<{ width: number; height: number }>,
): readonly Region[] {
  const covers = asked.map((one) => sidesOf(one));
  const left = new Uint8Array(ink);
  for (const one of covers) clear(left, one, size.width, size.height);
  for (let at = left.indexOf(1); at >= 0; at = left.indexOf(1, at)) {
    const [x, y] = [at % size.width, Math.floor(at / size.width)];
    const grown = nearest(covers, x, y);
    if (grown) grow(grown, x, y);
    else covers.push({ left: x, top: y, right: x + 1, bottom: y + 1 });
    clear(left, grown ?? covers.at(-1) ?? never, size.width, size.height);
  }
  return covers.flatMap((one) => {
    const [x, y] = [Math.max(0, one.left - margin), Math.max(0, one.top - margin)];
    const width = Math.min(size.width, one.right + margin) - x;
    const height = Math.min(size.height, one.bottom + margin) - y;
    return width > 0 && height > 0 ? [{ x, y, width, height }] : [];
  });
}

type Sides = { left: number; top: number; right: number; bottom: number };
const never: Sides = { left: 0, top: 0, right: 0, bottom: 0 };

const sidesOf = ({ x, y, width, height }: Region): Sides => ({
  left: Math.floor(x),
  top: Math.floor(y),
  right: Math.ceil(x + width),
  bottom: Math.ceil(y + height),
});

/** The cover that a pixel is nearest to, where it is no farther than the cover is high or wide. */
function nearest(covers: readonly Sides[], x: number, y: number): Sides | null {
  let [found, least]: [Sides | null, number] = [null, Infinity];
  for (const one of covers) {
    const across = Math.max(one.left - x, 0, x - one.right + 1);
    const down = Math.max(one.top - y, 0, y - one.bottom + 1);
    const distance = Math.max(across, down);
    const reach = Math.max(8, Math.min(one.right - one.left, one.bottom - one.top));
    if (distance <= reach && distance < least) [found, least] = [one, distance];
  }
  return found;
}

function grow(one: Sides, x: number, y: number): void {
  one.left = Math.min(one.left, x);
  one.top = Math.min(one.top, y);
  one.right = Math.max(one.right, x + 1);
  one.bottom = Math.max(one.bottom, y + 1);
}

function clear(set: Uint8Array, { left, top, right, bottom }: Sides, width: number, height: number): void {
  const [from, to] = [Math.max(0, left), Math.min(width, right)];
  if (to <= from) return;
  for (let row = Math.max(0, top); row < Math.min(height, bottom); row++)
    set.fill(0, row * width + from, row * width + to);
}
