import type { Manifest } from '../verify/package/manifest.ts';

/** A bundle filed before, as far as one that adds to it must know: its last page, and where its exhibits stand. */
export type ReissuedCatalogue = Readonly<{
  manifestSha256: string;
  /** Last content entry of the log that it was built from. */
  custody: Manifest['custody'];
  /** Kinds of pages that it has. */
  kinds: ReadonlySet<string>;
  lastPage: number;
  /** Volumes filed so far. */
  volume: number;
  exhibits: ReadonlyMap<string, FiledExhibit>;
  /** Numbers that the newest report of the case gave, by the item. */
  reported: ReadonlyMap<string, string>;
}>;

type Range = readonly [number, number];
/** An exhibit of an earlier bundle with its pages, those in an annex volume apart. */
type FiledExhibit = Readonly<{ item: string; title: string; pages: Range; annex?: Range }>;

/** What manifests of one filing, all its volumes, say for the next. */
export function reissueOf(
  manifests: readonly Manifest[],
  manifestSha256: string,
  reported: ReissuedCatalogue['reported'] = new Map(),
): ReissuedCatalogue {
  const exhibits = new Map<string, FiledExhibit>();
  for (const { number, item, title, pages, annex } of manifests.flatMap(({ earlier = [] }) => earlier))
    exhibits.set(number, { item, title, pages, ...(annex && { annex }) });
  // An exhibit's own pages come before those in an annex.
  const own = manifests.flatMap((one) => one.exhibits).toSorted((a, b) => a.pages[0] - b.pages[0]);
  for (const { number, item, title, pages, annex } of own) {
    const before = exhibits.get(number);
    if (annex && before) exhibits.set(number, { ...before, annex: spanOf(before.annex, pages) });
    else exhibits.set(number, { item, title, pages: spanOf(before?.pages, pages) });
  }
  const [{ custody } = { custody: { seq: 0, hash: '' } }] = manifests;
  const pages = manifests.flatMap((one) => one.pages);
  return {
    manifestSha256,
    custody,
    kinds: new Set(pages.map(({ kind }) => kind)),
    lastPage: Math.max(...pages.map(({ page }) => page)),
    volume: Math.max(...manifests.map(({ volume }) => volume?.n ?? 1)),
    exhibits,
    reported,
  };
}

function spanOf(one: Range | undefined, other: Range): Range {
  return one ? [Math.min(one[0], other[0]), Math.max(one[1], other[1])] : other;
}
