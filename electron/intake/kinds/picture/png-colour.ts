import type { PngColour } from './png-scan.ts';

/**
 * Pixels of 8 or 16 bits a channel, as sRGB of 8 bits. The first three channels, or the first of one or two, are colours;
 * one behind them is opacity.
 */
export type ToSrgb = (pixels: Uint8Array | Uint16Array, channels: number) => Uint8Array;

/** sRGB (IEC 61966-2-1): x and y of white, red, green and blue. */
const srgbXy = [0.3127, 0.329, 0.64, 0.33, 0.3, 0.6, 0.15, 0.06] as const;
const srgbGamma = 1 / 2.2;

/**
 * How the colours that a PNG declares by gAMA and cHRM (PNG third edition §11.3.2) become those of sRGB, as viewers show
 * them. Null where they are sRGB's already, within what a screen shows, or where another chunk that goes before them says
 * what they are.
 */
export function pngToSrgb({ gamma, xy, srgb, profile, cicp }: PngColour): ToSrgb | null {
  if (gamma === null || srgb || profile || cicp) return null;
  const matrix = xy === null || near(xy, srgbXy) ? null : toSrgbPrimaries(xy);
  if (matrix === null && Math.abs(gamma / srgbGamma - 1) < 0.02) return null;
  const exponent = 1 / gamma;
  return (pixels, channels) => {
    const deep = pixels.BYTES_PER_ELEMENT === 2;
    const white = deep ? 65_535 : 255;
    const linear = Float64Array.from({ length: white + 1 }, (_, value) => (value / white) ** exponent);
    const out = new Uint8Array(pixels.length);
    const colours = channels < 3 ? 1 : 3;
    for (let at = 0; at < pixels.length; at += channels) {
      const of = [0, 1, 2].map((channel) => linear[pixels[at + Math.min(channel, colours - 1)] ?? 0] ?? 0);
      for (let channel = 0; channel < colours; channel += 1) {
        const row = (matrix ?? identity)[channel] ?? [];
        out[at + channel] = encoded(row.reduce((sum, factor, from) => sum + factor * (of[from] ?? 0), 0));
      }
      if (channels > colours) {
        const opacity = pixels[at + colours] ?? 0;
        out[at + colours] = deep ? Math.round(opacity / 257) : opacity;
      }
    }
    return out;
  };
}

const near = (a: readonly number[], b: readonly number[]): boolean =>
  a.every((value, at) => Math.abs(value - (b[at] ?? 0)) < 0.002);

/** The curve of sRGB, of a linear value, as 8 bits; beyond what sRGB can show it is cut. */
function encoded(linear: number): number {
  const one = Math.min(1, Math.max(0, linear));
  return Math.round(255 * (one <= 0.0031308 ? one * 12.92 : 1.055 * one ** (1 / 2.4) - 0.055));
}

type Matrix = readonly (readonly number[])[];
const identity: Matrix = [
  [1, 0, 0],
  [0, 1, 0],
  [0, 0, 1],
];

const product = (a: Matrix, b: Matrix): Matrix =>
  a.map((row) => [0, 1, 2].map((column) => row.reduce((sum, value, at) => sum + value * (b[at]?.[column] ?? 0), 0)));

function inverse(m: Matrix): Matrix {
  const at = (row: number, column: number) => m[row % 3]?.[column % 3] ?? 0;
  const cofactor = (row: number, column: number) =>
    at(row + 1, column + 1) * at(row + 2, column + 2) - at(row + 1, column + 2) * at(row + 2, column + 1);
  const determinant = [0, 1, 2].reduce((sum, column) => sum + at(0, column) * cofactor(0, column), 0);
  return [0, 1, 2].map((row) => [0, 1, 2].map((column) => cofactor(column, row) / determinant));
}

/** Bradford's cone responses (ICC.1:2022 annex E): how one white is seen as another. */
const bradford: Matrix = [
  [0.8951, 0.2664, -0.1614],
  [-0.7502, 1.7135, 0.0367],
  [0.0389, -0.0685, 1.0296],
];

const xyz = (x: number, y: number): readonly number[] => [x / y, 1, (1 - x - y) / y];

const times = (m: Matrix, vector: readonly number[]): readonly number[] =>
  m.map((row) => row.reduce((sum, value, at) => sum + value * (vector[at] ?? 0), 0));

/** Linear RGB of these primaries as XYZ (SMPTE RP 177). */
function toXyz(xy: readonly number[]): Matrix {
  const [wx = 0, wy = 1, rx = 0, ry = 1, gx = 0, gy = 1, bx = 0, by = 1] = xy;
  const columns = [xyz(rx, ry), xyz(gx, gy), xyz(bx, by)];
  const primaries: Matrix = [0, 1, 2].map((row) => columns.map((column) => column[row] ?? 0));
  const scale = times(inverse(primaries), xyz(wx, wy));
  return primaries.map((row) => row.map((value, at) => value * (scale[at] ?? 0)));
}

/** Null where the chunk's numbers are no primaries: then they are not applied. */
function toSrgbPrimaries(xy: readonly number[]): Matrix | null {
  const [wx = 0, wy = 0] = xy;
  const [sx, sy] = srgbXy;
  const [from, to] = [times(bradford, xyz(wx, wy)), times(bradford, xyz(sx, sy))];
  const adapted = bradford.map((row, at) => row.map((value) => (value * (to[at] ?? 0)) / (from[at] ?? 1)));
  const matrix = product(inverse(toXyz(srgbXy)), product(product(inverse(bradford), adapted), toXyz(xy)));
  return matrix.flat().every(Number.isFinite) ? matrix : null;
}
