// This function runs inside the captured page, in a world of its own. It is sent as text: nothing from outside.

/**
 * What each line box shows of each text node, with its place on the page in CSS pixels. Left out: what is not
 * displayed, invisible, transparent as a whole, or clipped away by a box that hides its overflow; passwords. Documents
 * of frames that the page may read itself are included, as are open shadow trees.
 */
export function readRuns(bounds: { maxRuns: number; maxMs: number }): {
  runs: [x: number, y: number, width: number, height: number, text: string][];
  cut: boolean;
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
  let cut = false;

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

  const readDocument = (page: Document, offset: { x: number; y: number }, frame: Box, depth: number): void => {
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
    const add = (box: Box, clip: Box, text: string): void => {
      const seen = meet(box, clip);
      const [width, height] = [seen.right - seen.left, seen.bottom - seen.top];
      if (text === '' || width < 1 || height < 1 || height < (box.bottom - box.top) / 2) return;
      const [x, y] = [seen.left + view.scrollX + offset.x, seen.top + view.scrollY + offset.y];
      if (x >= frame.right || y >= frame.bottom || x + width <= frame.left || y + height <= frame.top) return;
      runs.push([x, y, width, height, text]);
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
    /** The largest end up to which a test of the text from `from` on holds; it must hold from `from` on. */
    const furthest = (from: number, to: number, holds: (end: number) => boolean): number => {
      let [low, high] = [from, to];
      while (low < high) {
        const middle = Math.ceil((low + high) / 2);
        if (holds(middle)) low = middle;
        else high = middle - 1;
      }
      return low;
    };

    const readText = (node: Text, holder: Element): void => {
      const all = boxes(node, 0, node.data.length);
      if (all.length === 0 || !visible(holder)) return;
      const style = view.getComputedStyle(holder);
      const clip = clipOf(holder);
      const upright = style.writingMode.startsWith('vertical');
      // Boxes of one node on one line begin at one height, whatever fonts they fall back to; lines may overlap.
      const sameLine = (a: Box, b: Box) => Math.abs(upright ? a.left - b.left : a.top - b.top) < 2;
      const [first] = all;
      const single = first !== undefined && all.every((box) => sameLine(first, box));
      let from = 0;
      while (from < node.data.length) {
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
        add(line, clip, shown(node.data.slice(from, to), style));
        from = end;
      }
    };
    const readControl = (control: HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement): void => {
      if (!visible(control) || ['password', 'hidden', 'checkbox', 'radio', 'range', 'color'].includes(control.type))
        return;
      const text = 'selectedOptions' in control ? (control.selectedOptions[0]?.text ?? '') : control.value;
      add(control.getBoundingClientRect(), clipOf(control), text.replace(/\s+/g, ' ').trim());
    };
    const readTree = (root: Node): void => {
      const walker = page.createTreeWalker(root, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        if (runs.length >= bounds.maxRuns || performance.now() - began > bounds.maxMs) {
          cut = true;
          return;
        }
        if (isText(node)) {
          const holder = node.parentElement ?? hostOf(node.parentNode);
          if (holder && !silent.test(holder.localName) && node.data.trim() !== '') readText(node, holder);
        } else if (isElement(node)) {
          if (isControl(node)) readControl(node);
          else if (isFrame(node)) readFrame(node);
          else if (node.shadowRoot) readTree(node.shadowRoot);
        }
      }
    };
    const readFrame = (holder: HTMLIFrameElement): void => {
      const inner = holder.contentDocument; // null for a document of another origin
      if (!inner || depth >= 5 || !visible(holder)) return;
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

  readDocument(document, { x: 0, y: 0 }, everywhere, 0);
  return { runs, cut };
}
