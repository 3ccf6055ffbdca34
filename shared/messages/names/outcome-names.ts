import { say, type CaseLanguage } from '../../language.ts';
import { outcomeTexts } from './outcome-texts.ts';

/** An outcome in the language asked for, or in both. */
export function outcomeName(outcome: keyof typeof outcomeTexts, language: CaseLanguage): string {
  return say(outcomeTexts[outcome], language);
}
