// This function runs inside the captured page, in a world of its own. It is sent as text: nothing from outside.

import type { MarkedRun, ShownControl } from './letters/measure-letters.ts';

/** A run of a frame whose document cannot be read from here: its number, that of its frame, and its box on the page. */
export type FramedRun = [run: number, holder: number, left: number, top: number, right: number, bottom: number];

/**
 * Over which of the runs that were read just before something else lies that may hide them: what has a ground or a picture,
 * and a place of its own, and comes after them or lies higher. Where the window shows them the browser is asked what is in
 * front. Too many are better than too few: whether they are hidden is measured afterwards.
 *
 * What lies over a frame lies over its words.
 *
 * @returns their numbers; `blurred`: parts of runs that something in front blurs beyond reading, from the run's upper left
 *   corner; `left`: how many were not looked at, because the time was up
 */
export function readCovered(bounds: { maxMs: number; framed: FramedRun[] }): {
  covered: number[];
  blurred: [run: number, left: number, top: number, right: number, bottom: number][];
  left: number;
} {
  type Box = Readonly<{ left: number; top: number; right: number; bottom: number }>;
  type Cover = Readonly<{ element: Element; box: Box; above: boolean; solid: boolean; blur: number }>;
  const controls =
    (Reflect.get(globalThis, 'fascicleControls') as Map<number, ShownControl> | undefined) ??
    new Map<number, ShownControl>();
  const holders = (Reflect.get(globalThis, 'fascicleFrames') as Element[] | undefined) ?? [];
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
    const [, radius = '0'] = /blur\(([\d.]+)px\)/.exec(style.backdropFilter) ?? [];
    const blur = Number(radius);
    const box = element.getBoundingClientRect();
    const visible = element.checkVisibility({ opacityProperty: true, visibilityProperty: true });
    if (box.width < 4 || box.height < 4 || !visible) return null;
    return { element, box, above: Number(zIndex) > 0, solid: style.pointerEvents !== 'none', blur };
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
  const isInFront = (holder: Element, { left, top, right, bottom }: Box, over: readonly Cover[]): boolean =>
    [0.02, 0.5, 0.98].every((share) => {
      const root = holder.getRootNode() as Document | ShadowRoot;
      const front = root.elementFromPoint(left + (right - left) * share, (top + bottom) / 2);
      if (!front || over.some(({ element }) => element.contains(front))) return false;
      return front === holder || front.contains(holder) || holder.contains(front);
    });
  /** What lies in front of a box of an element; none where the browser finds the element itself there. */
  const coversOver = (holder: Element, seen: Box): readonly Cover[] => {
    const follows = (element: Element) =>
      (holder.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
    const over = coversIn(holder.ownerDocument).filter(
      ({ element, box, above }) =>
        box.left < seen.right &&
        box.right > seen.left &&
        box.top < seen.bottom &&
        box.bottom > seen.top &&
        !element.contains(holder) &&
        (above || follows(element)),
    );
    return over.every(({ solid }) => solid) && isInFront(holder, seen, over) ? [] : over;
  };
  /** The same of all windows that show the element: those of frames whose outer document may be read. */
  const coversOfAll = (holder: Element, seen: Box, found: { cover: Cover; seen: Box }[] = []): typeof found => {
    found.push(...coversOver(holder, seen).map((cover) => ({ cover, seen })));
    const outer = holder.ownerDocument.defaultView?.frameElement;
    if (!outer) return found;
    const box = outer.getBoundingClientRect();
    const style = outer.ownerDocument.defaultView?.getComputedStyle(outer);
    const dx = box.left + outer.clientLeft + parseFloat(style?.paddingLeft ?? '0');
    const dy = box.top + outer.clientTop + parseFloat(style?.paddingTop ?? '0');
    const shifted = {
      left: seen.left + dx,
      top: seen.top + dy,
      right: seen.right + dx,
      bottom: seen.bottom + dy,
    };
    return coversOfAll(outer, shifted, found);
  };
  let left = 0;
  const covered: number[] = [];
  const blurred: [number, number, number, number, number][] = [];
  const ask = (at: number, holder: Element | null | undefined, seen: Box): void => {
    if (!holder) return;
    if (isPast()) {
      left += 1;
      return;
    }
    const over = coversOfAll(holder, seen);
    if (over.length > 0) covered.push(at);
    const size = parseFloat(holder.ownerDocument.defaultView?.getComputedStyle(holder).fontSize ?? '16');
    for (const { cover, seen: own } of over)
      if (cover.blur >= size * 0.2)
        blurred.push([
          at,
          cover.box.left - own.left,
          cover.box.top - own.top,
          cover.box.right - own.left,
          cover.box.bottom - own.top,
        ]);
  };
  marks.forEach((mark, at) => {
    const control = controls.get(at);
    if (control) ask(at, control.element, control.seen);
    else if (mark) ask(at, mark.node.parentElement ?? (mark.node.getRootNode() as Partial<ShadowRoot>).host, mark.seen);
  });
  const { scrollX: dx, scrollY: dy } = window;
  for (const [at, number, x, y, right, bottom] of bounds.framed) {
    const holder = holders[number];
    const seen = { left: x - dx, top: y - dy, right: right - dx, bottom: bottom - dy };
    if (holder?.ownerDocument === document) ask(at, holder, seen);
  }
  return { covered, blurred, left };
}
