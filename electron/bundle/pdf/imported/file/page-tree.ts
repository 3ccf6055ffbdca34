import {
  PDFArray,
  PDFDict,
  PDFName,
  PDFPageLeaf,
  PDFPageTree,
  PDFRef,
  type PDFDocument,
  type PDFObject,
} from '@cantoo/pdf-lib';

const inherited = ['Resources', 'MediaBox', 'CropBox', 'Rotate'].map((name) => PDFName.of(name));
const [kidsKey, parentKey, typeKey] = [PDFName.of('Kids'), PDFName.of('Parent'), PDFName.of('Type')];
const deepest = 100;

/**
 * Settles a document's page tree as it is gone through from its root by `Kids` (ISO 32000-1 §7.7.3): what has kids is a
 * node and all else a page, where it does not say what it is; and each inherits from the node that lists it. The library
 * goes by `Type` and `Parent` alone, as some viewers do.
 *
 * @returns how many pages would have another size, turn or resources by the parent that they name
 */
export function settlePageTree({ catalog, context }: PDFDocument): number {
  const root = catalog.get(PDFName.of('Pages'));
  const settled: { one: PDFDict; byName: Inherited; listedBy: PDFRef | null }[] = [];
  const seen = new Set<PDFRef>();
  const open: { ref: PDFRef; listedBy: PDFRef | null }[] =
    root instanceof PDFRef ? [{ ref: root, listedBy: null }] : [];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { ref, listedBy } = next;
    const found = context.lookup(ref);
    if (seen.has(ref) || !(found instanceof PDFDict)) continue;
    seen.add(ref);
    const one = ofItsKind(found);
    if (one !== found) context.assign(ref, one);
    settled.push({ one, byName: inheritedBy(one), listedBy });
    const kids = one instanceof PDFPageTree ? one.lookup(kidsKey) : undefined;
    for (const kid of kids instanceof PDFArray ? kids.asArray() : [])
      if (kid instanceof PDFRef) open.push({ ref: kid, listedBy: ref });
  }
  for (const { one, listedBy } of settled) {
    if (listedBy === null) one.delete(parentKey);
    else one.set(parentKey, listedBy);
  }
  return settled.filter(
    ({ one, byName }) => !(one instanceof PDFPageTree) && inheritedBy(one).some((value, at) => value !== byName[at]),
  ).length;
}

type Inherited = readonly (PDFObject | undefined)[];

function ofItsKind(found: PDFDict): PDFDict {
  if (found instanceof PDFPageTree || found instanceof PDFPageLeaf) return found;
  const isNode = found.lookup(kidsKey) instanceof PDFArray;
  const entries = new Map(found.entries()).set(typeKey, PDFName.of(isNode ? 'Pages' : 'Page'));
  return (isNode ? PDFPageTree : PDFPageLeaf).fromMapWithContext(entries, found.context);
}

/** What it has, or the nearest of those that are called its parent. */
function inheritedBy(one: PDFDict): Inherited {
  return inherited.map((key) => {
    let at: PDFObject | undefined = one;
    for (let depth = 0; at instanceof PDFDict && depth < deepest; depth++) {
      const value: PDFObject | undefined = at.lookup(key);
      if (value !== undefined) return value;
      at = at.lookup(parentKey);
    }
    return undefined;
  });
}
