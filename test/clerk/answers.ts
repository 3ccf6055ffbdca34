import type { ClerksQuestion } from './questions.ts';
import { bare, heightsOf, type SeenBundle } from './read-bundle.ts';

/** How a question was answered; `atWords`: the click led to within a third of a page above the words. */
export type ClerksAnswer = Readonly<{ clicks: number; turned: number; page: number; by: string; atWords: boolean }>;

/** First and last pages of each exhibit, several where it goes on in an annex: by the outline, as a reader has it. */
export function rangesInOutline({
  outline,
  pages,
}: SeenBundle): ReadonlyMap<number, readonly (readonly [number, number])[]> {
  const ranges = new Map<number, (readonly [number, number])[]>();
  const starts = [...new Set(outline.map(({ page }) => page))].sort((a, b) => a - b);
  for (const { title, page } of outline) {
    const [, number] = /^(?:证据|Exhibit)[^\d“]{0,12}(\d+)\s/u.exec(title) ?? [];
    if (number === undefined) continue;
    const own = outline.filter((one) => one.title.startsWith('“')).map((one) => one.page);
    const next = starts.find((start) => start > page && !own.includes(start)) ?? pages.length + 1;
    ranges.set(Number(number), [...(ranges.get(Number(number)) ?? []), [page, next - 1]]);
  }
  return ranges;
}

/** Points above the words from which they are seen at once. */
const inSight = 280;

/**
 * The answer that one click gives: by the first link or bookmark whose words they are, else beside which they are quoted; where none is, by the
 * catalogue's link to the exhibit, with pages turned from there. Null where no page of the exhibit says them, or nothing leads
 * to it.
 */
export function clerksAnswer(
  { exhibit, words }: ClerksQuestion,
  { pages, links, outline }: SeenBundle,
  ranges: ReadonlyMap<number, readonly (readonly [number, number])[]>,
): ClerksAnswer | null {
  const all = [...ranges.values()].flat();
  const own = ranges.get(exhibit) ?? [];
  const isIn = (page: number, some: typeof own) => some.some(([from, to]) => page >= from && page <= to);
  const saying = pages.flatMap((page, at) =>
    isIn(at + 1, own) ? heightsOf(page, words).map((down) => ({ page: at + 1, down })) : [],
  );
  // Pages of exhibits ask nobody where they are: a clerk begins on page one, on a list or in the outline.
  const ways = [
    ...links.filter(({ on }) => !isIn(on, all)).map((link) => ({ ...link, by: `a link on page ${link.on}` })),
    ...outline.map((one) => ({ ...one, on: 0, over: one.title, beside: '', by: 'the outline' })),
  ].filter(({ page }) => isIn(page, own));
  const catalogue = outline.find(({ title }) => /证据目录|catalogue/iu.test(title))?.page ?? 0;
  const head = bare(words).slice(0, 6);
  const way =
    ways.find(({ over }) => bare(over).includes(head)) ??
    ways.find(({ beside }) => bare(beside).includes(bare(words))) ??
    ways.find(({ on }) => on > 0 && on >= catalogue);
  if (!way || saying.length === 0) return null;
  const { page, down, by } = way;
  const here = saying.find((one) => one.page === page && one.down >= down - 5 && one.down <= down + inSight);
  const nearest = saying.toSorted((a, b) => Math.abs(a.page - page) - Math.abs(b.page - page))[0];
  const found = here?.page ?? nearest?.page ?? page;
  return { clicks: 1, turned: Math.abs(found - page), page: found, by, atWords: here !== undefined };
}
