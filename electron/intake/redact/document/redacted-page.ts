import type { Region } from '../../../../shared/case/exhibit.ts';
import { regionsOnPage } from '../../../../shared/case/paged-region.ts';
import { because } from '../../../../shared/cause.ts';
import { piecesOf } from '../../../../shared/page/letters.ts';
import { boxOf } from '../../../../shared/page/find-words.ts';
import { coverOf, coversOf, isLetterHidden } from '../../../../shared/page/redact-words.ts';
import { storedTextPositions, type TextRun } from '../../../../shared/page/text-positions.ts';
import { paintBlack } from '../paint-black.ts';
import type { DocumentRequest } from './document-words.ts';
import { anyWithin, coversOfInk, differing, type Pixels } from './measured-covers.ts';
import { linesAsDrawn, linesAsSeen } from './page-lines.ts';
import { scaleOf, walkOf, type DrawablePdf, type DrawablePage, type ReadPage } from './read-pages.ts';
import type { SaidOnPage } from './said-glyphs.ts';

type RedactedPage = Readonly<{ width: number; height: number; covers: Region[]; lines: number; words: unknown }>;

/**
 * The picture of a page on which some words are not drawn at all, and their places black. What was drawn of them is measured:
 * it is what the picture lacks without them. Where nothing was, the words lie over a picture of them, or under something,
 * at a place that nobody measured: the whole line is covered.
 *
 * @returns null where the file, read back, is not what was painted
 */
export async function redactedPage(
  pdf: DrawablePdf,
  read: ReadPage,
  said: SaidOnPage | null,
  { regions, wholeLines }: Pick<DocumentRequest, 'regions' | 'wholeLines'>,
  out: string,
): Promise<RedactedPage | null> {
  const page = await pdf.document.getPage(read.page);
  const isSaid = (glyph: number) => said?.glyphs.has(glyph) === true;
  const whole = await picture(pdf, page, { words: 'all', read });
  const wordless = await picture(pdf, page, { words: 'none', read });
  // Last: what is left out is left out of the page's operators for good.
  const rest = said && said.glyphs.size > 0 ? await picture(pdf, page, { words: isSaid, read }) : whole;
  page.cleanup();
  const ink = differing(whole, rest);
  const covers = said ? coversFor(read, said, ink, whole, wholeLines) : { covers: [], lines: 0 };
  const drawn = regionsOnPage(regions, read.page).map(({ x, y, width, height }) =>
    boxOf({
      x: x * read.scale,
      y: y * read.scale,
      width: width * read.scale,
      height: height * read.scale,
      text: '',
    }),
  );
  const all = [...drawn, ...covers.covers];
  const left = wordsLeft(read, isSaid, differing(whole, wordless), whole, all);
  const { data, width, height } = rest;
  const raw = withoutAlpha(data, width * height);
  if (!(await paintBlack({ data: raw, width, height, channels: 3 }, all, out))) return null;
  return { width, height, covers: all, lines: covers.lines, words: storedTextPositions(left, false) };
}

type Shown = Readonly<{ words: 'all' | 'none' | ((glyph: number) => boolean); read: ReadPage }>;

/** A page as pdf.js draws it: with all words, with none, or without some. */
async function picture(pdf: DrawablePdf, page: DrawablePage, { words, read }: Shown): Promise<Pixels> {
  const viewport = page.getViewport({ scale: scaleOf(page) });
  const canvas = pdf.createCanvas(Math.ceil(viewport.width), Math.ceil(viewport.height));
  const walk = walkOf(pdf, page);
  let next = 0;
  const operationsFilter = (at: number, list: { fnArray: readonly number[]; argsArray: unknown[] }): boolean => {
    const operator = list.fnArray[at] ?? -1;
    const isText = operator === pdf.operators.showText;
    if (at >= next && operator !== pdf.operators.dependency) {
      next = at + 1;
      const args = (list.argsArray[at] ?? []) as readonly unknown[];
      const shifts = walk.take(operator, args, typeof words === 'function' ? words : undefined);
      if (shifts.size > 0)
        list.argsArray[at] = [(args[0] as readonly unknown[]).map((glyph, nth) => shifts.get(nth) ?? glyph)];
    }
    return !(isText && words === 'none');
  };
  // The package draws as a browser's canvas does, which its types do not say.
  await page.render({ canvas: canvas as never, viewport, background: '#ffffff', operationsFilter }).promise;
  if (typeof words !== 'function' && walk.glyphs.length !== read.glyphs.length)
    throw new Error(because('structure-broken'));
  const { width, height } = canvas;
  const { data } = canvas.getContext('2d').getImageData(0, 0, width, height);
  return { data, width, height };
}

function coversFor(
  { glyphs }: ReadPage,
  { glyphs: said, machine }: SaidOnPage,
  ink: Uint8Array,
  size: Pick<Pixels, 'width' | 'height'>,
  wholeLines: boolean,
): Readonly<{ covers: Region[]; lines: number }> {
  const isUnseen = (at: number) => {
    const glyph = glyphs[at];
    return glyph !== undefined && /[\p{L}\p{N}]/u.test(glyph.text) && !anyWithin(ink, size, glyph.box);
  };
  const lines = linesAsSeen(glyphs).filter(({ glyphs: own }) =>
    own.some((at) => at !== null && said.has(at) && (wholeLines || isUnseen(at))),
  );
  const byLetters = linesAsDrawn(glyphs).flatMap(({ run, glyphs: own }) => {
    const letters = new Set(own.flatMap((at, nth) => (at !== null && said.has(at) ? [nth] : [])));
    return letters.size > 0 ? coversOf(new Map([[run, joined(letters, own)]])) : [];
  });
  const whole = [...lines.map(({ run }) => run), ...machine].map(coverOf);
  return { covers: [...coversOfInk([...byLetters, ...whole], ink, size)], lines: whole.length };
}

/** Spaces that nobody drew, between letters that are said, are covered with them. */
function joined(letters: ReadonlySet<number>, glyphs: readonly (number | null)[]): ReadonlySet<number> {
  const between = glyphs.flatMap((glyph, at) =>
    glyph === null && letters.has(at - 1) && letters.has(at + 1) ? [at] : [],
  );
  return new Set([...letters, ...between]);
}

/** The words that are left, as far as the page's picture shows them. */
function wordsLeft(
  { glyphs }: ReadPage,
  isSaid: (glyph: number) => boolean,
  ink: Uint8Array,
  size: Pick<Pixels, 'width' | 'height'>,
  covers: readonly Region[],
): readonly TextRun[] {
  return linesAsDrawn(glyphs).flatMap(({ run, glyphs: own }) =>
    piecesOf(run, (letter, nth) => {
      const at = own[nth] ?? null;
      if (covers.some((cover) => isLetterHidden(letter, cover))) return false;
      const glyph = at === null ? undefined : glyphs[at];
      if (at === null || !glyph || glyph.text.trim() === '') return true;
      return !isSaid(at) && anyWithin(ink, size, glyph.box);
    }).filter(({ text }) => text.trim() !== ''),
  );
}

function withoutAlpha(data: Uint8ClampedArray, count: number): Buffer {
  const raw = Buffer.allocUnsafe(count * 3);
  for (let at = 0; at < count; at++) for (let part = 0; part < 3; part++) raw[at * 3 + part] = data[at * 4 + part] ?? 0;
  return raw;
}
