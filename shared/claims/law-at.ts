import type { Day } from '../order/day.ts';
import type { ClaimElement, ClaimProvision } from './template.ts';

/** The days that choose between versions; null where the case does not say. */
export type ClaimDays = Readonly<{ act: Day | null; application: Day | null }>;

/**
 * `chosen`: versions in force on the day. `open`: the day is not stated, so every version stands. `none`: the day is
 * stated and no version of the template covers it.
 */
export type LawAt = Readonly<{
  state: 'chosen' | 'open' | 'none';
  provisions: readonly ClaimProvision[];
  /** The kinds whose day is not stated, so that no version of them is chosen. */
  open?: readonly ClaimProvision['by'][];
}>;

/**
 * The provisions of an element for a case. Each kind (substance, procedure) goes by its own day; where one kind is left
 * without any version on its day, that is said rather than another version put in its place.
 */
export function lawAt({ law }: Pick<ClaimElement, 'law'>, days: ClaimDays): LawAt {
  const kinds = (['application', 'act'] as const).filter((kind) => law.some(({ by }) => by === kind));
  const provisions = law.filter(({ by, from, until }) => {
    const day = days[by];
    return day === null || ((from === null || from <= day) && (until === null || day <= until));
  });
  const uncovered = kinds.some((kind) => days[kind] !== null && !provisions.some(({ by }) => by === kind));
  const open = law.some(({ by, from, until }) => days[by] === null && (from !== null || until !== null));
  const state = uncovered ? 'none' : open ? 'open' : 'chosen';
  return { state, provisions, ...(open && { open: kinds.filter((kind) => days[kind] === null) }) };
}
