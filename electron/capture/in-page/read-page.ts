// These functions run inside the captured page, in a world of their own. They are sent as text: nothing from outside.

/** What is read from the page itself. Text as the page shows it; nothing is normalised. */
export function readPage(): {
  title: string;
  text: string;
  /** How the browser read the bytes, and what the document says of it; null where it says nothing. */
  charset: string;
  declared: string | null;
  language: string;
  wellFormed: boolean;
} {
  // A form or picture named "title" or "body" hides the document's own property: the prototype has it still.
  const own = <K extends 'body' | 'title' | 'documentElement' | 'characterSet'>(name: K): Document[K] =>
    Reflect.get(Document.prototype, name, document);
  const body = own('body') as HTMLElement | null; // a frameset or an SVG document has none
  const root = own('documentElement');
  const meta = Array.from(root.querySelectorAll('meta'), (one) =>
    /^content-type$/i.test(one.httpEquiv)
      ? /charset\s*=\s*["']?([^"';\s]+)/i.exec(one.content)?.[1]
      : (Element.prototype.getAttribute.call(one, 'charset') ?? undefined),
  ).find((said) => said !== undefined);
  return {
    title: own('title'),
    text: body?.innerText ?? root.textContent,
    charset: own('characterSet'),
    declared: meta?.trim().slice(0, 60) ?? null,
    language: root.lang,
    wellFormed: root.outerHTML.isWellFormed(),
  };
}

/** The document as it stands, serialised. */
export function readDocument(): string {
  const own = <K extends 'doctype' | 'documentElement'>(name: K): Document[K] =>
    Reflect.get(Document.prototype, name, document);
  const type = own('doctype');
  const doctype = type ? new XMLSerializer().serializeToString(type) : '';
  return `${doctype}\n${own('documentElement').outerHTML}`;
}

/** Whether the page shows nothing: no words, no picture or field, and no box with a colour, a picture or a border of its own. */
export function looksEmpty(): boolean {
  const body = Reflect.get(Document.prototype, 'body', document) as HTMLElement | null; // a frameset or an SVG document has none
  if (!body) return true;
  if (body.innerText.trim() !== '') return false;
  const hasSize = (one: Element): boolean => {
    const { width, height } = one.getBoundingClientRect();
    return width > 1 && height > 1;
  };
  const replaced = 'img, svg, canvas, video, iframe, object, embed, picture, input, button';
  if (Array.from(body.querySelectorAll(replaced)).some(hasSize)) return false;
  const isPainted = (one: Element): boolean => {
    const style = getComputedStyle(one);
    if (style.visibility !== 'visible' || !one.checkVisibility({ opacityProperty: true })) return false;
    const clear = /^(transparent|.*[,/] *0(\.0*)?\))$/.test(style.backgroundColor);
    const bordered = ['top', 'right', 'bottom', 'left'].some(
      (side) => parseFloat(style.getPropertyValue(`border-${side}-width`)) > 0,
    );
    return !clear || style.backgroundImage !== 'none' || style.boxShadow !== 'none' || bordered;
  };
  return !Array.from(body.querySelectorAll('*')).some((one) => hasSize(one) && isPainted(one));
}
