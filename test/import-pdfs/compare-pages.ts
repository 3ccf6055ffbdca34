import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp, { type Sharp } from 'sharp';
import { below, layoutOf, printAreaOf, type PrintArea } from '../../electron/bundle/layout.ts';
import { profileNamed } from '../fixtures/bundle-options.ts';
import { manifestSchema } from '../../shared/verify/package/manifest.ts';

export type ComparedPage = Readonly<{
  file: string;
  page: number;
  distance: number;
  blank: boolean;
  /** Pixels as black as a page that sets no colour of its own draws, in the original and in the bundle. */
  black: Readonly<{ original: number; bundle: number }>;
}>;

/** A page has black where more than a few pixels have, and has lost it where less than half of them are left. */
export function lostBlack({ black: { original, bundle } }: ComparedPage): boolean {
  return original >= 10 && bundle < original / 2;
}

const density = 60;
/** More pages of one file say little more. */
const mostOfOneFile = 12;

/** Each exhibit's pages in the bundle against those of the file whose name it bears, both drawn by poppler. */
export async function comparePages(pdf: string, manifest: string, source: string): Promise<readonly ComparedPage[]> {
  const { pages, exhibits } = manifestSchema.parse(JSON.parse(readFileSync(manifest, 'utf8')));
  const compared: ComparedPage[] = [];
  for (const { number, title: file } of exhibits) {
    const own = pages.filter(({ kind, exhibit }) => kind === 'exhibit' && exhibit === number);
    for (const [index, { page }] of own.slice(0, mostOfOneFile).entries()) {
      const found = await compare(join(source, file), index + 1, pdf, page);
      if (found) compared.push({ file, page: index + 1, ...found });
    }
  }
  return compared;
}

/** One page as a PNG; null where poppler draws none. Its scaling to a size in pixels is not used: it takes the sides of a turned page for each other. `hard`: without half tones. */
function draw(pdf: string, page: number, perInch: number, hard = false): Buffer | null {
  const how = ['-r', String(perInch)];
  if (hard) how.push('-aa', 'no', '-aaVector', 'no');
  const words = ['-png', '-cropbox', ...how, '-f', String(page), '-l', String(page), pdf];
  const { stdout } = spawnSync('pdftoppm', words, { maxBuffer: 1 << 28, timeout: 30_000 });
  return stdout.length > 20 ? stdout : null;
}

type Size = Readonly<{ width: number; height: number }>;

/** Draws the original as large as the bundle places it, blurs both a little, and takes the mean distance of their greys. */
async function compare(
  source: string,
  page: number,
  bundle: string,
  bundlePage: number,
): Promise<Omit<ComparedPage, 'file' | 'page'> | null> {
  const coarse = draw(source, page, density);
  if (coarse === null) return null;
  const fine = density * finer(await sharp(coarse).metadata());
  const natural = draw(source, page, fine);
  const ours = draw(bundle, bundlePage, fine);
  if (natural === null || ours === null) return null;
  const points = 72 / fine;
  const { width: w, height: h } = await sharp(natural).metadata();
  const whole = printAreaOf(layoutOf(profileNamed('plain')).portrait); // no court is named
  const field = page === 1 ? below(whole, await openingIn(bundle, bundlePage, whole)) : whole;
  const scale = Math.min(field.width / (w * points), field.height / (h * points), 1);
  const size = { width: Math.max(1, Math.round(w * scale)), height: Math.max(1, Math.round(h * scale)) };
  const original = draw(source, page, fine * scale);
  if (original === null) return null;
  const box = {
    left: Math.round((field.x + (field.width - w * points * scale) / 2) / points),
    top: Math.round(field.y / points),
    ...size,
  };
  const grey = (picture: Sharp) => picture.flatten({ background: '#fff' }).grayscale().blur(2).raw().toBuffer();
  const [theirs, drawn] = await Promise.all([
    grey(sharp(original).resize({ ...size, fit: 'fill' })),
    grey(sharp(ours).extract(box)),
  ]);
  const black = {
    original: await blackIn(draw(source, page, fine * scale, true), null),
    bundle: await blackIn(draw(bundle, bundlePage, fine, true), box),
  };
  return {
    distance: distanceOf(theirs, drawn, box, Math.ceil(hairline / points) + 3),
    blank: inkIn(drawn, box) === 0 && inkIn(theirs, box) > 0,
    black,
  };
}

/** A stamp or a label of a few millimetres has too few pixels to say anything: it is drawn larger. */
const finer = ({ width = 1, height = 1 }: Partial<Size>): number =>
  Math.max(1, Math.min(mostFiner, Math.ceil(enough / Math.min(width, height))));
const enough = 150;
const mostFiner = 10;

/** Points. */
const hairline = 0.4;

/**
 * Mean distance of greys, the border left out on which the bundle draws its hairline. Where a page lies on the sheet is known to
 * a fraction of a point, which is several pixels of one that is drawn larger: the nearest of a few shifts counts.
 */
function distanceOf(theirs: Buffer, drawn: Buffer, { width, height }: Size, most: number): number {
  const border = Math.max(0, Math.min(most, Math.floor(Math.min(width, height) / 2) - 1));
  const furthest = Math.min(border, most > 4 ? 4 : 0);
  const at = (dx: number, dy: number): number => {
    let [sum, count] = [0, 0];
    for (let y = border; y < height - border; y++)
      for (let x = border; x < width - border; x++) {
        sum += Math.abs((theirs[y * width + x] ?? 0) - (drawn[(y + dy) * width + x + dx] ?? 0));
        count += 1;
      }
    return sum / count;
  };
  const steps = Array.from({ length: furthest * 2 + 1 }, (_, step) => step - furthest);
  return Math.min(...steps.flatMap((dx) => steps.map((dy) => at(dx, dy))));
}

/** Points from the rule below an exhibit's opening to the picture. */
const underRule = 5;

/** Points that the opening of an exhibit takes of its first page: down to the rule that is drawn across below it. */
async function openingIn(bundle: string, page: number, { x, y, width, height }: PrintArea): Promise<number> {
  const fine = 4; // pixels a point
  const words = ['-png', '-r', String(72 * fine), '-f', String(page), '-l', String(page), bundle];
  const { stdout } = spawnSync('pdftoppm', words, { maxBuffer: 1 << 28, timeout: 30_000 });
  const { data, info } = await sharp(stdout).grayscale().raw().toBuffer({ resolveWithObject: true });
  const [from, to] = [Math.ceil((x + 2) * fine), Math.floor((x + width - 2) * fine)];
  const isRule = (row: number) => {
    for (let column = from; column < to; column++) {
      const value = data[row * info.width + column] ?? 255;
      if (value < 150 || value > 235) return false;
    }
    return true;
  };
  let row = Math.round(y * fine);
  const last = Math.round((y + height / 2) * fine);
  while (row < last && !isRule(row)) row += 1;
  let end = row;
  while (isRule(end)) end += 1;
  return row < last ? (row + end) / 2 / fine - y + underRule : 0;
}

/** Our own lines are never so dark: ink is rgb(27, 30, 35). A border of three is left out, as in `inkIn`. */
async function blackIn(png: Buffer | null, box: (Size & { left: number; top: number }) | null): Promise<number> {
  if (png === null) return 0;
  const whole = sharp(png).flatten({ background: '#fff' }).toColourspace('srgb').removeAlpha();
  const { data, info } = await (box ? whole.extract(box) : whole).raw().toBuffer({ resolveWithObject: true });
  const { width, height, channels } = info;
  let black = 0;
  for (let y = 3; y < height - 3; y++) {
    for (let x = 3; x < width - 3; x++) {
      const at = (y * width + x) * channels;
      if (Math.max(data[at] ?? 255, data[at + 1] ?? 255, data[at + 2] ?? 255) <= 16) black += 1;
    }
  }
  return black;
}

/** Pixels that are not white, a border of three left out: the bundle draws a hairline around each page. */
function inkIn(grey: Buffer, { width, height }: Size): number {
  let ink = 0;
  for (let y = 3; y < height - 3; y++) {
    for (let x = 3; x < width - 3; x++) if ((grey[y * width + x] ?? 255) < 235) ink += 1;
  }
  return ink;
}
