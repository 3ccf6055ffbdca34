// This function runs inside the captured page, in a world of its own. It is sent as text: nothing from outside.

import type { MarkedRun } from './measure-letters.ts';

/**
 * What each line box shows of each text node, with its place on the page in CSS pixels from where the page's first window
 * begins. Left out: what is not displayed, invisible, transparent as a whole, or clipped away by a box that hides its
 * overflow; passwords. Documents of frames that the page may read itself are included, as are open shadow trees;
 * `elsewhere` has the texts of frames that the page turns or scales, what a style writes before or after an element, and
 * letters whose shadow lies beside them: where these are drawn is not known.
 *
 * Which piece of which node each run shows stays in the world's own global object: its letters are measured next.
 *
 * `origin` is how far one can scroll to the left and up from there, `size` the whole ground that one can scroll over.
 */
export function readRuns(bounds: { maxRuns: number; maxMs: number }): {
  runs: [x: number, y: number, width: number, height: number, text: string][];
  elsewhere: string[];
  cut: boolean;
  origin: [x: number, y: number];
  size: [width: number, height: number];
} {
  type Box = Readonly<{ left: number; top: number; right: number; bottom: number }>;
  const everywhere: Box = { left: -Infinity, top: -Infinity, right: Infinity, bottom: Infinity };
  const meet = (a: Box, b: Box): Box => ({
    left: Math.max(a.left, b.left),
    top: Math.max(a.top, b.top),
    right: Math.min(a.right, b.right),
    bottom: Math.min(a.bottom, b.bottom),
  });
  const silent = /^(script|style|noscript|template|textarea|option|title)$/;
  const began = performance.now();
  const runs: [number, number, number, number, string][] = [];
  const marks: (MarkedRun | null)[] = [];
  const elsewhere: string[] = [];
  let cut = false;

  /** Whether a bound is reached: one node may hold a whole book, so that it is asked for each line. */
  const isPast = (): boolean => {
    cut ||= runs.length + elsewhere.length >= bounds.maxRuns || performance.now() - began > bounds.maxMs;
    return cut;
  };

  // Nodes of a frame's document belong to another realm, where `instanceof` fails.
  const isText = (node: Node): node is Text => node.nodeType === 3;
  const isElement = (node: Node): node is Element => node.nodeType === 1;
  const hostOf = (root: Node | null): Element | null => (root as Partial<ShadowRoot> | null)?.host ?? null; // of nodes that hold text or are roots only a shadow root has a host
  const isControl = (node: Element): node is HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement =>
    /^(input|textarea|select)$/.test(node.localName) && 'value' in node;
  const isFrame = (node: Element): node is HTMLIFrameElement =>
    node.localName === 'iframe' && 'contentDocument' in node;
  const parentOf = (element: Element): Element | null =>
    element.assignedSlot ?? element.parentElement ?? hostOf(element.getRootNode());

  /** Whether an element and all around it are drawn at their own size and upright, so that inner places add up. */
  const isPlain = (element: Element, view: Window): boolean => {
    for (let one: Element | null = element; one; one = parentOf(one)) {
      const { transform, rotate, scale, zoom } = view.getComputedStyle(one);
      if (rotate !== 'none' || scale !== 'none' || !['1', 'normal', ''].includes(zoom)) return false;
      if (transform !== 'none' && !/^matrix\(1, 0, 0, 1, /.test(transform)) return false;
    }
    return true;
  };

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
    const add = (box: Box, clip: Box, text: string, from?: Pick<MarkedRun, 'node' | 'from' | 'to'>): void => {
      const seen = meet(box, clip);
      const [width, height] = [seen.right - seen.left, seen.bottom - seen.top];
      if (text === '' || width < 1 || height < 1 || height < (box.bottom - box.top) / 2) return;
      if (!offset) {
        elsewhere.push(text);
        return;
      }
      const [x, y] = [seen.left + view.scrollX + offset.x, seen.top + view.scrollY + offset.y];
      if (x >= frame.right || y >= frame.bottom || x + width <= frame.left || y + height <= frame.top) return;
      runs.push([x, y, width, height, text]);
      marks.push(from ? { ...from, text, line: box, seen } : null);
    };
    const shown = (text: string, style: CSSStyleDeclaration): string => {
      const spaced = style.whiteSpaceCollapse === 'preserve' ? text : text.replace(/[ \t\n\r\f]+/g, ' ').trim();
      if (style.textTransform === 'uppercase') return spaced.toUpperCase();
      return style.textTransform === 'lowercase' ? spaced.toLowerCase() : spaced;
    };
    const visible = (element: Element) =>
      element.checkVisibility({ opacityProperty: true, visibilityProperty: true, contentVisibilityAuto: false });

    const range = page.createRange();
    const boxes = (node: Text, from: number, to: number): DOMRect[] => {
      range.setStart(node, from);
      range.setEnd(node, to);
      return Array.from(range.getClientRects()).filter((box) => box.width > 0 && box.height > 0);
    };
    const around = (some: readonly DOMRect[]): Box =>
      some.reduce<Box>(
        (all, box) => ({
          left: Math.min(all.left, box.left),
          top: Math.min(all.top, box.top),
          right: Math.max(all.right, box.right),
          bottom: Math.max(all.bottom, box.bottom),
        }),
        { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity },
      );
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

    /** Whether letters are drawn once more beside themselves. */
    const castsFar = ({ textShadow, fontSize }: CSSStyleDeclaration): boolean =>
      Array.from(textShadow.matchAll(/(-?[\d.]+)px (-?[\d.]+)px/g)).some(
        ([, x, y]) => Math.max(Math.abs(Number(x)), Math.abs(Number(y))) > parseFloat(fontSize) / 4,
      );

    const readText = (node: Text, holder: Element): void => {
      const all = boxes(node, 0, node.data.length);
      if (all.length === 0 || !visible(holder)) return;
      const style = view.getComputedStyle(holder);
      if (style.contentVisibility === 'hidden') return; // its own box is shown, its content is not
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
        let to = end;
        if (!upright && line.right > clip.right + 1 && line.left < clip.right)
          to = furthest(from, end, (some) => around(boxes(node, from, some)).right <= clip.right + 1);
        const text = shown(node.data.slice(from, to), style);
        add(line, clip, text, { node, from, to });
        if (castsFar(style)) elsewhere.push(text);
        from = end;
      }
    };
    const readControl = (control: HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement): void => {
      if (!visible(control) || ['password', 'hidden', 'checkbox', 'radio', 'range', 'color'].includes(control.type))
        return;
      const listed = 'selectedOptions' in control && (control.multiple || control.size > 1);
      const chosen = 'selectedOptions' in control ? (listed ? control.options : control.selectedOptions) : null;
      const empty = 'placeholder' in control && control.value === '' ? control.placeholder : control.value;
      const text = chosen ? Array.from(chosen, (option) => option.text).join(' ') : empty;
      add(control.getBoundingClientRect(), clipOf(control), text.replace(/\s+/g, ' ').trim());
    };
    /** Words that a style writes, which are in no text node; their place cannot be asked for. Icons are no words. */
    const readStyled = (element: Element): void => {
      for (const side of ['::before', '::after']) {
        const { content, display } = view.getComputedStyle(element, side);
        if (!/["(]/.test(content) || display === 'none' || !visible(element)) continue;
        const quoted = content.replace(/attr\(\s*([\w-]+)[^)]*\)/g, (_, name: string) => {
          return JSON.stringify(element.getAttribute(name) ?? '');
        });
        const text = Array.from(quoted.matchAll(/"((?:[^"\\]|\\.)*)"/g), ([, one = '']) => one).join('');
        if (/[\p{L}\p{N}]{2}/u.test(text)) elsewhere.push(text);
      }
    };
    const isBroken = (node: Element): node is HTMLImageElement =>
      node.localName === 'img' && 'naturalWidth' in node && node.naturalWidth === 0;
    const readTree = (root: Node): void => {
      const walker = page.createTreeWalker(root, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        if (isPast()) return;
        if (isText(node)) {
          const holder = node.parentElement ?? hostOf(node.parentNode);
          if (holder && !silent.test(holder.localName) && node.data.trim() !== '') readText(node, holder);
        } else if (isElement(node)) {
          readStyled(node);
          if (isControl(node)) readControl(node);
          else if (isFrame(node)) readFrame(node);
          else if (isBroken(node) && node.alt !== '' && visible(node))
            add(node.getBoundingClientRect(), clipOf(node), node.alt);
          else if (node.shadowRoot) readTree(node.shadowRoot);
        }
      }
    };
    const readFrame = (holder: HTMLIFrameElement): void => {
      const inner = holder.contentDocument; // null for a document of another origin
      if (!inner || depth >= 5 || !visible(holder)) return;
      if (!offset || !isPlain(holder, view)) {
        readDocument(inner, null, everywhere, depth + 1);
        return;
      }
      const box = holder.getBoundingClientRect();
      const style = view.getComputedStyle(holder);
      const x = box.left + view.scrollX + offset.x + holder.clientLeft + parseFloat(style.paddingLeft);
      const y = box.top + view.scrollY + offset.y + holder.clientTop + parseFloat(style.paddingTop);
      const window = { left: x, top: y, right: x + holder.clientWidth, bottom: y + holder.clientHeight };
      const { scrollX = 0, scrollY = 0 } = inner.defaultView ?? {};
      readDocument(inner, { x: x - scrollX, y: y - scrollY }, meet(frame, window), depth + 1);
    };
    readTree(page.documentElement);
  };

  const { scrollX: left, scrollY: top } = window;
  window.scrollTo({ left: -1e7, top: -1e7, behavior: 'instant' });
  const origin: [number, number] = [Math.max(0, -window.scrollX), Math.max(0, -window.scrollY)];
  window.scrollTo({ left, top, behavior: 'instant' });
  const ground = document.scrollingElement ?? document.documentElement;

  readDocument(document, { x: 0, y: 0 }, everywhere, 0);
  Reflect.set(globalThis, 'fascicleRuns', marks);
  return { runs, elsewhere, cut, origin, size: [ground.scrollWidth, ground.scrollHeight] };
}
