import { useRows } from '../../state/queries.ts';
import { Choice, InputField } from '../../ui/controls.tsx';
import { useSay, type Word } from '../../words/words.ts';
import type { WrittenPart } from './written-order.ts';
import { isDay, momentOf } from './written-time.ts';

/** Number, days, term and security of the ruling. */
export function TermFields({ written, part }: WrittenPart) {
  const say = useSay();
  const rulings = useRows().filter(({ category }) => category === 'order');
  const wrongDay = (text: string) => (text === '' || isDay(text) ? null : say('dayUnfit'));
  const wrongMoment = (text: string) => (text === '' || momentOf(text) !== null ? null : say('momentUnfit'));
  const day = (label: Word, name: 'ruled' | 'measureTaken' | 'furtherBy' | 'termDay') => (
    <InputField
      label={say(label)}
      placeholder={say('dayForm')}
      value={written[name]}
      onChange={(text) => part({ [name]: text.trim() })}
      wrong={wrongDay(written[name])}
    />
  );
  return (
    <div className="form-grid">
      <InputField label={say('orderNumber')} value={written.number} onChange={(number) => part({ number })} />
      <Choice
        label={say('orderItem')}
        value={written.item}
        options={[['', '—'], ...rulings.map(({ item, title }) => [item, title] as const)]}
        onChange={(item) => part({ item })}
      />
      <InputField
        label={say('receivedAt')}
        placeholder={say('momentForm')}
        value={written.received}
        onChange={(received) => part({ received })}
        wrong={wrongMoment(written.received)}
      />
      {day('ruledOn', 'ruled')}
      {day('measureOn', 'measureTaken')}
      <Choice
        label={say('termOf')}
        value={written.term}
        options={[
          ['not-stated', say('termNotStated')],
          ['judgment', say('termJudgment')],
          ['day', say('termDay')],
        ]}
        onChange={(term) => part({ term })}
      />
      {written.term === 'day' ? day('lastDay', 'termDay') : null}
      <InputField label={say('securityGiven')} value={written.given} onChange={(given) => part({ given })} />
      {day('furtherSecurity', 'furtherBy')}
    </div>
  );
}
