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
  /** How many parts of it are marked as elements of the structure, and whether anything is painted outside of a mark. */
  elements: number;
  unmarked: boolean;
  /** The first line that this program does not write, or not there; null where there is none. */
  foreign: string | null;
}>;

const n = String.raw`(-?\d+(?:\.\d+)?)`;
const unsigned = String.raw`\d+(?:\.\d+)?`;
const colour = `${unsigned} ${unsigned} ${unsigned}`;
const line = (pattern: string) => new RegExp(`^${pattern}$`);

/** Every line that `Canvas` writes; operators of ISO 32000-1 Annex A. Nothing else is on a page of this program. */
const forms = {
  save: line('q'),
  layer: line('q 3 Tr'),
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
  span: line(String.raw`\/Span << \/ActualText <FEFF[0-9A-F]*> >> BDC`),
  footer: line(String.raw`\/Artifact << \/Type \/Pagination \/Subtype \/Footer >> BDC`),
  artifact: line(String.raw`\/Artifact BMC`),
  element: line(String.raw`\/(?:H[123]|P|T[HD]|Figure|Link|Span) << \/MCID (\d+) >> BDC`),
} as const;

/** Ours are half a point wide; a wide line is a filled rectangle. */
const widestLine = 2;

type Line = keyof typeof forms;

/** Brackets that stay open over lines, with what may stand in them; a page itself is like `saved`. */
const mayStandIn = {
  saved: [
    ...(['text', 'element', 'artifact', 'span', 'stroke', 'fill', 'frame', 'mark', 'clip', 'form'] as const),
    ...(['save', 'layer', 'footer', 'watermark'] as const),
  ],
  clip: ['picture'],
  layer: ['unseen'],
  /** Words that read as one text, of one element, of several, or of none. */
  span: ['text', 'element', 'artifact'],
  footer: ['text'],
  element: ['text', 'clip', 'form', 'layer'],
  artifact: ['text', 'stroke', 'fill', 'frame', 'mark'],
} as const satisfies Record<string, readonly Line[]>;
type Open = keyof typeof mayStandIn;

const endsWithQ: ReadonlySet<Open> = new Set(['saved', 'clip', 'layer']);
/** What says of its content whether it is in the structure of the file. */
const tells: ReadonlySet<Open> = new Set(['footer', 'element', 'artifact']);
const paints: ReadonlySet<Line> = new Set(['text', 'stroke', 'fill', 'frame', 'mark', 'clip', 'form', 'layer']);

/**
 * Reads a page's content line by line against everything that this program can write. A page of ours paints pictures only
 * inside clips, unseen words only in their layer, and nothing by any other operator; the first line that is otherwise is
 * kept as `foreign`, and nothing behind it counts.
 */
export function readPageContent(content: string): PageContent {
  const reading = new Reading();
  for (const text of content === '' ? [] : content.split('\n'))
    if (!reading.take(text)) return { ...reading.found, foreign: text.slice(0, 80) };
  return { ...reading.found, foreign: reading.isOpen ? 'q' : null };
}

class Reading {
  readonly found = {
    blocks: [] as { clip: Box; pictures: { name: string; box: Box }[] }[],
    forms: [] as DrawnForm[],
    painted: [] as Painted[],
    frames: [] as Box[],
    marks: [] as Box[],
    watermark: false,
    elements: 0,
    unmarked: false,
  };
  readonly #open: Open[] = [];

  get isOpen(): boolean {
    return this.#open.length > 0;
  }

  /** Takes one line; false where it is none of ours, or not at this place. */
  take(text: string): boolean {
    if (text === 'Q' || text === 'EMC') {
      const ended = this.#open.pop();
      return ended !== undefined && endsWithQ.has(ended) === (text === 'Q');
    }
    for (const kind of mayStandIn[this.#open.at(-1) ?? 'saved']) {
      const match = forms[kind].exec(text);
      if (!match) continue;
      if (paints.has(kind) && !this.#open.some((one) => tells.has(one))) this.found.unmarked = true;
      return this.#taken[kind](match);
    }
    return false;
  }

  /** What each kind of line adds; false where it may not be as it is. */
  readonly #taken: Readonly<Record<Line, (match: RegExpExecArray) => boolean>> = {
    text: (match) => {
      const [size = 0, x = 0, y = 0] = numbers(match);
      return this.#paint('text', { x, y: y - size * 0.3, width: Infinity, height: size * 1.3 });
    },
    stroke: (match) => {
      const [width = 0, ax = 0, ay = 0, bx = 0, by = 0] = numbers(match);
      const [x, y] = [Math.min(ax, bx) - width / 2, Math.min(ay, by) - width / 2];
      this.#paint('line', { x, y, width: Math.abs(ax - bx) + width, height: Math.abs(ay - by) + width });
      return width <= widestLine;
    },
    fill: (match) => this.#paint('fill', boxOf(match)),
    frame: (match) => this.found.frames.push(boxOf(match)) > 0,
    mark: (match) => this.found.marks.push(boxOf(match)) > 0,
    form: (match) => this.found.forms.push({ name: match[7] ?? '', matrix: numbers(match).slice(0, 6) }) > 0,
    picture: (match) => {
      const [width = 0, height = 0, x = 0, y = 0] = numbers(match);
      this.found.blocks.at(-1)?.pictures.push({ name: match[5] ?? '', box: { x, y, width, height } });
      return true;
    },
    watermark: () => (this.found.watermark = true),
    unseen: () => true,
    // Numbered as they stand: none is there twice.
    element: (match) => Number(match[1]) === this.found.elements++ && this.#opens('element'),
    clip: (match) => this.found.blocks.push({ clip: boxOf(match), pictures: [] }) > 0 && this.#opens('clip'),
    save: () => this.#opens('saved'),
    artifact: () => this.#opens('artifact'),
    footer: () => this.#opens('footer'),
    layer: () => this.#opens('layer'),
    span: () => this.#opens('span'),
  };

  #opens(bracket: Open): boolean {
    return this.#open.push(bracket) > 0;
  }

  #paint(what: Painted['what'], box: Box): boolean {
    const late = this.found.blocks.length + this.found.forms.length > 0;
    return this.found.painted.push({ what, box, late }) > 0;
  }
}

function boxOf(match: RegExpExecArray): Box {
  const [x = 0, y = 0, width = 0, height = 0] = numbers(match);
  return { x, y, width, height };
}

const numbers = (match: RegExpExecArray): number[] => match.slice(1).map(Number);
