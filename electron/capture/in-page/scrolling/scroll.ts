// These functions run inside the captured page, in a world of their own. They are sent as text: nothing from outside.

/**
 * Scrolls down a viewport at a time so that lazy content loads, and notes the words that are seen on the way: at points of
 * each view, what an element there says itself. Words of bars that stay in the window are not noted.
 *
 * @param bounds `from`: where to go on, in CSS pixels; `growths`: how often the page grew before
 * @returns which bound ended it; `seen`: blocks with their box on the page, each text once, in CSS pixels
 */
export async function scrollThrough(bounds: {
  maxPixels: number;
  maxMs: number;
  maxGrowth: number;
  from: number;
  growths: number;
}): Promise<{
  end: 'bottom' | 'pixels' | 'time' | 'growth';
  at: number;
  height: number;
  growths: number;
  seen: { text: string; x: number; y: number; width: number; height: number }[];
}> {
  const root = document.scrollingElement ?? document.documentElement;
  const began = performance.now();
  const [mostSeen, longest] = [4_000, 200];
  const seen = new Map<string, { text: string; x: number; y: number; width: number; height: number }>();
  const frame = () =>
    new Promise<void>((done) => {
      // A hidden or busy page may never give a frame.
      const late = setTimeout(done, 200);
      requestAnimationFrame(() => {
        clearTimeout(late);
        setTimeout(done, 40);
      });
    });
  const staysInWindow = (element: Element): boolean => {
    for (let at: Element | null = element; at instanceof HTMLElement && at !== document.body; at = at.offsetParent)
      if (at.offsetParent === null) return getComputedStyle(at).position === 'fixed';
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
  const note = () => {
    for (let y = 10; y < innerHeight; y += 40)
      for (const part of [0.04, 0.25, 0.5, 0.75]) {
        const element = seen.size < mostSeen ? hit(innerWidth * part, y) : null;
        if (!element) continue;
        const words = Array.from(element.childNodes, (node) => (node instanceof Text ? node.data : '')).join(' ');
        const text = words.replace(/\s+/g, ' ').trim().slice(0, longest);
        if (!/[\p{L}\p{N}]/u.test(text) || seen.has(text) || staysInWindow(element)) continue;
        const box = element.getBoundingClientRect();
        seen.set(text, { text, x: box.x + scrollX, y: box.y + scrollY, width: box.width, height: box.height });
      }
  };
  let at = bounds.from;
  let growths = bounds.growths;
  let last = root.scrollHeight;
  note();
  for (;;) {
    const height = root.scrollHeight;
    if (height > last) growths += 1;
    last = height;
    const ended = (end: 'bottom' | 'pixels' | 'time' | 'growth') => ({
      ...{ end, at, height, growths },
      seen: [...seen.values()],
    });
    if (at >= height - innerHeight) {
      await frame();
      note();
      if (root.scrollHeight <= height) return ended('bottom');
      continue;
    }
    if (at > bounds.maxPixels) return ended('pixels');
    if (growths > bounds.maxGrowth) return ended('growth');
    if (performance.now() - began > bounds.maxMs) return ended('time');
    at = Math.min(at + innerHeight, height - innerHeight);
    window.scrollTo({ top: at, behavior: 'instant' });
    await frame();
    note();
  }
}

/** The page's length in CSS pixels. */
export function pageHeight(): number {
  return (document.scrollingElement ?? document.documentElement).scrollHeight;
}

export function scrollToTop(): void {
  window.scrollTo({ top: 0, left: 0, behavior: 'instant' });
}
