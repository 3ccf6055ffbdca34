// This function runs inside the captured page, in a world of its own. It is sent as text: nothing from outside.

/**
 * The addresses of pictures that the page asked for and that did not come: of the document, of what its open shadow trees
 * hold, and of frames that it may look into.
 */
export function failedPictures(most: number): readonly string[] {
  const found = new Set<string>();
  const look = (root: Document | ShadowRoot): void => {
    for (const element of Array.from(root.querySelectorAll('*'))) {
      if (element.localName === 'img') {
        const { complete, naturalWidth, currentSrc } = element as HTMLImageElement;
        // An asterisk would stand for other addresses where they are named to the browser.
        if (complete && naturalWidth === 0 && /^https?:[^*]+$/.test(currentSrc) && found.size < most)
          found.add(currentSrc);
      }
      if (element.shadowRoot) look(element.shadowRoot);
      const inner = element.localName === 'iframe' ? (element as HTMLIFrameElement).contentDocument : null; // null for another origin's
      if (inner) look(inner);
    }
  };
  look(document);
  return [...found];
}
