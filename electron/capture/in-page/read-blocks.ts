// This function runs inside the captured page, in a world of its own. It is sent as text: nothing from outside.

/**
 * The blocks that a page break should leave whole, by their top and bottom in CSS pixels from where the page's first window
 * begins: what a reader takes in at once, as a paragraph, a comment with its speaker, a row of a table, a card. A heading
 * goes on into the first line of what it heads. `figures` are pictures and what is drawn as one.
 *
 * @param bounds `tallest` block and figure, CSS pixels: a taller one may be parted; how many are given at most
 */
export function readBlocks(bounds: { tallest: number; tallestFigure: number; most: number; maxMs: number }): {
  blocks: [top: number, bottom: number][];
  figures: [top: number, bottom: number][];
} {
  const began = performance.now();
  const blocks: [number, number][] = [];
  const figures: [number, number][] = [];
  const pictured = /^(img|svg|canvas|video|iframe|frame|object|embed|figure)$/;
  const headed = /^(h[1-6]|dt|caption|legend|summary)$/;
  const firstLine = 40;
  const shortest = 8;
  const look = (root: ParentNode): void => {
    for (const element of root.querySelectorAll('*')) {
      if (blocks.length + figures.length >= bounds.most || performance.now() - began > bounds.maxMs) return;
      if (element.shadowRoot) look(element.shadowRoot);
      if (element instanceof SVGElement && element.localName !== 'svg') continue;
      const { width, height, top } = element.getBoundingClientRect();
      const figure = pictured.test(element.localName);
      if (width < shortest || height < shortest || height > (figure ? bounds.tallestFigure : bounds.tallest)) continue;
      const { display, position, visibility } = getComputedStyle(element);
      if (position === 'fixed' || position === 'sticky' || visibility !== 'visible') continue;
      const from = top + window.scrollY;
      if (figure) figures.push([from, from + height]);
      else if (!/^(inline|contents|ruby|none)$/.test(display))
        blocks.push([from, from + height + (headed.test(element.localName) ? firstLine : 0)]);
    }
  };
  look(document);
  return { blocks, figures };
}
