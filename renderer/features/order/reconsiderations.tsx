import { Button, InputField } from '../../ui/controls.tsx';
import { useSay } from '../../words/words.ts';
import type { WrittenPart } from './written-order.ts';
import { isDay } from './written-time.ts';

/** Who asked the court to review the ruling, and when it received that. */
export function Reconsiderations({ written, part }: WrittenPart) {
  const say = useSay();
  const wrongDay = (text: string) => (text === '' || isDay(text) ? null : say('dayUnfit'));
  return (
    <>
      <h2>{say('reconsiderations')}</h2>
      <ul className="stack">
        {written.reconsideration.map((one, at) => {
          const change = (next: typeof one) =>
            part({ reconsideration: written.reconsideration.map((other, n) => (n === at ? next : other)) });
          return (
            <li key={at} className="row form-row">
              <InputField
                className="spring"
                label={say('party')}
                value={one.party}
                onChange={(party) => change({ ...one, party })}
              />
              <InputField
                label={say('receivedAt')}
                placeholder={say('dayForm')}
                value={one.received}
                onChange={(received) => change({ ...one, received: received.trim() })}
                wrong={wrongDay(one.received)}
              />
              <Button
                kind="bare"
                onPress={() => part({ reconsideration: written.reconsideration.filter((_, n) => n !== at) })}
              >
                {say('remove')}
              </Button>
            </li>
          );
        })}
      </ul>
      <div className="row">
        <Button onPress={() => part({ reconsideration: [...written.reconsideration, { party: '', received: '' }] })}>
          {say('addReconsideration')}
        </Button>
      </div>
    </>
  );
}
