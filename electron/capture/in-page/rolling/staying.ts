// These functions run inside the captured page, in a world of their own. They are sent as text: nothing from outside.

/** A part that stays in the window while the page scrolls. Its place in the window in CSS pixels. */
export interface StayingPart {
  selector: string;
  how: 'hidden' | 'moves-along';
  x: number;
  y: number;
  width: number;
  height: number;
}

/**
 * Lets nothing stay in the window: parts that are fixed to it are not shown, parts that stick to its edge move along with
 * the page. What scrolls, and what it is in, stays as it is. Called again it looks for new ones.
 *
 * @returns parts that were changed by this call
 */
export function releaseStaying(bounds: { mostElements: number }): { parts: StayingPart[]; cut: boolean } {
  type Kept = Map<HTMLElement, [name: string, value: string, priority: string][]>;
  const kept = (Reflect.get(globalThis, 'fascicleStaying') as Kept | undefined) ?? (new Map() as Kept);
  Reflect.set(globalThis, 'fascicleStaying', kept);
  const scroller = Reflect.get(globalThis, 'fascicleScroller') as Element; // put there by findScroller
  const parts: StayingPart[] = [];
  let seen = 0;
  const set = (element: HTMLElement, styles: Record<string, string>): void => {
    const { style } = element;
    const before = Object.keys(styles).map((name): [string, string, string] => [
      name,
      style.getPropertyValue(name),
      style.getPropertyPriority(name),
    ]);
    if (!kept.has(element)) kept.set(element, before);
    for (const [name, value] of Object.entries(styles)) style.setProperty(name, value, 'important');
  };
  const look = (holder: Document | ShadowRoot): void => {
    for (const one of holder.querySelectorAll('*')) {
      if (++seen > bounds.mostElements) return;
      if (one.shadowRoot) look(one.shadowRoot);
      if (!('style' in one) || one.contains(scroller)) continue;
      const element = one as HTMLElement; // what has a style
      const { position, opacity, top, bottom } = getComputedStyle(element);
      const fixed = position === 'fixed' && element.offsetParent === null;
      const sticks = position === 'sticky' && (top !== 'auto' || bottom !== 'auto');
      if ((!fixed && !sticks) || (fixed && opacity === '0')) continue;
      const box = element.getBoundingClientRect();
      if (fixed) set(element, { opacity: '0', transition: 'none', animation: 'none' });
      else set(element, { position: 'relative', top: 'auto', bottom: 'auto', transition: 'none' });
      if (box.width === 0 || box.height === 0) continue;
      const id = element.id === '' ? '' : `#${element.id}`;
      const names = element.getAttribute('class') ?? '';
      const selector = `${element.localName}${id}${names === '' ? '' : `.${names.trim().split(/\s+/).join('.')}`}`;
      const [x, y, width, height] = [box.x, box.y, box.width, box.height].map(Math.round);
      parts.push({
        selector: selector.slice(0, 300),
        how: fixed ? 'hidden' : 'moves-along',
        ...{ x: x ?? 0, y: y ?? 0, width: width ?? 0, height: height ?? 0 },
      });
    }
  };
  look(document);
  return { parts, cut: seen > bounds.mostElements };
}

/** Gives everything back as it was before {@link releaseStaying} and {@link findScroller}. */
export function restoreStaying(): void {
  const kept = Reflect.get(globalThis, 'fascicleStaying') as
    Map<HTMLElement, [name: string, value: string, priority: string][]> | undefined;
  for (const [element, styles] of kept ?? [])
    for (const [name, value, priority] of styles) element.style.setProperty(name, value, priority);
  Reflect.deleteProperty(globalThis, 'fascicleStaying');
  const scroller = Reflect.get(globalThis, 'fascicleScroller') as HTMLElement | undefined;
  scroller?.scrollTo({ top: 0, behavior: 'instant' });
  for (const name of ['scroll-behavior', 'scroll-snap-type']) scroller?.style.removeProperty(name);
}
