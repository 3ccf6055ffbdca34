import { sayToUser } from '../../shared/language.ts';
import { gatheringAt, gatheringTexts, type GatheringOccasion } from '../../shared/messages/gathering-messages.ts';
import { useLanguage } from '../state/window-state.ts';

/** What the law of gathering says here, with where more of it is. */
export function GatheringLines({ occasion }: { occasion: GatheringOccasion }) {
  const language = useLanguage();
  return (
    <>
      <ul className="small">
        {gatheringAt[occasion].map((name) => (
          <li key={name}>{sayToUser(gatheringTexts[name], language)}</li>
        ))}
      </ul>
      <p className="small soft">{sayToUser(gatheringTexts.more, language)}</p>
    </>
  );
}
