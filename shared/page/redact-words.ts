import type { Region } from '../case/exhibit.ts';
import { bareWords } from '../redaction/same-words.ts';
import { boxOf } from './find-words.ts';
import type { TextRun } from './text-positions.ts';

/**
 * The runs that hold any part of the words, wherever they stand: whole lines, because where within a line a word stands
 * was not measured. Spelling is compared as {@link bareWords} does.
 */
export function runsSaying(runs: readonly TextRun[], words: string): ReadonlySet<TextRun> {
  const wanted = bareWords(words);
  const found = new Set<TextRun>();
  if (wanted === '') return found;
  const owners: TextRun[] = [];
  let all = '';
  for (const run of runs) {
    const text = bareWords(run.text);
    all += text;
    for (let unit = 0; unit < text.length; unit++) owners.push(run);
  }
  for (let at = all.indexOf(wanted); at >= 0; at = all.indexOf(wanted, at + 1))
    for (const run of owners.slice(at, at + wanted.length)) found.add(run);
  return found;
}

/**
 * What is painted over a run: its whole box, and what letters may reach beyond it (slanted ones, fonts that stand in for
 * others). Pixels.
 */
export function coverOf(run: TextRun): Region {
  const { x, y, width, height } = run;
  const em = Math.min(width, height);
  const [along, across] = [em * 0.3, em * 0.1];
  const [dx, dy] = width >= height ? [along, across] : [across, along];
  return boxOf({ ...run, x: x - dx, y: y - dy, width: width + 2 * dx, height: height + 2 * dy });
}

/** A neighbour's line box overlaps by some rows of which its letters have nothing. */
const leastRows = 0.25;
const leastColumns = 2;

/** Whether a painted part hides something of a run: such a run leaves the text whole. */
export function isHidden(run: TextRun, { x, y, width, height }: Region): boolean {
  const across = Math.min(run.x + run.width, x + width) - Math.max(run.x, x);
  const down = Math.min(run.y + run.height, y + height) - Math.max(run.y, y);
  if (run.height > run.width) return down > Math.min(leastColumns, run.height / 2) && across > run.width * leastRows;
  return across > Math.min(leastColumns, run.width / 2) && down > run.height * leastRows;
}
