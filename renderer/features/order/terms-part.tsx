import { useState } from 'react';
import type { Order, Service } from '../../../shared/order/order.ts';
import { useRows } from '../../state/queries.ts';
import { useWindow } from '../../state/window-state.ts';
import { Button, Choice, Field, Trouble } from '../../ui/controls.tsx';
import { useSay, type Word } from '../../words/words.ts';
import { useOrder } from './use-order.ts';
import { isDay, momentOf, writtenMoment } from './written-time.ts';

/** The order in its written form: what a person types, before it is read as days and moments. */
type Written = Readonly<{
  number: string;
  item: string;
  received: string;
  ruled: string;
  measureTaken: string;
  term: Order['term']['until'];
  termDay: string;
  given: string;
  furtherBy: string;
  served: readonly Readonly<Omit<Service, 'on'> & { on: string }>[];
  reconsideration: Order['reconsideration'];
}>;

export function TermsPart() {
  const { state, trouble, save, saving } = useOrder();
  if (!state) return trouble ? <Trouble error={trouble} /> : null;
  return (
    <div className="page">
      {trouble ? <Trouble error={trouble} /> : null}
      <TermsForm key={JSON.stringify(state.order)} order={state.order} save={save} saving={saving} />
    </div>
  );
}

function TermsForm(props: { order: Order; save: (order: Order, done: () => void) => void; saving: boolean }) {
  const { order, save, saving } = props;
  const say = useSay();
  const { kase, set } = useWindow();
  const rulings = useRows().filter(({ category }) => category === 'order');
  const [written, setWritten] = useState(() => writtenOf(order));
  const part = (change: Partial<Written>) => setWritten({ ...written, ...change });
  const wrongDay = (text: string) => (text === '' || isDay(text) ? null : say('dayUnfit'));
  const wrongMoment = (text: string) => (text === '' || momentOf(text) !== null ? null : say('momentUnfit'));
  const day = (label: Word, name: 'ruled' | 'measureTaken' | 'furtherBy' | 'termDay') => (
    <Field
      label={say(label)}
      placeholder={say('dayForm')}
      value={written[name]}
      onChange={(text) => part({ [name]: text.trim() })}
      wrong={wrongDay(written[name])}
    />
  );
  const read = readOf(written, order);
  const changed = JSON.stringify(written) !== JSON.stringify(writtenOf(order));
  const parties = [...(kase?.facts.applicants ?? []), ...(kase?.facts.respondents ?? [])];
  return (
    <div className="stack">
      <p className="soft">{say('termsSay')}</p>
      <div className="form-grid">
        <Field label={say('orderNumber')} value={written.number} onChange={(number) => part({ number })} />
        <Choice
          label={say('orderItem')}
          value={written.item}
          options={[['', '—'], ...rulings.map(({ item, title }) => [item, title] as const)]}
          onChange={(item) => part({ item })}
        />
        <Field
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
        <Field label={say('securityGiven')} value={written.given} onChange={(given) => part({ given })} />
        {day('furtherSecurity', 'furtherBy')}
      </div>
      <h2>{say('servedOnes')}</h2>
      <ul className="stack">
        {written.served.map((one, at) => (
          <ServiceRow
            key={at}
            one={one}
            change={(next) => part({ served: written.served.map((other, n) => (n === at ? next : other)) })}
            remove={() => part({ served: written.served.filter((_, n) => n !== at) })}
          />
        ))}
      </ul>
      <div className="row">
        <Button
          onPress={() =>
            part({
              served: [
                ...written.served,
                { party: parties[written.served.length] ?? '', role: 'respondent', way: 'direct', on: '', item: null },
              ],
            })
          }
        >
          {say('addService')}
        </Button>
      </div>
      <h2>{say('reconsiderations')}</h2>
      <ul className="stack">
        {written.reconsideration.map((one, at) => {
          const change = (next: typeof one) =>
            part({ reconsideration: written.reconsideration.map((other, n) => (n === at ? next : other)) });
          return (
            <li key={at} className="row form-row">
              <Field
                className="spring"
                label={say('party')}
                value={one.party}
                onChange={(party) => change({ ...one, party })}
              />
              <Field
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
      <div className="row form-end">
        <Button
          kind="main"
          disabled={!changed || read === null || saving}
          onPress={() => read && save(read, () => set({ said: say('orderSaved') }))}
        >
          {say('registerOrder')}
        </Button>
      </div>
    </div>
  );
}

function ServiceRow(props: {
  one: Written['served'][number];
  change: (one: Written['served'][number]) => void;
  remove: () => void;
}) {
  const { one, change, remove } = props;
  const say = useSay();
  const fit = one.on === '' || isDay(one.on) || momentOf(one.on) !== null;
  return (
    <li className="row form-row">
      <Field
        className="spring"
        label={say('party')}
        value={one.party}
        onChange={(party) => change({ ...one, party })}
      />
      <Choice
        label={say('role')}
        value={one.role}
        options={[
          ['applicant', say('applicantRole')],
          ['respondent', say('respondentRole')],
        ]}
        onChange={(role) => change({ ...one, role })}
      />
      <Choice
        label={say('serviceWay')}
        value={one.way}
        options={[
          ['direct', say('direct')],
          ['left', say('left')],
          ['mail', say('mail')],
          ['electronic', say('electronic')],
          ['public-notice', say('publicNotice')],
        ]}
        onChange={(way) => change({ ...one, way })}
      />
      <Field
        label={say('servedOn')}
        placeholder={say('dayOrMoment')}
        value={one.on}
        onChange={(on) => change({ ...one, on })}
        wrong={fit ? null : say('momentUnfit')}
      />
      <Button kind="bare" onPress={remove}>
        {say('remove')}
      </Button>
    </li>
  );
}

function writtenOf(order: Order): Written {
  const { number, item, received, ruled, measureTaken, term, security, served, reconsideration } = order;
  return {
    number: number ?? '',
    item: item ?? '',
    received: received === null ? '' : writtenMoment(received),
    ruled: ruled ?? '',
    measureTaken: measureTaken ?? '',
    term: term.until,
    termDay: term.until === 'day' ? term.day : '',
    given: security.given ?? '',
    furtherBy: security.furtherBy ?? '',
    served: served.map((one) => ({ ...one, on: writtenMoment(one.on) })),
    reconsideration,
  };
}

/** The order as written, or null where something of it is no day, no moment, or missing. */
function readOf(written: Written, before: Order): Order | null {
  const { number, item, received, ruled, measureTaken, term, termDay, given, furtherBy } = written;
  const days = [ruled, measureTaken, furtherBy].filter((text) => text !== '');
  if (!days.every(isDay) || (received !== '' && momentOf(received) === null)) return null;
  if (term === 'day' && !isDay(termDay)) return null;
  const served = written.served.flatMap((one) => {
    const on = isDay(one.on) ? one.on : momentOf(one.on);
    return on === null || one.party.trim() === '' ? [] : [{ ...one, party: one.party.trim(), on }];
  });
  if (served.length !== written.served.length) return null;
  const { reconsideration } = written;
  if (!reconsideration.every((one) => one.party.trim() !== '' && isDay(one.received))) return null;
  return {
    ...before,
    number: number.trim() === '' ? null : number.trim(),
    item: item === '' ? null : item,
    received: received === '' ? null : momentOf(received),
    ruled: ruled === '' ? null : ruled,
    measureTaken: measureTaken === '' ? null : measureTaken,
    term: term === 'day' ? { until: 'day', day: termDay } : { until: term },
    security: { given: given.trim() === '' ? null : given.trim(), furtherBy: furtherBy === '' ? null : furtherBy },
    served,
    reconsideration,
  };
}
