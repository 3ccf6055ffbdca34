import { labelled, type Language } from '../../../shared/language.ts';
import { checkName, verdictName } from '../../../shared/messages/verify/check-names.ts';
import type { Verdict, VerifyCheck } from '../../../shared/verify/report.ts';

const marks = { PASSED: '✓', FAILED: '✕', INDETERMINATE: '●' } as const;

/** One check of a verification in a line. */
export const checkLine = ({ check, verdict, detail }: VerifyCheck, language: Language): string =>
  `${marks[verdict]} ${labelled(checkName(check, language), detail, language)}`;

/** The verdict, as the last line. */
export const verdictLine = (verdict: Verdict, language: Language): string =>
  `${marks[verdict]} ${labelled(language === 'zh-CN' ? '核验结果' : 'Verdict', verdictName(verdict, language), language)}`;
