import { sidesOf } from '../../../../shared/bilingual.ts';
import { hairline, ink, softInk, type Canvas } from '../../pdf/canvas.ts';
import type { FontFaces } from '../../pdf/font-face.ts';
import { paragraphTag } from '../../pdf/tagged/tag.ts';
import type { Block } from '../blocks/flow.ts';
import type { AxisSign } from './axis-rows.ts';

/** Letters, so that they are read out and found; told apart by their shape. Solid: by this device's clock; hollow: stated. */
export const axisLetters: Readonly<Record<AxisSign, string>> = {
  event: '◇',
  publishedByPage: '○',
  publishedByParty: '◎',
  undated: '☆',
  corrected: '△',
  ordered: '□',
  gone: '▲',
  captured: '■',
  imported: '▼',
};

export const signSize = 9.6;

type LegendEntry = Readonly<{ sign: AxisSign; words: string }>;

const legendSize = 8;
const lead = 12.5;

/** What the signs say, side by side on as few lines as they take. */
export function legendBlocks(entries: readonly LegendEntry[], width: number, fonts: FontFaces): readonly Block[] {
  const lines: { sign: AxisSign; sides: readonly string[]; widths: readonly number[]; at: number }[][] = [];
  let used = Infinity;
  for (const { sign, words } of entries) {
    const sides = sidesOf(words).map((side) => fonts.regular.showable(side));
    const widths = sides.map((side) => fonts.regular.measure(side, legendSize));
    const whole = 13 + widths.reduce((sum, one) => sum + one + 5, 0);
    if (used + whole > width) {
      lines.push([]);
      used = 0;
    }
    lines.at(-1)?.push({ sign, sides, widths, at: used });
    used += whole + 9;
  }
  return lines.map((line) => ({
    height: lead,
    draw: (canvas, x, y) => {
      for (const { sign, sides, widths, at } of line) {
        const tag = paragraphTag();
        const baseline = y + lead / 2 + 2.9;
        canvas.text(tag, x + at, baseline, axisLetters[sign], signSize, 'bold');
        let left = x + at + 13;
        sides.forEach((side, n) => {
          canvas.text(tag, left, baseline, side, legendSize, 'regular', n === 0 ? ink : softInk);
          left += (widths[n] ?? 0) + 5;
        });
      }
    },
  }));
}

/** A line down the middle of a lane through one row; below the sign, where it has its own there. */
export function drawGuide(canvas: Canvas, x: number, from: number, to: number, sign: number | null): void {
  canvas.line(x, sign === null ? from : Math.min(to, sign + signRoom), x, to, 0.4, hairline);
}

/** How far from its middle a sign reaches, with a little room. */
export const signRoom = signSize / 2 + 1;
