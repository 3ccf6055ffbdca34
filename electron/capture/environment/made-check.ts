import type { Json } from '../../../shared/canonical-json.ts';
import type { EnvironmentCheck } from '../../../shared/case/capture/checks.ts';
import type { CheckDetail } from '../../../shared/messages/names/check-details.ts';
import type { CheckId } from '../../../shared/messages/names/check-messages.ts';

/** A check with what it was made from. */
export type MadeCheck = Readonly<
  Pick<EnvironmentCheck, 'outcome' | 'detail' | 'differences'> & { check: CheckId; raw: Json }
>;

/** A check that found nothing to speak of, or (`noted`) something that a reader should know of. */
export function made(check: CheckId, detail: string, raw: Json, noted = false): MadeCheck {
  return { check, outcome: noted ? 'noted' : 'ok', detail, raw };
}

/** A check that was not made, and why. */
export function unmade(check: CheckId, why: CheckDetail, raw: Json = null): MadeCheck {
  return { check, outcome: 'not-verified', detail: why, raw };
}
