import { sidesOf } from '../../../../shared/bilingual.ts';
import { ink, linkInk, softInk, type Area, type Canvas, type Colour } from '../../pdf/canvas.ts';
import type { Weight } from '../../pdf/font-face.ts';
import type { Tag } from '../../pdf/tagged/tag.ts';
import { spotOf, type DrawContext, type PageNumbers } from '../../sheet.ts';
import type { Cell, LateLine } from './cell-form.ts';

type CellBox = Readonly<{ x: number; y: number; width: number }>;

/** One cell of a row, or the lines of it that stand on a page. @param from which of its lines is the first of these */
export function drawCell(
  canvas: Canvas,
  tag: Tag,
  whole: Cell,
  lines: readonly string[],
  from: number,
  { x, y, width }: CellBox,
  { numbers }: DrawContext,
): void {
  const { size, lead } = whole.style;
  if (lines.length === 0 || whole.shown === '') return;
  const begins = Math.max(0, (whole.second?.from ?? whole.lines.length) - from);
  const leads = (within: Tag, box: Area, words: string, toPage: number, down = 0) =>
    canvas.link(within, box, { toPage, down, words });
  const all = { x, y, width, height: lines.length * lead };
  const own = whole.link === undefined ? tag : leads(tag, all, whole.shown, numbers.ofExhibit(whole.link)[0]);
  const spaces = endsInSpace(whole);
  const drawn = (some: readonly string[], first: number, colour: Colour, weight: Weight) => () => {
    some.forEach((one, n) => {
      const at = first + n;
      const line = spaces[from + at] === true ? `${one} ` : one;
      const top = y + at * lead;
      const quote = whole.quotes?.[from + at];
      const found = quote ? spotOf(numbers, quote.exhibit, quote.words) : null;
      const spot = found ?? (quote?.named ? { page: numbers.ofExhibit(quote.exhibit)[0], down: 0 } : null);
      const box = { x, y: top, width, height: lead };
      const part = spot ? leads(own, box, line, spot.page, Math.max(0, spot.down - aboveWords)) : own;
      canvas.text(part, x, top + lead * 0.5 + size * 0.36, line, size, weight, spot ? linkInk : colour);
    });
  };
  const side = (at: number, to: number, count: number, shown: string, colour: Colour, weight: Weight) => {
    if (at >= to) return;
    const draw = drawn(lines.slice(at, to), at, colour, weight);
    if (count === 1) draw();
    else canvas.readingAs(shown, draw);
  };
  const { second } = whole;
  const firstEnds = second?.from ?? whole.lines.length;
  side(
    0,
    Math.min(begins, lines.length),
    firstEnds,
    from === 0 ? whole.shown : '',
    whole.style.colour,
    whole.style.weight,
  );
  if (second) {
    const isHere = from <= second.from && begins < lines.length;
    const count = whole.lines.length - second.from;
    const colour = quieter(whole.style.colour);
    side(begins, lines.length, count, isHere ? second.shown : '', colour, 'regular');
    if (second.beside !== undefined)
      canvas.text(own, x + second.beside, y + lead * 0.5 + size * 0.36, second.shown, size, 'regular', colour);
  }
}

/** Which lines are followed by a space or a break in the text: drawn with it, lines that are read one after another are the text. */
function endsInSpace({ shown, lines, second }: Cell): readonly boolean[] {
  if (lines.length === 1) return [];
  const ofSide = (some: readonly string[], text: string): readonly boolean[] => {
    let end = 0;
    return some.map((line) => {
      const begins = text.indexOf(line, end);
      if (begins < 0) return false;
      end = begins + line.length;
      return /\s/.test(text.charAt(end));
    });
  };
  const ends = second?.from ?? lines.length;
  return [...ofSide(lines.slice(0, ends), shown), ...(second ? ofSide(lines.slice(ends), second.shown) : [])];
}

/** The second language beside the first: never as dark. A warning stays red. */
const quieter = (colour: Colour): Colour => (colour === ink ? softInk : colour);

/** Lines about page numbers, now that these are known. */
export function drawLate(
  canvas: Canvas,
  tag: Tag,
  { style: { size, weight, colour, lead } }: Cell,
  lines: readonly LateLine[],
  { x, y, width }: CellBox,
  { numbers }: DrawContext,
): void {
  lines.forEach(({ text, link, to = 'exhibit', words, quiet }, at) => {
    const top = y + at * lead;
    const said = sidesOf(text(numbers)).join(besideFirst);
    const found = link === null || words === undefined ? null : spotOf(numbers, link, words);
    const page = found?.page ?? (link === null ? null : firstPage[to](numbers, link));
    const down = found ? Math.max(0, found.down - aboveWords) : 0;
    const box = { x, y: top, width, height: lead };
    const part = page === null ? tag : canvas.link(tag, box, { toPage: page, down, words: said });
    const shade = quiet ? quieter(colour) : colour;
    canvas.textWithin(part, width, x, top + lead * 0.5 + size * 0.36, said, size, weight, shade);
  });
}

/** Between two languages on one line that knows of its words only when the pages are numbered. */
export const besideFirst = '   ';

/** Points that are shown above the words that a link leads to. */
export const aboveWords = 60;

const firstPage: Readonly<Record<NonNullable<LateLine['to']>, (numbers: PageNumbers, at: number) => number | null>> = {
  exhibit: (numbers, at) => numbers.ofExhibit(at)[0],
  annex: (numbers, at) => numbers.ofAnnex(at)?.[0] ?? null,
  technical: (numbers, at) => numbers.ofTechnical(at),
};
