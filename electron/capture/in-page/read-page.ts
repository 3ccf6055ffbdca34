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

/** Whether the page shows anything at all. */
export function looksEmpty(): boolean {
  const body = Reflect.get(Document.prototype, 'body', document) as HTMLElement | null; // a frameset or an SVG document has none
  if (!body) return true;
  if (body.innerText.trim() !== '') return false;
  return !Array.from(
    body.querySelectorAll('img, svg, canvas, video, iframe, object, embed, picture, input, button'),
  ).some((one) => one.getBoundingClientRect().width > 1 && one.getBoundingClientRect().height > 1);
}
