// This function runs inside the captured page, in a world of its own. It is sent as text: nothing from outside.

import type { MarkedRun } from './letters/measure-letters.ts';

/**
 * Over which of the runs that were read just before something else lies that may hide them: what has a ground or a picture,
 * and a place of its own, and comes after them or lies higher. Where the window shows them the browser is asked what is in
 * front. Too many are better than too few: whether they are hidden is measured afterwards.
 *
 * @returns their numbers; `left`: how many were not looked at, because the time was up
 */
export function readCovered(bounds: { maxMs: number }): { covered: number[]; left: number } {
  type Box = Readonly<{ left: number; top: number; right: number; bottom: number }>;
  type Cover = Readonly<{ element: Element; box: Box; above: boolean; solid: boolean }>;
  const marks = (Reflect.get(globalThis, 'fascicleRuns') as (MarkedRun | null)[] | undefined) ?? [];
  const began = performance.now();
  const isPast = () => performance.now() - began > bounds.maxMs;
  const isClear = (colour: string) => /[,/]\s*0(?:\.0\d*)?\)$/.test(colour) && /^rgba|\//.test(colour);

  const coverOf = (element: Element, view: Window): Cover | null => {
    const style = view.getComputedStyle(element);
    const { position, zIndex, float, opacity, transform, display, backgroundColor, backgroundImage } = style;
    const standing = position !== 'static' || float !== 'none' || opacity !== '1' || transform !== 'none';
    const picture = /^(img|video|canvas|iframe|embed|object|svg)$/.test(element.localName);
    if (!standing && !picture && !/^inline-/.test(display) && !style.marginTop.startsWith('-')) return null;
    const filtered = style.backdropFilter !== 'none' && style.backdropFilter !== '';
    if (!picture && !filtered && isClear(backgroundColor) && backgroundImage === 'none') return null;
    const box = element.getBoundingClientRect();
    const visible = element.checkVisibility({ opacityProperty: true, visibilityProperty: true });
    if (box.width < 4 || box.height < 4 || !visible) return null;
    return { element, box, above: Number(zIndex) > 0, solid: style.pointerEvents !== 'none' };
  };
  const known = new Map<Document, readonly Cover[]>();
  const coversIn = (page: Document): readonly Cover[] => {
    const before = known.get(page);
    if (before) return before;
    const covers: Cover[] = [];
    const look = (root: Node, view: Window): void => {
      const walker = page.createTreeWalker(root, NodeFilter.SHOW_ELEMENT);
      for (let node = walker.nextNode(); node && !isPast(); node = walker.nextNode()) {
        const element = node as Element; // nothing else is walked over
        const cover = coverOf(element, view);
        if (cover) covers.push(cover);
        if (element.shadowRoot) look(element.shadowRoot, view);
      }
    };
    if (page.defaultView) look(page.documentElement, page.defaultView);
    known.set(page, covers);
    return covers;
  };
  /** Whether the browser finds the run's own element in front at both its ends and in its middle. */
  const isInFront = (holder: Element, { left, top, right, bottom }: Box): boolean =>
    [0.02, 0.5, 0.98].every((share) => {
      const root = holder.getRootNode() as Document | ShadowRoot;
      const front = root.elementFromPoint(left + (right - left) * share, (top + bottom) / 2);
      return front !== null && (front === holder || front.contains(holder) || holder.contains(front));
    });
  const isCovered = ({ node, seen }: MarkedRun): boolean => {
    const holder = node.parentElement ?? (node.getRootNode() as Partial<ShadowRoot>).host;
    if (!holder) return false;
    const follows = (element: Element) =>
      (holder.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
    const over = coversIn(node.ownerDocument).filter(
      ({ element, box, above }) =>
        box.left < seen.right &&
        box.right > seen.left &&
        box.top < seen.bottom &&
        box.bottom > seen.top &&
        !element.contains(holder) &&
        (above || follows(element)),
    );
    return over.length > 0 && !(over.every(({ solid }) => solid) && isInFront(holder, seen));
  };
  let left = 0;
  const covered = marks.flatMap((mark, at) => {
    if (!mark) return [];
    if (!isPast()) return isCovered(mark) ? [at] : [];
    left += 1;
    return [];
  });
  return { covered, left };
}
