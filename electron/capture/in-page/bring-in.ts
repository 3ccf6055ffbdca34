// This function runs inside the captured page, in a world of its own. It is sent as text: nothing from outside.

/**
 * Brings in what the browser skips while it is off screen (`content-visibility: auto`), which neither the picture nor
 * the page's text would hold otherwise. What such a part keeps to itself on screen (layout, style, paint) it goes on
 * keeping to itself; what a page hides (`content-visibility: hidden`) stays hidden.
 *
 * @returns parts that were brought in, by this call and earlier ones; `cut` where there was no time to look at all;
 *   `fixed`: elements below the first window whose background image stays with the window (`background-attachment: fixed`),
 *   so that a picture of the whole page does not show it there
 */
export function bringIn(bounds: { maxMs: number }): { count: number; cut: boolean; fixed: number } {
  const began = performance.now();
  let count = 0;
  let cut = false;
  let fixed = 0;
  /** In a box that is transformed, the browser lets such a background scroll with it. */
  const isMoved = (element: Element, view: Window): boolean => {
    for (let at: Element | null = element; at; at = at.parentElement) {
      const { transform, filter, perspective } = view.getComputedStyle(at);
      if (transform !== 'none' || filter !== 'none' || perspective !== 'none') return true;
    }
    return false;
  };
  const noteBackground = (element: Element, style: CSSStyleDeclaration, view: Window): void => {
    // A picture or a gradient: both are written as functions.
    if (!style.backgroundAttachment.includes('fixed') || !style.backgroundImage.includes('(')) return;
    const { ownerDocument } = element;
    const isCanvas = element === ownerDocument.documentElement || element === ownerDocument.body;
    const { width, height, bottom } = element.getBoundingClientRect();
    const end = isCanvas ? ownerDocument.documentElement.scrollHeight : bottom + view.scrollY;
    if (width > 0 && height > 0 && end > view.innerHeight && !isMoved(element, view)) fixed += 1;
  };
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
      const style = view.getComputedStyle(element);
      show(element, style);
      if (view === window) noteBackground(element, style, view);
      if (element.shadowRoot) look(element.shadowRoot, view);
      if (element.localName !== 'iframe') continue;
      const inner = (element as HTMLIFrameElement).contentDocument; // null for a document of another origin
      if (inner) look(inner, inner.defaultView);
    }
  };
  look(document, window);
  return { count, cut, fixed };
}
