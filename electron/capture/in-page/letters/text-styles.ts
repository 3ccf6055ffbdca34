// This function runs inside the captured page, in a world of its own. It is sent as text: nothing from outside.

import type { WornFont } from '../fonts/read-fonts.ts';

type Box = Readonly<{ left: number; top: number; right: number; bottom: number }>;

/** What style does to text, for whoever reads a page's runs in the same world. */
export interface TextStyles {
  /** How opaque a colour is as a style says it, 0 to 1. */
  alphaOf(colour: string): number;
  /** A piece of a text node as its style shows it: white space collapsed, in the letters that are asked for. */
  shown(text: string, style: CSSStyleDeclaration): string;
  /** What parts two lines of one node at a unit of its data: 0 nothing, 1 white space, 3 an end of line that is kept. */
  gapAt(data: string, at: number, style: CSSStyleDeclaration): number;
  /** The colour of letters of which nothing else is drawn; null where there is no such colour. */
  colourOf(style: CSSStyleDeclaration): [red: number, green: number, blue: number] | null;
  /** Whether nothing is drawn in the colour of an element's letters, nor round them. */
  isTransparent(holder: Element, style: CSSStyleDeclaration): boolean;
  /** Whether dots are drawn in place of letters. */
  isDotted(style: CSSStyleDeclaration): boolean;
  /** Whether letters are drawn once more beside themselves. */
  castsFar(style: CSSStyleDeclaration): boolean;
  /** Whether filters of an element, or of what is around it, frames included, blur letters of its size beyond reading. */
  isBlurred(element: Element, style: CSSStyleDeclaration): boolean;
  /** Whether an element and all around it are drawn at their own size and upright, so that inner places add up. */
  isPlain: (element: Element) => boolean;
  /** What two boxes share. */
  meet: (a: Box, b: Box) => Box;
  /** The texts in a `content`, with the attributes that it names; counters are left out. */
  writtenBy(element: Element, content: string): string;
  /** Remembers a text where a font of the page's own may draw it; `at` is its run, -1 where it has none. */
  wear(page: Document, text: string, style: CSSStyleDeclaration, at: number): void;
}

/** Puts them into the world's own global object, as `fascicleStyles`, and the texts remembered, as `fascicleFonts`. */
export function textStyles(): void {
  const alphas = new Map<string, number>();
  const worn: WornFont[] = [];
  const brought = new Map<Document, readonly string[]>();
  const broughtBy = (page: Document): readonly string[] => {
    const known = brought.get(page);
    if (known) return known;
    const loaded = Array.from(page.fonts).filter(({ status }) => status === 'loaded');
    const names = [...new Set(loaded.map(({ family }) => family.replace(/^["']|["']$/g, '').toLowerCase()))];
    brought.set(page, names);
    return names;
  };
  /** What an element is drawn in; null at the root of its document. */
  const aroundOf = (element: Element): Element | null =>
    element.assignedSlot ?? element.parentElement ?? (element.getRootNode() as Partial<ShadowRoot>).host ?? null; // of roots only a shadow root has one
  /** Letters are not read any more where their edges run over so large a share of their size. */
  const blurredFrom = 0.2;
  const blurs = new Map<Element, number>();
  /** How far what an element draws is blurred, in pixels. */
  const blurOf = (element: Element): number => {
    const known = blurs.get(element);
    if (known !== undefined) return known;
    const view = element.ownerDocument.defaultView;
    const { filter = 'none' } = view?.getComputedStyle(element) ?? {};
    const own = Array.from(filter.matchAll(/blur\(([\d.]+)px\)/g)).reduce((all, [, radius]) => all + Number(radius), 0);
    const around = aroundOf(element) ?? view?.frameElement;
    const blur = own + (around ? blurOf(around) : 0);
    blurs.set(element, blur);
    return blur;
  };
  const styles: TextStyles = {
    alphaOf(colour) {
      const known = alphas.get(colour);
      if (known !== undefined) return known;
      // The browser writes new notations as they came.
      const [, ofRgb] = /^rgba?\([^,]*,[^,]*,[^,)]*(?:,\s*([\d.]+))?\)$/.exec(colour) ?? [];
      const [, share] = /\/\s*([\d.]+)\)$/.exec(colour) ?? [];
      const alpha = Number(ofRgb ?? share ?? 1);
      alphas.set(colour, alpha);
      return alpha;
    },
    shown(text, style) {
      const spaced = style.whiteSpaceCollapse === 'preserve' ? text : text.replace(/[ \t\n\r\f]+/g, ' ').trim();
      if (style.textTransform === 'uppercase') return spaced.toUpperCase();
      if (style.textTransform === 'capitalize')
        return spaced.replace(/(?<![\p{L}\p{N}'’])\p{Ll}/gu, (letter) => letter.toUpperCase());
      return style.textTransform === 'lowercase' ? spaced.toLowerCase() : spaced;
    },
    gapAt(data, at, { whiteSpaceCollapse }) {
      const isSpace = (unit: string | undefined) => unit !== undefined && ' \t\n\r\f'.includes(unit);
      let [from, to] = [at, at];
      while (isSpace(data[from - 1])) from -= 1;
      while (isSpace(data[to])) to += 1;
      if (whiteSpaceCollapse !== 'collapse' && data.slice(from, to).includes('\n')) return 3;
      return to > from && !/^(preserve|break-spaces)$/.test(whiteSpaceCollapse) ? 1 : 0;
    },
    colourOf({ webkitTextFillColor, textShadow, webkitTextStrokeWidth }) {
      const [, red, green, blue] = /^rgba?\((\d+), (\d+), (\d+)/.exec(webkitTextFillColor) ?? [];
      const alone = textShadow === 'none' && parseFloat(webkitTextStrokeWidth) === 0;
      if (blue === undefined || !alone || styles.alphaOf(webkitTextFillColor) < 0.5) return null;
      return [Number(red), Number(green), Number(blue)];
    },
    isTransparent(holder, { webkitTextFillColor, webkitTextStrokeWidth, webkitTextStrokeColor, textShadow }) {
      if (styles.alphaOf(webkitTextFillColor) > 0.03 || textShadow !== 'none') return false;
      if (parseFloat(webkitTextStrokeWidth) > 0 && styles.alphaOf(webkitTextStrokeColor) > 0.03) return false;
      const view = holder.ownerDocument.defaultView;
      for (let one: Element | null = holder; one && view; one = one.assignedSlot ?? one.parentElement)
        if (view.getComputedStyle(one).backgroundClip.includes('text')) return false; // a picture shines through the letters
      return true;
    },
    isDotted(style) {
      const security: unknown = Reflect.get(style, 'webkitTextSecurity');
      return security !== 'none' && security !== undefined;
    },
    castsFar: ({ textShadow, fontSize }) =>
      Array.from(textShadow.matchAll(/(-?[\d.]+)px (-?[\d.]+)px/g)).some(
        ([, x, y]) => Math.max(Math.abs(Number(x)), Math.abs(Number(y))) > parseFloat(fontSize) / 4,
      ),
    isBlurred: (element, { fontSize }) => blurOf(element) >= parseFloat(fontSize) * blurredFrom,
    isPlain: (element) => {
      for (let one: Element | null = element; one; one = aroundOf(one)) {
        const style = one.ownerDocument.defaultView?.getComputedStyle(one);
        if (!style || style.rotate !== 'none' || style.scale !== 'none') return false;
        if (!['1', 'normal', ''].includes(style.zoom)) return false;
        if (style.transform !== 'none' && !/^matrix\(1, 0, 0, 1, /.test(style.transform)) return false;
      }
      return true;
    },
    meet: (a, b) => ({
      left: Math.max(a.left, b.left),
      top: Math.max(a.top, b.top),
      right: Math.min(a.right, b.right),
      bottom: Math.min(a.bottom, b.bottom),
    }),
    writtenBy(element, content) {
      const quoted = content.replace(/attr\(\s*([\w-]+)[^)]*\)/g, (_, name: string) => {
        return JSON.stringify(element.getAttribute(name) ?? '');
      });
      return Array.from(quoted.matchAll(/"((?:[^"\\]|\\.)*)"/g), ([, one = '']) => one).join('');
    },
    wear(page, text, style, at) {
      const names = broughtBy(page);
      if (names.length === 0) return;
      const { fontStyle, fontWeight, fontStretch, fontFamily } = style;
      const families = fontFamily.toLowerCase();
      if (!names.some((one) => families.includes(one))) return;
      worn.push({ page, style: [fontStyle, fontWeight, fontStretch].join('|'), families: fontFamily, text, at });
    },
  };
  Reflect.set(globalThis, 'fascicleStyles', styles);
  Reflect.set(globalThis, 'fascicleFonts', worn);
}
