// This function runs inside the captured page, in a world of its own. It is sent as text: nothing from outside.

/**
 * Scrolls down what scrolls inside the page, box by box, and notes the words that are seen on the way; each box is put back
 * to where it was. Of what is no longer in its box then, with nothing in its place, the blocks are returned: rows that a list
 * unloads. Text that changed where it stood, as a clock does, is not among them.
 *
 * @param bounds `least`: CSS pixels of hidden content below which a box is passed over; `most`: boxes
 * @returns `gone`: blocks with their box in the window, as they were seen, each text once for each scrolling box; `heights` of
 *   what the boxes hold, in their order
 */
export async function scrollInside(bounds: {
  least: number;
  most: number;
  maxViews: number;
  maxMs: number;
  mostElements: number;
}): Promise<{ gone: { text: string; x: number; y: number; width: number; height: number }[]; heights: number[] }> {
  type Block = { text: string; x: number; y: number; width: number; height: number };
  const [mostSeen, longest, mostTexts] = [2_000, 200, 20_000];
  const began = performance.now();
  const isPast = () => performance.now() - began > bounds.maxMs;
  const frame = (ms: number) =>
    new Promise<void>((done) => {
      // A hidden or busy page may never give a frame.
      const late = setTimeout(done, 200 + ms);
      requestAnimationFrame(() => {
        clearTimeout(late);
        setTimeout(done, ms);
      });
    });
  const boxes: HTMLElement[] = [];
  let looked = 0;
  const look = (root: Document | ShadowRoot): void => {
    for (const element of root.querySelectorAll<HTMLElement>('*')) {
      if (++looked > bounds.mostElements || boxes.length >= bounds.most) return;
      if (element.shadowRoot) look(element.shadowRoot);
      if (!(element instanceof HTMLElement) || /^(textarea|select|iframe)$/.test(element.localName)) continue;
      if (element === document.body || element === document.documentElement || element === document.scrollingElement)
        continue;
      const hidden = element.scrollHeight - element.clientHeight;
      if (hidden < bounds.least || element.clientHeight < 60 || element.clientWidth < 80) continue;
      const scrolls = /^(auto|scroll|overlay)$/.test(getComputedStyle(element).overflowY);
      if (scrolls && element.checkVisibility({ opacityProperty: true, visibilityProperty: true })) boxes.push(element);
    }
  };
  look(document);

  const plain = (text: string): string => text.replace(/\s+/g, ' ').trim();
  const holds = (box: Element, element: Element): boolean => {
    for (let at: Element | null = element; at;) {
      if (box.contains(at)) return true;
      at = (at.getRootNode() as Partial<ShadowRoot>).host ?? null;
    }
    return false;
  };
  const hit = (x: number, y: number): Element | null => {
    let element = document.elementFromPoint(x, y);
    for (let inner = element?.shadowRoot?.elementFromPoint(x, y); inner && inner !== element;) {
      element = inner;
      inner = element.shadowRoot?.elementFromPoint(x, y);
    }
    return element;
  };
  /** Where an element is in the ground that its box scrolls over. */
  const onGround = (box: Element, { left, top, width, height }: DOMRect) => {
    const own = box.getBoundingClientRect();
    return { x: left - own.left + box.scrollLeft, y: top - own.top + box.scrollTop, width, height };
  };
  const note = (box: Element, seen: Map<string, { block: Block; ground: Omit<Block, 'text'> }>): void => {
    const { left, top, right, bottom } = box.getBoundingClientRect();
    for (let y = Math.max(0, top) + 8; y < Math.min(innerHeight, bottom); y += 16)
      for (const share of [0.03, 0.1, 0.2, 0.3, 0.45, 0.6, 0.75, 0.9]) {
        const element = seen.size < mostSeen ? hit(left + (right - left) * share, y) : null;
        if (!element || element === box || !holds(box, element)) continue;
        const words = Array.from(element.childNodes, (node) => (node instanceof Text ? node.data : '')).join(' ');
        const text = plain(words).slice(0, longest);
        if (!/[\p{L}\p{N}]/u.test(text) || seen.has(text)) continue;
        const rect = element.getBoundingClientRect();
        const block = { text, x: rect.x + scrollX, y: rect.y + scrollY, width: rect.width, height: rect.height };
        seen.set(text, { block, ground: onGround(box, rect) });
      }
  };
  /** What a box holds now: its words, and where they are on its ground. */
  const heldBy = (box: Element) => {
    const texts: string[] = [];
    const grounds: Omit<Block, 'text'>[] = [];
    const walk = (root: Node): void => {
      const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
      for (let node = walker.nextNode(); node && texts.length < mostTexts; node = walker.nextNode()) {
        if (node instanceof Element && node.shadowRoot) walk(node.shadowRoot);
        if (!(node instanceof Text) || node.data.trim() === '') continue;
        texts.push(node.data);
        const holder = node.parentElement;
        if (holder && holder !== box) grounds.push(onGround(box, holder.getBoundingClientRect()));
      }
    };
    walk(box);
    return { text: plain(texts.join(' ')), grounds };
  };
  const meet = (a: Omit<Block, 'text'>, b: Omit<Block, 'text'>): boolean =>
    a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

  const gone: Block[] = [];
  for (const box of boxes) {
    if (isPast()) break;
    const was = box.scrollTop;
    const seen = new Map<string, { block: Block; ground: Omit<Block, 'text'> }>();
    box.scrollIntoView({ block: 'nearest', inline: 'nearest', behavior: 'instant' });
    for (let view = 0, top = 0; view < bounds.maxViews && !isPast(); view++) {
      box.scrollTo({ top, behavior: 'instant' });
      await frame(40);
      note(box, seen);
      if (box.scrollTop + box.clientHeight >= box.scrollHeight - 1) break;
      top = box.scrollTop + Math.max(1, box.clientHeight * 0.9);
    }
    box.scrollTo({ top: was, behavior: 'instant' });
    await frame(120);
    const now = heldBy(box);
    for (const { block, ground } of seen.values())
      if (!now.text.includes(block.text) && !now.grounds.some((one) => meet(one, ground))) gone.push(block);
  }
  return { gone, heights: boxes.map(({ scrollHeight }) => scrollHeight) };
}
