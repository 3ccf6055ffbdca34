import { withoutMarks } from '../../../shared/bilingual.ts';
import type { ReadableCase } from '../../casefile/case-handles.ts';
import type { BundleExhibit, BundleModel } from '../model.ts';

/**
 * Confirmed links between filed exhibits; what was rejected, and why, is nobody else's business.
 * @param upTo as they stood at this custody entry
 */
export function filedLinks(
  caseFile: ReadableCase,
  exhibits: readonly BundleExhibit[],
  upTo?: number,
): BundleModel['spread'] {
  const indexes = new Map(exhibits.map(({ record, index }) => [record.item, index]));
  return withoutMarks(caseFile.statement('spread', upTo)?.links ?? [])
    .flatMap(({ source, citing, decided, basis }) => {
      const [from, to] = [indexes.get(source), indexes.get(citing)];
      return decided === 'confirmed' && from !== undefined && to !== undefined
        ? [{ source: from, citing: to, basis }]
        : [];
    })
    .sort((a, b) => a.source - b.source || a.citing - b.citing);
}
