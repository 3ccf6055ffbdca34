import { useState } from 'react';
import type { Due, Obligation, ObligationOf, Order } from '../../../shared/order/order.ts';
import { useRows } from '../../state/queries.ts';
import { Button, Check, Field, Sheet, Trouble } from '../../ui/controls.tsx';
import type { WorkbenchError } from '../../workbench-client.ts';
import { useSay, type Word } from '../../words/words.ts';
import { DueFields } from './due-fields.tsx';

type Kind = Obligation['kind'];
type Channel = ObligationOf<'clarify'>['channels'][number];

const titles: Readonly<Record<Kind, Word>> = { stop: 'stopKind', clarify: 'clarifyKind', homepage: 'homepageKind' };
const linesOf = (text: string) =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

/** One obligation as the order words it, and how its fulfilment is recognised. */
export function ObligationSheet(props: {
  kind: Kind;
  obligation: Obligation | null;
  order: Order;
  keep: (obligation: Obligation) => void;
  trouble: WorkbenchError | null;
  onClose: () => void;
}) {
  const { kind, obligation, order, keep, trouble, onClose } = props;
  const say = useSay();
  const [text, setText] = useState(obligation?.text ?? '');
  const [due, setDue] = useState<Due | null>(obligation?.due ?? { by: 'not-stated' });
  const [places, setPlaces] = useState(obligation?.kind === 'stop' ? placeLines(obligation) : '');
  const [words, setWords] = useState(obligation && obligation.kind !== 'stop' ? obligation.words : '');
  const [channels, setChannels] = useState<readonly Channel[]>(
    obligation?.kind === 'clarify' ? obligation.channels : [],
  );
  const [names, setNames] = useState(channels.map(({ channel }) => channel).join('\n'));
  const [address, setAddress] = useState(obligation?.kind === 'homepage' ? obligation.address : '');
  const [days, setDays] = useState(obligation?.kind === 'homepage' ? String(obligation.days ?? '') : '');
  const readPlaces = placesOf(places);
  const id = obligation?.id ?? freeId(kind, order);
  const common = { id, text: text.trim() };
  const made = ((): Obligation | null => {
    if (common.text === '' || due === null) return null;
    switch (kind) {
      case 'stop':
        return readPlaces && readPlaces.length > 0 ? { ...common, due, kind, places: readPlaces } : null;
      case 'clarify':
        return words.trim() === '' || channels.length === 0
          ? null
          : { ...common, due, kind, words: words.trim(), channels: [...channels] };
      case 'homepage': {
        const count = days.trim() === '' ? null : Number(days);
        const fit = count === null || (Number.isInteger(count) && count > 0);
        if (!fit || address.trim() === '' || words.trim() === '') return null;
        return { ...common, due, kind, address: address.trim(), words: words.trim(), days: count };
      }
    }
  })();
  const rename = (written: string) => {
    setNames(written);
    const wanted = [...new Set(linesOf(written))];
    setChannels(wanted.map((channel) => channels.find((one) => one.channel === channel) ?? emptyChannel(channel)));
  };
  return (
    <Sheet title={say(titles[kind])} onClose={onClose} wide>
      <div className="stack">
        <Field label={say('obligationText')} value={text} onChange={setText} rows={2} focused />
        <DueFields due={due} order={order} onChange={setDue} />
        {kind === 'stop' ? (
          <Field
            label={say('placesOf')}
            value={places}
            onChange={setPlaces}
            rows={4}
            wrong={readPlaces === null ? say('placesUnfit') : null}
          />
        ) : null}
        {kind === 'clarify' ? (
          <>
            <Field label={say('clarifyWords')} value={words} onChange={setWords} />
            <Field label={say('channelsOf')} value={names} onChange={rename} rows={3} />
            {channels.map((channel) => (
              <ChannelFields
                key={channel.channel}
                channel={channel}
                change={(next) => setChannels(channels.map((one) => (one.channel === next.channel ? next : one)))}
              />
            ))}
          </>
        ) : null}
        {kind === 'homepage' ? (
          <>
            <Field
              label={say('homepageAddress')}
              value={address}
              onChange={setAddress}
              placeholder={say('addressForm')}
            />
            <Field label={say('homepageWords')} value={words} onChange={setWords} />
            <Field label={say('standingDays')} value={days} onChange={setDays} />
          </>
        ) : null}
        {trouble ? <Trouble error={trouble} /> : null}
        <div className="actions">
          <Button onPress={onClose}>{say('cancel')}</Button>
          <Button kind="main" disabled={made === null} onPress={() => made && keep(made)}>
            {say('save')}
          </Button>
        </div>
      </div>
    </Sheet>
  );
}

/** What was sent on one channel, and what the control accounts there are. */
function ChannelFields({ channel, change }: { channel: Channel; change: (channel: Channel) => void }) {
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
          <Check
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
        <Field
          label={say('scopeOriginal')}
          value={channel.scopeOfOriginal ?? ''}
          onChange={(text) => change({ ...channel, scopeOfOriginal: orNull(text) })}
        />
        <Field
          label={say('scopeClarification')}
          value={channel.scopeOfClarification ?? ''}
          onChange={(text) => change({ ...channel, scopeOfClarification: orNull(text) })}
        />
        <Field
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

function emptyChannel(channel: string): Channel {
  return {
    channel,
    originals: [],
    clarifications: [],
    scopeOfOriginal: null,
    scopeOfClarification: null,
    accounts: [],
  };
}

function placeLines({ places }: ObligationOf<'stop'>): string {
  return places.map(({ channel, address, words }) => `${channel} | ${address} | ${words}`).join('\n');
}

/** Null where a line has not its three parts. */
function placesOf(text: string): ObligationOf<'stop'>['places'] | null {
  const lines = linesOf(text).map((line) => line.split(/[|｜]/).map((piece) => piece.trim()));
  if (lines.some((parts) => parts.length !== 3 || parts.includes(''))) return null;
  return lines.map(([channel = '', address = '', words = '']) => ({ channel, account: null, address, words }));
}

/** A name that no other obligation of the order has: it marks the deadline in calendars for good. */
function freeId(kind: Kind, { obligations }: Order): string {
  for (let n = 1; ; n++) {
    const id = `${kind}-${n}`;
    if (!obligations.some((one) => one.id === id)) return id;
  }
}
