import type { CaptureRun } from '../steps/step.ts';
import { mayFetchAgain } from './second-path.ts';

/**
 * Starts the children of later steps, that of the second fetch where there will be one: they load while the page comes to
 * rest, when the processors have little to do.
 */
export function beginChildren({ options, ahead, ...run }: CaptureRun): void {
  if (mayFetchAgain(options, visitorOf({ options, ...run }))) ahead.begin('capture/second-path/second-path-child');
  ahead.begin('capture/sealing/clean-child');
}

export const visitorOf = ({
  options,
  manualTurn,
  inSession,
}: Pick<CaptureRun, 'options' | 'manualTurn' | 'inSession'>) =>
  options.loggedIn === true || manualTurn || inSession ? 'logged-in' : 'fresh';
