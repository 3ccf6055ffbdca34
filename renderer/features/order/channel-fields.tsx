import type { ObligationOf } from '../../../shared/order/order.ts';
import { useRows } from '../../state/queries.ts';
import { CheckField, InputField } from '../../ui/controls.tsx';
import { useSay } from '../../words/words.ts';

export type Channel = ObligationOf<'clarify'>['channels'][number];

/** What was sent on one channel, and what the control accounts there are. */
export function ChannelFields({ channel, change }: { channel: Channel; change: (channel: Channel) => void }) {
  const say = useSay();
  const rows = useRows();
  const accounts = channel.accounts.map(({ account }) => account).join('\n');
  const orNull = (text: string) => (text === '' ? null : text);
  const pick = (side: 'originals' | 'clarifications', category: 'message' | 'clarification') => (
    <fieldset className="picks">
      <legend className="field-label">{say(side)}</legend>
      {rows.filter((row) => row.category === category).length === 0 ? <p className="soft">{say('noItems')}</p> : null}
      {rows
        .filter((row) => row.category === category)
        .map(({ item, title }) => (
          <CheckField
            key={item}
            label={title}
            on={channel[side].includes(item)}
            set={(on) =>
              change({
                ...channel,
                [side]: on ? [...channel[side], item] : channel[side].filter((one) => one !== item),
              })
            }
          />
        ))}
    </fieldset>
  );
  return (
    <section className="obligation" aria-label={channel.channel}>
      <h3>{channel.channel}</h3>
      <div className="form-grid">
        {pick('originals', 'message')}
        {pick('clarifications', 'clarification')}
        <InputField
          label={say('scopeOriginal')}
          value={channel.scopeOfOriginal ?? ''}
          onChange={(text) => change({ ...channel, scopeOfOriginal: orNull(text) })}
        />
        <InputField
          label={say('scopeClarification')}
          value={channel.scopeOfClarification ?? ''}
          onChange={(text) => change({ ...channel, scopeOfClarification: orNull(text) })}
        />
        <InputField
          className="wide"
          label={say('accountsOf')}
          rows={2}
          value={accounts}
          onChange={(text) =>
            change({
              ...channel,
              accounts: text
                .split('\n')
                .filter((line) => line !== '')
                .map(
                  (account) =>
                    channel.accounts.find((one) => one.account === account) ?? { account, original: null, looks: [] },
                ),
            })
          }
        />
      </div>
    </section>
  );
}

export function emptyChannel(channel: string): Channel {
  return {
    channel,
    originals: [],
    clarifications: [],
    scopeOfOriginal: null,
    scopeOfClarification: null,
    accounts: [],
  };
}
