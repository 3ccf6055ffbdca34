import type { Reason } from '../../case/record.ts';
import { say, type CaseLanguage, type Text } from '../../language.ts';
import { actionReasons } from './action-messages.ts';
import { captureReasons } from './capture-reasons.ts';
import { intakeReasons } from './intake-reasons.ts';
import { kindReasons } from '../kinds/registry.ts';
import { queueReasons } from '../queue-messages.ts';
import { secondPathReasons } from './second-path-messages.ts';
import { compareReasons } from '../compare-messages.ts';
import { sessionReasons } from './session-messages.ts';

/** The words of every reason and warning that a record can hold. */
export const reasonTexts: Readonly<Record<string, Text>> = {
  ...captureReasons,
  ...actionReasons,
  ...intakeReasons,
  ...kindReasons,
  ...queueReasons,
  ...secondPathReasons,
  ...sessionReasons,
  ...compareReasons,
};

/** A reason in each language, for a sentence that it stands in. */
export function reasonText(reason: Reason): Text {
  return { 'zh-CN': describeReason(reason, 'zh-CN'), en: describeReason(reason, 'en') };
}

/** A reason in words. A code of a newer program stays visible as it is, with its values. */
export function describeReason(reason: Reason, language: CaseLanguage): string {
  const text = reasonTexts[reason.code];
  if (!text) return `${reason.code} ${JSON.stringify(reason.params ?? {})}`;
  return say(text, language, reason.params);
}
