import { sayToUser, type Language } from '../../../shared/language.ts';
import { gatheringAt, gatheringTexts, type GatheringOccasion } from '../../../shared/messages/gathering-messages.ts';

/** What the law of gathering says where somebody is about to do this, and where more of it is. */
export function gatheringLines(occasion: GatheringOccasion, language: Language): readonly string[] {
  const said = gatheringAt[occasion].map((name) => `  · ${sayToUser(gatheringTexts[name], language)}`);
  const heading = occasion === 'first' ? [`  ${sayToUser(gatheringTexts.heading, language)}`] : [];
  return [...heading, ...said, `  ${sayToUser(gatheringTexts.more, language)}`];
}
