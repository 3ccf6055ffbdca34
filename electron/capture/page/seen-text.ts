import type { TextRun } from '../../../shared/page/text-positions.ts';

/**
 * How a page reads: for each text what stands before it, by its place in {@link gaps}, then its number among the runs, or -1
 * minus its number among the texts without a place.
 */
export type ReadingOrder = readonly (readonly [gap: number, at: number])[];

const gaps = ['', ' ', '\t', '\n', '\n\n'] as const;

/**
 * The text that the page shows, in the order of its document, with the lines and paragraphs that it has.
 *
 * @param seenOf what the picture shows of a run
 */
export function seenText(
  { runs, elsewhere, order }: Readonly<{ runs: readonly TextRun[]; elsewhere: readonly string[]; order: ReadingOrder }>,
  seenOf: (run: TextRun) => readonly TextRun[],
): string {
  const said: string[] = [];
  let gap = 0;
  for (const [before, at] of order) {
    gap = Math.max(gap, before);
    const run = runs[at];
    const shown = run ? seenOf(run).map((piece) => piece.text) : [elsewhere[-1 - at] ?? ''];
    const text = shown.join(' ').replace(/^[\r\n]+|[\r\n]+$/g, '');
    if (text === '') continue;
    if (said.length > 0) said.push(gaps[gap] ?? '\n');
    said.push(text);
    gap = 0;
  }
  return said.join('');
}
