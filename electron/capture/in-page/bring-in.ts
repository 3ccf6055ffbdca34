// This function runs inside the captured page, in a world of its own. It is sent as text: nothing from outside.

/**
 * Brings in what the browser skips while it is off screen (`content-visibility: auto`), which neither the picture nor
 * the page's text would hold otherwise. What such a part keeps to itself on screen (layout, style, paint) it goes on
 * keeping to itself; what a page hides (`content-visibility: hidden`) stays hidden.
 *
 * @returns parts that were brought in, by this call and earlier ones; `cut` where there was no time to look at all
 */
export function bringIn(bounds: { maxMs: number }): { count: number; cut: boolean } {
  const began = performance.now();
  let count = 0;
  let cut = false;
  const show = (element: Element, style: CSSStyleDeclaration): void => {
    if (!('style' in element)) return;
    const own = element.style as CSSStyleDeclaration; // what an HTML, SVG or MathML element has under this name
    if (style.contentVisibility === 'auto') {
      const kept = style.contain === 'none' ? '' : style.contain;
      const contain = /^(strict|content)$/.test(kept) ? kept : `${kept} layout style paint`;
      own.setProperty('content-visibility', 'visible', 'important');
      own.setProperty('contain', contain.replace(/(layout|style|paint)(?=.* \1)/g, '').trim(), 'important');
    }
    if (own.contentVisibility === 'visible' && own.getPropertyPriority('content-visibility') === 'important')
      count += 1;
  };
  const look = (root: Document | ShadowRoot, view: Window | null): void => {
    if (!view) return;
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (performance.now() - began > bounds.maxMs) {
        cut = true;
        return;
      }
      const element = node as Element; // nothing else is walked over
      show(element, view.getComputedStyle(element));
      if (element.shadowRoot) look(element.shadowRoot, view);
      if (element.localName !== 'iframe') continue;
      const inner = (element as HTMLIFrameElement).contentDocument; // null for a document of another origin
      if (inner) look(inner, inner.defaultView);
    }
  };
  look(document, window);
  return { count, cut };
}
