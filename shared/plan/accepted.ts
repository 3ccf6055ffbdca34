import type { ProofPlan } from '../case/proof-plan.ts';

type Accepted = ProofPlan['accepted'];

/** The reason with which somebody answered for a finding: the one for its own place before one for wherever it is. */
export function acceptedReason(
  accepted: Accepted,
  { code, where }: Readonly<{ code: string; where: string }>,
): string | null {
  const own = accepted.filter((one) => one.code === code);
  return (own.find((one) => one.where === where) ?? own.find((one) => one.where === null))?.reason ?? null;
}

/**
 * The answers with one more, in the place of an earlier one for the same.
 * @param answer its `reason` null: withdrawn
 */
export function withAnswer(
  accepted: Accepted,
  { code, where, reason }: Readonly<{ code: string; where: string | null; reason: string | null }>,
): Accepted {
  const others = accepted.filter((one) => one.code !== code || one.where !== where);
  return reason === null ? others : [...others, { code, where, reason }];
}
