import { storedWord } from '../../shared/case/outcome/answers.ts';
import { fourAnswers } from '../../shared/case/outcome/four-answers.ts';
import type { CaptureRecord, Outcome, Reason } from '../../shared/case/record.ts';
import type { Load } from './page/load.ts';

/** Steps that show the page; without any of them there is none. */
const showsIt = ['picture', 'mhtml', 'dom-and-text'];

/**
 * The word that a record holds for its outcome: the worst of its four answers, or that there is nothing to answer for.
 * @param record as it will be stored; the word that it has is not looked at
 */
export function outcomeOf(load: Load, wall: Reason | null, record: CaptureRecord): Outcome {
  if (load.end === 'none') return load.blocked ? 'blocked' : 'failed';
  if (wall) return 'blocked';
  const shows = (step: string) => record.steps.some((one) => one.step === step && one.outcome !== 'failed');
  if (load.end === 'page' && !showsIt.some(shows)) return 'failed'; // it was there for a moment, and nothing shows it
  return storedWord(fourAnswers({ ...record, outcome: 'complete' }).word);
}
