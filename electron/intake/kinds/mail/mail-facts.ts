import type { Reason } from '../../../../shared/case/record.ts';
import { runInChild } from '../../../casefile/processes/children.ts';
import { mailAnswerSchema, type MailRequest } from './mail-words.ts';
import { answered } from '../../answered.ts';
import type { FileFact } from '../../facts.ts';
import { decoding } from '../../limits.ts';
import type { StepLedger } from '../../step-ledger.ts';
import type { IntakeServices } from '../../intake-types.ts';

/** The head of an e-mail: the fields as they stand in the file, nothing checked with anybody. */
export async function mailFacts(
  path: string,
  ledger: StepLedger,
  { spawnChild, signal }: IntakeServices,
): Promise<{ facts: readonly FileFact[]; warnings: readonly Reason[] }> {
  const request: MailRequest = { task: 'head', path };
  const result = await runInChild(spawnChild, 'intake/kinds/mail/mail-child', request, decoding, signal);
  const answer = answered(result, mailAnswerSchema);
  if ('code' in answer) {
    ledger.note('read-mail-head', 'failed', answer);
    return { facts: [], warnings: [] };
  }
  ledger.note('read-mail-head', 'ok');
  return answer;
}
