import type { Outcome, Reason } from '../../shared/case/record.ts';
import type { Ledger } from './ledger.ts';
import type { Load } from './load.ts';

/** Steps without which a capture is not complete. The others improve it; the ledger says how they went. */
const required = new Set([
  'load',
  'scroll',
  'picture',
  'source',
  'dom-and-text',
  'mhtml',
  'record',
  'archive',
  'store-original',
  'make-pages',
  'session',
  // Nobody asks for these without wanting them whole.
  'dismiss-banners',
  'expand',
  'load-deferred-images',
  'expand-inner-scroll',
]);

/** Steps that show the page; without any of them there is none. */
const showsIt = ['picture', 'mhtml', 'dom-and-text'];

/** The outcome of a capture: the worst that happened shows. */
export function outcomeOf(load: Load, wall: Reason | null, ledger: Ledger): Outcome {
  if (load.end === 'none') return load.blocked ? 'blocked' : 'failed';
  if (wall) return 'blocked';
  const failed = (step: string) => ledger.steps.some((one) => one.step === step && one.outcome === 'failed');
  if (showsIt.every(failed)) return 'failed'; // the page was there for a moment, and nothing shows it
  const short = ledger.steps.some(
    ({ step, outcome }) => required.has(step) && (outcome === 'failed' || outcome === 'partial'),
  );
  return short ? 'partial' : 'complete';
}
