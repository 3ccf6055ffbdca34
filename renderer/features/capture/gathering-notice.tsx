import { useState } from 'react';
import { sayToUser } from '../../../shared/language.ts';
import { gatheringTexts } from '../../../shared/messages/gathering-messages.ts';
import { useAsked } from '../../state/queries.ts';
import { useCase, useLanguage } from '../../state/window-state.ts';
import { Button } from '../../ui/controls.tsx';
import { GatheringLines } from '../../ui/gathering.tsx';
import { useSay } from '../../words/words.ts';

/** Stands over the field while a case has no item yet, so that nobody captures first and reads later. */
export function GatheringNotice() {
  const say = useSay();
  const language = useLanguage();
  const { folder } = useCase();
  const isNew = useAsked('evidence.list', { case: folder }).data?.rows.length === 0; // not while nobody knows
  const [read, setRead] = useState(false);
  if (!isNew || read) return null;
  return (
    <section className="gathering" aria-label={sayToUser(gatheringTexts.heading, language)}>
      <h3>{sayToUser(gatheringTexts.heading, language)}</h3>
      <GatheringLines occasion="first" />
      <Button onPress={() => setRead(true)}>{say('gatheringRead')}</Button>
    </section>
  );
}
