import { useState } from 'react';
import { useAsked, useChange } from '../../state/queries.ts';
import { useCase } from '../../state/window-state.ts';
import { Button, Trouble } from '../../ui/controls.tsx';
import { useSay } from '../../words/words.ts';

/** Drafts of the application and its catalogue as Word files beside the case; what the case lacks is a place to be filled. */
export function ApplicationDrafts() {
  const say = useSay();
  const { folder } = useCase();
  const out = useAsked('window.beside', { case: folder, what: 'drafts' }).data?.path ?? '';
  const [done, setDone] = useState<string | null>(null);
  const draft = useChange('application.draft');
  const write = () =>
    draft.mutate(
      { case: folder, out, language: null, profile: null, profileFile: null },
      {
        onSuccess: ({ open }) => setDone(say('draftsWritten', { path: out, count: open })),
        onError: () => setDone(null),
      },
    );
  return (
    <section className="stack">
      <h2 className="minor">{say('applicationPapers')}</h2>
      <Button onPress={write} disabled={out === '' || draft.isPending}>
        {say('writeDrafts')}
      </Button>
      <p className="small" role="status">
        {done ?? say('draftsSay')}
      </p>
      {draft.error ? <Trouble error={draft.error} /> : null}
    </section>
  );
}
