import { onOneLine } from '../../shared/bilingual.ts';
import type { BundleModel } from './model.ts';
import { keyAndWhole } from './pages/exhibit/key-page.ts';
import { lackText } from './pages/blocks/table.ts';
import { pageKinds } from './pages/registry.ts';
import type { Bookmark } from './pdf/document.ts';
import type { PlannedVolumes } from './plan-volumes.ts';
import type { PageNumbers, Sheet } from './sheet.ts';
import { wordsOnPages } from './words-on-pages.ts';

/**
 * Numbers the pages: 1, 2, 3 … from the cover on, through all volumes; after a bundle filed before, on from its last.
 * One truth for stamps, labels, catalogue, links and outline.
 */
export function numberPages(
  { sheets, volumes, annexFrom }: PlannedVolumes,
  { exhibits, reissue }: BundleModel,
): PageNumbers {
  const before = reissue?.lastPage ?? 0;
  const whole = new Map<number, [number, number]>();
  const captures = new Map<number, [number, number]>();
  const annexes = new Map<number, [number, number]>();
  const technical = new Map<number, number>();
  const full = new Set(pageKinds.exhibit.flatMap((one) => (one.full ? [one.kind] : [])));
  const extend = (ranges: Map<number, [number, number]>, index: number, page: number) => {
    const range = ranges.get(index);
    if (range) range[1] = page;
    else ranges.set(index, [page, page]);
  };
  sheets.forEach(({ kind, exhibit, tells = [] }, at) => {
    for (const index of tells) technical.set(index, before + at + 1);
    if (!exhibit) return;
    extend(at < annexFrom ? whole : annexes, exhibit.index, before + at + 1);
    if (full.has(kind) || kind === keyAndWhole) extend(captures, exhibit.index, before + at + 1);
  });
  for (const { index, number } of exhibits) {
    const filed = reissue?.exhibits.get(number);
    if (filed) whole.set(index, [...filed.pages]);
    if (filed?.annex) annexes.set(index, [...filed.annex]);
  }
  const ranges = volumes.map(({ from, to }) => ({ from: before + from + 1, to: before + to }));
  const ofExhibit = (index: number): readonly [number, number] => {
    const range = whole.get(index);
    if (!range) throw new Error(`exhibit ${index + 1} has no pages`);
    return range;
  };
  return {
    total: before + sheets.length,
    ofExhibit,
    ofAnnex: (index) => annexes.get(index) ?? null,
    ofTechnical: (index) => technical.get(index) ?? null,
    ofWords: once((index, words) => {
      const exhibit = exhibits[index];
      const found = exhibit ? wordsOnPages(sheets, exhibit, words) : null;
      return found && { page: before + found.at + 1, down: found.down };
    }),
    ofCapture: (index) => captures.get(index) ?? ofExhibit(index),
    volumeOf: (page) => {
      const at = ranges.findIndex(({ from, to }) => page >= from && page <= to);
      return at < 0 ? 0 : (reissue?.volume ?? 0) + at + 1;
    },
    volumes: ranges,
  };
}

/** Asked for again, what was found before: the words of an exhibit are read from disk. */
function once<T>(find: (index: number, words: string) => T): (index: number, words: string) => T {
  const known = new Map<string, T>();
  return (index, words) => {
    const key = `${index} ${words}`;
    const found = known.has(key) ? (known.get(key) as T) : find(index, words); // has it
    known.set(key, found);
    return found;
  };
}

/**
 * The outline of one file: its parts, groups and exhibits in the order of its pages, each with its page as the profile
 * writes it.
 * @param first printed number of the first of `sheets`
 */
export function bookmarksOf(sheets: readonly Sheet[], first: number, model: BundleModel): readonly Bookmark[] {
  const { t, exhibits, profile } = model;
  const mark = (title: string, page: number, below: readonly Bookmark[] = []): Bookmark => ({
    title: profile.bookmark.replace('{title}', () => onOneLine(title)).replace('{page}', String(page)),
    page,
    below,
  });
  const { front, back, annex } = pageKinds;
  const titles = new Map([...front, ...back, ...annex].map((one) => [one.kind, one.bookmark(model)]));
  const ofAnnex = new Set(annex.map(({ kind }) => kind));
  const marks: Bookmark[] = [];
  let group: { name: string; page: number; below: Bookmark[] } | null = null;
  /** What stands below the exhibit or part that the outline came to last. */
  let below: Bookmark[] = [];
  const closeGroup = () => {
    if (group) marks.push(mark(group.name || lackText(model), group.page, group.below));
    group = null;
  };
  const seen = new Set<string | number>();
  let inAnnex = false;
  const begin = ({ kind, exhibit }: Sheet, page: number) => {
    const listed = exhibit && exhibits[exhibit.index];
    below = [];
    if (listed) {
      const { number, exhibit: filed } = listed;
      const name = inAnnex ? t('annex') : filed.group;
      if (group?.name !== name) {
        closeGroup();
        group = { name, page, below: [] };
      }
      group.below.push(mark(`${onOneLine(`${t('exhibit')} ${number}`)}  ${filed.title}`, page, below));
      return;
    }
    closeGroup();
    const title = titles.get(kind);
    if (title === undefined) throw new Error(`a page of a kind that is not registered: ${kind}`);
    marks.push(mark(title, page, below));
  };
  sheets.forEach((sheet, at) => {
    const { kind, exhibit, mark: own } = sheet;
    const page = first + at;
    inAnnex ||= ofAnnex.has(kind);
    const key = exhibit ? `${exhibit.index}${inAnnex ? ' annex' : ''}` : kind;
    if (!seen.has(key)) {
      seen.add(key);
      begin(sheet, page);
    }
    below.push(...[own ?? []].flat().map((one) => mark(one, page)));
  });
  closeGroup();
  return marks;
}
