import type { Outcome, Reason } from '../../shared/case/record.ts';
import type { Ledger } from './ledger.ts';
import type { Load } from './page/load.ts';
import type { LineKind } from './steps/step.ts';

/** Steps that show the page; without any of them there is none. */
const showsIt = ['picture', 'mhtml', 'dom-and-text'];

/**
 * The outcome of a capture: the worst that happened shows.
 * @param lines which lines of the log a complete capture must have whole; one that nobody registered counts as such
 */
export function outcomeOf(
  load: Load,
  wall: Reason | null,
  ledger: Ledger,
  lines: Readonly<Record<string, LineKind>>,
): Outcome {
  if (load.end === 'none') return load.blocked ? 'blocked' : 'failed';
  if (wall) return 'blocked';
  const shows = (step: string) => ledger.steps.some((one) => one.step === step && one.outcome !== 'failed');
  if (load.end === 'page' && !showsIt.some(shows)) return 'failed'; // it was there for a moment, and nothing shows it
  const short = ledger.steps.some(
    ({ step, outcome }) => lines[step] !== 'optional' && (outcome === 'failed' || outcome === 'partial'),
  );
  return short ? 'partial' : 'complete';
}
