import { lettersOf, piecesOf, type Letter } from '../../../../shared/page/letters.ts';
import type { TextRun } from '../../../../shared/page/text-positions.ts';
import type { Canvas } from '../../pdf/canvas.ts';
import { foreignLanguageOf, paragraphTag } from '../../pdf/tagged/tag.ts';

/** Where the upper left corner of what the runs lie over is drawn, in points, and points for one of its pixels. */
export type Ground = Readonly<{ x: number; y: number; scale: number }>;

/**
 * Words, unseen, over the picture of them: to be searched, copied and read out in place. Where letters were measured each word is as
 * wide as it is seen, and its letters share that; what is in columns, turned or not measured is stretched over its box.
 */
export function drawUnseen(canvas: Canvas, runs: readonly TextRun[], { x: left, y: top, scale }: Ground): void {
  if (runs.length === 0) return;
  const tag = { ...paragraphTag(), language: foreignLanguageOf(runs.map(({ text }) => text).join('')) };
  canvas.textLayer(tag, (paint) => {
    for (const { x, y, width, height, text } of runs.flatMap(wordsOf)) {
      const size = Math.max(1, height * scale * 0.8);
      const baseline = top + (y + height) * scale - height * scale * 0.22;
      paint.behind(left + x * scale, baseline, width * scale, size, text);
    }
  });
}

/** Ink beyond a line counts up to this part of its height: more is an ornament, and would lie over other lines. */
const mostBeyond = 0.25;

/**
 * A line's rows with those that its letters were measured to reach into: a browser makes the boxes of letters of whole
 * pixels, and a descender often ends below them.
 */
function withInk({ y, height, letters }: TextRun): Readonly<{ y: number; height: number }> {
  if (!letters) return { y, height };
  const [, above, , below] = letters.ink.map((beyond) => Math.min(beyond, height * mostBeyond));
  return { y: y - (above ?? 0), height: height + (above ?? 0) + (below ?? 0) };
}

/** Letters that are alike in width: spaces, letters as wide as they are high, all others. */
const kindOf = (text: string): 'space' | 'wide' | 'letter' =>
  text.trim() === '' ? 'space' : /^[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Hang}]/u.test(text) ? 'wide' : 'letter';

/** Boxes of letters are measured to a hundredth of a pixel. */
const level = 0.1;

/** The letters of a line from the left, whichever ways it is read; null where they are turned, in columns, or not measured. */
function fromTheLeft(run: TextRun): ReturnType<typeof lettersOf> {
  const letters = lettersOf(run);
  const way = run.letters?.way;
  if (!letters || way === 'down' || way === 'up') return null;
  // A line that is read both ways has boxes, and they are as high as the line: those of turned letters are not.
  if (way === 'boxes') {
    const isLevel = ({ y, height }: Letter) =>
      Math.abs(y - run.y) < level && Math.abs(y + height - run.y - run.height) < level;
    if (!letters.every(isLevel)) return null;
  }
  return way === 'right' ? letters : letters.toSorted((a, b) => a.x - b.x || b.from - a.from);
}

/**
 * A line by its words and the spaces between them, from the left: in a line from right to left too, for readers of a
 * PDF put letters into order by where they are.
 */
function wordsOf(run: TextRun): readonly TextRun[] {
  const letters = fromTheLeft(run);
  if (!letters) return [run];
  const words: { x: number; right: number; text: string }[] = [];
  let before: ReturnType<typeof kindOf> | null = null;
  for (const { from, to, x, width } of letters) {
    const text = run.text.slice(from, to);
    const word = words.at(-1);
    const kind = kindOf(text);
    if (!word || (kind !== before && width > 0)) words.push({ x, right: x + width, text });
    else {
      word.x = Math.min(word.x, x);
      word.right = Math.max(word.right, x + width);
      word.text += text;
    }
    before = kind;
  }
  const { y, height } = withInk(run);
  return words.map(({ x, right, text }) => ({ x, y, width: right - x, height, text }));
}

/** The runs of some rows of a picture; of a column the letters in them. Each goes where its middle is. */
export function runsInRows(runs: readonly TextRun[], from: number, to: number): readonly TextRun[] {
  const isIn = ({ y, height }: Readonly<{ y: number; height: number }>) =>
    y + height / 2 >= from && y + height / 2 < to;
  return runs.flatMap((run) => {
    const column = run.letters?.way === 'down' || run.letters?.way === 'up';
    if (!column) return isIn(run) ? [run] : [];
    return run.y + run.height > from && run.y < to ? piecesOf(run, isIn) : [];
  });
}
