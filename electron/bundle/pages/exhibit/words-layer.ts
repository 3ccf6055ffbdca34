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
    for (const run of runs) {
      eachWord(run, (x, width, { y, height }, text) => {
        const size = Math.max(1, height * scale * 0.8);
        const baseline = top + (y + height) * scale - height * scale * 0.22;
        paint.behind(left + x * scale, baseline, width * scale, size, text);
      });
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
const [none, space, wide, other] = [0, 1, 2, 3];
const wideLetter = /^[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Hang}]/u;
/** By code unit, `none` where it was not asked for yet: pages have some hundred letters, ten thousand times. */
const kinds = new Uint8Array(0x1_0000);

function kindOf(text: string, from: number, to: number): number {
  const alone = to - from === 1 ? text.charCodeAt(from) : NaN;
  const known = kinds[alone] ?? none;
  if (known !== none) return known;
  const letter = text.slice(from, to);
  const kind = letter.trim() === '' ? space : wideLetter.test(letter) ? wide : other;
  if (!Number.isNaN(alone)) kinds[alone] = kind;
  return kind;
}

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

type Rows = Readonly<{ y: number; height: number }>;
type TakeWord = (x: number, width: number, rows: Rows, text: string) => void;

/**
 * A line by its words and the spaces between them, from the left: in a line from right to left too, for readers of a
 * PDF put letters into order by where they are.
 */
function eachWord(run: TextRun, take: TakeWord): void {
  if (run.letters?.way === 'right') {
    wordsInOrder(run, run.letters, take);
    return;
  }
  const letters = fromTheLeft(run);
  if (!letters) {
    take(run.x, run.width, run, run.text);
    return;
  }
  const rows = withInk(run);
  let [left, right, text] = [0, 0, ''];
  let before = none;
  for (const { from, to, x, width } of letters) {
    const letter = run.text.slice(from, to);
    const kind = kindOf(run.text, from, to);
    if (before === none || (kind !== before && width > 0)) {
      if (before !== none) take(left, right - left, rows, text);
      [left, right, text] = [x, x + width, letter];
    } else {
      left = Math.min(left, x);
      right = Math.max(right, x + width);
      text += letter;
    }
    before = kind;
  }
  if (before !== none) take(left, right - left, rows, text);
}

/** The same of a line that is read from the left, as nearly all are: its letters stand in its text's order, one after the other. */
function wordsInOrder(run: TextRun, { measures, lengths }: NonNullable<TextRun['letters']>, take: TakeWord): void {
  const rows = withInk(run);
  const count = lengths?.length ?? run.text.length;
  let edge = measures[0] ?? 0;
  let [left, right, begun, from] = [0, 0, 0, 0];
  let before = none;
  for (let at = 0; at < count; at++) {
    const to = from + (lengths?.[at] ?? 1);
    const width = measures[at + 1] ?? 0;
    const x = run.x + edge;
    const kind = kindOf(run.text, from, to);
    if (before === none || (kind !== before && width > 0)) {
      if (before !== none) take(left, right - left, rows, run.text.slice(begun, from));
      left = x;
      right = x + width;
      begun = from;
    } else {
      left = Math.min(left, x);
      right = Math.max(right, x + width);
    }
    before = kind;
    edge += width;
    from = to;
  }
  if (before !== none) take(left, right - left, rows, run.text.slice(begun, from));
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
