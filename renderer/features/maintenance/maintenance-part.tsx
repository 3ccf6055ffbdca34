import { useState } from 'react';
import { Running } from '../../app/running.tsx';
import { useAsked } from '../../state/queries.ts';
import { useLong } from '../../state/use-long.ts';
import { useCase } from '../../state/window-state.ts';
import { Button, Trouble } from '../../ui/controls.tsx';
import { RankMark } from '../../ui/marks.tsx';
import { PathField } from '../../ui/path-field.tsx';
import { sizeText } from '../../ui/sizes.ts';
import { useSay } from '../../words/words.ts';
import { verdictMarks } from '../verify/report.tsx';
import { RepairOutcome } from './repair-outcome.tsx';

/** Copies of a case, its files hashed again, and its database made anew. */
export function MaintenancePart() {
  return (
    <div className="page sections">
      <CasePlace />
      <Backup />
      <Health />
      <Repair />
    </div>
  );
}

/** Who may reach the case where it lies: another machine, a cloud, other users, whoever takes the disk. */
function CasePlace() {
  const say = useSay();
  const { folder } = useCase();
  const { data, error } = useAsked('case.place', { case: folder });
  const ranks = { ok: 'passed', warn: 'unsure', unknown: 'waiting' } as const;
  return (
    <section>
      <h2>{say('placeHead')}</h2>
      <p className="mono soft small">{folder}</p>
      {error ? <Trouble error={error} /> : null}
      <ul className="ledger">
        {data?.findings.map(({ code, state, message }) => (
          <li key={code}>
            <RankMark rank={ranks[state]} word="" />
            <span>{message}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Backup() {
  const say = useSay();
  const { folder } = useCase();
  const free = useAsked('window.beside', { case: folder, what: 'backup' }).data?.path ?? '';
  const [written, setWritten] = useState<string | null>(null);
  const backup = useLong('case.backup');
  const to = written ?? free;
  const begin = () => {
    setWritten(to.trim()); // the free place of now is taken then: a further backup goes to the same
    void backup.run({ case: folder, folder: to.trim() });
  };
  const { result } = backup;
  const good = result !== null && result.verdict === 'PASSED';
  return (
    <section>
      <h2>{say('backup')}</h2>
      <p className="soft">{say('backupSays')}</p>
      <PathField label={say('backupTo')} value={to} onChange={setWritten} choose="folder" />
      <div className="row">
        <Button kind="main" onPress={begin} disabled={backup.running !== undefined || to.trim() === ''}>
          {say('backupNow')}
        </Button>
      </div>
      <Running work={backup.running} says="backingUp" />
      {backup.trouble ? <Trouble error={backup.trouble} /> : null}
      {result ? (
        <div className="outcome" aria-live="polite">
          <p className="lead">
            <RankMark
              rank={good ? 'passed' : 'failed'}
              word={
                good
                  ? say('backedUp', { copied: result.copied, kept: result.kept, size: sizeText(result.bytes) })
                  : say('backupBad')
              }
            />
          </p>
          <p className="mono soft">{result.folder}</p>
          {result.left.length > 0 ? (
            <p>
              <RankMark rank="unsure" word={say('backupLeft', { count: result.left.length })} />
            </p>
          ) : null}
        </div>
      ) : null}
    </section>
  );
}

function Health() {
  const say = useSay();
  const { folder } = useCase();
  const [from, setFrom] = useState('');
  const health = useLong('case.health');
  const check = () => void health.run({ case: folder, from: from.trim() === '' ? [] : [from.trim()] });
  const { result } = health;
  return (
    <section>
      <h2>{say('health')}</h2>
      <p className="soft">{say('healthSays')}</p>
      <PathField label={say('healthFrom')} value={from} onChange={setFrom} choose="folder" />
      <div className="row">
        <Button onPress={check} disabled={health.running !== undefined}>
          {say('healthNow')}
        </Button>
      </div>
      <Running work={health.running} says="checkingFiles" />
      {health.trouble ? <Trouble error={health.trouble} /> : null}
      {result ? (
        <div className="outcome" aria-live="polite">
          <p className="lead">
            <RankMark
              rank={result.damaged.length === 0 ? 'passed' : 'failed'}
              word={
                result.damaged.length === 0 ? say('healthy') : say('damagedFiles', { count: result.damaged.length })
              }
            />
          </p>
          <ul className="ledger">
            {result.damaged.map(({ path, detail, restored }) => (
              <li key={path}>
                <RankMark rank={restored === null ? 'failed' : 'passed'} word="" />
                <span className="mono">{detail}</span>
                <span className="why">
                  {restored === null ? say('notRestored') : say('restoredFrom', { path: restored })}
                </span>
              </li>
            ))}
            {result.report.checks
              .filter(({ verdict }) => verdict !== 'PASSED')
              .map(({ check: name, verdict, detail }, at) => (
                <li key={`${name} ${at}`}>
                  <RankMark rank={verdictMarks[verdict][0]} word="" />
                  <span className="mono">{detail}</span>
                </li>
              ))}
          </ul>
        </div>
      ) : null}
    </section>
  );
}

function Repair() {
  const say = useSay();
  const { folder } = useCase();
  const repair = useLong('case.repair');
  return (
    <section>
      <h2>{say('repair')}</h2>
      <p className="soft">{say('repairSays')}</p>
      <div className="row">
        <Button onPress={() => void repair.run({ case: folder })} disabled={repair.running !== undefined}>
          {say('repairNow')}
        </Button>
      </div>
      <Running work={repair.running} says="repairing" />
      {repair.trouble ? <Trouble error={repair.trouble} /> : null}
      {repair.result ? <RepairOutcome result={repair.result} /> : null}
    </section>
  );
}
