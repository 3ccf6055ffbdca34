import type { CaptureRun } from '../steps/step.ts';
import { mayFetchAgain } from './second-path.ts';

/** Starts the child of the second fetch where there will be one: it loads while the page is read. */
export function beginSecondPath({ options, ahead, ...run }: CaptureRun): void {
  if (mayFetchAgain(options, visitorOf({ options, ...run }))) ahead.begin('capture/second-path/second-path-child');
}

export const visitorOf = ({
  options,
  manualTurn,
  inSession,
}: Pick<CaptureRun, 'options' | 'manualTurn' | 'inSession'>) =>
  options.loggedIn === true || manualTurn || inSession ? 'logged-in' : 'fresh';
