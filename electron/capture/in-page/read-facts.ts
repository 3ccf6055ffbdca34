// This function runs inside the captured page, in a world of its own. It is sent as text: nothing from outside.

/**
 * What the page says of itself, as it says it, with the places: meta elements, JSON-LD, microdata, links, `time`
 * elements, and elements whose own name says that they hold a date, an author or an account. Nothing is chosen here.
 */
export function readFacts(): {
  language: string;
  metas: [place: string, content: string][];
  jsonLd: string[];
  microdata: [property: string, value: string][];
  relations: [relation: string, address: string][];
  times: [place: string, value: string][];
  named: [kind: 'date' | 'author' | 'channel', place: string, text: string][];
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
  const shown = (element: Element) => element.checkVisibility({ opacityProperty: true, visibilityProperty: true });

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
  const microdata = all('[itemprop]:not(meta)', 2_000).flatMap((element): [string, string][] => {
    const property = attribute(element, 'itemprop');
    if (!/^(datePublished|dateModified|author|name|headline|publisher)$/i.test(property)) return [];
    const scope = element.parentElement?.closest('[itemscope]');
    const holder = scope ? (attribute(scope, 'itemtype').split('/').at(-1) ?? '') : '';
    const value = attribute(element, 'content') || attribute(element, 'datetime') || text(element);
    const person = element.querySelector('[itemprop~="name"]');
    return [[`${holder}.${property}`, person ? attribute(person, 'content') || text(person) : value]];
  });
  const relations = all('link[rel][href], a[rel~="author"][href]', 200).flatMap((element): [string, string][] => {
    const kinds = attribute(element, 'rel').toLowerCase().split(/\s+/);
    const wanted = kinds.find((one) => ['canonical', 'icon', 'image_src'].includes(one));
    return wanted === undefined ? [] : [[wanted, absolute(attribute(element, 'href'))]];
  });
  const times = all('time', 50)
    .filter((element) => shown(element) || element.hasAttribute('pubdate'))
    .map((element): [string, string] => [
      element.hasAttribute('pubdate') ? 'time pubdate' : element.closest('article') ? 'article time' : 'time',
      attribute(element, 'datetime') || text(element),
    ]);
  const named: [kind: 'date' | 'author' | 'channel', place: string, text: string][] = [];
  const name = (kind: 'date' | 'author' | 'channel', selector: string) => {
    for (const element of all(selector, 10)) {
      if (!shown(element)) continue;
      const place = attribute(element, 'id')
        ? `#${attribute(element, 'id')}`
        : `.${attribute(element, 'class').trim().split(/\s+/).join('.')}`;
      const value = text(element, 120);
      // A by-line with a date in it is more than a name.
      if (value !== '' && (kind === 'date' || !/\d/.test(value))) named.push([kind, place.slice(0, 80), value]);
    }
  };
  const dates = [
    'publish_time',
    'pubtime',
    'pubTime',
    'pub_time',
    'pubdate',
    'pub-date',
    'publish-time',
    'publish-date',
    'publish_date',
    'post-date',
    'post_date',
    'article-time',
    'article-date',
    'date-published',
    'entry-date',
  ];
  name('date', dates.flatMap((one) => [`#${one}`, `.${one}`]).join(','));
  name('author', '#js_author_name, [rel~="author"], .byline, .author-name, .article-author');
  name('channel', '#js_name, .profile_nickname');
  const links = all('a[href]', 2_000).flatMap((element): [string, string][] => {
    const address = absolute(attribute(element, 'href'));
    return /^https?:/.test(address) ? [[address, text(element, 200)]] : [];
  });
  return {
    language: attribute(own('documentElement'), 'lang').slice(0, 60),
    metas,
    jsonLd,
    microdata,
    relations,
    times,
    named,
    links,
    frames: all('iframe, frame', 1_000).length,
  };
}
