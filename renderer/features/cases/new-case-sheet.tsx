import { useState } from 'react';
import type { CaseFacts } from '../../../shared/case/case.ts';
import { useAsked, useChange } from '../../state/queries.ts';
import { useWindow } from '../../state/window-state.ts';
import { Button, ModalSheet, Trouble } from '../../ui/controls.tsx';
import { useSay } from '../../words/words.ts';
import { CaseFactsForm, tidy } from './case-facts-form.tsx';

export function NewCaseSheet({ onClose, open }: { onClose: () => void; open: (folder: string) => void }) {
  const say = useSay();
  const { settings } = useWindow();
  const [facts, setFacts] = useState<CaseFacts>({
    title: '',
    court: null,
    cause: null,
    applicants: [],
    respondents: [],
    operator: settings.operator === '' ? null : settings.operator,
    language: 'zh-CN',
  });
  const newFolder = useAsked('window.place', { title: facts.title.trim() }).data?.folder;
  const create = useChange('cases.create');
  const make = () => {
    if (newFolder === undefined || facts.title.trim() === '') return;
    const { applicants, respondents, ...rest } = tidy(facts);
    create.mutate(
      { case: newFolder, facts: { ...rest, applicants: [...applicants], respondents: [...respondents] } },
      {
        onSuccess: ({ folder }) => {
          onClose();
          open(folder);
        },
      },
    );
  };
  return (
    <ModalSheet title={say('newCase')} onClose={onClose}>
      <div className="stack">
        <CaseFactsForm facts={facts} onChange={setFacts} />
        <p className="small soft">
          {say('storedAt')} <span className="mono">{newFolder}</span>
        </p>
        {create.error ? <Trouble error={create.error} /> : null}
        <div className="actions">
          <Button onPress={onClose}>{say('cancel')}</Button>
          <Button kind="main" disabled={facts.title.trim() === '' || create.isPending} onPress={make}>
            {say('create')}
          </Button>
        </div>
      </div>
    </ModalSheet>
  );
}
