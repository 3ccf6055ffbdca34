import { aroundBoxes } from '../../../../shared/page/letters.ts';
import type { RunLetters, TextRun } from '../../../../shared/page/text-positions.ts';
import type { Glyph } from './glyph-walk.ts';

/** Letters of one line, and for each of them the number of its glyph on the page; null for a space that nobody drew. */
export type GlyphLine = Readonly<{ run: TextRun; glyphs: readonly (number | null)[] }>;

/** The lines of a page as its content draws them: what is drawn one behind the other on one line is one. */
export function linesAsDrawn(glyphs: readonly Glyph[]): readonly GlyphLine[] {
  const order = glyphs.map((_, at) => at);
  return linesOf(glyphs, order, (before, next) => {
    const gap = next.begins - before.ends;
    return isOnLine(before, next) && gap > -before.em && gap < 3 * before.em;
  });
}

/** The lines of a page as they are seen, from the left to the right of each, in whatever order they were drawn. */
export function linesAsSeen(glyphs: readonly Glyph[]): readonly GlyphLine[] {
  const order = glyphs
    .map((_, at) => at)
    .sort((one, other) => {
      const [a, b] = [glyphs[one], glyphs[other]];
      return a && b ? a.angle - b.angle || a.across - b.across || a.begins - b.begins : 0;
    });
  const rows: number[][] = [];
  for (const at of order) {
    const [before, next] = [glyphs[rows.at(-1)?.at(-1) ?? -1], glyphs[at]];
    if (before && next && isOnLine(before, next)) rows.at(-1)?.push(at);
    else rows.push([at]);
  }
  return rows.flatMap((row) => {
    const along = row.toSorted((one, other) => (glyphs[one]?.begins ?? 0) - (glyphs[other]?.begins ?? 0));
    return linesOf(glyphs, along, () => true);
  });
}

const isOnLine = (before: Glyph, next: Glyph): boolean =>
  Math.abs(before.angle - next.angle) < 0.5 &&
  Math.abs(before.across - next.across) < 0.3 * Math.max(before.em, next.em);

function linesOf(
  glyphs: readonly Glyph[],
  order: readonly number[],
  goOn: (before: Glyph, next: Glyph) => boolean,
): readonly GlyphLine[] {
  const lines: number[][] = [];
  for (const at of order) {
    const [before, next] = [glyphs[lines.at(-1)?.at(-1) ?? -1], glyphs[at]];
    if (before && next && goOn(before, next)) lines.at(-1)?.push(at);
    else lines.push([at]);
  }
  return lines.flatMap((line) => lineOf(line.flatMap((at) => (glyphs[at] ? [{ at, glyph: glyphs[at] }] : []))));
}

type Numbered = Readonly<{ at: number; glyph: Glyph }>;

/** A gap of so much of a letter's size is a space, whoever drew it. */
const leastSpace = 0.2;

function lineOf(some: readonly Numbered[]): readonly GlyphLine[] {
  const told = some.filter(({ glyph }) => glyph.text !== '');
  const [first] = told;
  if (!first) return [];
  const spaced: { at: number | null; glyph: Glyph }[] = [];
  for (const one of told) {
    const before = spaced.at(-1)?.glyph;
    if (before && one.glyph.begins - before.ends > leastSpace * one.glyph.em && /\S$/.test(before.text))
      if (/^\S/.test(one.glyph.text)) spaced.push({ at: null, glyph: gapBetween(before, one.glyph) });
    spaced.push(one);
  }
  const box = aroundBoxes(spaced.map(({ glyph }) => glyph.box));
  if (box.width === 0 || box.height === 0) return [];
  const text = spaced.map(({ glyph }) => glyph.text).join('');
  const letters = lettersIn(
    spaced.map(({ glyph }) => glyph),
    box,
  );
  return [{ run: { ...box, text, letters }, glyphs: spaced.map(({ at }) => at) }];
}

function gapBetween(before: Glyph, next: Glyph): Glyph {
  const [a, b] = [before.box, next.box];
  const [x, y] = [Math.min(a.x + a.width, b.x + b.width), Math.min(a.y + a.height, b.y + b.height)];
  const box = {
    x: Math.min(x, Math.max(a.x, b.x)),
    y: Math.min(y, Math.max(a.y, b.y)),
    width: Math.max(1, Math.abs(Math.max(a.x, b.x) - x)),
    height: Math.max(1, Math.abs(Math.max(a.y, b.y) - y)),
  };
  return { ...next, text: ' ', box, begins: before.ends, ends: next.begins };
}

const ways: Readonly<Record<number, RunLetters['way']>> = { 0: 'right', 90: 'down', [-90]: 'up' };

function lettersIn(glyphs: readonly Glyph[], box: Readonly<{ x: number; y: number; width: number; height: number }>) {
  const lengths = glyphs.map(({ text }) => text.length);
  const common = { ink: [0, 0, 0, 0] as const, lengths: lengths.every((one) => one === 1) ? null : lengths };
  const way = ways[glyphs[0]?.angle ?? 1];
  const edge = way === 'right' ? box.x : way === 'down' ? box.y : -(box.y + box.height);
  const starts = glyphs.map(({ begins }) => begins - edge);
  const last = glyphs.at(-1);
  const edges = [...starts, last ? last.ends - edge : 0];
  const inOrder = edges.every((one, at) => at === 0 || one >= (edges[at - 1] ?? 0) - 0.001);
  if (way !== undefined && inOrder && (edges[0] ?? -1) >= -0.01)
    return {
      ...common,
      way,
      measures: edges.map((one, at) => Math.max(0, one - (at === 0 ? 0 : (edges[at - 1] ?? 0)))),
    };
  const boxes = glyphs.flatMap((one) => [one.box.x - box.x, one.box.y - box.y, one.box.width, one.box.height]);
  return { ...common, way: 'boxes' as const, measures: boxes };
}
