import { useState } from 'react';
import type { Obligation, Order } from '../../../shared/order/order.ts';
import { Button, InputField, ModalSheet, Trouble } from '../../ui/controls.tsx';
import type { WorkbenchError } from '../../workbench-client.ts';
import { useSay, type Word } from '../../words/words.ts';
import { ChannelFields } from './channel-fields.tsx';
import { DueFields } from './due-fields.tsx';
import {
  freeId,
  readObligation,
  renamed,
  stopsOf,
  writtenObligation,
  type WrittenObligation,
  type WrittenObligationPart,
} from './written-obligation.ts';

type Kind = Obligation['kind'];

const titles: Readonly<Record<Kind, Word>> = { stop: 'stopKind', clarify: 'clarifyKind', homepage: 'homepageKind' };
const fieldsOf = { stop: StopFields, clarify: ClarifyFields, homepage: HomepageFields } as const;

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
  const [written, setWritten] = useState(() => writtenObligation(obligation));
  const part = (change: Partial<WrittenObligation>) => setWritten((before) => ({ ...before, ...change }));
  const read = readObligation(kind, obligation?.id ?? freeId(kind, order), written);
  const Fields = fieldsOf[kind];
  return (
    <ModalSheet title={say(titles[kind])} onClose={onClose} wide>
      <div className="stack">
        <InputField
          label={say('obligationText')}
          value={written.text}
          onChange={(text) => part({ text })}
          rows={2}
          focused
        />
        <DueFields due={written.due} order={order} onChange={(due) => part({ due })} />
        <Fields written={written} part={part} />
        {trouble ? <Trouble error={trouble} /> : null}
        <div className="actions">
          <Button onPress={onClose}>{say('cancel')}</Button>
          <Button kind="main" disabled={read === null} onPress={() => read && keep(read)}>
            {say('save')}
          </Button>
        </div>
      </div>
    </ModalSheet>
  );
}

function StopFields({ written, part }: WrittenObligationPart) {
  const say = useSay();
  return (
    <InputField
      label={say('stopsOf')}
      value={written.stops}
      onChange={(stops) => part({ stops })}
      rows={4}
      wrong={stopsOf(written.stops) === null ? say('stopsUnfit') : null}
    />
  );
}

function ClarifyFields({ written, part }: WrittenObligationPart) {
  const say = useSay();
  const { words, names, channels } = written;
  return (
    <>
      <InputField label={say('clarifyWords')} value={words} onChange={(next) => part({ words: next })} />
      <InputField
        label={say('channelsOf')}
        value={names}
        onChange={(next) => part({ names: next, channels: renamed(next, channels) })}
        rows={3}
      />
      {channels.map((channel) => (
        <ChannelFields
          key={channel.channel}
          channel={channel}
          change={(next) => part({ channels: channels.map((one) => (one.channel === next.channel ? next : one)) })}
        />
      ))}
    </>
  );
}

function HomepageFields({ written, part }: WrittenObligationPart) {
  const say = useSay();
  return (
    <>
      <InputField
        label={say('homepageAddress')}
        value={written.address}
        onChange={(address) => part({ address })}
        placeholder={say('addressForm')}
      />
      <InputField label={say('homepageWords')} value={written.words} onChange={(words) => part({ words })} />
      <InputField label={say('standingDays')} value={written.days} onChange={(days) => part({ days })} />
    </>
  );
}
