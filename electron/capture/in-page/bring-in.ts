// This function runs inside the captured page, in a world of its own. It is sent as text: nothing from outside.

/**
 * Brings in what the browser skips while it is off screen (`content-visibility: auto`), which neither the picture nor
 * the page's text would hold otherwise. What such a part keeps to itself on screen (layout, style, paint) it goes on
 * keeping to itself; what a page hides (`content-visibility: hidden`) stays hidden.
 *
 * @returns parts that were brought in, by this call and earlier ones; `cut` where there was no time to look at all;
 *   `fixed`: grounds that stay with the window, so that a picture of the whole page does not show them below the first one:
 *   of elements, and of what a style puts before or after them, whose background image does (`background-attachment: fixed`)
 *   and that reach further down; and what fills the window behind the page (`position: fixed`)
 */
export function bringIn(bounds: { maxMs: number }): { count: number; cut: boolean; fixed: number } {
  const began = performance.now();
  let count = 0;
  let cut = false;
  let fixed = 0;
  /** What is no larger than its words, or is drawn within something else. */
  const small =
    /^(a|abbr|b|br|cite|circle|code|defs|em|font|g|i|label|line|link|mark|meta|option|path|rect|s|script|small|source|strong|style|sub|sup|time|title|u|use)$/;
  const mostEmpty = 1_000;
  let empty = 0;
  /** In a box that is transformed, the browser lets such a background scroll with it. */
  const isMoved = (element: Element, view: Window): boolean => {
    for (let at: Element | null = element; at; at = at.parentElement) {
      const { transform, filter, perspective } = view.getComputedStyle(at);
      if (transform !== 'none' || filter !== 'none' || perspective !== 'none') return true;
    }
    return false;
  };
  const pixels = (length: string): number => parseFloat(length) || 0;
  const clear = (colour: string): boolean => /^rgba|\//.test(colour) && /[,/]\s*0(?:\.0\d*)?\)$/.test(colour);
  const draws = ({ backgroundImage, backgroundColor }: CSSStyleDeclaration): boolean =>
    backgroundImage.includes('(') || !clear(backgroundColor); // a picture or a gradient: both are written as functions
  /** How far down on the page an element is seen: what holds it may scroll by itself, or cut it off. */
  const endOf = (element: Element, view: Window): number => {
    let end = element.getBoundingClientRect().bottom;
    const { body, documentElement } = element.ownerDocument;
    for (let at = element.parentElement; at && at !== body && at !== documentElement; at = at.parentElement)
      if (view.getComputedStyle(at).overflowY !== 'visible') end = Math.min(end, at.getBoundingClientRect().bottom);
    return end + view.scrollY;
  };
  /** The same of what a style puts before or after an element; its own height is told, its place only where it has one. */
  const endOfPart = (element: Element, style: CSSStyleDeclaration, view: Window): number => {
    if (style.position !== 'absolute') return endOf(element, view);
    let holder: Element | null = element;
    while (holder && view.getComputedStyle(holder).position === 'static') holder = holder.parentElement;
    const top = holder ? holder.getBoundingClientRect().top + view.scrollY : 0;
    return top + pixels(style.top) + pixels(style.height);
  };
  const noteBackground = (element: Element, style: CSSStyleDeclaration, view: Window, side: string | null): void => {
    if (!style.backgroundAttachment.includes('fixed') || !style.backgroundImage.includes('(')) return;
    if (style.position === 'fixed') return; // it stays with the window as a whole
    const { ownerDocument } = element;
    const isCanvas = side === null && (element === ownerDocument.documentElement || element === ownerDocument.body);
    const { width, height } = element.getBoundingClientRect();
    const wide = side === null ? width > 0 && height > 0 : pixels(style.width) > 0 && pixels(style.height) > 0;
    const own = side === null ? endOf(element, view) : endOfPart(element, style, view);
    const end = isCanvas ? ownerDocument.documentElement.scrollHeight : own;
    if (wide && end > view.innerHeight && !isMoved(element, view)) fixed += 1;
  };
  const isLarge = (width: number, height: number): boolean =>
    width >= window.innerWidth * 0.8 && height >= window.innerHeight * 0.8;
  /** Whether the window shows an element behind everything else somewhere: nothing with a ground of its own is in front. */
  const isSeenBehind = (ground: Element | null, low: boolean): boolean => {
    let [seen, behind] = [false, low];
    for (const across of [0.02, 0.25, 0.5, 0.75, 0.98])
      for (const down of [0.1, 0.5, 0.9]) {
        const stack = document.elementsFromPoint(window.innerWidth * across, window.innerHeight * down);
        const at = ground ? stack.findIndex((one) => one === ground || ground.contains(one)) : -1;
        const before = (at < 0 ? stack : stack.slice(0, at)).filter(
          (one) => one !== document.documentElement && one !== document.body && !(ground && one.contains(ground)),
        );
        behind ||= at > 0 && before.length > 0;
        seen ||= before.every(
          (one) => !draws(window.getComputedStyle(one)) && !/^(img|video|canvas)$/.test(one.localName),
        );
      }
    return seen && behind;
  };
  /** What fills the window and stays there, behind the page: further down the picture has nothing in its place. */
  const noteGround = (element: Element, style: CSSStyleDeclaration, side: string | null): void => {
    if (style.position !== 'fixed' || style.visibility !== 'visible' || Number(style.opacity) < 0.03) return;
    const ground = document.documentElement;
    if (
      ground.scrollHeight <= window.innerHeight + 1 ||
      isMoved(side === null ? (element.parentElement ?? ground) : element, window)
    )
      return;
    const { width, height } = element.getBoundingClientRect();
    const large = side === null ? isLarge(width, height) : isLarge(pixels(style.width), pixels(style.height));
    if (!large) return;
    const isPicture = (one: Element) => /^(img|video|canvas|svg)$/.test(one.localName);
    const filled = (one: Element) => {
      const { width: wide, height: high } = one.getBoundingClientRect();
      return (
        wide * high * 2 >= window.innerWidth * window.innerHeight &&
        (isPicture(one) || draws(window.getComputedStyle(one)))
      );
    };
    if (
      !draws(style) &&
      (side !== null || (!isPicture(element) && !Array.from(element.querySelectorAll('*')).slice(0, 50).some(filled)))
    )
      return;
    const low =
      Number(style.zIndex) < 0 ||
      ((side !== null || style.pointerEvents === 'none') && pixels(style.zIndex) === 0 && side !== '::after');
    if (isSeenBehind(side === null ? element : null, low)) fixed += 1;
  };
  const noteFixed = (element: Element, style: CSSStyleDeclaration, view: Window): void => {
    noteBackground(element, style, view, null);
    // The rest is asked for only where it may be large: each question costs as much as those before it.
    if (small.test(element.localName)) return;
    const { clientHeight } = element;
    const isEmpty = clientHeight === 0 && element.firstChild === null;
    if (isEmpty) empty += 1;
    if (isEmpty ? empty > mostEmpty || style.display === 'none' : clientHeight < 200 || element.clientWidth < 200)
      return;
    noteGround(element, style, null);
    for (const side of ['::before', '::after']) {
      const part = view.getComputedStyle(element, side);
      if (part.content === 'none' || part.content === 'normal' || part.display === 'none') continue;
      noteBackground(element, part, view, side);
      noteGround(element, part, side);
    }
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
      if (view === window) noteFixed(element, style, view);
      if (element.shadowRoot) look(element.shadowRoot, view);
      if (element.localName !== 'iframe') continue;
      const inner = (element as HTMLIFrameElement).contentDocument; // null for a document of another origin
      if (inner) look(inner, inner.defaultView);
    }
  };
  look(document, window);
  return { count, cut, fixed };
}
