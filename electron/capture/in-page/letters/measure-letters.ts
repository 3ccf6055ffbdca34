// This function runs inside the captured page, in a world of its own. It is sent as text: nothing from outside.

/** A form field that a run shows, and its box in its own window. */
export interface ShownControl {
  element: HTMLElement;
  seen: Readonly<{ left: number; top: number; right: number; bottom: number }>;
}

/** What is remembered of a run between reading it and measuring its letters, in the world's own global object. */
export interface MarkedRun {
  /** The piece of a text node that the run shows, as code units of its data. */
  node: Text;
  from: number;
  to: number;
  text: string;
  /** Its box before and after clipping, in CSS pixels of the node's window; what to add for the page's own. */
  line: { left: number; top: number; right: number; bottom: number };
  seen: { left: number; top: number; right: number; bottom: number };
}

/** Which way letters follow each other, or that each has a box of its own. */
type MeasuredWay = 'right' | 'left' | 'down' | 'up' | 'boxes';

/**
 * `ink`: how far letters are drawn beyond their boxes at most: left, above, right, below. `measures`: the distance of the
 * first letter from the edge of the run where it begins, then the advance of each; of boxes x, y, width, height of each
 * from the run's corner. All are hundredths of a CSS pixel. `lengths`: code units of each letter; none where all are 1.
 */
export interface MeasuredLetters {
  way: MeasuredWay;
  ink: [left: number, above: number, right: number, below: number];
  measures: number[];
  lengths: number[];
}

/**
 * Measures the letters of the runs that were read just before: each grapheme cluster with the rectangle of its `Range`,
 * so that every transform, spacing and direction counts. What one glyph may draw together (ligatures, joined scripts) is
 * one letter. Ink beyond the boxes is asked of the font.
 *
 * @returns for each run its letters, null where it has none that can be told apart; `left`: how many runs were not
 * measured because there are too many letters or the time was up
 */
export function measureLetters(bounds: { maxLetters: number; maxMs: number }): {
  letters: (MeasuredLetters | null)[];
  left: number;
} {
  type Box = Readonly<{ left: number; top: number; right: number; bottom: number }>;
  type Letter = { text: string; box: Box | null };
  type Font = Readonly<{ ink(text: string): number[]; width(text: string): number; height: number; beyond: number }>;
  const marks = Reflect.get(globalThis, 'fascicleRuns') as (MarkedRun | null)[] | undefined;
  const began = performance.now();
  const clusters = new Intl.Segmenter(undefined, { granularity: 'grapheme' });
  const unitsPerPixel = 100;
  /** Half a layout unit of the browser is 1/128 px. */
  const same = (a: number, b: number) => Math.abs(a - b) < 0.05;
  const joined =
    /[\p{scx=Arab}\p{scx=Syrc}\p{scx=Mong}\p{scx=Nkoo}\p{scx=Mand}\p{scx=Adlm}\p{scx=Deva}\p{scx=Beng}\p{scx=Guru}\p{scx=Gujr}\p{scx=Orya}\p{scx=Taml}\p{scx=Telu}\p{scx=Knda}\p{scx=Mlym}\p{scx=Sinh}\p{scx=Khmr}\p{scx=Mymr}\p{scx=Tibt}\p{scx=Thai}\p{scx=Laoo}\p{scx=Java}\p{scx=Bali}]/u;
  const apart = /[\s\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Hang}]/u;
  const isJoining = (text: string) => joined.test(text) && !/^[\p{N}\p{P}\p{S}\s]+$/u.test(text);

  const fonts = new Map<Document, Map<string, Font>>();
  /**
   * The fonts that a style may mean: where it names none, what it says of itself is that of another language than the
   * letters may be set in.
   */
  const fontsOf = (page: Document, style: CSSStyleDeclaration): Font[] => {
    const { fontStyle, fontWeight, fontSize, fontFamily } = style;
    const name = style.font || `${fontStyle} ${fontWeight} ${fontSize} ${fontFamily}`;
    const unnamed = '"Times New Roman"';
    const names = fontFamily === unnamed ? [name, name.replace(unnamed, '-webkit-standard')] : [name];
    return names.map((one) => fontOf(page, style, one));
  };
  const fontOf = (page: Document, style: CSSStyleDeclaration, name: string): Font => {
    const known = fonts.get(page) ?? new Map<string, Font>();
    fonts.set(page, known);
    const { fontSize, textShadow, webkitTextStrokeWidth, textEmphasisStyle } = style;
    // Which fonts general names and missing ones stand for depends on the language.
    const language = style.getPropertyValue('-webkit-locale').replaceAll('"', '');
    const key = [name, language, textShadow, webkitTextStrokeWidth, textEmphasisStyle].join('\n');
    const found = known.get(key);
    if (found) return found;
    const canvas = page.createElementNS('http://www.w3.org/1999/xhtml', 'canvas') as HTMLCanvasElement;
    if (language !== 'auto') canvas.lang = language;
    const context = canvas.getContext('2d');
    const inks = new Map<string, number[]>();
    const widths = new Map<string, number>();
    if (context) {
      context.font = name;
      context.textAlign = 'left';
    }
    const whole = context?.measureText('x');
    const ascent = Math.floor(whole?.fontBoundingBoxAscent ?? 0);
    const descent = Math.floor(whole?.fontBoundingBoxDescent ?? 0);
    const shadows = Array.from(
      textShadow.matchAll(/(-?[\d.]+)px (-?[\d.]+)px (-?[\d.]+)px/g),
      ([, x, y, blur]) => Math.max(Math.abs(Number(x)), Math.abs(Number(y))) + Number(blur),
    );
    const stroke = parseFloat(webkitTextStrokeWidth) || 0;
    const emphasis = textEmphasisStyle === 'none' ? 0 : parseFloat(fontSize);
    const font: Font = {
      height: ascent + descent || parseFloat(fontSize),
      beyond: Math.max(0, stroke, emphasis, ...shadows),
      width: (text) => {
        const width = widths.get(text) ?? context?.measureText(text).width ?? 0;
        widths.set(text, width);
        return width;
      },
      ink: (text) => {
        const before = inks.get(text);
        if (before) return before;
        const size = context?.measureText(text);
        const ink = size
          ? [
              size.actualBoundingBoxLeft,
              size.actualBoundingBoxAscent - ascent,
              size.actualBoundingBoxRight - size.width,
              size.actualBoundingBoxDescent - descent,
            ].map((one) => Math.max(0, one))
          : Array.from({ length: 4 }, () => parseFloat(fontSize) / 2);
        inks.set(text, ink);
        return ink;
      },
    };
    known.set(key, font);
    return font;
  };

  const around = (boxes: readonly Box[]): Box => ({
    left: Math.min(...boxes.map(({ left }) => left)),
    top: Math.min(...boxes.map(({ top }) => top)),
    right: Math.max(...boxes.map(({ right }) => right)),
    bottom: Math.max(...boxes.map(({ bottom }) => bottom)),
  });

  /** The clusters of a run as it shows them: white space collapsed, letters of the case that the style asks for. */
  const lettersOf = ({ node, from, to, text }: MarkedRun, style: CSSStyleDeclaration): Letter[] | null => {
    const own = node.data.slice(from, to);
    const data =
      style.textTransform === 'capitalize'
        ? own.replace(/(?<![\p{L}\p{N}'’])\p{Ll}/gu, (letter) => letter.toUpperCase().slice(0, letter.length))
        : own;
    const keeps = style.whiteSpaceCollapse === 'preserve';
    const pieces: { text: string; at: number; end: number }[] = [];
    for (const { segment, index } of clusters.segment(data)) {
      const [at, end] = [from + index, from + index + segment.length];
      const before = pieces.at(-1);
      if (keeps || !/^[ \t\n\r\f]+$/.test(segment)) pieces.push({ text: segment, at, end });
      else if (before?.text === ' ') before.end = end;
      else pieces.push({ text: ' ', at, end });
    }
    if (!keeps) {
      while (pieces[0]?.text.trim() === '') pieces.shift();
      while (pieces.at(-1)?.text.trim() === '') pieces.pop();
    }
    const range = node.ownerDocument.createRange();
    const letters: Letter[] = [];
    let lost = '';
    for (const piece of pieces) {
      range.setStart(node, piece.at);
      range.setEnd(node, piece.end);
      const boxes = Array.from(range.getClientRects()).filter(({ width, height }) => width > 0 && height > 0);
      const cased =
        style.textTransform === 'uppercase'
          ? piece.text.toUpperCase()
          : style.textTransform === 'lowercase'
            ? piece.text.toLowerCase()
            : piece.text;
      const last = letters.at(-1);
      // What takes no room belongs to the letter before it.
      if (boxes.length > 0) {
        letters.push({ text: lost + cased, box: around(boxes) });
        lost = '';
      } else if (last) last.text += cased;
      else lost += cased;
    }
    return letters.map((letter) => letter.text).join('') === text && letters.length > 0 ? letters : null;
  };

  const flat = (box: Box) => box.right - box.left;
  const tall = (box: Box) => box.bottom - box.top;
  /** Joins what one glyph may have drawn: a ligature's letters get equal shares of it, which are not their own widths. */
  const merged = (letters: readonly Letter[], font: Font): Letter[] => {
    const alike = (a: Box, b: Box) => same(flat(a), flat(b)) && same(tall(a), tall(b));
    const isOne = (a: string, b: string): boolean => {
      const [one, other] = [font.width(a), font.width(b)];
      const least = Math.max(one, other) / 50;
      return Math.abs(one - other) > least || Math.abs(font.width(a + b) - one - other) > least / 2;
    };
    const made: Letter[] = [];
    let [end, share, ligature]: [string, Box | null, boolean] = ['', null, false];
    for (const { text, box } of letters) {
      const last = made.at(-1);
      if (!last?.box || !box || apart.test(text) || apart.test(end)) ligature = false;
      else {
        const equal = share !== null && alike(share, box);
        const one: boolean = equal && (ligature || isOne(end, text));
        if (one || (isJoining(end) && isJoining(text))) {
          // The letters before that have the same share belong to it too.
          last.text += text;
          last.box = around([last.box, box]);
          ligature = one;
          while (one && !apart.test(made.at(-2)?.text ?? ' ')) {
            const before = made.at(-2);
            if (!before?.box || !alike(before.box, box)) break;
            const whole = made.pop();
            before.text += whole?.text ?? '';
            before.box = around([before.box, whole?.box ?? before.box]);
          }
          [end, share] = [text, box];
          continue;
        }
        ligature = false;
      }
      made.push({ text, box });
      [end, share] = [text, box];
    }
    return made;
  };

  const hundredths = (value: number) => Math.round(value * unitsPerPixel);
  const laidOut = (boxes: readonly Box[], run: Box): Pick<MeasuredLetters, 'way' | 'measures'> => {
    const level = boxes.every(({ top, bottom }) => same(top, run.top) && same(bottom, run.bottom));
    const sheer = boxes.every(({ left, right }) => same(left, run.left) && same(right, run.right));
    const follows = (end: (box: Box) => number, start: (box: Box) => number) =>
      boxes.every((box, at) => at === 0 || same(end(boxes[at - 1] ?? box), start(box)));
    const advances = (edges: readonly number[]) =>
      edges.map((edge, at) => (at === 0 ? edge : edge - (edges[at - 1] ?? 0)));
    const way = (name: MeasuredWay, start: (box: Box) => number, end: (box: Box) => number) => {
      const first = boxes[0] ?? run;
      const edges = [start(first), ...boxes.map(end)].map((edge) => Math.max(0, hundredths(edge)));
      let most = 0;
      return { way: name, measures: advances(edges.map((edge) => (most = Math.max(most, edge)))) };
    };
    if (
      level &&
      follows(
        ({ right }) => right,
        ({ left }) => left,
      )
    )
      return way(
        'right',
        ({ left }) => left - run.left,
        ({ right }) => right - run.left,
      );
    if (
      level &&
      follows(
        ({ left }) => left,
        ({ right }) => right,
      )
    )
      return way(
        'left',
        ({ right }) => run.right - right,
        ({ left }) => run.right - left,
      );
    if (
      sheer &&
      follows(
        ({ bottom }) => bottom,
        ({ top }) => top,
      )
    )
      return way(
        'down',
        ({ top }) => top - run.top,
        ({ bottom }) => bottom - run.top,
      );
    if (
      sheer &&
      follows(
        ({ top }) => top,
        ({ bottom }) => bottom,
      )
    )
      return way(
        'up',
        ({ bottom }) => run.bottom - bottom,
        ({ top }) => run.bottom - top,
      );
    const inside = (value: number, most: number) => Math.min(hundredths(most), Math.max(0, hundredths(value)));
    const measures = boxes.flatMap((box) => {
      const [x, y] = [inside(box.left - run.left, flat(run)), inside(box.top - run.top, tall(run))];
      const [right, bottom] = [inside(box.right - run.left, flat(run)), inside(box.bottom - run.top, tall(run))];
      return [x, y, Math.max(0, right - x), Math.max(0, bottom - y)];
    });
    return { way: 'boxes', measures };
  };

  /** Line boxes are whole pixels high: within a tenth nothing is scaled but by zoom, if that is known. */
  const scalesOf = (ratio: number, zoom: number | null): number[] => {
    const own = Math.abs(ratio - 1) < 0.1 ? 1 : Math.max(ratio, 0.1);
    return zoom === null || zoom === own ? [own] : [own, zoom];
  };
  /** How far letters are wider or narrower than a font says, in all; so many of them tell. */
  const telling = 64;
  const offBy = (
    letters: readonly Letter[],
    along: (box: Box) => number,
    { font, grown }: { font: Font; grown: number },
    spaced: number,
  ): number =>
    letters.slice(0, telling).reduce((off, { text, box }) => {
      if (!box || text.trim() === '') return off;
      return off + Math.abs((font.width(text) + spaced) * grown - along(box));
    }, 0);

  const measured = (run: MarkedRun): MeasuredLetters | null => {
    const { node, line, seen } = run;
    const view = node.ownerDocument.defaultView;
    const root = node.getRootNode() as Partial<ShadowRoot>;
    const holder = node.parentElement ?? root.host;
    if (!view || !holder) return null;
    const style = view.getComputedStyle(holder);
    const usable = fontsOf(node.ownerDocument, style);
    const found = lettersOf(run, style);
    const [first] = usable;
    if (!found || !first) return null;
    const letters = merged(found, first);
    const whole = around(letters.flatMap(({ box }) => (box ? [box] : [])));
    // It lies where it was read: else the page has moved since.
    const stays =
      whole.left > line.left - 0.1 &&
      whole.right < line.right + 0.1 &&
      whole.top > line.top - 0.1 &&
      whole.bottom < line.bottom + 0.1;
    if (!stays) return null;
    const boxes = letters.map(({ box }) => {
      const own = box ?? whole;
      const within = (value: number, least: number, most: number) => Math.min(most, Math.max(least, value));
      return {
        left: within(own.left, seen.left, seen.right),
        top: within(own.top, seen.top, seen.bottom),
        right: within(own.right, seen.left, seen.right),
        bottom: within(own.bottom, seen.top, seen.bottom),
      };
    });
    const { way, measures } = laidOut(boxes, seen);
    const lies = boxes.every(({ top, bottom }) => same(top, seen.top) && same(bottom, seen.bottom));
    const sheer = boxes.every(({ left, right }) => same(left, seen.left) && same(right, seen.right));
    const turned = !lies && !sheer;
    const single = letters.flatMap(({ text, box }) =>
      box && text.length === 1 ? [Math.max(flat(box), tall(box))] : [],
    );
    const height = lies ? tall(line) : sheer ? flat(line) : Math.max(...single, 0);
    const along = (box: Box) => (lies ? flat(box) : tall(box));
    const spaced = parseFloat(style.letterSpacing) || 0;
    // Of fonts that it may be, and scales that it may have, those by which its letters are as wide as they are.
    const zoom = holder instanceof Element ? holder.currentCSSZoom : 1;
    const [fitting] = usable
      .flatMap((font) => scalesOf(height / font.height, turned ? null : zoom).map((grown) => ({ font, grown })))
      .map((one) => ({ ...one, off: turned ? 0 : offBy(letters, along, one, spaced) }))
      .sort((a, b) => a.off - b.off || b.grown - a.grown);
    const { font, grown } = fitting ?? { font: first, grown: 1 };
    /** How far a letter is wider than its advance: kerned, or with letters set close. */
    const closer = ({ text, box }: Letter) => Math.max(0, box ? font.width(text) * grown - along(box) : 0);
    const spacing = Math.max(0, -spaced) + font.height / 8;
    const inks = letters.map((letter) => {
      const [before = 0, above = 0, after = 0, below = 0] = font.ink(letter.text).map((one) => one * grown);
      const less = turned ? spacing * grown : closer(letter);
      return [before + (way === 'right' ? 0 : less), above, after + less, below];
    });
    const most = [0, 1, 2, 3].map((side) => Math.max(...inks.map((ink) => ink[side] ?? 0)) + font.beyond * grown);
    // Turned letters reach out on whichever side; the box of a turned box is larger than itself.
    const ink =
      lies && style.writingMode === 'horizontal-tb'
        ? most
        : most.map(() => Math.max(...most) * (turned ? Math.SQRT2 : 1));
    const lengths = letters.map(({ text }) => text.length);
    const [left = 0, above = 0, right = 0, below = 0] = ink.map((one) => Math.ceil(one * unitsPerPixel));
    return {
      way,
      ink: [left, above, right, below],
      measures,
      lengths: lengths.every((one) => one === 1) ? [] : lengths,
    };
  };

  let count = 0;
  let left = 0;
  const letters = (marks ?? []).map((run) => {
    if (!run) return null;
    if (count >= bounds.maxLetters || performance.now() - began > bounds.maxMs) {
      left += 1;
      return null;
    }
    const found = measured(run);
    count += run.text.length;
    return found;
  });
  return { letters, left };
}
