import { quotedIn } from '../../shared/quoted-in.ts';
import type { Region } from '../../shared/case/exhibit.ts';
import { findMarks, findWords } from '../../shared/page/find-words.ts';
import { itemsOfReport } from '../../shared/plan/compliance-exhibits.ts';
import type { ObligationReport } from '../../shared/order/obligations.ts';
import type { TextRun } from '../../shared/page/text-positions.ts';
import type { BundleExhibit, BundleModel, FiledExhibit, FiledLink, FiledPlan } from './model.ts';

/**
 * Words that the lists of a bundle quote from each exhibit, by its place: passages of the matrix, and what the catalogue, an
 * event, the basis of a link or the line of a publication puts in quotation marks; in a report those that its checks look for. Whether
 * the exhibit says them is another question.
 */
export function quotedWords(
  { chronology, elements }: FiledPlan,
  spread: readonly FiledLink[],
  exhibits: readonly Pick<BundleExhibit, 'index' | 'exhibit'>[],
  reports: readonly ObligationReport[],
): BundleModel['quoted'] {
  const quoted = new Map<number, Set<string>>();
  const add = (index: number, words: readonly string[]) => {
    if (words.length > 0) quoted.set(index, new Set([...(quoted.get(index) ?? []), ...words]));
  };
  for (const { support } of elements) for (const { index, passages } of support) add(index, passages);
  for (const { what, items = [] } of chronology)
    for (const { index, exhibit } of exhibits) if (items.includes(exhibit.item)) add(index, quotedIn(what));
  for (const { citing, basis } of spread) add(citing, quotedIn(basis));
  for (const { index, exhibit } of exhibits) {
    add(index, citedBy(exhibit));
    add(index, quotedIn(`${exhibit.summary ?? ''}\n${exhibit.purpose}`));
  }
  for (const report of reports) {
    const items = new Set(itemsOfReport(report));
    for (const { index, exhibit } of exhibits) if (items.has(exhibit.item)) add(index, wordsLookedFor(report));
  }
  return new Map([...quoted].map(([index, words]) => [index, [...words]]));
}

/** The words by which the checks of an obligation tell whether a page shows what they look for. */
export function wordsLookedFor({ obligation }: Pick<ObligationReport, 'obligation'>): readonly string[] {
  return obligation.kind === 'stop' ? [...new Set(obligation.places.map(({ words }) => words))] : [obligation.words];
}

/** How a publication cites the message in dispute, in its own words, as the media schedule has it. */
export function citedBy({ media }: Pick<FiledExhibit, 'media'>): readonly string[] {
  const words = media?.cites?.trim() ?? '';
  return words === '' ? [] : [...new Set([words, ...quotedIn(words)])];
}

/** Where a picture shows quoted words, but for those that a person's own mark frames already. */
export function quotedRegions(
  { exhibit, index }: Pick<BundleExhibit, 'exhibit' | 'index'>,
  { quoted }: Pick<BundleModel, 'quoted'>,
  runs: readonly TextRun[],
): readonly Region[] {
  const words = quoted.get(index) ?? [];
  if (words.length === 0 || runs.length === 0) return [];
  const marked = findMarks(runs, exhibit.marks ?? []);
  const found = words.flatMap((one) => findWords(runs, one, marked));
  return outermost(found.filter((region) => !marked.some((one) => holds(one, region))));
}

/** Which frames stand over an exhibit's pages: red ones around what a person marked, amber ones around quoted words. */
export function framesOver(
  exhibit: BundleExhibit,
  { quoted }: Pick<BundleModel, 'quoted'>,
): Readonly<{ marked: boolean; quoted: boolean }> {
  const marks = exhibit.exhibit.marks ?? [];
  if (marks.length === 0 && !quoted.has(exhibit.index)) return { marked: false, quoted: false };
  const views = [exhibit.words(), ...exhibit.rollingWords().values(), ...exhibit.pageWords().values()];
  return {
    marked: views.some((runs) => findMarks(runs, marks).length > 0),
    quoted: views.some((runs) => quotedRegions(exhibit, { quoted }, runs).length > 0),
  };
}

/** Without what lies within another one: the same words quoted twice, or a part of them. */
const outermost = (regions: readonly Region[]): readonly Region[] =>
  regions.filter(
    (one, at) => !regions.some((other, n) => n !== at && holds(other, one) && (!holds(one, other) || n < at)),
  );

const holds = (outer: Region, inner: Region): boolean =>
  inner.x >= outer.x &&
  inner.y >= outer.y &&
  inner.x + inner.width <= outer.x + outer.width &&
  inner.y + inner.height <= outer.y + outer.height;
