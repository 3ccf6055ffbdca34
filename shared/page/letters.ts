import type { RunLetters, TextRun } from './text-positions.ts';

/** A letter of a run: its code units in the run's text, and its box in the run's frame, pixels. */
export type Letter = Readonly<{ from: number; to: number; x: number; y: number; width: number; height: number }>;

/** The letters of a run in order of the text; null where they were not measured. */
export function lettersOf({ x, y, width, height, text, letters }: TextRun): readonly Letter[] | null {
  if (!letters) return null;
  const { way, measures, lengths } = letters;
  const count = lengths?.length ?? text.length;
  const made: Letter[] = [];
  let from = 0;
  let edge = measures[0] ?? 0;
  for (let at = 0; at < count; at++) {
    const to = from + (lengths?.[at] ?? 1);
    if (way === 'boxes') {
      const [dx = 0, dy = 0, wide = 0, high = 0] = measures.slice(at * 4, at * 4 + 4);
      made.push({ from, to, x: x + dx, y: y + dy, width: wide, height: high });
    } else {
      const advance = measures[at + 1] ?? 0;
      const end = edge + advance;
      if (way === 'right') made.push({ from, to, x: x + edge, y, width: advance, height });
      else if (way === 'left') made.push({ from, to, x: x + width - end, y, width: advance, height });
      else if (way === 'down') made.push({ from, to, x, y: y + edge, width, height: advance });
      else made.push({ from, to, x, y: y + height - end, width, height: advance });
      edge = end;
    }
    from = to;
  }
  return made;
}

/** A run in another unit: every length times a factor. */
export function scaledRun({ x, y, width, height, text, letters, otherGlyphs }: TextRun, factor: number): TextRun {
  return {
    x: x * factor,
    y: y * factor,
    width: width * factor,
    height: height * factor,
    text,
    ...(letters && { letters: scaledLetters(letters, factor) }),
    ...(otherGlyphs && { otherGlyphs }),
  };
}

function scaledLetters({ way, ink, measures, lengths }: RunLetters, factor: number): RunLetters {
  if (factor === 1) return { way, ink, measures, lengths };
  const [left, above, right, below] = ink;
  return {
    way,
    ink: [left * factor, above * factor, right * factor, below * factor],
    measures: measures.map((one) => one * factor),
    lengths,
  };
}

/**
 * The pieces of a run that are left when only some of its letters are kept: neighbours stay together. A run whose letters
 * were not measured is kept whole or not at all, so that it has no pieces.
 */
export function piecesOf(run: TextRun, isKept: (letter: Letter, at: number) => boolean): readonly TextRun[] {
  const all = lettersOf(run);
  const { letters } = run;
  if (!all || !letters) return [];
  const pieces: TextRun[] = [];
  let begun = -1;
  const close = (end: number) => {
    if (begun >= 0) pieces.push(pieceOf(run, letters, all.slice(begun, end), begun));
    begun = -1;
  };
  all.forEach((letter, at) => {
    if (!isKept(letter, at)) close(at);
    else if (begun < 0) begun = at;
  });
  close(all.length);
  return pieces;
}

/** Some letters of a run that follow each other, as a run: its box is theirs. */
function pieceOf(
  run: TextRun,
  { way, ink, measures, lengths }: RunLetters,
  some: readonly Letter[],
  at: number,
): TextRun {
  const box = aroundBoxes(some);
  const count = some.length;
  const own =
    way === 'boxes'
      ? some.flatMap((one) => [one.x - box.x, one.y - box.y, one.width, one.height])
      : [0, ...measures.slice(at + 1, at + 1 + count)];
  const text = run.text.slice(some[0]?.from ?? 0, some.at(-1)?.to ?? 0);
  return {
    ...box,
    text,
    letters: { way, ink, measures: own, lengths: lengths?.slice(at, at + count) ?? null },
    ...(run.otherGlyphs && { otherGlyphs: true }),
  };
}

type Box = Readonly<{ x: number; y: number; width: number; height: number }>;

/** The smallest box around some, of which there is one at least; not rounded. */
export function aroundBoxes(boxes: readonly Box[]): Box {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { x, y, width, height } of boxes) {
    left = Math.min(left, x);
    top = Math.min(top, y);
    right = Math.max(right, x + width);
    bottom = Math.max(bottom, y + height);
  }
  return { x: left, y: top, width: right - left, height: bottom - top };
}
