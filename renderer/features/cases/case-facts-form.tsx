import { courts, type CaseFacts } from '../../../shared/case/case.ts';
import { caseLanguages } from '../../../shared/language.ts';
import { useLanguage } from '../../state/window-state.ts';
import { Choice, InputField } from '../../ui/controls.tsx';
import { useSay } from '../../words/words.ts';

/** Title, court, parties: the same fields when a case is made and when it is changed. */
export function CaseFactsForm({ facts, onChange }: { facts: CaseFacts; onChange: (facts: CaseFacts) => void }) {
  const say = useSay();
  const language = useLanguage();
  const part = (change: Partial<CaseFacts>) => onChange({ ...facts, ...change });
  const names = { 'zh-CN': '中文', en: 'English', 'zh-CN+en': say('both') } as const;
  const known = Object.entries(courts).map(([id, name]) => [id, name[language]] as const);
  const court = facts.court ?? '';
  const listed = known.some(([id]) => id === court) || court === '' ? known : [...known, [court, court] as const];
  return (
    <div className="form-grid">
      <InputField
        className="wide"
        label={say('title')}
        value={facts.title}
        onChange={(title) => part({ title })}
        required
        focused
      />
      <Choice
        label={say('court')}
        value={court}
        options={[['', '—'], ...listed]}
        onChange={(chosen) => part({ court: chosen === '' ? null : chosen })}
      />
      <InputField
        label={say('cause')}
        value={facts.cause ?? ''}
        onChange={(cause) => part({ cause: cause === '' ? null : cause })}
      />
      <Lines label={say('applicants')} value={facts.applicants} onChange={(applicants) => part({ applicants })} />
      <Lines label={say('respondents')} value={facts.respondents} onChange={(respondents) => part({ respondents })} />
      <InputField
        label={say('operator')}
        value={facts.operator ?? ''}
        onChange={(operator) => part({ operator: operator === '' ? null : operator })}
      />
      <Choice
        label={say('caseLanguage')}
        value={facts.language}
        options={caseLanguages.map((one) => [one, names[one]] as const)}
        onChange={(chosen) => part({ language: chosen })}
      />
    </div>
  );
}

function Lines({
  label,
  value,
  onChange,
}: {
  label: string;
  value: readonly string[];
  onChange: (value: string[]) => void;
}) {
  const say = useSay();
  return (
    <InputField
      label={`${label} (${say('onePerLine')})`}
      rows={2}
      value={value.join('\n')}
      onChange={(text) => onChange(text === '' ? [] : text.split('\n'))}
    />
  );
}

/** Empty lines are no parties. */
export function tidy(facts: CaseFacts): CaseFacts {
  const filled = (names: readonly string[]) => names.map((name) => name.trim()).filter((name) => name !== '');
  return {
    ...facts,
    title: facts.title.trim(),
    applicants: filled(facts.applicants),
    respondents: filled(facts.respondents),
  };
}
