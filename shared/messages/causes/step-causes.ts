import { timedSteps } from '../names/capture-steps.ts';

type Steps = typeof timedSteps;

/** What was under way, by the name of the step: `within-load`. */
export const stepCauses = Object.fromEntries(
  Object.entries(timedSteps).map(([step, text]) => [`within-${step}`, text]),
) as { readonly [S in keyof Steps as `within-${S}`]: Steps[S] }; // one for each, by the line above
