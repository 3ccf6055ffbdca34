import { FascicleError } from '../../../shared/errors/fascicle-error.ts';
import type { Text } from '../../../shared/language.ts';
import { bundleTexts } from '../../../shared/messages/papers/bundle-messages.ts';
import { problem, type Problem } from '../../../shared/plan/problem.ts';
import type { ReadableCase } from '../../casefile/case-handles.ts';
import type { SpawnChild } from '../../casefile/processes/children.ts';
import { compareItems } from '../../compare/compare-items.ts';
import { comparedOf } from '../../compare/compared-item.ts';
import { comparisonTable } from '../../compare/comparison-table.ts';
import type { BundleExhibit, BundleModel, FiledComparison } from '../model.ts';

/**
 * Compares the captures that the arrangement wants compared. Both must be filed: a page never shows what is not an exhibit.
 * What was captured never changes: the same case gives the same comparisons.
 */
export async function compareExhibits(
  { exhibits, language }: BundleModel,
  caseFile: ReadableCase,
  spawnChild: SpawnChild,
  signal: AbortSignal,
): Promise<Readonly<{ comparisons: BundleModel['comparisons']; problems: readonly Problem[] }>> {
  const byItem = new Map(exhibits.map((one) => [one.record.item, one]));
  const comparisons = new Map<number, FiledComparison[]>();
  const problems: Problem[] = [];
  for (const exhibit of exhibits) {
    for (const item of exhibit.exhibit.comparedWith ?? []) {
      const failed = (why: Text) =>
        problems.push(problem('not-compared', exhibit.number, language, { item: item.slice(0, 13), why }));
      const other = byItem.get(item);
      if (!other || other === exhibit) {
        failed(other ? bundleTexts.comparedItself : bundleTexts.comparedNoExhibit);
        continue;
      }
      const [before, after] = inTime(exhibit, other);
      try {
        const [old, fresh] = [comparedOf(caseFile, before.record.item), comparedOf(caseFile, after.record.item)];
        const found = await compareItems(caseFile, old, fresh, spawnChild, signal);
        const comparison: FiledComparison = {
          before: before.index,
          after: after.index,
          table: comparisonTable(found, old, fresh, language),
          bands: 'why' in found.picture ? [] : found.picture.bands,
        };
        comparisons.set(exhibit.index, [...(comparisons.get(exhibit.index) ?? []), comparison]);
      } catch (error) {
        if (!(error instanceof FascicleError) || error.code !== 'not-a-page') throw error;
        failed(bundleTexts.comparedNoPage);
      }
    }
  }
  return { comparisons, problems };
}

function inTime(one: BundleExhibit, other: BundleExhibit): readonly [BundleExhibit, BundleExhibit] {
  return one.record.startedAt <= other.record.startedAt ? [one, other] : [other, one];
}
