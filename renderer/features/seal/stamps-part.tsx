import type { Output } from '../../../shared/contract.ts';
import { Running } from '../../app/running.tsx';
import { useAsked, usePulse } from '../../state/queries.ts';
import { useLong } from '../../state/use-long.ts';
import { useCase, useWindow } from '../../state/window-state.ts';
import { Button, Empty, Trouble } from '../../ui/controls.tsx';
import { Foreign, RankMark, Moment, type Rank } from '../../ui/marks.tsx';
import { useSay, type Word } from '../../words/words.ts';
import { DepositPart } from './deposit-part.tsx';

type Stamp = Output<'stamps.list'>['stamps'][number];

const states: Readonly<Record<Stamp['state'], readonly [Rank, Word]>> = {
  pending: ['waiting', 'stampPending'],
  rejected: ['failed', 'stampRejected'],
  granted: ['unsure', 'stampGranted'],
  verified: ['passed', 'stampVerified'],
  expiring: ['unsure', 'stampExpiring'],
  renewed: ['passed', 'stampRenewed'],
};

/** How far third parties have dated the log, one red button, and the queue of requests with their states. */
export function StampsPart() {
  const say = useSay();
  const { folder } = useCase();
  const { settings, set } = useWindow();
  const { services, anchors } = settings.stamping;
  const pulse = usePulse();
  const queue = useAsked('stamps.list', { case: folder, anchors: [...anchors] });
  const asking = useLong('stamps.ask');
  const stamps = [...(queue.data?.stamps ?? [])].reverse();
  const stamp = () => void asking.run({ case: folder, services: [...services], policy: null, anchors: [...anchors] });
  return (
    <div className="page">
      <div className="page-head">
        <div>
          {pulse ? <Lag seal={pulse.seal} /> : null}
          <p className="soft small">{say('stampSays')}</p>
        </div>
        <Button kind="sealing" onPress={stamp} disabled={asking.running !== undefined}>
          {say('stampNow')}
        </Button>
      </div>
      <div className="row note">
        <span className="soft">
          {services.length === 0 ? say('noServices') : say('askedServices', { services: services.join(' · ') })}
        </span>
        <span className="spring" />
        <Button kind="bare" onPress={() => set({ screen: 'settings' })}>
          {say('setServices')}
        </Button>
      </div>
      <Running work={asking.running} says="stamping" />
      {asking.trouble ? <Trouble error={asking.trouble} /> : null}
      {queue.error ? <Trouble error={queue.error} /> : null}
      {queue.data && stamps.length === 0 ? <Empty title={say('emptyStamps')} next={say('emptyStampsNext')} /> : null}
      {stamps.length > 0 ? <StampTable stamps={stamps} /> : null}
      <DepositPart />
    </div>
  );
}

function Lag({ seal: { unsealed, lastTime } }: { seal: Output<'cases.pulse'>['seal'] }) {
  const say = useSay();
  return (
    <p className="lead" role="status">
      <RankMark
        rank={unsealed === 0 ? 'passed' : 'waiting'}
        word={unsealed === 0 ? say('allSealed') : say('unsealed', { count: unsealed })}
      />{' '}
      <span className="soft small">
        {say('lastStamp')}: {lastTime === null ? say('neverStamped') : <Moment instant={lastTime} />}
      </span>
    </p>
  );
}

function StampTable({ stamps }: { stamps: readonly Stamp[] }) {
  const say = useSay();
  return (
    <table className="table">
      <thead>
        <tr>
          <th>{say('stampState')}</th>
          <th>{say('covers')}</th>
          <th>{say('statedTime')}</th>
          <th>{say('askedAt')}</th>
        </tr>
      </thead>
      <tbody>
        {stamps.map(({ request, state, size, askedAt, service, genTime, why }) => (
          <tr key={request}>
            <td>
              <RankMark rank={states[state][0]} word={say(states[state][1])} />
              {why === null ? null : (
                <p className="soft small">
                  <Foreign text={why} />
                </p>
              )}
            </td>
            <td>{say('firstEntries', { count: size })}</td>
            <td>
              {genTime === null ? '–' : <Moment instant={genTime} />}
              {service === null ? null : (
                <p className="mono soft small">
                  <Foreign text={service} />
                </p>
              )}
            </td>
            <td>
              <Moment instant={askedAt} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
