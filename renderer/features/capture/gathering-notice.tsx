import { sayToUser } from '../../../shared/language.ts';
import { gatheringTexts } from '../../../shared/messages/gathering-messages.ts';
import { useAsked, useChange } from '../../state/queries.ts';
import { useCase, useLanguage } from '../../state/window-state.ts';
import { Button, Trouble } from '../../ui/controls.tsx';
import { GatheringLines } from '../../ui/gathering.tsx';
import { useSay } from '../../words/words.ts';

/** Stands over the field while a case has no item yet, so that nobody captures first and reads later. Who read it, and when, is in the log. */
export function GatheringNotice() {
  const say = useSay();
  const language = useLanguage();
  const { folder } = useCase();
  const isNew = useAsked('evidence.list', { case: folder }).data?.rows.length === 0;
  const asked = useAsked('case.gathering', { case: folder, read: false }).data;
  const confirm = useChange('case.gathering');
  if (!isNew || asked?.read !== null) return null; // not while nobody knows
  return (
    <section className="gathering" aria-label={sayToUser(gatheringTexts.heading, language)}>
      <h3>{sayToUser(gatheringTexts.heading, language)}</h3>
      <GatheringLines occasion="first" />
      {confirm.error ? <Trouble error={confirm.error} /> : null}
      <Button disabled={confirm.isPending} onPress={() => confirm.mutate({ case: folder, read: true })}>
        {say('gatheringRead')}
      </Button>
      <p className="small soft">{say('gatheringKept')}</p>
    </section>
  );
}
