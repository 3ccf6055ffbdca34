import type { ProofPlan } from '../case/proof-plan.ts';

type Accepted = ProofPlan['accepted'];

/** The answer that holds for a finding: the one for its own place before one for wherever it is; null where none does. */
function answerThere(accepted: Accepted, code: string, where: string): Accepted[number] | null {
  const same = accepted.filter((one) => one.code === code);
  return same.find((one) => one.where === where) ?? same.find((one) => one.where === null) ?? null;
}

/** The reason with which somebody answered for a finding. */
export function acceptedReason(
  accepted: Accepted,
  { code, where }: Readonly<{ code: string; where: string }>,
): string | null {
  return answerThere(accepted, code, where)?.reason ?? null;
}

/**
 * The answers with one more, in the place of an earlier one for the same. An answer for all places stays beside one for a
 * place of its own.
 * @param answer its `reason` null: what holds there is withdrawn, also where it was given for all places
 * @param finding what it answers, in words, where these are not those of a problem of the bundle
 */
export function withAnswer(
  accepted: Accepted,
  { code, where, reason }: Readonly<{ code: string; where: string | null; reason: string | null }>,
  finding?: Accepted[number]['finding'],
): Accepted {
  const same = accepted.find((one) => one.code === code && one.where === where) ?? null;
  const old = reason === null && where !== null ? answerThere(accepted, code, where) : same;
  const others = accepted.filter((one) => one !== old);
  return reason === null ? others : [...others, { code, where, reason, ...(finding && { finding }) }];
}
