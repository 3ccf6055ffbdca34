import type { CustodyPayload } from '../custody/event-types.ts';

/** Whether a bundle that was built is one to be filed: in the case, no draft, no working edition, no report of its own. */
export function isFiled({ inside, draft, edition, report }: CustodyPayload<'bundle-built'>): boolean {
  return inside && !draft && edition === 'filing' && !report;
}
