import { expect } from 'vitest';
import { checkDrawn } from '../../../shared/verify/pdf/drawn-rules.ts';
import { manifestByHand, pagesReader, type PageByHand } from './pages-by-hand.ts';

// Pages as they are written: one clip from (100, 100) to (500, 700), the first picture in it from 400 to 700, the second
// one below it, with 20 rows under the first. One pixel is one point.
export const clip = (x = 100, y = 100, width = 400, height = 600) => `q ${x} ${y} ${width} ${height} re W n`;
export const drawnPicture = (name: string, x: number, y: number, width: number, height: number) =>
  `q ${width} 0 0 ${height} ${x} ${y} cm /${name} Do Q`;
export const upper = drawnPicture('X1', 100, 400, 400, 300);
export const lower = drawnPicture('X2', 100, 100, 400, 320);
export const drawnBlock = [clip(), upper, lower, 'Q'];
export const text = (x: number, y: number) => `BT 0 0 0 rg /F1 10 Tf 1 0 0 1 ${x} ${y} Tm <0041> Tj ET`;
export const filledBox = (x: number, y: number, width: number, height: number) =>
  `1 1 1 rg ${x} ${y} ${width} ${height} re f`;
export const frame = (x: number, y: number, width: number, height: number) =>
  `0.78 0.76 0.72 RG 0.4 w ${x} ${y} ${width} ${height} re S`;
export const mark = (x: number, y: number, width: number, height: number) =>
  `q 0.84 0.1 0.1 RG 1.4 w ${x} ${y} ${width} ${height} re S Q`;
export const watermark = '/Artifact BMC BT 0.93 0.86 0.85 rg /F1 96 Tf 1 0 0 1 100 100 Tm <0041> Tj ET EMC';

export type GivenPages = Readonly<{
  kinds?: readonly string[];
  manifest?: object;
  exhibit?: object;
  more?: Record<number, string>;
}>;

/** What is found of pages, each as its code and what it says without the words around it. */
export async function found(
  pages: readonly (PageByHand | readonly string[])[],
  given: GivenPages = {},
): Promise<readonly string[]> {
  const whole = pages.map((page): PageByHand => ('content' in page ? page : { content: page.join('\n') }));
  const kinds = given.kinds ?? pages.map(() => 'exhibit');
  const reader = pagesReader(whole, given.more);
  const { findings, looked } = await checkDrawn(reader, manifestByHand(kinds, given.manifest, given.exhibit));
  expect(looked).toBe(pages.length);
  return findings.map(({ rank, code, params }) => {
    const { what, page, ...rest } = params;
    const said = what === undefined ? JSON.stringify(rest) : String(what).replace('cause:', '');
    return `${rank} ${code}${page === undefined ? '' : ` ${String(page)}`} ${said}`;
  });
}
export const faults = async (page: readonly string[], given: GivenPages = {}) => [
  ...new Set((await found([page], given)).filter((one) => one.includes('otherwise')).map((one) => one.split(' ')[3])),
];
