// This function runs inside the captured page, in a world of its own. It is sent as text: nothing from outside.

import type { MarkedRun, ShownControl } from './measure-letters.ts';
import type { TextStyles } from './text-styles.ts';

/** A text that a style writes at one side of an element: the element's number among the nodes, and its box on the page. */
export interface DrawnByStyle {
  node: number;
  side: string;
  text: string;
  box: [left: number, top: number, right: number, bottom: number];
}

/**
 * What each line box shows of each text node, with its place on the page in CSS pixels from where the page's first window
 * begins. Documents of frames that the page may read itself are included, as are open shadow trees; `elsewhere` has the
 * texts of frames that the page turns or scales, what a style writes before or after an element, and letters whose shadow
 * lies beside them: where these are drawn is not known.
 *
 * `hidden` has what the document holds and its style shows to nobody: not displayed, invisible, transparent, drawn as dots,
 * less than four pixels high, blurred beyond reading by a filter, or clipped away by a box that hides its overflow. Passwords
 * are in none of them.
 *
 * `nodes` are elements with texts that a style writes, by their numbers in `drawn`, and elements in closed shadow trees,
 * by which these are found. `frames` are those whose documents cannot be read from here: their numbers in `elsewhere`, where
 * a place is kept for their texts, and the window that they have on the page, null where that is not known.
 *
 * `order` is how the page reads: for each text what stands before it (0 nothing, 1 a space, 2 a tab, 3 the end of a line,
 * 4 an empty line), then its number among the runs, or -1 minus its number in `elsewhere`.
 *
 * `colours` has for each run the red, green and blue of its letters, null where these are not all that is drawn of it;
 * `moved` is how many texts are in `elsewhere` because they are no longer where {@link rememberPositions} found them.
 *
 * Which piece of which node each run shows, or which form field, stays in the world's own global object: its letters are measured next; as do the
 * texts that a font of the page's own may draw.
 *
 * `origin` is how far one can scroll to the left and up from there, `size` the whole ground that one can scroll over.
 */
export function readRuns(
  bounds: { maxRuns: number; maxMs: number; drawn?: readonly DrawnByStyle[] },
  ...nodes: readonly Element[]
): {
  runs: [x: number, y: number, width: number, height: number, text: string][];
  elsewhere: string[];
  hidden: string[];
  order: [gap: number, at: number][];
  colours: ([red: number, green: number, blue: number] | null)[];
  moved: number;
  frames: { at: number; window: [left: number, top: number, right: number, bottom: number] | null }[];
  cut: boolean;
  origin: [x: number, y: number];
  scroll: [x: number, y: number];
  size: [width: number, height: number];
} {
  type Box = Readonly<{ left: number; top: number; right: number; bottom: number }>;
  const everywhere: Box = { left: -Infinity, top: -Infinity, right: Infinity, bottom: Infinity };
  const styles = Reflect.get(globalThis, 'fascicleStyles') as TextStyles; // put there just before
  const { isPlain, meet } = styles;
  const silent = /^(script|style|noscript|template|textarea|option|title)$/;
  const began = performance.now();
  const runs: [number, number, number, number, string][] = [];
  const marks: (MarkedRun | null)[] = [];
  const elsewhere: string[] = [];
  const hidden: string[] = [];
  const order: [number, number][] = [];
  const frames: ReturnType<typeof readRuns>['frames'] = [];
  const holders: Element[] = [];
  const controls = new Map<number, ShownControl>();
  const styled = new Map<Element, DrawnByStyle[]>();
  for (const one of bounds.drawn ?? []) {
    const element = nodes[one.node];
    if (element) styled.set(element, [...(styled.get(element) ?? []), one]);
  }
  /** Documents of which the browser itself told what their styles write. */
  const told = new Set<Document>([document, ...Array.from(styled.keys(), (element) => element.ownerDocument)]);
  const closed = new Map<Element, ShadowRoot>();
  for (const node of nodes) {
    const root = node.getRootNode() as Partial<ShadowRoot>;
    if (root.host && root.mode === 'closed') closed.set(root.host, root as ShadowRoot);
  }
  const rootOf = (element: Element): ShadowRoot | null => element.shadowRoot ?? closed.get(element) ?? null;
  const colours: ([number, number, number] | null)[] = [];
  let cut = false;
  let moved = 0;

  /** What stands before the next text, and the block that the last one was in. */
  let gap = 0;
  let lastBlock: Element | null = null;
  const part = (least: number): void => {
    gap = Math.max(gap, least);
  };
  const follow = (at: number): void => {
    order.push([gap, at]);
    gap = 0;
  };
  const hide = (text: string): void => {
    const plain = text.replace(/\s+/g, ' ').trim();
    if (/[\p{L}\p{N}]/u.test(plain)) hidden.push(plain);
  };

  /** Whether a bound is reached: one node may hold a whole book, so that it is asked for each line. */
  const isPast = (): boolean => {
    cut ||=
      runs.length + elsewhere.length + hidden.length >= bounds.maxRuns || performance.now() - began > bounds.maxMs;
    return cut;
  };

  // Nodes of a frame's document belong to another realm, where `instanceof` fails.
  const isText = (node: Node): node is Text => node.nodeType === 3;
  const isElement = (node: Node): node is Element => node.nodeType === 1;
  const hostOf = (root: Node | null): Element | null => (root as Partial<ShadowRoot> | null)?.host ?? null; // of nodes that hold text or are roots only a shadow root has a host
  const isControl = (node: Element): node is HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement =>
    /^(input|textarea|select)$/.test(node.localName) && 'value' in node;
  const isFrame = (node: Element): node is HTMLIFrameElement =>
    /^i?frame$/.test(node.localName) && 'contentDocument' in node;
  const parentOf = (element: Element): Element | null =>
    element.assignedSlot ?? element.parentElement ?? hostOf(element.getRootNode());

  type Offset = { x: number; y: number };
  /** `offset` null: it is not known where the document is drawn. */
  const readDocument = (page: Document, offset: Offset | null, frame: Box, depth: number): void => {
    const view = page.defaultView;
    const body = page.body as HTMLElement | null; // a frameset or an SVG document has none
    if (!view || !body) return;
    const clips = new Map<Element, Box>();
    /** What the ancestors of an element leave to be seen of its content, its own overflow included. */
    const clipOf = (element: Element): Box => {
      const known = clips.get(element);
      if (known) return known;
      const style = view.getComputedStyle(element);
      let holder = parentOf(element);
      if (style.position === 'fixed') holder = null;
      if (style.position === 'absolute')
        while (holder && view.getComputedStyle(holder).position === 'static') holder = parentOf(holder);
      let clip = holder ? clipOf(holder) : everywhere;
      // What the root or the body hides is the window's matter: the picture shows the whole page.
      const hides = style.overflowX !== 'visible' || style.overflowY !== 'visible';
      if (hides && element !== page.documentElement && element !== body && style.display !== 'inline')
        clip = meet(clip, element.getBoundingClientRect());
      clips.set(element, clip);
      return clip;
    };
    const positions = Reflect.get(globalThis, 'fasciclePositions') as Map<Node, [number, number]> | undefined;
    const moves = new Map<Element, boolean>();
    /** Whether the element of a text, or the frame that it is in, stands elsewhere than before the picture. */
    const isMoved = ({ parentElement: holder }: Text): boolean => {
      if (!holder) return false;
      const known = moves.get(holder);
      if (known !== undefined) return known;
      const stands = (element: Element | null, window: Window): boolean => {
        const before = element && positions?.get(element);
        if (!before) return true;
        const { left, top } = element.getBoundingClientRect();
        return Math.abs(left + window.scrollX - before[0]) < 1 && Math.abs(top + window.scrollY - before[1]) < 1;
      };
      const outer = view === window ? null : view.frameElement;
      const is = !stands(holder, view) || !stands(outer, window);
      moves.set(holder, is);
      return is;
    };
    const add = (
      box: Box,
      clip: Box,
      text: string,
      style: CSSStyleDeclaration,
      from?: Pick<MarkedRun, 'node' | 'from' | 'to'>,
      colour?: [number, number, number] | null,
    ): void => {
      const seen = meet(box, clip);
      const [width, height] = [seen.right - seen.left, seen.bottom - seen.top];
      if (text === '') return;
      if (width < 1 || height < 1 || height < (box.bottom - box.top) / 2) {
        hide(text);
        return;
      }
      if (from && offset && isMoved(from.node)) moved += 1;
      if (!offset || (from && isMoved(from.node))) {
        elsewhere.push(text);
        follow(-elsewhere.length);
        styles.wear(page, text, style, -1);
        return;
      }
      const [x, y] = [seen.left + view.scrollX + offset.x, seen.top + view.scrollY + offset.y];
      if (x >= frame.right || y >= frame.bottom || x + width <= frame.left || y + height <= frame.top) {
        hide(text);
        return;
      }
      runs.push([x, y, width, height, text]);
      follow(runs.length - 1);
      styles.wear(page, text, style, runs.length - 1);
      marks.push(from ? { ...from, text, line: box, seen } : null);
      colours.push(colour ?? null);
    };
    const blocks = new Map<Element, Element>();
    /** The element whose lines an element is in. */
    const blockOf = (element: Element): Element => {
      const known = blocks.get(element);
      if (known) return known;
      const holder = parentOf(element);
      const inline = /^(inline|contents|ruby)/.test(view.getComputedStyle(element).display);
      const block = inline && holder ? blockOf(holder) : element;
      blocks.set(element, block);
      return block;
    };
    /** The next text is in this block: another one begins a line of its own, or a cell of the same row. */
    const enter = (block: Element): void => {
      if (lastBlock && block !== lastBlock) {
        const isCell = (one: Element) => view.getComputedStyle(one).display === 'table-cell';
        const row = block.parentElement !== null && block.parentElement === lastBlock.parentElement;
        const paragraph = block.localName === 'p' || lastBlock.localName === 'p';
        part(row && isCell(block) && isCell(lastBlock) ? 2 : paragraph ? 4 : 3);
      }
      lastBlock = block;
    };
    const leastHeight = 4;
    const visible = (element: Element) =>
      element.checkVisibility({ opacityProperty: true, visibilityProperty: true, contentVisibilityAuto: false });

    const range = page.createRange();
    const boxes = (node: Text, from: number, to: number): DOMRect[] => {
      range.setStart(node, from);
      range.setEnd(node, to);
      return Array.from(range.getClientRects()).filter((box) => box.width > 0 && box.height > 0);
    };
    const around = (some: readonly DOMRect[]): Box => ({
      left: Math.min(...some.map(({ left }) => left)),
      top: Math.min(...some.map(({ top }) => top)),
      right: Math.max(...some.map(({ right }) => right)),
      bottom: Math.max(...some.map(({ bottom }) => bottom)),
    });
    /**
     * The largest end up to which a test of the text from `from` on holds; it must hold from `from` on. Near ends are asked
     * first: boxes of all that follows cost much where one node has many lines.
     */
    const furthest = (from: number, to: number, holds: (end: number) => boolean): number => {
      let [low, high, step] = [from, Math.min(to, from + 64), 64];
      while (high < to && holds(high)) {
        step *= 2;
        [low, high] = [high, Math.min(to, high + step)];
      }
      while (low < high) {
        const middle = Math.ceil((low + high) / 2);
        if (holds(middle)) low = middle;
        else high = middle - 1;
      }
      return low;
    };

    const readText = (node: Text, holder: Element): void => {
      const all = boxes(node, 0, node.data.length);
      const style = view.getComputedStyle(holder);
      const dotted = styles.isDotted(style);
      const shows = all.length > 0 && visible(holder) && style.contentVisibility !== 'hidden'; // of which the own box is shown, the content is not
      if (!shows || dotted || styles.isTransparent(holder, style) || styles.isBlurred(holder, style)) {
        hide(node.data);
        return;
      }
      const colour = styles.colourOf(style);
      enter(blockOf(holder));
      part(styles.gapAt(node.data, 0, style));
      const clip = clipOf(holder);
      const upright = style.writingMode.startsWith('vertical');
      // Boxes of one node on one line begin at one height, whatever fonts they fall back to; lines may overlap.
      const sameLine = (a: Box, b: Box) => Math.abs(upright ? a.left - b.left : a.top - b.top) < 2;
      const [first] = all;
      const single = first !== undefined && all.every((box) => sameLine(first, box));
      let from = 0;
      while (from < node.data.length) {
        if (isPast()) return;
        let end = node.data.length;
        if (!single) {
          const start = furthest(from, end, (to) => boxes(node, from, to).length === 0);
          const [opening] = start < end ? boxes(node, start, start + 1) : [];
          if (!opening) return;
          end = furthest(start + 1, end, (to) => boxes(node, from, to).every((box) => sameLine(opening, box)));
        }
        const line = around(boxes(node, from, end));
        if (from > 0) part(styles.gapAt(node.data, from, style));
        let to = end;
        if (!upright && line.right > clip.right + 1 && line.left < clip.right)
          to = furthest(from, end, (some) => around(boxes(node, from, some)).right <= clip.right + 1);
        const text = styles.shown(node.data.slice(from, to), style);
        const tiny = (upright ? line.right - line.left : line.bottom - line.top) < leastHeight;
        if (tiny) hide(text);
        else add(line, clip, text, style, { node, from, to }, colour);
        if (to < end) hide(node.data.slice(to, end));
        if (styles.castsFar(style) && !tiny) elsewhere.push(text);
        from = end;
      }
      part(styles.gapAt(node.data, node.data.length, style));
    };
    const readControl = (control: HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement): void => {
      if (['password', 'hidden', 'checkbox', 'radio', 'range', 'color'].includes(control.type)) return;
      const listed = 'selectedOptions' in control && (control.multiple || control.size > 1);
      const chosen = 'selectedOptions' in control ? (listed ? control.options : control.selectedOptions) : null;
      const empty = 'placeholder' in control && control.value === '' ? control.placeholder : control.value;
      const text = chosen ? Array.from(chosen, (option) => option.text).join(' ') : empty;
      const placeholder = !chosen && control.value === '';
      const style = view.getComputedStyle(control, placeholder ? '::placeholder' : null);
      const unseen = Number(style.opacity) < 0.03 || styles.alphaOf(style.webkitTextFillColor) < 0.03;
      if (
        !visible(control) ||
        unseen ||
        styles.isDotted(view.getComputedStyle(control)) ||
        styles.isBlurred(control, style)
      ) {
        hide(text);
        return;
      }
      enter(blockOf(control));
      part(1);
      const [box, clip, at] = [control.getBoundingClientRect(), clipOf(control), runs.length];
      add(box, clip, text.replace(/\s+/g, ' ').trim(), style);
      if (runs.length > at) controls.set(at, { element: control, seen: meet(box, clip) });
      part(1);
    };
    /** Words that a style writes, which are in no text node; their place cannot be asked for. Icons are no words. */
    const isWords = (text: string) => /[\p{L}\p{N}]{2}|\p{N}|\p{sc=Han}/u.test(text);
    const readStyled = (element: Element): void => {
      if (told.has(page)) {
        for (const one of styled.get(element) ?? []) {
          if (!isWords(one.text)) continue;
          if (one.side === '::after') afters.push({ element, text: one.text, drawn: one });
          else write(element, one.text, one);
        }
        return;
      }
      for (const side of ['::before', '::after'] as const) {
        const { content, display } = view.getComputedStyle(element, side);
        if (!/["(]/.test(content) || display === 'none' || !visible(element)) continue;
        const text = styles.writtenBy(element, content);
        if (!isWords(text)) continue;
        if (side === '::after') afters.push({ element, text });
        else write(element, text);
      }
    };
    const write = (element: Element, text: string, drawn?: DrawnByStyle): void => {
      const style = view.getComputedStyle(element, drawn?.side ?? null);
      if (!visible(element) || style.visibility !== 'visible' || Number(style.opacity) < 0.03) {
        hide(text);
        return;
      }
      enter(blockOf(element));
      if (/^\s/.test(text)) part(1);
      if (drawn) {
        const [left, top, right, bottom] = drawn.box;
        const { scrollX: dx, scrollY: dy } = view;
        add(
          { left: left - dx, top: top - dy, right: right - dx, bottom: bottom - dy },
          drawn.side === '::marker' ? everywhere : clipOf(element),
          text.trim(),
          style,
          undefined,
          styles.colourOf(style),
        );
      } else {
        elsewhere.push(text);
        follow(-elsewhere.length);
        styles.wear(page, text, style, -1);
      }
      if (/\s$/.test(text)) part(1);
    };
    /** What follows the content of elements that are being read. */
    const afters: { element: Element; text: string; drawn?: DrawnByStyle }[] = [];
    const leaveTo = (node: Node | null): void => {
      for (let last = afters.at(-1); last && !(node && last.element.contains(node)); last = afters.at(-1)) {
        write(last.element, last.text, last.drawn);
        afters.pop();
      }
    };
    const isBroken = (node: Element): node is HTMLImageElement =>
      node.localName === 'img' && 'naturalWidth' in node && node.naturalWidth === 0;
    const readTree = (root: Node): void => {
      const walker = page.createTreeWalker(root, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        if (isPast()) return;
        if (root === page.documentElement) leaveTo(node);
        if (isText(node)) {
          const holder = node.parentElement ?? hostOf(node.parentNode);
          if (!holder || silent.test(holder.localName)) continue;
          if (node.data.trim() === '') part(1);
          else readText(node, holder);
        } else if (isElement(node)) {
          if (node.localName === 'br') part(gap === 3 ? 4 : 3);
          readStyled(node);
          if (isControl(node)) readControl(node);
          else if (isFrame(node)) readFrame(node);
          else if (isBroken(node) && node.alt !== '' && visible(node)) {
            enter(blockOf(node));
            add(node.getBoundingClientRect(), clipOf(node), node.alt, view.getComputedStyle(node));
          } else readShadow(node);
        }
      }
    };
    const readShadow = (element: Element): void => {
      const root = rootOf(element);
      if (root) readTree(root);
    };
    const readFrame = (holder: HTMLIFrameElement): void => {
      part(3);
      // Null for a document of another origin; what is deeper is read by itself, as that is.
      const inner = depth >= 5 ? null : holder.contentDocument;
      if (!visible(holder)) return;
      const plain = offset !== null && isPlain(holder);
      if (!inner) {
        elsewhere.push('');
        follow(-elsewhere.length);
        holders.push(holder);
        frames.push({ at: elsewhere.length - 1, window: null });
      }
      if (!plain) {
        if (inner) readDocument(inner, null, everywhere, depth + 1);
        return;
      }
      const box = holder.getBoundingClientRect();
      const style = view.getComputedStyle(holder);
      const x = box.left + view.scrollX + offset.x + holder.clientLeft + parseFloat(style.paddingLeft);
      const y = box.top + view.scrollY + offset.y + holder.clientTop + parseFloat(style.paddingTop);
      const window = { left: x, top: y, right: x + holder.clientWidth, bottom: y + holder.clientHeight };
      const [last] = inner ? [] : frames.slice(-1);
      if (last)
        last.window = styles.isBlurred(holder, style)
          ? [x, y, x, y]
          : [window.left, window.top, window.right, window.bottom];
      if (!inner) return;
      const { scrollX = 0, scrollY = 0 } = inner.defaultView ?? {};
      readDocument(inner, { x: x - scrollX, y: y - scrollY }, meet(frame, window), depth + 1);
    };
    readTree(page.documentElement);
    leaveTo(null);
  };

  const { scrollX: left, scrollY: top } = window;
  window.scrollTo({ left: -1e7, top: -1e7, behavior: 'instant' });
  const origin: [number, number] = [Math.max(0, -window.scrollX), Math.max(0, -window.scrollY)];
  window.scrollTo({ left, top, behavior: 'instant' });
  const ground = document.scrollingElement ?? document.documentElement;

  readDocument(document, { x: 0, y: 0 }, everywhere, 0);
  Reflect.set(globalThis, 'fascicleRuns', marks);
  Reflect.set(globalThis, 'fascicleFrames', holders);
  Reflect.set(globalThis, 'fascicleControls', controls);
  return {
    runs,
    elsewhere,
    hidden,
    order,
    colours,
    moved,
    frames,
    cut,
    origin,
    scroll: [left, top],
    size: [ground.scrollWidth, ground.scrollHeight],
  };
}
