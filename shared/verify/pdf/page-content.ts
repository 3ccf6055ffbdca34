/** A rectangle in a page's own space, in points from its lower left corner. */
export type Box = Readonly<{ x: number; y: number; width: number; height: number }>;

/** Pictures drawn within one clip, in the order in which they are painted. */
export type PictureBlock = Readonly<{ clip: Box; pictures: readonly Readonly<{ name: string; box: Box }>[] }>;
type DrawnForm = Readonly<{ name: string; matrix: readonly number[] }>;

/**
 * Something painted that is no picture: a text, which goes on to the right from `x`, or a line or filled rectangle.
 * `late`: after the first picture or imported page.
 */
type Painted = Readonly<{ what: 'text' | 'line' | 'fill'; box: Box; late: boolean }>;

/** What a page's content paints, read as this program writes it. */
export type PageContent = Readonly<{
  blocks: readonly PictureBlock[];
  forms: readonly DrawnForm[];
  painted: readonly Painted[];
  /** Hairlines around pictures, and red or amber marks over them. */
  frames: readonly Box[];
  marks: readonly Box[];
  watermark: boolean;
  /** The first line that this program does not write, or not there; null where there is none. */
  foreign: string | null;
}>;

const n = String.raw`(-?\d+(?:\.\d+)?)`;
const unsigned = String.raw`\d+(?:\.\d+)?`;
const colour = `${unsigned} ${unsigned} ${unsigned}`;
const line = (pattern: string) => new RegExp(`^${pattern}$`);

/** Every line that `Canvas` writes; operators of ISO 32000-1 Annex A. Nothing else is on a page of this program. */
const forms = {
  text: line(String.raw`BT ${colour} rg \/\w+ ${n} Tf 1 0 0 1 ${n} ${n} Tm <[0-9A-F]*> Tj ET`),
  unseen: line(String.raw`BT \/T ${n} Tf ${n} Tz 1 0 0 1 ${n} ${n} Tm \((?:[^()\\\n\r]|\\[0-7]{3})*\) Tj ET`),
  stroke: line(String.raw`${colour} RG ${n} w ${n} ${n} m ${n} ${n} l S`),
  fill: line(String.raw`${colour} rg ${n} ${n} ${n} ${n} re f`),
  watermark: line(
    String.raw`\/Artifact BMC BT 0\.93 0\.86 0\.85 rg \/\w+ 96 Tf(?: -?[\d.]+){6} Tm <[0-9A-F]*> Tj ET EMC`,
  ),
  clip: line(String.raw`q ${n} ${n} ${n} ${n} re W n`),
  picture: line(String.raw`q ${n} 0 0 ${n} ${n} ${n} cm \/(X\d+) Do Q`),
  frame: line(String.raw`0\.78 0\.76 0\.72 RG 0\.4 w ${n} ${n} ${n} ${n} re S`),
  mark: line(String.raw`q (?:0\.84 0\.1 0\.1 RG 1\.4|0\.87 0\.55 0\.02 RG 1\.1) w ${n} ${n} ${n} ${n} re S Q`),
  form: line(String.raw`q ${n} ${n} ${n} ${n} ${n} ${n} cm \/(X\d+) Do Q`),
  marked: line(String.raw`\/Span << \/ActualText <FEFF[0-9A-F]*> >> BDC`),
  footer: line(String.raw`\/Artifact << \/Type \/Pagination \/Subtype \/Footer >> BDC`),
} as const;

/** Ours are half a point wide; a wide line is a filled rectangle. */
const widestLine = 2;

type Open = 'saved' | 'clip' | 'unseen' | 'marked';

/**
 * Reads a page's content line by line against everything that this program can write. A page of ours paints pictures only
 * inside clips, unseen words only in their layer, and nothing by any other operator; the first line that is otherwise is
 * kept as `foreign`, and nothing behind it counts.
 */
export function readPageContent(content: string): PageContent {
  const blocks: { clip: Box; pictures: { name: string; box: Box }[] }[] = [];
  const found = {
    blocks,
    forms: [] as DrawnForm[],
    painted: [] as Painted[],
    frames: [] as Box[],
    marks: [] as Box[],
    watermark: false,
  };
  const open: Open[] = [];
  const paint = (what: Painted['what'], box: Box) =>
    found.painted.push({ what, box, late: blocks.length + found.forms.length > 0 });
  /** Takes one line; false where it is none of ours, or not at this place. */
  const take = (text: string): boolean => {
    const within = open.at(-1) ?? 'saved';
    if (text === 'Q' || text === 'EMC') return open.length > 0 && (open.pop() === 'marked') === (text === 'EMC');
    if (within === 'unseen') return forms.unseen.test(text);
    const picture = forms.picture.exec(text);
    if (within === 'clip') {
      if (!picture) return false;
      const [width = 0, height = 0, x = 0, y = 0] = numbers(picture);
      blocks.at(-1)?.pictures.push({ name: picture[5] ?? '', box: { x, y, width, height } });
      return true;
    }
    const run = forms.text.exec(text);
    if (run) {
      const [size = 0, x = 0, y = 0] = numbers(run);
      paint('text', { x, y: y - size * 0.3, width: Infinity, height: size * 1.3 });
      return true;
    }
    if (within === 'marked') return false;
    return takeAtTop(text);
  };
  const takeAtTop = (text: string): boolean => {
    if (text === 'q') return open.push('saved') > 0;
    if (text === 'q 3 Tr') return open.push('unseen') > 0;
    if (forms.marked.test(text) || forms.footer.test(text)) return open.push('marked') > 0;
    if (forms.watermark.test(text)) return (found.watermark = true);
    const clip = forms.clip.exec(text);
    if (clip) {
      blocks.push({ clip: boxOf(clip), pictures: [] });
      return open.push('clip') > 0;
    }
    const stroke = forms.stroke.exec(text);
    if (stroke) {
      const [width = 0, ax = 0, ay = 0, bx = 0, by = 0] = numbers(stroke);
      const half = width / 2;
      const [x, y] = [Math.min(ax, bx) - half, Math.min(ay, by) - half];
      const box = { x, y, width: Math.abs(ax - bx) + width, height: Math.abs(ay - by) + width };
      paint('line', box);
      return width <= widestLine;
    }
    for (const [form, list] of [
      [forms.frame, found.frames],
      [forms.mark, found.marks],
    ] as const) {
      const box = form.exec(text);
      if (box) return list.push(boxOf(box)) > 0;
    }
    const fill = forms.fill.exec(text);
    if (fill) return paint('fill', boxOf(fill)) > 0;
    const form = forms.form.exec(text);
    if (form) return found.forms.push({ name: form[7] ?? '', matrix: numbers(form).slice(0, 6) }) > 0;
    return false;
  };
  for (const text of content === '' ? [] : content.split('\n'))
    if (!take(text)) return { ...found, foreign: text.slice(0, 80) };
  return { ...found, foreign: open.length > 0 ? 'q' : null };
}

function boxOf(match: RegExpExecArray): Box {
  const [x = 0, y = 0, width = 0, height = 0] = numbers(match);
  return { x, y, width, height };
}

const numbers = (match: RegExpExecArray): number[] => match.slice(1).map(Number);
