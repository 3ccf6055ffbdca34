// This function runs inside the captured page, in a world of its own. It is sent as text: nothing from outside.

/**
 * What the markup of the page says of it, as it says it: meta elements, JSON-LD, links. Nothing is chosen here.
 */
export function readFacts(): {
  language: string;
  metas: [source: string, content: string][];
  jsonLd: string[];
  relations: [relation: string, address: string][];
  links: [address: string, text: string][];
  frames: number;
} {
  // A form or picture named "title" or "body" hides the document's own property: ask the prototype.
  const own = <K extends 'documentElement' | 'body'>(name: K): Document[K] =>
    Reflect.get(Document.prototype, name, document);
  const all = (selector: string, most: number) =>
    Array.from(own('documentElement').querySelectorAll(selector)).slice(0, most);
  const text = (element: Element, most = 300) =>
    ((element as Partial<HTMLElement>).innerText ?? element.textContent).replace(/\s+/g, ' ').trim().slice(0, most); // an SVG element has no innerText
  const attribute = (element: Element, name: string) => Element.prototype.getAttribute.call(element, name) ?? '';
  const absolute = (address: string) => {
    try {
      return new URL(address, own('documentElement').baseURI).href.slice(0, 2_000);
    } catch {
      return '';
    }
  };

  const addressed = /^(og:(image|url)(:secure_url)?|twitter:image(:src)?)$/;
  const metas = all('meta[content]', 500).flatMap((element): [string, string][] => {
    const content = attribute(element, 'content').trim().slice(0, 2_000);
    // A page may name several at once: property="article:published_time og:title".
    return (['property', 'name', 'itemprop', 'http-equiv'] as const).flatMap((kind) =>
      attribute(element, kind)
        .split(/\s+/)
        .filter((name) => name !== '' && content !== '')
        .map((name): [string, string] => [
          `${kind} ${name.toLowerCase()}`,
          addressed.test(name) ? absolute(content) : content,
        ]),
    );
  });
  const jsonLd = all('script[type="application/ld+json" i]', 30).map((element) =>
    element.textContent.slice(0, 200_000),
  );
  const relations = all('link[rel][href], a[rel~="author"][href]', 200).flatMap((element): [string, string][] => {
    const kinds = attribute(element, 'rel').toLowerCase().split(/\s+/);
    const wanted = kinds.find((one) => ['canonical', 'icon', 'image_src'].includes(one));
    return wanted === undefined ? [] : [[wanted, absolute(attribute(element, 'href'))]];
  });
  const links = all('a[href]', 2_000).flatMap((element): [string, string][] => {
    const address = absolute(attribute(element, 'href'));
    return /^https?:/.test(address) ? [[address, text(element, 200)]] : [];
  });
  return {
    language: attribute(own('documentElement'), 'lang').slice(0, 60),
    metas,
    jsonLd,
    relations,
    links,
    frames: all('iframe, frame', 1_000).length,
  };
}
