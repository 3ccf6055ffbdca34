// These functions run inside the captured page, in a world of their own. They are sent as text: nothing from outside.

/** A part of the page that does not show all of its content. Places are CSS pixels of the whole page. */
export interface FoundPart {
  selector: string;
  kind: 'scrolls' | 'clips';
  x: number;
  y: number;
  width: number;
  height: number;
  hiddenHeight: number;
  hiddenWidth: number;
}

/**
 * Finds parts that scroll inside, or that hide what does not fit although it holds words. With `expand`, those that scroll
 * get their full size, and what holds them lets it be seen; returns what is found, and what was changed.
 *
 * @param bounds `least`: CSS pixels of hidden content below which a part is passed over
 */
export function innerParts(bounds: { expand: boolean; least: number; most: number; mostElements: number }): {
  parts: FoundPart[];
  changes: { selector: string; style: string }[];
  cut: boolean;
} {
  const found: { element: HTMLElement; part: FoundPart }[] = [];
  const changes: { selector: string; style: string }[] = [];
  let seen = 0;
  let cut = false;
  const selectorOf = (element: Element) => {
    const parts: string[] = [];
    for (let one: Element | null = element; one && parts.length < 6; one = one.parentElement) {
      const here: Element = one;
      if (here.id !== '' && here.id.length < 60) {
        parts.unshift(`#${CSS.escape(here.id)}`);
        break;
      }
      const alike = Array.from(here.parentElement?.children ?? []).filter(
        (other) => other.localName === here.localName,
      );
      parts.unshift(alike.length > 1 ? `${here.localName}:nth-of-type(${alike.indexOf(here) + 1})` : here.localName);
    }
    return parts.join(' > ').toWellFormed().slice(0, 300);
  };
  const scrolls = (overflow: string) => overflow === 'auto' || overflow === 'scroll' || overflow === 'overlay';
  const consider = (element: HTMLElement): void => {
    const down = element.scrollHeight - element.clientHeight;
    const across = element.scrollWidth - element.clientWidth;
    if (down < bounds.least && across < bounds.least) return;
    // What the root or the body hides is the window's matter: the picture shows the whole page.
    if (element === document.documentElement || element === document.body || element === document.scrollingElement)
      return;
    if (element.clientHeight < 24 || element.clientWidth < 80) return;
    if (!element.checkVisibility({ opacityProperty: true, visibilityProperty: true })) return;
    const style = getComputedStyle(element);
    const vertical = scrolls(style.overflowY) && down >= bounds.least;
    const horizontal = scrolls(style.overflowX) && across >= bounds.least;
    const { left, top, right, width, height } = element.getBoundingClientRect();
    if (right + scrollX <= 0) return; // stands left of the page, where no picture reaches
    // A box that only hides is of interest where it cuts off a text, not where it frames a picture or a carousel.
    const words = (element.innerText.match(/[\p{L}\p{N}]/gu) ?? []).length;
    const clips = !vertical && !horizontal && style.overflowY === 'hidden' && down >= bounds.least * 2 && words > 200;
    if (!vertical && !horizontal && !clips) return;
    if (found.length >= bounds.most) {
      cut = true;
      return;
    }
    const part: FoundPart = {
      selector: selectorOf(element),
      kind: clips ? 'clips' : 'scrolls',
      x: Math.round(left + scrollX),
      y: Math.round(top + scrollY),
      width: Math.round(width),
      height: Math.round(height),
      hiddenHeight: vertical || clips ? Math.round(down) : 0,
      hiddenWidth: horizontal ? Math.round(across) : 0,
    };
    found.push({ element, part });
  };
  const look = (root: Document | ShadowRoot): void => {
    for (const element of Array.from(root.querySelectorAll<HTMLElement>('*'))) {
      seen += 1;
      if (seen > bounds.mostElements) {
        cut = true;
        return;
      }
      if (element instanceof HTMLElement && !/^(textarea|input|select|iframe)$/.test(element.localName))
        consider(element);
      if (element.shadowRoot) look(element.shadowRoot);
    }
  };
  look(document);

  const set = (element: HTMLElement, rules: Readonly<Record<string, string>>): void => {
    for (const [name, value] of Object.entries(rules)) element.style.setProperty(name, value, 'important');
    const style = Object.entries(rules)
      .map(([name, value]) => `${name}: ${value}`)
      .join('; ');
    changes.push({ selector: selectorOf(element), style });
  };
  const expand = (element: HTMLElement, part: FoundPart): void => {
    const full = { height: element.scrollHeight, width: element.scrollWidth };
    element.scrollTo({ top: 0, left: 0, behavior: 'instant' });
    const { position } = getComputedStyle(element);
    set(element, {
      overflow: 'visible',
      'max-height': 'none',
      ...(part.hiddenHeight > 0 && { height: 'auto', 'min-height': `${full.height}px`, 'flex-shrink': '0' }),
      ...(part.hiddenWidth > 0 && { 'max-width': 'none', 'min-width': `${full.width}px` }),
      ...(position === 'fixed' && { position: 'absolute', bottom: 'auto' }),
      ...(position === 'absolute' && { bottom: 'auto' }),
    });
    for (let holder = element.parentElement; holder; holder = holder.parentElement) {
      const style = getComputedStyle(holder);
      const tight = holder.scrollHeight > holder.clientHeight + 1 || holder.scrollWidth > holder.clientWidth + 1;
      const hides = style.overflowX !== 'visible' || style.overflowY !== 'visible';
      if (!tight && !hides) continue;
      const fixed = style.position === 'fixed';
      set(holder, {
        overflow: 'visible',
        height: 'auto',
        'max-height': 'none',
        ...(fixed && { position: 'absolute' }),
        ...((fixed || style.position === 'absolute') && { bottom: 'auto' }),
      });
    }
  };
  // Innermost first: what holds them grows with them.
  if (bounds.expand)
    for (const { element, part } of [...found].reverse()) if (part.kind === 'scrolls') expand(element, part);
  return { parts: found.map(({ part }) => part), changes, cut };
}
