import type { Mark, Region } from '../case/exhibit.ts';
import { occurrencesOf, piecesOfRuns, type ComparedPiece, type Occurrence } from './compared-letters.ts';
import { aroundBoxes, lettersOf, type Letter } from './letters.ts';
import type { TextRun } from './text-positions.ts';

/** Where words stand; `exact` where the place holds these words only, and not what else their line or glyph says. */
export type WordsRegion = Readonly<{ region: Region; exact: boolean }>;

/**
 * Finds words in a page's text, as the picture shows them: the place that was marked, where they are said there too, else
 * the first. White space does not count: a page breaks its lines where it likes. A run whose letters were not measured
 * counts whole.
 *
 * @param runs in device pixels
 * @param marked what a person marked of the picture
 * @returns whole pixels: a place for each line, or piece of a line, that holds part of the words; none where the page does
 * not say them
 */
export function regionsOfWords(
  runs: readonly TextRun[],
  words: string,
  marked: readonly Region[] = [],
): readonly WordsRegion[] {
  const bare = (text: string) => text.replace(/\s+/gu, '');
  let first: readonly WordsRegion[] | null = null;
  for (const found of occurrencesOf(piecesOfRuns(runs, bare), bare(words))) {
    const regions = regionsOf(found);
    if (regions.some(({ region }) => marked.some((one) => overlap(region, one)))) return regions;
    first ??= regions;
    if (marked.length === 0) break;
  }
  return first ?? [];
}

const overlap = (a: Region, b: Region): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

function regionsOf({ pieces, begins, ends }: Occurrence): readonly WordsRegion[] {
  const exactly = (some: readonly ComparedPiece[]) =>
    (begins || some[0] !== pieces[0]) && (ends || some.at(-1) !== pieces.at(-1));
  return [...Map.groupBy(pieces, ({ run }) => run)].flatMap(([run, own]): readonly WordsRegion[] => {
    const letters = lettersOf(run);
    const said = own.slice(
      own.findIndex(({ text }) => text !== ''),
      own.findLastIndex(({ text }) => text !== '') + 1,
    );
    if (said.length === 0) return [];
    if (!letters || said.some(({ letter }) => letter === null)) return [{ region: boxOf(run), exact: false }];
    const rows = rowsOf(said.flatMap(({ letter }) => letters[letter ?? -1] ?? []));
    return rows.map(({ box, level }) => ({ region: boxOf({ ...box, text: '' }), exact: level && exactly(said) }));
  });
}

/** As {@link regionsOfWords}, only where. */
export function findWords(runs: readonly TextRun[], words: string, marked: readonly Region[] = []): readonly Region[] {
  return regionsOfWords(runs, words, marked).map(({ region }) => region);
}

/**
 * Where the parts of a picture are that a person marked: words where it says them, at the mark's own region where they are
 * said there; the region where it does not say them.
 */
export function findMarks(runs: readonly TextRun[], marks: readonly Mark[]): readonly Region[] {
  return marks.flatMap(({ words, region }) => {
    const own = region ? [region] : [];
    const found = words === undefined ? [] : findWords(runs, words, own);
    return found.length > 0 ? found : own;
  });
}

type Box = Omit<Letter, 'from' | 'to'>;

/**
 * Letters by the rows that they make: those that touch and lie level, along the line or down a column. Words of two
 * directions make several; of turned letters the box around all is the only row, which is not level.
 */
function rowsOf(letters: readonly Letter[]): readonly Readonly<{ box: Box; level: boolean }>[] {
  const same = (a: number, b: number) => Math.abs(a - b) < 0.1;
  const isLevel = (a: Box, b: Box) => same(a.y, b.y) && same(a.height, b.height);
  const isSheer = (a: Box, b: Box) => same(a.x, b.x) && same(a.width, b.width);
  const [first] = letters;
  if (!first) return [];
  const all = (is: typeof isLevel) => letters.every((one) => is(first, one));
  const level = all(isLevel);
  if (!level && !all(isSheer)) return [{ box: aroundBoxes(letters), level: false }];
  const touch = (a: Box, b: Box) =>
    level
      ? same(a.x + a.width, b.x) || same(b.x + b.width, a.x)
      : same(a.y + a.height, b.y) || same(b.y + b.height, a.y);
  const rows: Letter[][] = [];
  letters.forEach((letter, at) => {
    const before = letters[at - 1];
    if (before && touch(before, letter)) rows.at(-1)?.push(letter);
    else rows.push([letter]);
  });
  return rows.map((row) => ({ box: aroundBoxes(row), level: true }));
}

/** The whole pixels that a run touches. */
export function boxOf({ x, y, width, height }: TextRun): Region {
  const [left, top] = [Math.max(0, Math.floor(x)), Math.max(0, Math.floor(y))];
  return {
    x: left,
    y: top,
    width: Math.max(1, Math.ceil(x + width) - left),
    height: Math.max(1, Math.ceil(y + height) - top),
  };
}

/** The smallest rectangle around all. */
export function around(regions: readonly Region[]): Region | null {
  if (regions.length === 0) return null;
  const left = Math.min(...regions.map(({ x }) => x));
  const top = Math.min(...regions.map(({ y }) => y));
  return {
    x: left,
    y: top,
    width: Math.max(...regions.map(({ x, width }) => x + width)) - left,
    height: Math.max(...regions.map(({ y, height }) => y + height)) - top,
  };
}
