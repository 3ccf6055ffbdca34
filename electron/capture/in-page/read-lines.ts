// This function runs inside the captured page, in a world of its own. It is sent as text: nothing from outside.

/**
 * The lines that the page shows, in the document's order, with the elements that they lie in; large pictures stand between
 * them. And the elements whose own name or type says that they hold a date, an author or an account. Nothing is chosen here.
 * What is not displayed, wholly transparent or outside the page is no line.
 */
export function readLines(): {
  nodes: [parent: number, label: string][];
  lines: { node: number; text: string; length: number; linked: number; box: [number, number, number, number] }[];
  marks: { kind: string; source: string; value: string; text: string; node: number; line: number | null }[];
} {
  const [mostSteps, mostLines, mostMarks, longest] = [80_000, 2_500, 400, 400];
  const own = <K extends 'documentElement' | 'body'>(name: K): Document[K] =>
    Reflect.get(Document.prototype, name, document);
  const root = own('documentElement');
  const attribute = (element: Element, name: string) => Element.prototype.getAttribute.call(element, name) ?? '';
  const nodes: [parent: number, label: string][] = [];
  const numbers = new Map<Element, number>();
  const numberOf = (element: Element): number => {
    const chain: Element[] = [];
    let at: Element | null = element;
    while (at && !numbers.has(at)) {
      chain.push(at);
      at = at.parentElement;
    }
    let parent = at ? (numbers.get(at) ?? -1) : -1;
    for (const one of chain.reverse()) {
      const classes = attribute(one, 'class').trim().split(/\s+/).filter(Boolean);
      const id = attribute(one, 'id');
      const label = `${one.localName}${id ? `#${id}` : ''}${classes.map((name) => `.${name}`).join('')}`;
      nodes.push([parent, label.toLowerCase().slice(0, 120)]);
      parent = nodes.length - 1;
      numbers.set(one, parent);
    }
    return parent;
  };

  const shown = new Map<Element, boolean>();
  const isShown = (element: Element): boolean => {
    const known = shown.get(element);
    if (known !== undefined) return known;
    const is = element.checkVisibility({ opacityProperty: true, visibilityProperty: true });
    shown.set(element, is);
    return is;
  };
  const holders = new Map<Element, Element>();
  const holderOf = (element: Element): Element => {
    let at = element;
    while (at.parentElement && /^(inline|contents|ruby)/.test(getComputedStyle(at).display)) at = at.parentElement;
    holders.set(element, at);
    return at;
  };
  const bounds = own('documentElement');
  const outside = ({ left, right, bottom, width, height }: DOMRect) =>
    width <= 0 || height <= 0 || right + scrollX <= 0 || bottom + scrollY <= 0 || left + scrollX > bounds.scrollWidth;
  /** One pixel that cuts off the rest: words for screen readers. */
  const cutOff = (element: Element) => {
    const { width, height } = element.getBoundingClientRect();
    return (width <= 1 || height <= 1) && getComputedStyle(element).overflow !== 'visible';
  };

  const lines: ReturnType<typeof readLines>['lines'] = [];
  const marks: ReturnType<typeof readLines>['marks'] = [];
  let waiting: { element: Element; mark: (typeof marks)[number] }[] = [];
  let open: { holder: Element; line: (typeof lines)[number]; right: number; top: number } | null = null;
  const plain = (text: string) => text.replace(/\s+/g, ' ');
  const boxOf = (element: Element): [number, number, number, number] => {
    const { left, top, width, height } = element.getBoundingClientRect();
    return [Math.round(left + scrollX), Math.round(top + scrollY), Math.round(width), Math.round(height)];
  };

  const addText = (node: Text, parent: Element) => {
    const text = plain(node.data);
    if (text.trim() === '') {
      if (open) open.line.text += ' ';
      return;
    }
    if (/^(script|style|noscript|template|textarea|option|title)$/.test(parent.localName) || !isShown(parent)) return;
    const range = document.createRange();
    range.selectNodeContents(node);
    const rect = range.getBoundingClientRect();
    const holder = holders.get(parent) ?? holderOf(parent);
    if (outside(rect) || cutOff(holder) || cutOff(parent)) return;
    if (open?.holder !== holder) {
      const box = boxOf(holder);
      box[1] = Math.round(rect.top + scrollY);
      box[3] = Math.round(rect.height);
      open = {
        holder,
        line: { node: numberOf(holder), text: '', length: 0, linked: 0, box },
        right: -Infinity,
        top: 0,
      };
      lines.push(open.line);
    } else if (rect.left - open.right > 2 || rect.top > open.top + 2) open.line.text += ' ';
    const [line] = [open.line];
    open.right = rect.right;
    open.top = rect.top;
    line.box[3] = Math.max(line.box[3], Math.round(rect.bottom + scrollY) - line.box[1]);
    line.length += text.length;
    if (parent.closest('a[href]')) line.linked += text.trim().length;
    if (line.text.length < longest) line.text += text;
    for (const { element, mark } of waiting) if (element.contains(node)) mark.line ??= lines.length - 1;
    waiting = waiting.filter(({ element }) => element.contains(node));
  };

  const dateName =
    /(^|[-_\s])(date|datetime|time|timestamp|pub_?time|pub_?date|pub|published|publish|posted|datum|fecha)($|[-_\s])|pubtime|publishtime|posttime|post-?date/i;
  const authorName =
    /(^|[-_\s])(author|authors|byline|writer|auteur|autor|by-?author|author-?name|js_author_name)($|[-_\s])|articleauthor|authorname/i;
  const addMarks = (element: Element) => {
    const property = attribute(element, 'itemprop');
    const names = `${attribute(element, 'class')} ${attribute(element, 'id')}`;
    const classes = attribute(element, 'class').trim().split(/\s+/).filter(Boolean);
    const id = attribute(element, 'id');
    const named = (id ? `#${id}` : classes.length > 0 ? `.${classes.join('.')}` : element.localName).slice(0, 80);
    const text = () =>
      plain((element as Partial<HTMLElement>).innerText ?? element.textContent)
        .trim()
        .slice(0, 300);
    const add = (kind: string, said: string, value: string) => {
      const mark = {
        kind,
        source: said,
        value: plain(value).trim().slice(0, 300),
        text: text(),
        node: numberOf(element),
        line: null,
      };
      if (mark.value === '') return;
      marks.push(mark);
      waiting.push({ element, mark });
    };
    if (/^(datePublished|dateModified|author|headline)$/i.test(property) && element.localName !== 'meta') {
      const scope = element.parentElement?.closest('[itemscope]');
      const person = element.querySelector('[itemprop~="name"]');
      const value = attribute(element, 'content') || attribute(element, 'datetime') || text();
      add(
        'microdata',
        `${scope ? (attribute(scope, 'itemtype').split('/').at(-1) ?? '') : ''}.${property}`,
        person
          ? attribute(person, 'content') ||
              (text.call(null) && plain((person as Partial<HTMLElement>).innerText ?? person.textContent))
          : value,
      );
    }
    if (element.localName === 'time') {
      const said = element.hasAttribute('pubdate')
        ? 'time pubdate'
        : element.closest('article')
          ? 'article time'
          : 'time';
      add('time', said, attribute(element, 'datetime') || text());
    } else if (dateName.test(names)) add('date', named, text());
    if (/(^|\s)author(\s|$)/i.test(attribute(element, 'rel')) || authorName.test(names)) add('author', named, text());
    if (id === 'js_name' || classes.includes('profile_nickname')) add('channel', named, text());
  };

  const walker = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
  for (let steps = 0, node: Node | null = root; node && steps < mostSteps && lines.length < mostLines; steps++) {
    if (node instanceof Text && node.parentElement) addText(node, node.parentElement);
    else if (node instanceof Element) {
      if (node.localName === 'br') open = null;
      else if (/^(img|picture|video|iframe|canvas|svg)$/.test(node.localName) && isShown(node)) {
        const box = boxOf(node);
        if (box[2] >= 100 && box[3] >= 60) {
          lines.push({ node: numberOf(node), text: '', length: 0, linked: 0, box });
          open = null;
        }
      }
      if (marks.length < mostMarks) addMarks(node);
    }
    node = walker.nextNode();
  }
  for (const line of lines) line.text = plain(line.text).trim().slice(0, longest);
  return { nodes, lines, marks };
}
