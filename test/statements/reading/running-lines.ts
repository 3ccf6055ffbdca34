import { withoutBlanks, type PrintedLine } from './printed-words.ts';

/** The line above and the line below what a page says, without blanks but for one where there is room; the first page first. */
type RunningLines = { heads: string[]; feet: string[] };

/** Points that are wider than what stands between words. */
const room = 6;

export function runningLines(lines: readonly PrintedLine[], count: number, shift: number): RunningLines {
  const pages = Map.groupBy(lines, ({ page }) => page);
  const of = (page: number, end: 'top' | 'bottom'): string => {
    const all = pages.get(page + shift) ?? [];
    const edge = end === 'top' ? Math.min(...all.map(({ y }) => y)) : Math.max(...all.map(({ y }) => y));
    const near = all.filter(({ y }) => Math.abs(y - edge) <= 4);
    const words = near.flatMap((line) => line.words).sort((a, b) => a.x - b.x);
    const apart = (at: number) => (words[at]?.x ?? 0) - (words[at - 1]?.end ?? 0) > room;
    return words.map(({ text }, at) => `${at > 0 && apart(at) ? ' ' : ''}${withoutBlanks(text)}`).join('');
  };
  const numbers = Array.from({ length: count }, (_, at) => at + 1);
  return { heads: numbers.map((page) => of(page, 'top')), feet: numbers.map((page) => of(page, 'bottom')) };
}
