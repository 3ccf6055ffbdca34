import { labelled, type Language } from '../../../shared/language.ts';
import { checkName, checkSign, verdictName, verdictSigns } from '../../../shared/messages/verify/check-names.ts';
import type { Verdict, VerifyCheck } from '../../../shared/verify/report.ts';

/** One check of a verification in a line. */
export const checkLine = (one: VerifyCheck, language: Language): string =>
  `${checkSign(one)} ${labelled(checkName(one.check, language), one.detail, language)}`;

/** The verdict, as the last line. */
export const verdictLine = (verdict: Verdict, language: Language): string =>
  `${verdictSigns[verdict]} ${labelled(language === 'zh-CN' ? '核验结果' : 'Verdict', verdictName(verdict, language), language)}`;
