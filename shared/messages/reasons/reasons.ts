import { because } from '../../cause.ts';
import type { Reason } from '../../case/record.ts';
import { say, type CaseLanguage, type Text } from '../../language.ts';
import { causeHoles, type Values } from '../../text.ts';
import { actionReasons } from './action-messages.ts';
import { captureReasons } from './capture-reasons.ts';
import { intakeReasons } from './intake-reasons.ts';
import { outcomeReasons } from './outcome-reasons.ts';
import { kindReasons } from '../kinds/registry.ts';
import { queueReasons } from '../queue-messages.ts';
import { rollingReasons } from './rolling-messages.ts';
import { secondPathReasons } from './second-path-messages.ts';
import { compareReasons } from '../compare-messages.ts';
import { sessionReasons } from './session-messages.ts';

/** The words of every reason and warning that a record can hold, and of those that are found in it. */
export const reasonTexts: Readonly<Record<string, Text>> = {
  ...captureReasons,
  ...actionReasons,
  ...rollingReasons,
  ...intakeReasons,
  ...kindReasons,
  ...queueReasons,
  ...secondPathReasons,
  ...sessionReasons,
  ...compareReasons,
  ...outcomeReasons,
};

/** A reason in each language, for a sentence that it stands in. */
export function reasonText(reason: Reason): Text {
  return { 'zh-CN': describeReason(reason, 'zh-CN'), en: describeReason(reason, 'en') };
}

/** A reason in words. A code of a newer program stays visible as it is, with its values. */
export function describeReason(reason: Reason, language: CaseLanguage): string {
  const text = reasonTexts[reason.code];
  if (!text) return `${reason.code} ${JSON.stringify(reason.params ?? {})}`;
  return say(text, language, ownWords.has(reason.code) ? reason.params : withOlderWords(reason.params ?? {}));
}

/** Reasons that a person gave: her words are shown as they are. */
const ownWords: ReadonlySet<string> = new Set(['held-by-person', 'cancelled-by-person', 'retried-by-person']);
/** Words, not a code: two or more in a row. */
const prose = /[A-Za-z]{2,} [A-Za-z]{2,}/;

/** Older programs wrote English words where a cause belongs: they are shown as a quotation. */
function withOlderWords(params: Values): Values {
  const quoted = causeHoles.flatMap((hole) => {
    const value = params[hole];
    const isOlder = typeof value === 'string' && !value.startsWith('cause:') && prose.test(value);
    return isOlder ? [[hole, because('said', { words: value })] as const] : [];
  });
  return { ...params, ...Object.fromEntries(quoted) };
}
