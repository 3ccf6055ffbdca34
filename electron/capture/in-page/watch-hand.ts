// This function runs inside the captured page, in a world of its own. It is sent as text: nothing from outside.

/**
 * Tells what a person does to the page: presses with their place, how many keys and into what kind of field, scrolling.
 * Never which key, and nothing of what stands in a field.
 */
export function watchHand(): void {
  const tell = (globalThis as unknown as { fascicleHand(said: string): void }).fascicleHand; // the binding of this world
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
  const fieldOf = (target: EventTarget | null): 'password' | 'field' | 'page' => {
    if (target instanceof HTMLInputElement) return target.type === 'password' ? 'password' : 'field';
    const edited = target instanceof HTMLElement && (target.localName === 'textarea' || target.isContentEditable);
    return edited ? 'field' : 'page';
  };
  const say = (what: Readonly<Record<string, string | number>>) => tell(JSON.stringify(what));
  const trusted = (listener: (event: Event) => void) => (event: Event) => {
    if (event.isTrusted) listener(event);
  };
  addEventListener(
    'click',
    trusted((event) => {
      const target = event.composedPath()[0];
      if (!(target instanceof Element) || !(event instanceof MouseEvent)) return;
      const named = target.closest('a, button, [role="button"], summary, [role="tab"], [role="menuitem"]');
      const text = named instanceof HTMLElement && fieldOf(target) === 'page' ? named.innerText : '';
      const words = text.replace(/\s+/g, ' ').trim().toWellFormed().slice(0, 60);
      const [x, y] = [Math.round(event.pageX), Math.round(event.pageY)];
      say({ what: 'click', selector: selectorOf(target), text: words, x, y });
    }),
    true,
  );
  addEventListener(
    'input',
    trusted((event) => {
      const target = event.composedPath()[0] ?? null;
      if (target instanceof Element) say({ what: 'typed', selector: selectorOf(target), field: fieldOf(target) });
    }),
    true,
  );
  addEventListener(
    'keydown',
    trusted((event) => say({ what: 'key', field: fieldOf(event.composedPath()[0] ?? null) })),
    true,
  );
  addEventListener(
    'scrollend',
    trusted(() => say({ what: 'scroll', x: Math.round(scrollX), y: Math.round(scrollY) })),
    true,
  );
}
