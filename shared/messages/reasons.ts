import type { Reason } from '../case/record.ts';
import { fill, languagesOf, type CaseLanguage, type Text } from '../language.ts';
import { actionReasons } from './action-messages.ts';
import { captureReasons } from './capture-reasons.ts';
import { mailReasons } from './mail-reasons.ts';
import { intakeReasons } from './intake-reasons.ts';
import { documentReasons } from './document-reasons.ts';
import { queueReasons } from './queue-messages.ts';
import { secondPathReasons } from './second-path-messages.ts';
import { compareReasons } from './compare-messages.ts';
import { sessionReasons } from './session-messages.ts';

/** The words of every reason and warning that a record can hold. */
const reasonTexts: Readonly<Record<string, Text>> = {
  ...captureReasons,
  ...actionReasons,
  ...intakeReasons,
  ...mailReasons,
  ...documentReasons,
  ...queueReasons,
  ...secondPathReasons,
  ...sessionReasons,
  ...compareReasons,
};

/** A reason in words. A code of a newer program stays visible as it is, with its values. */
export function describeReason(reason: Reason, language: CaseLanguage): string {
  const text = reasonTexts[reason.code];
  if (!text) return `${reason.code} ${JSON.stringify(reason.params ?? {})}`;
  return languagesOf(language)
    .map((one) => fill(text[one], reason.params))
    .join(' / ');
}
