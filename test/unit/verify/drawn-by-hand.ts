import { expect } from 'vitest';
import { checkDrawn } from '../../../shared/verify/pdf/drawn-rules.ts';
import { manifestOf, pagesReader, type Page } from './pages-by-hand.ts';

// Pages as they are written: one clip from (100, 100) to (500, 700), the first picture in it from 400 to 700, the second
// one below it, with 20 rows under the first. One pixel is one point.
export const clip = (x = 100, y = 100, width = 400, height = 600) => `q ${x} ${y} ${width} ${height} re W n`;
export const picture = (name: string, x: number, y: number, width: number, height: number) =>
  `q ${width} 0 0 ${height} ${x} ${y} cm /${name} Do Q`;
export const upper = picture('X1', 100, 400, 400, 300);
export const lower = picture('X2', 100, 100, 400, 320);
export const block = [clip(), upper, lower, 'Q'];
export const text = (x: number, y: number) => `BT 0 0 0 rg /F1 10 Tf 1 0 0 1 ${x} ${y} Tm <0041> Tj ET`;
export const fill = (x: number, y: number, width: number, height: number) =>
  `1 1 1 rg ${x} ${y} ${width} ${height} re f`;
export const frame = (x: number, y: number, width: number, height: number) =>
  `0.78 0.76 0.72 RG 0.4 w ${x} ${y} ${width} ${height} re S`;
export const mark = (x: number, y: number, width: number, height: number) =>
  `q 0.84 0.1 0.1 RG 1.4 w ${x} ${y} ${width} ${height} re S Q`;
export const watermark = '/Artifact BMC BT 0.93 0.86 0.85 rg /F1 96 Tf 1 0 0 1 100 100 Tm <0041> Tj ET EMC';

export type Given = Readonly<{
  kinds?: readonly string[];
  manifest?: object;
  exhibit?: object;
  more?: Record<number, string>;
}>;

/** What is found of pages, each as its code and what it says without the words around it. */
export async function found(
  pages: readonly (Page | readonly string[])[],
  given: Given = {},
): Promise<readonly string[]> {
  const whole = pages.map((page): Page => ('content' in page ? page : { content: page.join('\n') }));
  const kinds = given.kinds ?? pages.map(() => 'exhibit');
  const reader = pagesReader(whole, given.more);
  const { findings, looked } = await checkDrawn(reader, manifestOf(kinds, given.manifest, given.exhibit));
  expect(looked).toBe(pages.length);
  return findings.map(({ rank, code, params }) => {
    const { what, page, ...rest } = params;
    const said = what === undefined ? JSON.stringify(rest) : String(what).replace('cause:', '');
    return `${rank} ${code}${page === undefined ? '' : ` ${String(page)}`} ${said}`;
  });
}
export const faults = async (page: readonly string[], given: Given = {}) => [
  ...new Set((await found([page], given)).filter((one) => one.includes('otherwise')).map((one) => one.split(' ')[3])),
];
