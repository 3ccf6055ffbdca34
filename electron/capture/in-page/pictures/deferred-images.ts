// These functions run inside the captured page, in a world of their own. They are sent as text: nothing from outside.

/** A picture that the page keeps back: where it stands (CSS pixels of the whole page) and which address it names. */
export interface DeferredImage {
  url: string;
  attribute: string;
  selector: string;
  box: { x: number; y: number; width: number; height: number };
}

/**
 * Finds pictures whose address stands in an attribute that only the page's own script reads (WeChat's `data-src` and its
 * like). With `load`, asks for them by the page's own elements, so that the browser sends what the page's referrer policy
 * says, and waits until each is there or has failed.
 */
export async function deferredImages(bounds: {
  load: boolean;
  most: number;
  maxMs: number;
}): Promise<{ images: (DeferredImage & { came: boolean | null })[]; cut: boolean }> {
  const sources = [
    'data-src',
    'data-original',
    'data-actualsrc',
    'data-lazy-src',
    'data-lazyload',
    'data-lazy',
    'data-original-src',
    'data-src-retina',
    'data-echo',
    'data-url',
    'data-img',
    'data-image',
    'zoomfile',
    'file',
  ];
  const sets = ['data-srcset', 'data-lazy-srcset', 'data-original-set'];
  const addressOf = (image: Element): [attribute: string, url: string] | null => {
    for (const attribute of sources) {
      const value = image.getAttribute(attribute)?.trim() ?? '';
      if (value === '' || /\s/.test(value)) continue;
      const url = URL.parse(value, document.baseURI);
      if (url && /^https?:$/.test(url.protocol)) return [attribute, url.href];
    }
    return null;
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
    return parts.join(' > ').toWellFormed().slice(0, 300);
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

  const began = performance.now();
  const waiting: { element: HTMLImageElement; image: DeferredImage & { came: boolean | null } }[] = [];
  let cut = false;
  for (const element of Array.from(document.querySelectorAll('img'))) {
    const set = sets.find((attribute) => (element.getAttribute(attribute) ?? '').trim() !== '');
    const address = addressOf(element);
    const kept = address ?? (set === undefined ? null : ([set, element.getAttribute(set) ?? ''] as const));
    if (!kept) continue;
    const [attribute, url] = kept;
    // The page's own script may have asked for it by now.
    const there = address !== null && [element.currentSrc, element.src].includes(url) && element.naturalWidth > 1;
    if (there || (address === null && element.naturalWidth > 1)) continue;
    if (waiting.length >= bounds.most) {
      cut = true;
      break;
    }
    const image = { url: url.toWellFormed().slice(0, 2_000), attribute, selector: selectorOf(element), came: null };
    waiting.push({ element, image: { ...image, box: boxOf(element) } });
    if (!bounds.load) continue;
    element.loading = 'eager';
    if (set !== undefined) element.srcset = element.getAttribute(set) ?? '';
    else element.removeAttribute('srcset'); // a placeholder there would win over the address
    if (address !== null) element.src = url;
  }
  if (bounds.load) {
    await Promise.all(
      waiting.map(async ({ element, image }) => {
        const late = new Promise<null>((done) =>
          setTimeout(() => done(null), Math.max(0, bounds.maxMs - (performance.now() - began))),
        );
        const came = element.decode().then(
          () => true,
          () => false,
        );
        image.came = await Promise.race([came, late]);
        image.box = boxOf(element);
      }),
    );
  }
  return { images: waiting.map(({ image }) => image), cut };
}
