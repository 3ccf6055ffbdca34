// This function runs inside the captured page, in a world of its own. It is sent as text: nothing from outside.

/**
 * Remembers where the elements stand that hold text, and the frames, from where the page's first window begins: what moves
 * afterwards is not where the picture shows it. They stay in the world's own global object.
 */
export function rememberPositions(mostElements: number): void {
  const positions = new Map<Node, [left: number, top: number]>();
  const remember = (element: Element): void => {
    if (positions.has(element) || positions.size >= mostElements) return;
    const { left, top } = element.getBoundingClientRect();
    positions.set(element, [left + scrollX, top + scrollY]);
  };
  const readTree = (root: Node): void => {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (node instanceof Text) {
        if (node.parentElement && node.data.trim() !== '') remember(node.parentElement);
      } else if (node instanceof Element) {
        if (node.localName === 'iframe') remember(node);
        if (node.shadowRoot) readTree(node.shadowRoot);
      }
    }
  };
  readTree(document);
  Reflect.set(globalThis, 'fasciclePositions', positions);
}
