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
  /** The same of each frame in the document, by the browser's name of the frame: those that are read apart have their own. */
  leftIn: ReadonlyMap<string, number>;
}>;

/**
 * Asks the browser for them, in a document and in the frames that its process draws.
 *
 * @param context of the world in which the nodes are read @param frame the browser's name of the document's own frame
 */
export async function beyondScripts(session: CDPSession, context: number, frame: string): Promise<BeyondScripts> {
  const { documents, strings } = await session.send('DOMSnapshot.captureSnapshot', { computedStyles: [] });
  const found = documents.map((one) => {
    const ids = one.nodes.backendNodeId ?? [];
    const written = writtenIn(one, strings).map((text) => ({ ...text, owner: ids[text.owner] ?? 0 }));
    const closed = closedIn(one, strings).map((node) => ids[node] ?? 0);
    return {
      of: strings[one.frameId] ?? '',
      written,
      nodes: [...new Set(written.map(({ owner }) => owner)), ...closed],
    };
  });
  const own = found.filter(({ of }) => of === frame);
  const all = [...own, ...found.filter(({ of }) => of !== frame)];
  const asked = all.flatMap(({ nodes }) => nodes).slice(0, mostNodes);
  const names = await Promise.all(asked.map((node) => objectOf(session, node, context)));
  const objects: string[] = [];
  const numbers = new Map<number, number>();
  names.forEach((object, at) => {
    if (object === null) return;
    numbers.set(asked[at] ?? -1, objects.length);
    objects.push(object);
  });
  const drawn = all.flatMap(({ written }) =>
    written.flatMap(({ owner, side, text, box }) => {
      const node = numbers.get(owner);
      return node === undefined ? [] : [{ node, side, text, box }];
    }),
  );
  const missing = ({ nodes }: (typeof found)[number]) => nodes.filter((node) => !numbers.has(node)).length;
  const left = own.reduce((sum, one) => sum + missing(one), 0);
  const leftIn = new Map(found.filter(({ of }) => of !== frame).map((one) => [one.of, missing(one)]));
  return { objects, drawn, left, leftIn };
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
