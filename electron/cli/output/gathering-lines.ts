import type { Language } from '../../../shared/language.ts';
import { gatheringSaid, type GatheringOccasion } from '../../../shared/messages/gathering-messages.ts';

/** What the law of gathering says where somebody is about to do this, and where more of it is. */
export function gatheringLines(occasion: GatheringOccasion, language: Language): readonly string[] {
  const said = gatheringSaid(occasion, language);
  const isBare = (at: number) => (occasion === 'first' && at === 0) || at === said.length - 1;
  return said.map((line, at) => (isBare(at) ? `  ${line}` : `  · ${line}`));
}
