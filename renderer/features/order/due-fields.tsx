import { useState } from 'react';
import type { Due, Order } from '../../../shared/order/order.ts';
import { useWindow } from '../../state/window-state.ts';
import { Choice, InputField } from '../../ui/controls.tsx';
import { useSay, type Word } from '../../words/words.ts';
import { isDay, momentOf, writtenMoment } from './written-time.ts';

type By = Due['by'];

/** What is written for each: under which label and in which form (null where nothing is), and whether a service begins it. */
type Way = Readonly<{ label: Word | null; form: Word | null; fromService: boolean }>;
const ways: Readonly<Record<By, Way>> = {
  'not-stated': { label: null, form: null, fromService: false },
  'at-once': { label: null, form: null, fromService: true },
  'days-from-service': { label: 'howMany', form: null, fromService: true },
  'hours-from-service': { label: 'howMany', form: null, fromService: true },
  day: { label: 'dueDay', form: 'dayForm', fromService: false },
  moment: { label: 'dueMoment', form: 'momentForm', fromService: false },
};

/** When an obligation must be met, as the order says it. Null is told while what is written is not whole. */
export function DueFields(props: { due: Due | null; order: Order; onChange: (due: Due | null) => void }) {
  const { due, order, onChange } = props;
  const say = useSay();
  const caseFile = useWindow((state) => state.caseFile);
  const parties = [...new Set([...order.served.map(({ party }) => party), ...(caseFile?.facts.respondents ?? [])])];
  const [by, setBy] = useState<By>(due?.by ?? 'not-stated');
  const [value, setValue] = useState(due === null ? '' : valueOf(due));
  const [party, setParty] = useState(due && 'party' in due ? due.party : (parties[0] ?? ''));
  const tell = (nextBy: By, nextValue: string, nextParty: string) => {
    setBy(nextBy);
    setValue(nextValue);
    setParty(nextParty);
    onChange(dueOf(nextBy, nextValue.trim(), nextParty));
  };
  const { label, form, fromService } = ways[by];
  const unfit = label !== null && value.trim() !== '' && dueOf(by, value.trim(), party || '-') === null;
  const shownForm = form === null ? '' : say(form);
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
      {label !== null ? (
        <InputField
          label={say(label)}
          placeholder={shownForm}
          value={value}
          onChange={(next) => tell(by, next, party)}
          wrong={unfit ? say(form ?? 'howMany') : null}
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
