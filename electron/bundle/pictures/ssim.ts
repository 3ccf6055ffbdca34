/** Pixels of one channel, row after row. */
export type Grey = Readonly<{ data: Uint8Array; width: number; height: number }>;

/** Side of the windows that are compared, and how far apart they begin: half a block of JPEG, so that its edges are seen. */
const [side, step] = [8, 4];
/** The constants of Wang et al. 2004 for 8 bits: (0.01 × 255)² and (0.03 × 255)². */
const [c1, c2] = [6.5025, 58.5225];
/** A window that varies less than this in both pictures shows nothing: paper counts for no legibility. */
const leastVariance = 4;

/**
 * Structural similarity (SSIM, Wang et al. 2004) of a copy with its original, over windows that show something in either: the
 * white of a page would make any letters look well kept. 1 where both are alike, or nothing is shown.
 */
export function structuralSimilarity(one: Grey, other: Grey): number {
  let sum = 0;
  let count = 0;
  for (let top = 0; top === 0 || top + side <= one.height; top += step) {
    for (let left = 0; left === 0 || left + side <= one.width; left += step) {
      const found = windowOf(one, other, left, top);
      if (found === null) continue;
      sum += found;
      count += 1;
    }
  }
  return count === 0 ? 1 : sum / count;
}

/** The similarity of one window; null where it shows nothing in either picture. */
function windowOf(one: Grey, other: Grey, left: number, top: number): number | null {
  const [right, bottom] = [Math.min(left + side, one.width), Math.min(top + side, one.height)];
  const n = (right - left) * (bottom - top);
  let [a, b, aa, bb, ab] = [0, 0, 0, 0, 0];
  for (let y = top; y < bottom; y += 1) {
    for (let at = y * one.width + left; at < y * one.width + right; at += 1) {
      const [p, q] = [one.data[at] ?? 0, other.data[at] ?? 0];
      a += p;
      b += q;
      aa += p * p;
      bb += q * q;
      ab += p * q;
    }
  }
  const [ma, mb] = [a / n, b / n];
  const [va, vb, cov] = [aa / n - ma * ma, bb / n - mb * mb, ab / n - ma * mb];
  if (va < leastVariance && vb < leastVariance && Math.abs(ma - mb) < 2) return null;
  return ((2 * ma * mb + c1) * (2 * cov + c2)) / ((ma * ma + mb * mb + c1) * (va + vb + c2));
}
