// What is wrong with the layout of a bundle's pages, by where things are drawn.
import type { Profile } from '../../shared/profile/profile.ts';
import type { LaidBox, DrawnPage, DrawnText } from './read-pages.ts';

export type Fault = Readonly<{ page: number; is: 'outside' | 'overlap' | 'orphan' | 'small'; what: string }>;

/** Points that a box may be wrong by: widths are rounded, and letters reach a little beyond their advance. */
const slack = 0.6;
/** Running lines stand in the margins, this far from the field at most. */
const running = 36;

type Margins = Profile['margins'];
const points = (millimetres: number) => (millimetres * 72) / 25.4;

/** The field between the margins, which hold a running line each. */
export function fieldOf({ width, height }: DrawnPage, { left, right, top, bottom }: Margins): LaidBox {
  return {
    left: points(left),
    right: width - points(right),
    top: Math.max(points(top), 40),
    bottom: height - Math.max(points(bottom), 40),
  };
}

const isIn = (inner: LaidBox, outer: LaidBox, by = slack): boolean =>
  inner.left >= outer.left - by &&
  inner.right <= outer.right + by &&
  inner.top >= outer.top - by &&
  inner.bottom <= outer.bottom + by;
const meets = (a: LaidBox, b: LaidBox, across: number, down: number): boolean =>
  Math.min(a.right, b.right) - Math.max(a.left, b.left) > across &&
  Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > down;
const middleIn = (box: LaidBox, outer: LaidBox): boolean => {
  const [x, y] = [(box.left + box.right) / 2, (box.top + box.bottom) / 2];
  return x >= outer.left && x <= outer.right && y >= outer.top && y <= outer.bottom;
};

/** The texts of the field, from the top down: those of the running lines are not among them. */
export const textsInField = (page: DrawnPage, margins: Margins): readonly DrawnText[] =>
  page.texts
    .filter(({ box, watermark }) => !watermark && middleIn(box, fieldOf(page, margins)))
    .toSorted((a, b) => a.box.bottom - b.box.bottom || a.box.left - b.box.left);

/** Text beyond the margins, pictures too, and text that leaves its column of a table. */
export function outside(page: DrawnPage, number: number, margins: Margins): readonly Fault[] {
  const field = fieldOf(page, margins);
  const paper = { ...field, top: field.top - running, bottom: field.bottom + running };
  const fault = (what: string): Fault => ({ page: number, is: 'outside', what });
  const seen = page.words.filter(({ box }) => page.texts.some((text) => !text.watermark && meets(text.box, box, 0, 1)));
  return [
    ...page.texts.filter(({ box, watermark }) => !watermark && !isIn(box, paper)).map(({ text }) => fault(text)),
    ...seen
      .filter(({ box }) => box.right > paper.right + 1.5 || box.left < paper.left - 1.5)
      .map(({ text }) => fault(`${text} (poppler)`)),
    ...page.pictures.filter((box) => !isIn(box, field, 1)).map(() => fault('a picture')),
    ...outOfColumns(page, margins).map((text) => fault(`${text} runs into the next column`)),
  ];
}

/** Texts that reach to where the next column begins, in rows of a table: a line by itself goes across all columns. */
function outOfColumns(page: DrawnPage, margins: Margins): readonly string[] {
  const columns = columnsOf(page, margins);
  const begins = ({ box }: DrawnText) => columns.filter(({ left }) => Math.abs(box.left - left) < 0.3);
  return linesOf(textsInField(page, margins)).flatMap((line) => {
    if (line.filter((one) => begins(one).length > 0).length < 2) return [];
    return line.flatMap((one) =>
      begins(one).some(({ end, under, until }) => {
        return one.box.top > under && one.box.bottom < until && one.box.right > end - slack;
      })
        ? [one.text]
        : [],
    );
  });
}

/** Columns of the tables of a page, by the heads that stand in their bands. */
function columnsOf(page: DrawnPage, margins: Margins) {
  const { left: begin, right, bottom } = fieldOf(page, margins);
  const across = page.rules.filter((rule) => rule.right - rule.left > (right - begin) * 0.95 && rule.top < bottom);
  const until = Math.max(0, ...across.map(({ top }) => top));
  return page.bands.flatMap((band) => {
    const heads = [
      ...new Set(page.texts.filter(({ box }) => middleIn(box, band)).map(({ box }) => Math.round(box.left * 10) / 10)),
    ].toSorted((a, b) => a - b);
    return heads.map((left, at) => ({ left, end: heads[at + 1] ?? right + 2, under: band.bottom, until }));
  });
}

/** Text over text, over a line, over a picture. */
export function overlaps(page: DrawnPage, number: number): readonly Fault[] {
  const fault = (what: string): Fault => ({ page: number, is: 'overlap', what });
  const texts = page.texts.filter(({ watermark }) => !watermark).toSorted((a, b) => a.box.top - b.box.top);
  const found: Fault[] = [];
  texts.forEach((one, at) => {
    for (const other of texts.slice(at + 1)) {
      if (other.box.top > one.box.bottom) break;
      if (meets(one.box, other.box, 0.8, 1)) found.push(fault(`“${one.text}” and “${other.text}”`));
    }
    if (page.rules.some((rule) => meets(padded(rule), inner(one), 1, 0.1)))
      if (!page.pictures.some((picture) => middleIn(one.box, picture))) found.push(fault(`“${one.text}” and a line`));
    if (page.pictures.some((picture) => meets(picture, one.box, 1, 1)))
      found.push(fault(`“${one.text}” and a picture`));
  });
  return found;
}

const padded = ({ left, top, right, bottom }: LaidBox): LaidBox => ({
  left: left - 0.6,
  right: right + 0.6,
  top: top - 0.2,
  bottom: bottom + 0.2,
});
/** The part of a line that letters fill for certain. */
const inner = ({ box: { left, right, top, bottom }, size }: DrawnText): LaidBox => ({
  left: left + 0.5,
  right: right - 0.5,
  top: top + size * 0.1,
  bottom: bottom - size * 0.16,
});

/** Lines of a page, from the top down: what stands on one baseline. */
export function linesOf(texts: readonly DrawnText[]): readonly (readonly DrawnText[])[] {
  const lines: DrawnText[][] = [];
  for (const one of texts) {
    const last = lines.at(-1);
    if (last?.[0] && Math.abs(last[0].box.bottom - one.box.bottom) < 2.5) last.push(one);
    else lines.push([one]);
  }
  return lines;
}

const signature = /签名|签字|签署|Signature|Signed/;

/**
 * What stands alone: a heading at the foot of a page, a further page with a sentence or few rows only, one on which a picture
 * shows nothing, a line to sign on without words that are signed. @param goesOn whether the part has a page before and after
 */
export function orphans(page: DrawnPage, number: number, margins: Margins, goesOn: Goes): readonly Fault[] {
  const fault = (what: string): Fault => ({ page: number, is: 'orphan', what });
  const texts = textsInField(page, margins);
  const heads = page.bands;
  const lines = linesOf(texts.filter(({ box }) => !heads.some((band) => middleIn(box, band))));
  const found: Fault[] = [];
  const told = (line: readonly DrawnText[] | undefined) => line?.map(({ text }) => text).join(' ') ?? '';
  const last = lines.at(-1);
  const lowest = Math.max(0, ...page.pictures.map(({ bottom }) => bottom));
  if (goesOn.after && last && last.every(({ bold }) => bold) && lowest < (last[0]?.box.top ?? 0))
    found.push(fault(`the heading “${told(last)}” at the foot`));
  if (!goesOn.before) return found;
  if (page.pictures.length > 0)
    return page.changing < leastChanging ? [...found, fault('a picture of nothing')] : found;
  if (lines.length < 3) found.push(fault(`only “${lines.map(told).join(' / ')}”`));
  else if (heads.length > 0 && fewRows(page, margins)) found.push(fault(`few rows: “${told(lines[0])}”`));
  const signed = lines.findIndex((line) => signature.test(told(line)));
  const said = lines.slice(0, Math.max(0, signed)).filter((line) => isSaid(line, page));
  if (signed >= 0 && heads.length === 0 && said.length < 3)
    found.push(fault(`lines to sign on under ${said.length} lines`));
  return found;
}

/** Points of a picture's height in which it changes, on a further page of it: less is no more than an edge or a shadow. */
const leastChanging = 20;

/** Whether a line is of a text that is signed: no heading, and no line of a form with a rule below it. */
function isSaid(line: readonly DrawnText[], { rules }: DrawnPage): boolean {
  const [first] = line;
  if (!first || line.every(({ bold }) => bold)) return false;
  return !rules.some(
    ({ left, right, top }) => right - left > 100 && top > first.box.top && top < first.box.bottom + formLine,
  );
}

/** Points below the letters of a form's line to where its rule is, at most: a label may have a second line. */
const formLine = 20;

/** Rows that are all of a table on a page: less than so many, in less than so many points. */
function fewRows(page: DrawnPage, margins: Margins): boolean {
  const rows = rowsOf(page, margins);
  if (rows.length < 2) return true;
  const begin = Math.min(...page.bands.map(({ bottom }) => bottom));
  return rows.length < 5 && Math.max(...rows) - begin < 110;
}

/** Whether the same part stands on the page before, and goes on on the next. */
export type Goes = Readonly<{ before: boolean; after: boolean }>;

/** Where rows of a table end on a page: the lines across it, below its head; a line under a filled band is the band's. */
function rowsOf(page: DrawnPage, margins: Margins): readonly number[] {
  const field = fieldOf(page, margins);
  const isOfBand = (top: number) => page.bands.some((band) => top > band.top - 2 && top < band.bottom + 2);
  const head = Math.min(field.bottom, ...page.bands.map(({ top }) => top));
  return page.rules
    .filter(({ left, right }) => right - left > (field.right - field.left) * 0.95) // no line to sign on
    .filter(({ top }) => top > head && top < field.bottom && !isOfBand(top))
    .map(({ top }) => top);
}

/** Share of the field that lies below all that is drawn in it. */
export function blankShare(page: DrawnPage, margins: Margins): number {
  const field = fieldOf(page, margins);
  const boxes = [...textsInField(page, margins).map(({ box }) => box), ...page.pictures];
  const lowest = Math.max(field.top, ...boxes.map(({ bottom }) => bottom));
  return (field.bottom - lowest) / (field.bottom - field.top);
}

/** Points that letters in the field have at least: 8, as the court's reader wants them, less what rounding takes. */
const leastSize = 7.95;

/** Letters that are hard to read: those of the running lines in the margins, and what pictures show, are not among them. */
export function tooSmall(page: DrawnPage, number: number, margins: Margins): readonly Fault[] {
  return textsInField(page, margins)
    .filter(({ size, box }) => size < leastSize && !page.pictures.some((picture) => middleIn(box, picture)))
    .map(({ size, text }): Fault => ({ page: number, is: 'small', what: `${size.toFixed(1)} pt: “${text}”` }));
}

/** All that is wrong with the pages of a bundle. A part goes on where the running line above it begins alike. */
export function faultsOf(pages: readonly DrawnPage[], margins: Margins): readonly Fault[] {
  const partOf = (page: DrawnPage | undefined): string | null => {
    const line = page?.texts.find(({ box }) => box.bottom < fieldOf(page, margins).top);
    return line?.text.split('·')[0]?.trim() ?? null;
  };
  return pages.flatMap((page, at) => {
    const part = partOf(page);
    const goes = { before: part === partOf(pages[at - 1]), after: part === partOf(pages[at + 1]) };
    return [
      ...outside(page, at + 1, margins),
      ...overlaps(page, at + 1),
      ...tooSmall(page, at + 1, margins),
      ...orphans(page, at + 1, margins, part === null ? { before: false, after: false } : goes),
    ];
  });
}

/** The smallest letters that are printed as text in the fields of pages, in points. */
export const letterSizes = (pages: readonly DrawnPage[], margins: Margins): number =>
  Math.min(...pages.flatMap((page) => textsInField(page, margins).map(({ size }) => size)));
