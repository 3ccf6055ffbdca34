import { wrap } from '../../../shared/plan/wrap.ts';

/** The face of a workbook, and the height of its letters in points. */
export const workbookFace = 'Arial';
export const workbookLetters = 10;

/** Widths of U+0020 … U+007E in thousandths of the letters' height (Helvetica's metrics, which Arial has too). */
const latin = [
  278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556, 556, 556,
  556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833,
  722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556, 333, 556, 556, 500, 556,
  556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334,
  260, 334, 584,
] as const;

/** Width of a text in points, rather too wide than too narrow: another face may stand in on another machine. */
export function textWidth(text: string, size: number = workbookLetters): number {
  let width = 0;
  for (const character of text) {
    const point = character.codePointAt(0) ?? 0;
    width += latin[point - 0x20] ?? (point > 0xffff ? 1400 : 1000);
  }
  return (width * size) / 1000;
}

/** Points of a column that is as wide as one digit, and what a cell keeps free beside its text. */
export const digitWidth = 5.25;
export const besideText = 8;

/** Height of a line: faces of Chinese stand higher. */
const lineHeight = (text: string, size: number): number => size * (/[^\u0000-\u007f]/.test(text) ? 1.5 : 1.3);

/** Room above and below the text of a cell, in points. */
const around = 4;

/** Slices of a text, one a line, as a cell of so many digits may break it: joined again they are the text. */
export function linesInCell(text: string, digits: number, size: number = workbookLetters): readonly string[] {
  const width = Math.max(size, (digits * digitWidth - besideText) * 0.94);
  const lines: string[] = [];
  for (const paragraph of text.split(/(?<=\n)/)) {
    let at = 0;
    const starts = wrap(paragraph.replace(/\n$/, ''), width, (piece) => textWidth(piece, size)).map((line) => {
      const start = paragraph.indexOf(line, at);
      at = start + line.length;
      return start;
    });
    starts.forEach((start, n) => lines.push(paragraph.slice(n === 0 ? 0 : start, starts[n + 1])));
  }
  return lines;
}

/** Height in points of a cell with these lines. */
export function cellHeight(lines: readonly string[], size: number = workbookLetters): number {
  return Math.ceil(lines.reduce((sum, line) => sum + lineHeight(line, size), around));
}

/** The lines in parts of which each fits a height; always at least one. */
export function partsOfHeight(
  lines: readonly string[],
  height: number,
  size: number = workbookLetters,
): readonly (readonly string[])[] {
  const parts: string[][] = [[]];
  for (const line of lines) {
    const part = parts.at(-1) ?? [];
    if (part.length > 0 && cellHeight([...part, line], size) > height) parts.push([line]);
    else part.push(line);
  }
  return parts;
}
