import { useState } from 'react';
import type { Due, Order } from '../../../shared/order/order.ts';
import { useWindow } from '../../state/window-state.ts';
import { Choice, Field } from '../../ui/controls.tsx';
import { useSay } from '../../words/words.ts';
import { isDay, momentOf, writtenMoment } from './written-time.ts';

type By = Due['by'];

/** When an obligation must be met, as the order says it. Null is told while what is written is not whole. */
export function DueFields(props: { due: Due | null; order: Order; onChange: (due: Due | null) => void }) {
  const { due, order, onChange } = props;
  const say = useSay();
  const kase = useWindow((state) => state.kase);
  const parties = [...new Set([...order.served.map(({ party }) => party), ...(kase?.facts.respondents ?? [])])];
  const [by, setBy] = useState<By>(due?.by ?? 'not-stated');
  const [value, setValue] = useState(due === null ? '' : valueOf(due));
  const [party, setParty] = useState(due && 'party' in due ? due.party : (parties[0] ?? ''));
  const tell = (nextBy: By, nextValue: string, nextParty: string) => {
    setBy(nextBy);
    setValue(nextValue);
    setParty(nextParty);
    onChange(dueOf(nextBy, nextValue.trim(), nextParty));
  };
  const fromService = by === 'at-once' || by === 'days-from-service' || by === 'hours-from-service';
  const written = by !== 'at-once' && by !== 'not-stated';
  const label = by === 'day' ? 'dueDay' : by === 'moment' ? 'dueMoment' : 'howMany';
  const form = by === 'day' ? say('dayForm') : by === 'moment' ? say('momentForm') : '';
  const unfit = written && value.trim() !== '' && dueOf(by, value.trim(), party || '-') === null;
  return (
    <div className="form-grid">
      <Choice
        label={say('dueBy')}
        value={by}
        options={[
          ['not-stated', say('dueNotStated')],
          ['at-once', say('dueAtOnce')],
          ['days-from-service', say('dueDays')],
          ['hours-from-service', say('dueHours')],
          ['day', say('dueDay')],
          ['moment', say('dueMoment')],
        ]}
        onChange={(next) => tell(next, '', party)}
      />
      {written ? (
        <Field
          label={say(label)}
          placeholder={form}
          value={value}
          onChange={(next) => tell(by, next, party)}
          wrong={unfit ? form || say('howMany') : null}
        />
      ) : null}
      {fromService ? (
        <Choice
          label={say('servedParty')}
          value={party}
          options={parties.length === 0 ? [['', '—']] : parties.map((one) => [one, one] as const)}
          onChange={(next) => tell(by, value, next)}
        />
      ) : null}
    </div>
  );
}

function valueOf(due: Due): string {
  switch (due.by) {
    case 'moment':
      return writtenMoment(due.at);
    case 'day':
      return due.on;
    case 'days-from-service':
      return String(due.days);
    case 'hours-from-service':
      return String(due.hours);
    case 'at-once':
    case 'not-stated':
      return '';
  }
}

function dueOf(by: By, value: string, party: string): Due | null {
  const count = /^[1-9]\d{0,3}$/.test(value) ? Number(value) : null;
  switch (by) {
    case 'not-stated':
      return { by };
    case 'at-once':
      return { by, party };
    case 'day':
      return isDay(value) ? { by, on: value } : null;
    case 'moment': {
      const at = momentOf(value);
      return at === null ? null : { by, at };
    }
    case 'days-from-service':
      return count === null ? null : { by, days: count, party };
    case 'hours-from-service':
      return count === null ? null : { by, hours: count, party };
  }
}
