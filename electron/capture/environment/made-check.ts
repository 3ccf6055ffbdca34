import type { Json } from '../../../shared/canonical-json.ts';
import type { Check } from '../../../shared/case/checks.ts';
import type { CheckDetail, CheckId } from '../../../shared/messages/check-messages.ts';

/** A check with what it was made from. */
export type MadeCheck = Readonly<Pick<Check, 'outcome' | 'detail'> & { check: CheckId; raw: Json }>;

/** A check that found nothing to speak of, or (`noted`) something that a reader should know of. */
export function made(check: CheckId, detail: string, raw: Json, noted = false): MadeCheck {
  return { check, outcome: noted ? 'noted' : 'ok', detail, raw };
}

/** A check that was not made, and why. */
export function unmade(check: CheckId, why: CheckDetail, raw: Json = null): MadeCheck {
  return { check, outcome: 'not-verified', detail: why, raw };
}
