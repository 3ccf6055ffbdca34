import { existsSync } from 'node:fs';
import { because } from '../../../../shared/cause.ts';
import type { Reason } from '../../../../shared/case/record.ts';
import { runInChild } from '../../../casefile/processes/children.ts';
import { fact, type FileFact } from '../../facts.ts';
import type { IntakeServices } from '../../intake-types.ts';
import { compareAnswerSchema, mostCompare, type CompareRequest } from './compare-words.ts';

type Compared = Readonly<{ facts: readonly FileFact[]; warnings: readonly Reason[] }>;

/**
 * Draws a PDF's pages by another reader than the one that copies them, and our copy of them by the same: a page that is
 * not alike is warned of by its number. What was not compared is said to be not compared, and nothing else is said of it.
 *
 * @throws only when cancelled
 */
export async function comparedPages(
  original: string,
  copy: string,
  pages: number,
  { spawnChild, signal }: IntakeServices,
): Promise<Compared> {
  if (!existsSync(copy)) return { facts: [], warnings: [] }; // no copy was asked for
  const request: CompareRequest = { original, copy };
  const result = await runInChild(spawnChild, 'intake/kinds/pdf/compare-child', request, mostCompare, signal);
  const parsed = result.ended === 'answered' ? compareAnswerSchema.safeParse(result.answer) : null;
  const { compared, differing } = parsed?.success ? parsed.data : { compared: [], differing: [] };
  const told = [fact('PdfCompared', `${compared.length} / ${pages}`, 'program')];
  const why = result.ended === 'died' ? result.because : because('answer-unfit', { answer: 'pdf.js' });
  const warnings: readonly (Reason | false)[] = [
    differing.length > 0 && { code: 'pdf-page-differs', params: { pages: differing.join(', ') } },
    !parsed?.success && { code: 'pdf-not-compared', params: { why } },
  ];
  return { facts: told, warnings: warnings.filter((one) => one !== false) };
}
