import { caseFactsSchema, type CaseFacts } from '../../../shared/case/case.ts';
import { withOptional } from '../../state/optional.ts';
import { useAsked } from '../../state/queries.ts';
import { Choice, InputField } from '../../ui/controls.tsx';
import { GatheringLines } from '../../ui/gathering.tsx';
import { useSay } from '../../words/words.ts';

type Facts = Omit<CaseFacts, 'applicants' | 'respondents'> & {
  applicants: string[];
  respondents: string[];
};

/** What a filing says of the case once there is one: number, counsel, day of submission, profile, page stamps. */
export function FilingFactsForm({ facts, onChange }: { facts: Facts; onChange: (facts: Facts) => void }) {
  const say = useSay();
  const profiles = useAsked('profiles.list', {}).data?.profiles ?? [];
  const set = (name: 'caseNumber' | 'submitted' | 'deponent' | 'pagePrefix' | 'profile', text: string) =>
    onChange(withOptional(facts, name, text === '' ? undefined : text));
  const counsel = (facts.counsel ?? []).map(({ name, licence }) => (licence ? `${name} | ${licence}` : name));
  return (
    <div className="form-grid">
      <InputField
        label={say('caseNumber')}
        value={facts.caseNumber ?? ''}
        onChange={(text) => set('caseNumber', text)}
      />
      <InputField
        label={say('submittedOn')}
        value={facts.submitted ?? ''}
        placeholder="2019-05-10"
        onChange={(text) => set('submitted', text.trim())}
        wrong={dateIsWrong(facts) ? say('notADay') : null}
      />
      <InputField
        label={say('counselLines')}
        rows={2}
        value={counsel.join('\n')}
        onChange={(text) => onChange({ ...facts, counsel: text === '' ? [] : text.split('\n').map(counselOf) })}
      />
      <InputField label={say('deponent')} value={facts.deponent ?? ''} onChange={(text) => set('deponent', text)} />
      <Choice
        label={say('profile')}
        value={facts.profile ?? ''}
        options={[['', say('profileByCourt')], ...profiles.map(({ id, name }) => [id, name] as const)]}
        onChange={(id) => set('profile', id)}
      />
      {profiles.some(({ id, foreign }) => foreign && id === facts.profile) ? (
        <GatheringLines occasion="foreign" />
      ) : null}
      <InputField
        label={say('pagePrefix')}
        value={facts.pagePrefix ?? ''}
        onChange={(text) => set('pagePrefix', text.trim().toUpperCase())}
        wrong={prefixOnlyWrong(facts) ? say('notAPrefix') : null}
      />
    </div>
  );
}

function counselOf(line: string): { name: string; licence?: string } {
  const [name = '', licence = ''] = line.split('|');
  return line.includes('|') ? { name: name.trimEnd(), licence: licence.trimStart() } : { name: line };
}

const { submitted, pagePrefix } = caseFactsSchema.shape;
const dateIsWrong = (facts: Facts) => !submitted.safeParse(facts.submitted).success;
const prefixOnlyWrong = (facts: Facts) => !pagePrefix.safeParse(facts.pagePrefix).success;

/** Whether a field of the form cannot be saved as it stands. */
export const filingFactsAreWrong = (facts: Facts): boolean => dateIsWrong(facts) || prefixOnlyWrong(facts);

/** Lines that name nobody are no counsel; without any there is no such fact. */
export function tidyCounsel(facts: Facts): Facts {
  const counsel = (facts.counsel ?? [])
    .map(({ name, licence }) => ({ name: name.trim(), ...(licence?.trim() ? { licence: licence.trim() } : {}) }))
    .filter(({ name }) => name !== '');
  return withOptional(facts, 'counsel', counsel.length > 0 ? counsel : undefined);
}
