// These functions run inside the captured page, in a world of their own. They are sent as text: nothing from outside.

import type { MarkedRun, ShownControl } from './measure-letters.ts';

/**
 * Draws some of the runs that were read before with letters that are wholly transparent. Nothing else changes: neither the
 * layout nor the document, but for the style of a form field, which it is given back; frames that cannot be read from here are
 * not drawn at all.
 *
 * @param holders numbers of such frames @returns how many could be hidden
 */
export function hideRuns({ numbers, holders }: { numbers: readonly number[]; holders: readonly number[] }): number {
  const marks = Reflect.get(globalThis, 'fascicleRuns') as (MarkedRun | null)[] | undefined;
  const name = 'fascicle-hidden';
  const clear = [
    'color',
    '-webkit-text-fill-color',
    '-webkit-text-stroke-color',
    'background-color',
    'text-decoration-color',
  ].map((property) => `${property}:transparent`);
  const rule = `::highlight(${name}){${clear.join(';')};text-shadow:none}`;
  const roots = new Set<Node>();
  const ranges = new Map<Window & typeof globalThis, Range[]>();
  let count = 0;
  const controls = Reflect.get(globalThis, 'fascicleControls') as Map<number, ShownControl> | undefined;
  const frames = (Reflect.get(globalThis, 'fascicleFrames') as HTMLElement[] | undefined) ?? [];
  const styled: [HTMLElement, string | null][] = [];
  const dress = (element: HTMLElement | undefined, property: string, value: string) => {
    if (!element) return;
    styled.push([element, element.getAttribute('style')]);
    element.style.setProperty(property, value, 'important');
    count += 1;
  };
  for (const at of holders) dress(frames[at], 'visibility', 'hidden');
  for (const at of numbers) {
    dress(controls?.get(at)?.element, '-webkit-text-fill-color', 'transparent');
    const mark = marks?.[at];
    const view = mark?.node.ownerDocument.defaultView;
    if (!mark || !view) continue;
    const range = mark.node.ownerDocument.createRange();
    range.setStart(mark.node, mark.from);
    range.setEnd(mark.node, mark.to);
    ranges.set(view, [...(ranges.get(view) ?? []), range]);
    roots.add(mark.node.getRootNode()).add(mark.node.ownerDocument);
    count += 1;
  }
  for (const root of roots) {
    const holder = root as Document | ShadowRoot;
    const view = (root.ownerDocument ?? (root as Document)).defaultView;
    if (!view) continue;
    const sheet = new view.CSSStyleSheet();
    sheet.replaceSync(rule);
    holder.adoptedStyleSheets = [...holder.adoptedStyleSheets, sheet];
  }
  for (const [view, some] of ranges) {
    const highlight = new view.Highlight(...some);
    highlight.priority = 1_000_000;
    view.CSS.highlights.set(name, highlight);
  }
  const undo = () => {
    for (const [element, style] of styled)
      if (style === null) element.removeAttribute('style');
      else element.setAttribute('style', style);
    for (const view of ranges.keys()) view.CSS.highlights.delete(name);
    for (const root of roots) {
      const holder = root as Document | ShadowRoot;
      holder.adoptedStyleSheets = holder.adoptedStyleSheets.slice(0, -1);
    }
  };
  Reflect.set(globalThis, 'fascicleUndo', undo);
  return count;
}

/** Draws them again. */
export function showRuns(): void {
  (Reflect.get(globalThis, 'fascicleUndo') as (() => void) | undefined)?.();
}
/** The number of a frame's element among those that were met just before and whose documents cannot be read; or -1. */
export function frameNumber(_: null, holder: Element): number {
  return ((Reflect.get(globalThis, 'fascicleFrames') as Element[] | undefined) ?? []).indexOf(holder);
}
