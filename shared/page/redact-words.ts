import type { Region } from '../case/exhibit.ts';
import { bareWords } from '../redaction/same-words.ts';
import { occurrencesOf, piecesOfRuns, type ComparedPiece } from './compared-letters.ts';
import { boxOf } from './find-words.ts';
import { aroundBoxes, lettersOf, piecesOf, type Letter } from './letters.ts';
import type { TextRun } from './text-positions.ts';

/**
 * What of the runs says some words: for each run that holds part of them its letters, by their numbers; null for the whole
 * run, where its letters were not measured.
 */
export type SaidLetters = ReadonlyMap<TextRun, ReadonlySet<number> | null>;

/**
 * What says any of the words, wherever they stand. Spelling is compared as {@link bareWords} does; the spaces and signs
 * that it passes over are part of the words where they stand between their letters.
 */
export function lettersSaying(runs: readonly TextRun[], words: readonly string[]): SaidLetters {
  const pieces = piecesOfRuns(runs, bareWords);
  const found = new Map<TextRun, Set<number> | null>();
  const mark = ({ run, letter, text }: ComparedPiece) => {
    if (letter !== null) {
      const letters = found.get(run) ?? new Set<number>();
      found.set(run, letters.add(letter));
    } else if (text !== '') found.set(run, null);
  };
  for (const wanted of words)
    for (const one of occurrencesOf(pieces, bareWords(wanted))) for (const piece of one.pieces) mark(piece);
  return new Map(runs.flatMap((run) => (found.has(run) ? [[run, found.get(run) ?? null] as const] : [])));
}

/** The same, by whole runs. */
export const wholly = (said: SaidLetters): SaidLetters => new Map([...said.keys()].map((run) => [run, null]));

/** How many runs are said by whole lines, because their letters were not measured. */
export const wholeLines = (said: SaidLetters): number =>
  [...said.values()].filter((letters) => letters === null).length;

/** What is painted over what says the words. Pixels of the picture. */
export function coversOf(said: SaidLetters): readonly Region[] {
  return [...said].flatMap(([run, letters]) => (letters ? letterCovers(run, letters) : [coverOf(run)]));
}

/** Edges of letters are drawn in shades: so far beyond what the font says of its ink, in pixels. */
const shade = 1;

/** A cover for each row of neighbours, or for each letter that has a box of its own: with the ink that it may have. */
function letterCovers(run: TextRun, wanted: ReadonlySet<number>): readonly Region[] {
  const letters = lettersOf(run) ?? [];
  const groups: Letter[][] = [];
  letters.forEach((letter, at) => {
    if (!wanted.has(at)) return;
    if (run.letters?.way !== 'boxes' && at > 0 && wanted.has(at - 1)) groups.at(-1)?.push(letter);
    else groups.push([letter]);
  });
  const [left, above, right, below] = run.letters?.ink ?? [0, 0, 0, 0];
  return groups.map((group) => {
    const { x, y, width, height } = aroundBoxes(group);
    return boxOf({
      text: '',
      x: x - left - shade,
      y: y - above - shade,
      width: width + left + right + 2 * shade,
      height: height + above + below + 2 * shade,
    });
  });
}

/**
 * What is painted over a whole run: its box, and what letters may reach beyond it (slanted ones, fonts that stand in for
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

/** Whether a painted part hides something of a run: where its letters were not measured, it leaves the text whole. */
export function isHidden(run: TextRun, { x, y, width, height }: Region): boolean {
  const across = Math.min(run.x + run.width, x + width) - Math.max(run.x, x);
  const down = Math.min(run.y + run.height, y + height) - Math.max(run.y, y);
  if (run.height > run.width) return down > Math.min(leastColumns, run.height / 2) && across > run.width * leastRows;
  return across > Math.min(leastColumns, run.width / 2) && down > run.height * leastRows;
}

/**
 * The words that are left when some are painted over, with their places: of runs whose letters were measured the letters
 * that are neither said nor hidden by paint, of others the whole runs.
 *
 * @param drawn places that a person drew; what is painted over words hides measured letters only
 */
export function runsLeft(runs: readonly TextRun[], said: SaidLetters, drawn: readonly Region[]): readonly TextRun[] {
  const painted = [...drawn, ...coversOf(said)];
  return runs.flatMap((run) => {
    const gone = said.get(run);
    if (!run.letters) return gone === null || drawn.some((region) => isHidden(run, region)) ? [] : [run];
    if (gone === null) return [];
    const near = painted.filter((region) => isNear(run, region));
    if (!gone && near.length === 0) return [run];
    return piecesOf(
      run,
      (letter, at) => !gone?.has(at) && !near.some((region) => isLetterHidden(letter, region)),
    ).filter(({ text }) => text.trim() !== '');
  });
}

/** Whether paint hides more of a letter than a rounding: a quarter of it, or half of a very narrow one. */
export function isLetterHidden(letter: Letter, { x, y, width, height }: Region): boolean {
  const across = Math.min(letter.x + letter.width, x + width) - Math.max(letter.x, x);
  const down = Math.min(letter.y + letter.height, y + height) - Math.max(letter.y, y);
  const least = (size: number) => Math.min(Math.max(leastColumns, size / 4), size / 2);
  return across > least(letter.width) && down > least(letter.height);
}

const isNear = (run: TextRun, { x, y, width, height }: Region): boolean =>
  run.x < x + width && run.x + run.width > x && run.y < y + height && run.y + run.height > y;
