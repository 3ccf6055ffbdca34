// These functions run inside the captured page, in a world of their own. They are sent as text: nothing from outside.

/** What scrolls, and its window, in CSS pixels; `selector` null: the page itself. */
export interface Scroller {
  selector: string | null;
  x: number;
  y: number;
  width: number;
  height: number;
}

/** Where a scroller is: `top` is how far it was scrolled, of `full` pixels of which it shows `shown`. */
export interface ScrollState {
  top: number;
  shown: number;
  full: number;
}

/**
 * Finds what a reader scrolls: the page, or the part of it with the most to scroll that takes up a quarter of the window. It
 * is remembered for the other functions, and scrolled without gliding and snapping from then on.
 *
 * @returns null where nothing scrolls by more than `least` CSS pixels
 */
export function findScroller(bounds: { least: number; mostElements: number }): Scroller | null {
  const root = document.scrollingElement ?? document.documentElement;
  const rootStyle = getComputedStyle(root);
  let chosen: Element | null = null;
  let most = bounds.least;
  if (rootStyle.overflowY !== 'hidden' && root.scrollHeight - innerHeight > most) {
    chosen = root;
    most = root.scrollHeight - innerHeight;
  }
  let seen = 0;
  const look = (holder: Document | ShadowRoot): void => {
    for (const element of holder.querySelectorAll('*')) {
      if (++seen > bounds.mostElements) return;
      if (element.shadowRoot) look(element.shadowRoot);
      if (element === root || element === document.body || element.scrollHeight - element.clientHeight <= most)
        continue;
      const { overflowY } = getComputedStyle(element);
      const large = element.clientWidth * element.clientHeight * 4 >= innerWidth * innerHeight;
      if (!/^(auto|scroll|overlay)$/.test(overflowY) || !large || !element.checkVisibility()) continue;
      chosen = element;
      most = element.scrollHeight - element.clientHeight;
    }
  };
  look(document);
  if (!chosen) return null;
  const found = chosen as HTMLElement; // or an SVG or MathML element, which has a style too
  found.style.setProperty('scroll-behavior', 'auto', 'important');
  found.style.setProperty('scroll-snap-type', 'none', 'important');
  Reflect.set(globalThis, 'fascicleScroller', found);
  if (found === root) return { selector: null, x: 0, y: 0, width: root.clientWidth, height: innerHeight };
  found.scrollIntoView({ block: 'nearest', inline: 'nearest', behavior: 'instant' });
  const box = found.getBoundingClientRect();
  const [left, top] = [Math.ceil(box.left + found.clientLeft), Math.ceil(box.top + found.clientTop)];
  const x = Math.max(0, left);
  const y = Math.max(0, top);
  const parts: string[] = [];
  for (let one: Element | null = found; one && parts.length < 6; one = one.parentElement) {
    const id = one.id === '' ? '' : `#${CSS.escape(one.id)}`;
    const twins = one.parentElement ? Array.from(one.parentElement.children) : [];
    parts.unshift(`${one.localName}${id === '' ? `:nth-child(${twins.indexOf(one) + 1})` : id}`);
    if (id !== '') break;
  }
  return {
    selector: parts.join(' > ').slice(0, 300),
    x,
    y,
    width: Math.floor(Math.min(innerWidth, left + found.clientWidth) - x),
    height: Math.floor(Math.min(innerHeight, top + found.clientHeight) - y),
  };
}

/** Scrolls to a place, CSS pixels from the top; with null it stays. @returns where it is then */
export function scrollScroller(to: number | null): ScrollState {
  const scroller = Reflect.get(globalThis, 'fascicleScroller') as Element; // put there by findScroller
  if (to !== null) scroller.scrollTo({ top: to, behavior: 'instant' });
  const shown = scroller === document.scrollingElement ? innerHeight : scroller.clientHeight;
  return { top: scroller.scrollTop, shown, full: scroller.scrollHeight };
}

/**
 * Something that changes when the content does, and how many pictures in the window are still loading. Cheap enough to be
 * asked often.
 */
export function lookOfContent(): { look: string; loading: number } {
  const scroller = Reflect.get(globalThis, 'fascicleScroller') as Element; // put there by findScroller
  const holder = scroller === document.scrollingElement ? document.documentElement : scroller;
  const text = holder.textContent;
  let sum = 0;
  for (let at = 0; at < text.length; at++) sum = (Math.imul(sum, 31) + text.charCodeAt(at)) | 0;
  const { scrollTop, scrollHeight } = scroller;
  const loading = Array.from(document.images).filter((image) => {
    const { top, bottom, width } = image.getBoundingClientRect();
    return !image.complete && width > 0 && bottom > 0 && top < innerHeight;
  });
  const count = holder.getElementsByTagName('*').length;
  return { look: [scrollTop, scrollHeight, count, text.length, sum].join(' '), loading: loading.length };
}

/**
 * Forgets where texts were before: a page that is scrolled through on purpose moves them.
 *
 * @returns how far the window is, and how wide, CSS pixels
 */
export function forgetPositions(): { x: number; y: number; width: number } {
  Reflect.deleteProperty(globalThis, 'fasciclePositions');
  return { x: scrollX, y: scrollY, width: innerWidth };
}
