// These functions run inside the captured page, in a world of their own. They are sent as text: nothing from outside.

/** A condition that was written otherwise: how it was written, and how it is. */
type Written = [of: MediaList, own: string, scripted: string];

/**
 * Binds a document to what it is with scripts, before they are stopped: the browser would at once draw what it has for readers
 * without scripts. Conditions on scripts (Media Queries Level 5, 9.1) are written as what they are now, in rules alone and not
 * in the document; `noscript` is drawn nowhere. Open shadow trees belong to it; frames are asked one by one.
 *
 * @returns of how many sheets of others the rules may not be read, or not all
 */
export function bindToScripts({ most }: { most: number }): number {
  const written: Written[] = (Reflect.get(globalThis, 'fascicleWritten') as Written[] | undefined) ?? [];
  Reflect.set(globalThis, 'fascicleWritten', written);
  const condition = /\(\s*scripting\s*(?::\s*([a-z-]+)\s*)?\)/gi;
  let unread = 0;
  let left = most;
  const ask = (media: MediaList): void => {
    const own = media.mediaText;
    if (!own.includes('scripting')) return;
    const scripted = own.replaceAll(condition, (_, value: string | undefined) =>
      value === undefined || value.toLowerCase() === 'enabled' ? '(min-width: 0px)' : '(width < 0px)',
    );
    if (scripted === own) return;
    media.mediaText = scripted;
    written.push([media, own, media.mediaText]);
  };
  const rulesOf = (rules: CSSRuleList): void => {
    for (const rule of Array.from(rules)) {
      left -= 1;
      if (left < 0) return;
      const { media, cssRules, styleSheet } = rule as Partial<CSSMediaRule & CSSImportRule>;
      if (media instanceof MediaList) ask(media);
      if (cssRules && cssRules.length > 0) rulesOf(cssRules);
      if (styleSheet) sheet(styleSheet);
    }
  };
  const sheet = (one: CSSStyleSheet): void => {
    ask(one.media);
    const owner = one.ownerNode;
    if (owner instanceof HTMLStyleElement && !/scripting|@import/i.test(owner.textContent)) return;
    try {
      rulesOf(one.cssRules);
      if (left < 0) unread += 1;
    } catch {
      unread += 1; // of another site, which does not let them be read
    }
  };
  const hidden = (Reflect.get(globalThis, 'fascicleHidden') as CSSStyleSheet | undefined) ?? new CSSStyleSheet();
  Reflect.set(globalThis, 'fascicleHidden', hidden);
  hidden.replaceSync('noscript{display:none!important}');
  const look = (root: Document | ShadowRoot): void => {
    for (const one of Array.from(root.styleSheets)) sheet(one);
    for (const one of Array.from(root.adoptedStyleSheets)) sheet(one);
    const elements = Array.from(root.querySelectorAll('*'));
    const isHidden = root.adoptedStyleSheets.includes(hidden);
    if (!isHidden && elements.some(({ localName }) => localName === 'noscript'))
      root.adoptedStyleSheets = [...root.adoptedStyleSheets, hidden];
    for (const { shadowRoot } of elements) if (shadowRoot) look(shadowRoot);
  };
  look(document);
  return unread;
}

/** Writes the document's conditions as they were, or once more as they are with scripts. @returns how many there are */
export function writeConditions(own: boolean): number {
  const written = (Reflect.get(globalThis, 'fascicleWritten') as Written[] | undefined) ?? [];
  for (const [media, asWas, scripted] of written) media.mediaText = own ? asWas : scripted;
  return written.length;
}

/** Where the first 5,000 elements of the document stand, in whole CSS pixels; nothing of their colours. */
export function whereAllStands(): string {
  const all: string[] = [];
  for (const element of Array.from(document.querySelectorAll('*')).slice(0, 5_000)) {
    const { left, top, width, height } = element.getBoundingClientRect();
    all.push([left, top, width, height].map(Math.round).join(' '));
  }
  return all.join();
}
