// This function runs inside the captured page, in a world of its own. It is sent as text: nothing from outside.

/**
 * What tells a wall from a page beside its words: blocks of visible text with their place, fields for credentials, puzzles
 * that are to be solved, pictures. Reading ends after 4,000 pieces of text or 40 ms; `cut` says that it did.
 */
export function readSigns(): {
  blocks: {
    text: string;
    part: 'page' | 'bar' | 'button' | 'field' | 'cover' | 'quote';
    heading: boolean;
    linked: number;
    share: number;
  }[];
  cut: boolean;
  hidden: boolean;
  credentialFields: number;
  puzzles: number;
  media: number;
  codes: number;
} {
  const root: HTMLElement = Reflect.get(Document.prototype, 'documentElement', document); // a form named so hides the document's own
  const began = performance.now();
  const [width, height] = [Math.max(1, innerWidth), Math.max(1, innerHeight)];
  const isShown = (element: Element) => element.checkVisibility({ opacityProperty: true, visibilityProperty: true });
  /** Of the window, in percent. */
  const share = ({ left, top, right, bottom }: DOMRect) => {
    const wide = Math.min(right, width) - Math.max(left, 0);
    const high = Math.min(bottom, height) - Math.max(top, 0);
    return Math.round((Math.max(0, wide) * Math.max(0, high) * 100) / (width * height));
  };
  const outer = (element: Element): Element | null =>
    element.parentElement ?? (element.getRootNode() as Partial<ShadowRoot>).host ?? null;

  // Where an element stands, by what is around it; each element is looked at once.
  type Stand = Readonly<{
    part: 'page' | 'bar' | 'button' | 'field' | 'cover' | 'quote';
    block: Element;
    link: boolean;
  }>;
  const stands = new Map<Element, Stand>();
  let hidden = false;
  const layer = (element: Element, style: CSSStyleDeclaration): 'bar' | 'cover' | null => {
    if (style.position !== 'fixed' && style.position !== 'absolute' && style.position !== 'sticky') return null;
    const rect = element.getBoundingClientRect();
    const covers = share(rect);
    if (covers < 40) return style.position === 'absolute' ? null : 'bar';
    if (style.position === 'sticky') return null;
    const [, alpha = '1'] = /^rgba\(.*,\s*([\d.]+)\)$/.exec(style.backgroundColor) ?? [];
    if (Number(alpha) > 0.9 && covers > 80) hidden = true;
    return 'cover';
  };
  const standOf = (element: Element): Stand => {
    const known = stands.get(element);
    if (known) return known;
    const around = outer(element);
    const above: Stand = around ? standOf(around) : { part: 'page', block: element, link: false };
    const style = getComputedStyle(element);
    const inline = style.display.startsWith('inline') || style.display === 'contents';
    const name = element.localName;
    const role = Element.prototype.getAttribute.call(element, 'role') ?? '';
    const isBar =
      ['nav', 'footer', 'aside'].includes(name) ||
      ['navigation', 'contentinfo', 'complementary', 'banner'].includes(role) ||
      (name === 'header' && above.part === 'page' && element.querySelector('h1, h2, p') === null);
    const isButton = name === 'button' || name === 'option' || role === 'button' || name === 'summary';
    const lies = element === root || element.localName === 'body' ? null : layer(element, style);
    const part =
      above.part === 'bar' || above.part === 'button'
        ? above.part
        : isButton
          ? 'button'
          : isBar || lies === 'bar'
            ? 'bar'
            : (lies ?? (name === 'blockquote' ? 'quote' : above.part));
    const stand: Stand = {
      part,
      block: inline && !isButton ? above.block : element,
      link: above.link || name === 'a',
    };
    stands.set(element, stand);
    return stand;
  };

  type Found = { text: string; part: Stand['part']; element: Element; linked: number; length: number };
  const found: Found[] = [];
  let [pieces, cut] = [0, false];
  const read = (top: Node) => {
    const walker = document.createTreeWalker(top, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
    for (let node = walker.nextNode(); node && !cut; node = walker.nextNode()) {
      if (node instanceof Element) {
        if (node.shadowRoot) read(node.shadowRoot);
        if (node.localName === 'br') {
          const last = found.at(-1);
          if (last) last.text += '\n';
        }
        continue;
      }
      const text = (node.nodeValue ?? '').replace(/\s+/g, ' ');
      const parent = node.parentElement ?? (node.getRootNode() as Partial<ShadowRoot>).host;
      if (text === '' || !parent || ['script', 'style', 'noscript', 'template', 'title'].includes(parent.localName))
        continue;
      pieces += 1;
      if (pieces > 4_000 || (pieces % 50 === 0 && performance.now() - began > 40)) cut = true;
      if (text === ' ') {
        const last = found.at(-1);
        if (last && !last.text.endsWith(' ') && !last.text.endsWith('\n')) last.text += ' ';
        continue;
      }
      if (!isShown(parent)) continue;
      const { part, block, link } = standOf(parent);
      let last = found.at(-1);
      if (last?.element !== block) found.push((last = { text: '', part, element: block, linked: 0, length: 0 }));
      if (last.text.length < 1_000) last.text += text;
      last.length += text.trim().length;
      if (link) last.linked += text.trim().length;
    }
  };
  read(root);

  const sizes = found.map(({ element }) => parseFloat(getComputedStyle(element).fontSize) || 0);
  const largest = Math.max(0, ...sizes);
  const blocks = found
    .filter(({ text }) => text.trim() !== '')
    .slice(0, 600)
    .map(({ text, part, element, linked, length }) => ({
      text: text.trim().slice(0, 1_000),
      part: part,
      heading:
        element.closest('h1, h2, h3') !== null ||
        ((parseFloat(getComputedStyle(element).fontSize) || 0) >= 20 &&
          parseFloat(getComputedStyle(element).fontSize) === largest),
      linked: length === 0 ? 0 : Math.round((Math.min(linked, length) * 100) / length),
      share: share(element.getBoundingClientRect()),
    }));

  const shown = (selector: string) =>
    Array.from(root.querySelectorAll<HTMLElement>(selector))
      .slice(0, 200)
      .filter((element) => {
        const rect = element.getBoundingClientRect();
        return rect.width > 8 && rect.height > 8 && isShown(element);
      });
  for (const field of shown('input, textarea')) {
    const said =
      Element.prototype.getAttribute.call(field, 'placeholder') ??
      (field.matches('[type=submit], [type=button]') ? Element.prototype.getAttribute.call(field, 'value') : null);
    if (said !== null && said.trim() !== '')
      blocks.push({ text: said.trim().slice(0, 60), part: 'field', heading: false, linked: 0, share: 0 });
  }
  const makers = ['recaptcha', 'hcaptcha', 'challenges.cloudflare', 'captcha', 'geetest', 'turnstile', 'arkoselabs'];
  const maker = [...makers.map((one) => `[src*="${one}"]`), ...makers.map((one) => `[class*="${one}"]`)].join(',');
  const large = shown('img, video, canvas, iframe, object, embed, svg').filter((element) => {
    const rect = element.getBoundingClientRect();
    return rect.width >= 120 && rect.height >= 120 && !element.matches(maker) && !element.closest(maker);
  });
  const isCode = (element: HTMLElement) => {
    const rect = element.getBoundingClientRect();
    return (
      Math.abs(rect.width - rect.height) <= 4 && rect.width <= 320 && !element.matches('video, iframe, object, embed')
    );
  };
  return {
    blocks,
    cut,
    hidden,
    credentialFields: shown('input[type="password"], input[type="tel"], input[autocomplete="username"]').length,
    puzzles: shown(
      makers.map((one) => `iframe[src*="${one}"], div[class*="${one}"], div[id*="${one}"]`).join(','),
    ).filter((element) => element.getBoundingClientRect().width > 150).length,
    media: large.length,
    codes: large.filter(isCode).length,
  };
}
