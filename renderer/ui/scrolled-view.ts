import { useLayoutEffect, useState, type Dispatch, type RefObject, type SetStateAction } from 'react';

/** What of a box that scrolls is in view, in CSS pixels: its size, and how far it is scrolled. */
export type ScrolledView = Readonly<{ width: number; height: number; top: number }>;

/**
 * Follows the size of a box; whoever scrolls it sets `top`.
 * @param again measured anew when it changes: where the box comes and goes with it
 */
export function useScrolledView(
  box: RefObject<HTMLElement | null>,
  first: ScrolledView,
  again?: unknown,
): readonly [ScrolledView, Dispatch<SetStateAction<ScrolledView>>] {
  const [view, setView] = useState(first);
  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return;
    const measure = () =>
      setView((before) => ({ ...before, width: element.clientWidth, height: element.clientHeight }));
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [box, again]);
  return [view, setView];
}
