import type { CDPSession, Protocol } from 'puppeteer';
import type { DrawnByStyle } from '../in-page/letters/read-runs.ts';

type Snapshot = Protocol.DOMSnapshot.CaptureSnapshotResponse;

/** Nodes that are asked for one by one, at most. */
const mostNodes = 1_500;

/** What the page's own scripts cannot read: texts that its style writes, and closed shadow trees. */
export type BeyondScripts = Readonly<{
  /** The browser's own names of nodes in the reader's world: elements with such texts, then elements of closed trees. */
  objects: readonly string[];
  drawn: readonly DrawnByStyle[];
  /** How many were beyond the bound, or could not be had. */
  left: number;
}>;

/** Asks the browser for them. @param context of the world in which the nodes are read */
export async function beyondScripts(session: CDPSession, context: number): Promise<BeyondScripts> {
  const { documents, strings } = await session.send('DOMSnapshot.captureSnapshot', { computedStyles: [] });
  const [page] = documents;
  if (!page) return { objects: [], drawn: [], left: 0 };
  const written = writtenIn(page, strings);
  const owners = [...new Set(written.map(({ owner }) => owner))];
  const wanted = [...owners, ...closedIn(page, strings)];
  const asked = wanted.slice(0, mostNodes);
  const ids = page.nodes.backendNodeId ?? [];
  const found = await Promise.all(asked.map((node) => objectOf(session, ids[node] ?? 0, context)));
  const objects: string[] = [];
  const numbers = new Map<number, number>();
  found.forEach((object, at) => {
    if (object === null) return;
    numbers.set(asked[at] ?? -1, objects.length);
    objects.push(object);
  });
  const drawn = written.flatMap(({ owner, side, text, box }) => {
    const node = numbers.get(owner);
    return node === undefined ? [] : [{ node, side, text, box }];
  });
  return { objects, drawn, left: wanted.length - objects.length };
}

/** The browser's name of a node in a world; null where it is not of it. */
export async function objectOf(
  session: CDPSession,
  backendNodeId: number,
  executionContextId: number,
): Promise<string | null> {
  const asked = session.send('DOM.resolveNode', { backendNodeId, executionContextId });
  return asked.then(
    ({ object }) => object.objectId ?? null,
    () => null,
  );
}

type Written = Omit<DrawnByStyle, 'node'> & { owner: number };

/** Texts of `::before`, `::after` and `::marker` as they are drawn, counters and attributes filled in. */
function writtenIn({ nodes, layout }: Snapshot['documents'][number], strings: readonly string[]): readonly Written[] {
  const sides = new Map(
    (nodes.pseudoType?.index ?? []).map((node, at) => [node, strings[nodes.pseudoType?.value[at] ?? -1]]),
  );
  const found = new Map<number, Written>();
  layout.text.forEach((text, at) => {
    const node = layout.nodeIndex[at] ?? -1;
    const side = sides.get(node);
    const [x = 0, y = 0, width = 0, height = 0] = layout.bounds[at] ?? [];
    const said = strings[text];
    if (!/^(before|after|marker)$/.test(side ?? '') || said === undefined || width <= 0 || height <= 0) return;
    const before = found.get(node);
    const [left, top, right, bottom] = before?.box ?? [x, y, x, y];
    found.set(node, {
      owner: nodes.parentIndex?.[node] ?? -1,
      side: `::${side}`,
      text: (before?.text ?? '') + said,
      box: [Math.min(left, x), Math.min(top, y), Math.max(right, x + width), Math.max(bottom, y + height)],
    });
  });
  return [...found.values()].filter(({ text }) => /[\p{L}\p{N}]/u.test(text));
}

/** Elements in closed shadow trees. */
function closedIn({ nodes }: Snapshot['documents'][number], strings: readonly string[]): readonly number[] {
  const { index = [], value = [] } = nodes.shadowRootType ?? {};
  const pseudo = new Set(nodes.pseudoType?.index ?? []);
  return index.filter(
    (node, at) => strings[value[at] ?? -1] === 'closed' && nodes.nodeType?.[node] === 1 && !pseudo.has(node),
  );
}
