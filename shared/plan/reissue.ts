import type { Manifest } from '../verify/manifest.ts';

/** A bundle filed before, as far as one that adds to it must know: its last page, and where its exhibits stand. */
export type ReissuedCatalogue = Readonly<{
  manifestSha256: string;
  lastPage: number;
  /** Volumes filed so far. */
  volume: number;
  exhibits: ReadonlyMap<string, Readonly<{ item: string; title: string; pages: readonly [number, number] }>>;
}>;

/** What manifests of one filing, all its volumes, say for the next. */
export function reissueOf(manifests: readonly Manifest[], manifestSha256: string): ReissuedCatalogue {
  const exhibits = new Map<string, { item: string; title: string; pages: readonly [number, number] }>();
  for (const { number, item, title, pages } of manifests.flatMap((one) => [...(one.earlier ?? []), ...one.exhibits])) {
    const before = exhibits.get(number);
    const from = Math.min(before?.pages[0] ?? pages[0], pages[0]);
    exhibits.set(number, { item, title, pages: [from, Math.max(before?.pages[1] ?? 0, pages[1])] });
  }
  return {
    manifestSha256,
    lastPage: Math.max(...manifests.flatMap(({ pages }) => pages.map(({ page }) => page))),
    volume: Math.max(...manifests.map(({ volume }) => volume?.n ?? 1)),
    exhibits,
  };
}
