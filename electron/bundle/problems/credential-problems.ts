import { problem, type Problem } from '../../../shared/plan/problem.ts';
import type { ReadableCase } from '../../casefile/case-handles.ts';
import { credentialsCarried, learntCredentials } from '../../casefile/learnt-credentials.ts';
import type { BundleModel } from '../model.ts';

/**
 * Exhibits whose files hold a credential that a capture of the case learnt: imported ones, and what is no text, in which
 * nothing is replaced. The credential is not repeated.
 *
 * @throws the signal's reason when cancelled
 */
export async function carriedProblems(
  { exhibits, language }: Pick<BundleModel, 'exhibits' | 'language'>,
  caseFile: ReadableCase,
  signal: AbortSignal,
): Promise<readonly Problem[]> {
  const values = learntCredentials(caseFile, caseFile.items());
  const problems: Problem[] = [];
  if (values.length === 0) return problems;
  for (const { number, record } of exhibits)
    for (const field of await credentialsCarried(caseFile, caseFile.item(record.item), values, signal))
      problems.push(problem('credential-carried', number, language, { field }));
  return problems;
}
