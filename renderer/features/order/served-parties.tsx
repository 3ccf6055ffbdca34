import { useWindow } from '../../state/window-state.ts';
import { Button, Choice, InputField } from '../../ui/controls.tsx';
import { useSay } from '../../words/words.ts';
import type { WrittenOrder, WrittenPart } from './written-order.ts';
import { isDay, momentOf } from './written-time.ts';

/** To whom, how and when the ruling was served. */
export function ServedParties({ written, part }: WrittenPart) {
  const say = useSay();
  const caseFile = useWindow((state) => state.caseFile);
  const parties = [...(caseFile?.facts.applicants ?? []), ...(caseFile?.facts.respondents ?? [])];
  return (
    <>
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
    </>
  );
}

function ServiceRow(props: {
  one: WrittenOrder['served'][number];
  change: (one: WrittenOrder['served'][number]) => void;
  remove: () => void;
}) {
  const { one, change, remove } = props;
  const say = useSay();
  const fit = one.on === '' || isDay(one.on) || momentOf(one.on) !== null;
  return (
    <li className="row form-row">
      <InputField
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
        // What completed it is said of electronic service alone.
        onChange={(way) => change({ ...one, way, completedBy: undefined })}
      />
      {one.way === 'electronic' ? (
        <Choice
          label={say('completedBy')}
          value={one.completedBy ?? 'not-stated'}
          options={[
            ['not-stated', say('completionNotStated')],
            ['confirmed-address', say('confirmedAddress')],
            ['acknowledged', say('acknowledged')],
          ]}
          onChange={(chosen) => change({ ...one, completedBy: chosen === 'not-stated' ? undefined : chosen })}
        />
      ) : null}
      <InputField
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
