import { useState } from 'react';
import { useChange } from '../../state/queries.ts';
import { useWindow, type OpenCase } from '../../state/window-state.ts';
import { Button, Trouble } from '../../ui/controls.tsx';
import { useSay } from '../../words/words.ts';
import { CaseFactsForm, tidy } from '../cases/case-facts-form.tsx';
import { peopleFactsAreWrong, PeopleFactsForm } from '../cases/people-facts-form.tsx';
import { filingFactsAreWrong, FilingFactsForm, tidyCounsel } from '../cases/filing-facts-form.tsx';

/** What the open case is called, and the facts that its papers print. */
export function CaseSection({ caseFile }: { caseFile: OpenCase }) {
  const say = useSay();
  const set = useWindow((state) => state.set);
  const [facts, setFacts] = useState(caseFile.facts);
  const save = useChange('cases.change');
  const changed = JSON.stringify(facts) !== JSON.stringify(caseFile.facts);
  return (
    <section>
      <h2>{say('caseFacts')}</h2>
      <CaseFactsForm
        facts={facts}
        onChange={(next) => setFacts({ ...next, applicants: [...next.applicants], respondents: [...next.respondents] })}
      />
      <FilingFactsForm facts={facts} onChange={(next) => setFacts({ ...next })} />
      <PeopleFactsForm
        facts={facts}
        onChange={(next) => setFacts({ ...next, applicants: [...next.applicants], respondents: [...next.respondents] })}
      />
      <p className="mono small soft">{caseFile.folder}</p>
      {save.error ? <Trouble error={save.error} /> : null}
      <Button
        kind="main"
        disabled={
          !changed ||
          facts.title.trim() === '' ||
          filingFactsAreWrong(facts) ||
          peopleFactsAreWrong(facts) ||
          save.isPending
        }
        onPress={() => {
          const { applicants, respondents } = tidy(facts);
          save.mutate(
            {
              case: caseFile.folder,
              facts: tidyCounsel({
                ...facts,
                title: facts.title.trim(),
                applicants: [...applicants],
                respondents: [...respondents],
              }),
            },
            { onSuccess: (now) => set({ caseFile: { ...caseFile, facts: now } }) },
          );
        }}
      >
        {say('save')}
      </Button>
    </section>
  );
}
