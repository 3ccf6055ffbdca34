import { creditCodeSchema } from '../../../shared/case/credit-code.ts';
import type { CaseFacts, StatedOperator } from '../../../shared/case/case.ts';
import { withOptional } from '../../state/optional.ts';
import { CheckField, InputField } from '../../ui/controls.tsx';
import { useSay, type Word } from '../../words/words.ts';

type Change = (facts: CaseFacts) => void;

const ofOperator = [
  ['identity', 'operatorIdentity'],
  ['capacity', 'operatorCapacity'],
  ['employer', 'employer'],
  ['interest', 'operatorInterest'],
] as const satisfies readonly (readonly [keyof StatedOperator, Word])[];
const ofStorage = [
  ['medium', 'storageMedium'],
  ['copies', 'storageCopies'],
  ['access', 'storageAccess'],
] as const satisfies readonly (readonly [keyof NonNullable<CaseFacts['storage']>, Word])[];
const ofDeclarant = [
  ['name', 'declarant'],
  ['qualification', 'qualification'],
  ['employer', 'employer'],
] as const satisfies readonly (readonly [keyof NonNullable<CaseFacts['declarant']>, Word])[];

/** What only people can say: of parties and opponents, of whoever captured, of storage, and who declares. */
export function PeopleFactsForm({ facts, onChange }: { facts: CaseFacts; onChange: Change }) {
  const say = useSay();
  return (
    <>
      <h3>{say('partiesHeading')}</h3>
      <PartyFields facts={facts} onChange={onChange} />
      <h3>{say('operatorHeading')}</h3>
      <p className="small soft">{say('operatorSays')}</p>
      <OperatorFields facts={facts} onChange={onChange} />
      <h3>{say('declarantHeading')}</h3>
      <p className="small soft">{say('declarantSays')}</p>
      <div className="form-grid">
        {ofDeclarant.map(([name, word]) => (
          <InputField
            key={name}
            label={say(word)}
            value={facts.declarant?.[name] ?? ''}
            onChange={(text) => onChange(withDeclarant(facts, name, text))}
          />
        ))}
      </div>
    </>
  );
}

function PartyFields({ facts, onChange }: { facts: CaseFacts; onChange: Change }) {
  const say = useSay();
  const codes = facts.creditCodes ?? [];
  const parties = [...new Set([...facts.applicants, ...facts.respondents])].filter((party) => party.trim() !== '');
  return (
    <div className="form-grid">
      {parties.map((party) => (
        <InputField
          key={party}
          label={say('creditCodeOf', { party })}
          value={codes.find((one) => one.party === party)?.code ?? ''}
          onChange={(text) => onChange(withCode(facts, party, text.trim().toUpperCase()))}
          wrong={codes.some((one) => one.party === party && isWrong(one.code)) ? say('notACreditCode') : null}
        />
      ))}
      <InputField
        label={say('opponents')}
        value={String(facts.opponents ?? '')}
        placeholder={facts.respondents.length > 0 ? String(facts.respondents.length) : ''}
        onChange={(text) => {
          const count = Number(text);
          const sound = Number.isInteger(count) && count > 0 && count < 1_000;
          onChange(withOptional(facts, 'opponents', sound ? count : undefined));
        }}
      />
      <CheckField
        label={say('beforeSuit')}
        on={facts.beforeSuit === true}
        set={(on) => onChange(withOptional(facts, 'beforeSuit', on ? true : undefined))}
      />
    </div>
  );
}

function OperatorFields({ facts, onChange }: { facts: CaseFacts; onChange: Change }) {
  const say = useSay();
  const stated = facts.operators ?? [];
  const names = new Set([...(facts.operator ? [facts.operator] : []), ...stated.map(({ name }) => name)]);
  return (
    <div className="form-grid">
      {[...names].flatMap((name) =>
        ofOperator.map(([field, word]) => (
          <InputField
            key={`${name} ${field}`}
            label={say('ofPerson', { name, field: say(word) })}
            value={stated.find((one) => one.name === name)?.[field] ?? ''}
            onChange={(text) => onChange(withOperator(facts, name, field, text))}
          />
        )),
      )}
      {ofStorage.map(([field, word]) => (
        <InputField
          key={field}
          label={say(word)}
          value={facts.storage?.[field] ?? ''}
          onChange={(text) => {
            const storage = withOptional(facts.storage ?? {}, field, text === '' ? undefined : text);
            onChange(withOptional(facts, 'storage', Object.keys(storage).length === 0 ? undefined : storage));
          }}
        />
      ))}
      <InputField
        label={say('computerOwner')}
        value={facts.computerOwner ?? ''}
        onChange={(text) => onChange(withOptional(facts, 'computerOwner', text === '' ? undefined : text))}
      />
    </div>
  );
}

const isWrong = (code: string) => !creditCodeSchema.safeParse(code).success;

/** Whether a field of the form cannot be saved as it is. */
export const peopleFactsAreWrong = ({ creditCodes = [], declarant }: CaseFacts): boolean =>
  creditCodes.some(({ code }) => isWrong(code)) || declarant?.name === '';

function withCode(facts: CaseFacts, party: string, code: string): CaseFacts {
  const others = (facts.creditCodes ?? []).filter((one) => one.party !== party);
  const codes = code === '' ? others : [...others, { party, code }];
  return withOptional(facts, 'creditCodes', codes.length === 0 ? undefined : codes);
}

function withOperator(facts: CaseFacts, name: string, field: (typeof ofOperator)[number][0], text: string): CaseFacts {
  const all = facts.operators ?? [];
  const before = all.find((one) => one.name === name) ?? { name };
  const now = withOptional(before, field, text === '' ? undefined : text);
  const others = all.filter((one) => one.name !== name);
  const operators = Object.keys(now).length > 1 ? [...others, now] : others;
  return withOptional(facts, 'operators', operators.length === 0 ? undefined : operators);
}

/** Without any words there is no declarant; a qualification without a name is shown as wrong until there is one. */
function withDeclarant(facts: CaseFacts, field: (typeof ofDeclarant)[number][0], text: string): CaseFacts {
  const before = facts.declarant ?? { name: '' };
  const now =
    field === 'name' ? { ...before, name: text } : withOptional(before, field, text === '' ? undefined : text);
  const isEmpty = Object.values(now).every((value) => value === '' || value === undefined);
  return withOptional(facts, 'declarant', isEmpty ? undefined : now);
}
