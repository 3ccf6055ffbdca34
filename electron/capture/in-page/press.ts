// These functions run inside the captured page, in a world of their own. They are sent as text: nothing from outside.
// What they find they keep in that world, by its number, so that a later call can press it.

/** Something that could be pressed, and where: CSS pixels of the whole page. */
export interface FoundPressable {
  at: number;
  text: string;
  label: string;
  hint: string;
  leads: 'away' | 'submits' | null;
  selector: string;
  box: { x: number; y: number; width: number; height: number };
}
/** Something that lies over the page. */
export interface FoundOverlay {
  at: number;
  text: string;
  selector: string;
  box: { x: number; y: number; width: number; height: number };
  buttons: FoundPressable[];
}

/**
 * Prepares for acting: while it holds, nothing that is pressed may take the page elsewhere. Links and forms that would do
 * so are not pressed at all; this stops scripts that do.
 */
export function holdPage(): void {
  interface Held {
    found: Element[];
    pressed: WeakSet<Element>;
    stopped: string[];
    let(): void;
  }
  const world = globalThis as unknown as { fascicleHeld?: Held }; // this world is ours alone
  world.fascicleHeld?.let();
  const stopped: string[] = [];
  const onNavigate = (event: NavigateEvent) => {
    if (event.destination.sameDocument || !event.cancelable) return;
    event.preventDefault();
    stopped.push(event.destination.url.slice(0, 500));
  };
  const onSubmit = (event: Event) => {
    event.preventDefault();
    event.stopImmediatePropagation();
    stopped.push('submit');
  };
  navigation.addEventListener('navigate', onNavigate);
  window.addEventListener('submit', onSubmit, true);
  world.fascicleHeld = {
    found: [],
    pressed: new WeakSet(),
    stopped,
    let: () => {
      navigation.removeEventListener('navigate', onNavigate);
      window.removeEventListener('submit', onSubmit, true);
    },
  };
}

export function letPage(): void {
  const world = globalThis as unknown as { fascicleHeld?: { let(): void } }; // as holdPage left it
  world.fascicleHeld?.let();
  delete world.fascicleHeld;
}

/**
 * Finds what could be pressed: short words on something that is shown, open shadow trees included; and what lies over
 * the page (fixed, sticky, or a dialog), each with what could be pressed in it.
 */
export function findPressables(bounds: { mostElements: number; mostFound: number }): {
  pressables: FoundPressable[];
  overlays: FoundOverlay[];
  cut: boolean;
} {
  const world = globalThis as unknown as { fascicleHeld: { found: Element[]; pressed: WeakSet<Element> } }; // as holdPage left it
  const { found, pressed } = world.fascicleHeld;
  const pressables: FoundPressable[] = [];
  const overlays: FoundOverlay[] = [];
  const taken = new Set<Element>();
  let seen = 0;
  let cut = false;

  const squeezed = (text: string) => text.replace(/\s+/g, ' ').trim().toWellFormed();
  const wordsOf = (element: Element) => {
    if (element instanceof HTMLInputElement) return squeezed(element.value);
    return squeezed(element instanceof HTMLElement ? element.innerText : element.textContent);
  };
  const shown = (element: Element) => {
    const { width, height } = element.getBoundingClientRect();
    return width > 2 && height > 2 && element.checkVisibility({ opacityProperty: true, visibilityProperty: true });
  };
  const boxOf = (element: Element) => {
    const { left, top, width, height } = element.getBoundingClientRect();
    return {
      x: Math.round(left + scrollX),
      y: Math.round(top + scrollY),
      width: Math.round(width),
      height: Math.round(height),
    };
  };
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
    const root = element.getRootNode();
    const host = root instanceof ShadowRoot ? `${root.host.localName} >>> ` : '';
    return `${host}${parts.join(' > ')}`.toWellFormed().slice(0, 300);
  };
  const leadsOf = (element: Element): FoundPressable['leads'] => {
    const link = element.closest('a[href], area[href]');
    if (link) {
      const href = (link.getAttribute('href') ?? '').trim();
      if (!href.startsWith('#') && !/^javascript:/i.test(href)) return 'away';
    }
    const button = element.closest('button, input');
    const sends = button instanceof HTMLButtonElement || button instanceof HTMLInputElement;
    return sends && button.form && ['submit', 'image', 'reset'].includes(button.type) ? 'submits' : null;
  };
  const known = (element: Element): FoundPressable => {
    const label = squeezed(element.getAttribute('aria-label') ?? element.getAttribute('title') ?? '');
    return {
      at: found.push(element) - 1,
      text: wordsOf(element).slice(0, 80),
      label: label.slice(0, 80),
      hint: `${element.id} ${element.getAttribute('class') ?? ''}`.toWellFormed().slice(0, 200),
      leads: leadsOf(element),
      selector: selectorOf(element),
      box: boxOf(element),
    };
  };
  const pressableTag =
    'a, button, summary, label, input[type="button"], input[type="submit"], [role="button"], [role="link"], [onclick], [tabindex]';

  const inside = (overlay: Element): FoundPressable[] => {
    const all = Array.from(overlay.querySelectorAll('*')).slice(0, 2_000);
    const some = all.filter(
      (one) =>
        (one.matches(pressableTag) || getComputedStyle(one).cursor === 'pointer') &&
        shown(one) &&
        wordsOf(one).length <= 60,
    );
    return some.filter((one) => !some.some((other) => other !== one && other.contains(one))).map(known);
  };
  const consider = (element: Element): void => {
    if (pressables.length >= bounds.mostFound) return;
    const own = Array.from(element.childNodes).some(
      (node) => node.nodeType === 3 && (node.nodeValue ?? '').trim() !== '',
    );
    const named = element.matches('input[type="button"], input[type="submit"]');
    if (!own && !named) return;
    const closest = element.closest(pressableTag);
    const target = closest && wordsOf(closest).length <= 60 ? closest : element;
    if (taken.has(target) || pressed.has(target) || element.textContent.length > 120) return;
    const words = wordsOf(target);
    if ((words === '' && !named) || words.length > 60 || !shown(target)) return;
    taken.add(target);
    pressables.push(known(target));
  };
  const look = (root: Element | ShadowRoot, within: boolean): void => {
    for (const element of Array.from(root.children)) {
      seen += 1;
      if (seen > bounds.mostElements) {
        cut = true;
        return;
      }
      if (/^(script|style|noscript|template|svg|head|iframe)$/.test(element.localName)) continue;
      const { position } = getComputedStyle(element);
      const over =
        !within &&
        (position === 'fixed' ||
          position === 'sticky' ||
          element.matches('dialog[open], [role="dialog"], [role="alertdialog"], [aria-modal="true"]'));
      if (over && shown(element)) {
        const text = wordsOf(element).slice(0, 8_000);
        const at = found.push(element) - 1;
        overlays.push({ at, text, selector: selectorOf(element), box: boxOf(element), buttons: inside(element) });
      }
      consider(element);
      if (element.shadowRoot) look(element.shadowRoot, within || over);
      look(element, within || over);
    }
  };
  look(document.documentElement, false);
  return { pressables, overlays, cut };
}

/**
 * Presses what was found, as a script would, and waits until the page has answered.
 * @returns whether it is still shown, whether anything changed, and where it would have taken the page
 */
export async function press(at: number): Promise<{ shown: boolean; changed: boolean; stopped: string[] }> {
  const world = globalThis as unknown as {
    fascicleHeld: { found: Element[]; pressed: WeakSet<Element>; stopped: string[] };
  }; // as holdPage left it
  const { found, pressed, stopped } = world.fascicleHeld;
  const target = found[at];
  if (!target) return { shown: false, changed: false, stopped: [] };
  pressed.add(target);
  let changes = 0;
  let last = performance.now();
  const watch = new MutationObserver((records) => {
    changes += records.length;
    last = performance.now();
  });
  const root = target.getRootNode();
  for (const tree of root === document ? [document] : [document, root])
    watch.observe(tree, { subtree: true, childList: true, attributes: true, characterData: true });
  const height = document.documentElement.scrollHeight;
  if (target instanceof HTMLElement) target.click();
  else target.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, composed: true }));
  const began = performance.now();
  // Most pages answer at once; one that asks its server first gets a moment.
  while (performance.now() - began < 2_500) {
    await new Promise((done) => setTimeout(done, 40));
    const quiet = performance.now() - last;
    if (changes > 0 ? quiet > 160 : performance.now() - began > 700) break;
  }
  watch.disconnect();
  const { width } = target.getBoundingClientRect();
  const shown =
    target.isConnected && width > 0 && target.checkVisibility({ opacityProperty: true, visibilityProperty: true });
  return {
    shown,
    changed: changes > 0 || document.documentElement.scrollHeight !== height,
    stopped: stopped.splice(0),
  };
}

/** Whether what was found is still shown. */
export function stillShown(at: number): boolean {
  const world = globalThis as unknown as { fascicleHeld: { found: Element[] } }; // as holdPage left it
  const target = world.fascicleHeld.found[at];
  if (!target?.isConnected) return false;
  const { width, height } = target.getBoundingClientRect();
  return width > 2 && height > 2 && target.checkVisibility({ opacityProperty: true, visibilityProperty: true });
}

/** Takes what was found out of sight; it stays in the document. */
export function hideFound(at: number): void {
  const world = globalThis as unknown as { fascicleHeld: { found: Element[] } }; // as holdPage left it
  const target = world.fascicleHeld.found[at];
  if (target instanceof HTMLElement) target.style.setProperty('display', 'none', 'important');
}
