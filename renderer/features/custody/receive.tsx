import { useState, type DragEvent } from 'react';
import { Running } from '../../app/running.tsx';
import { useAsked } from '../../state/queries.ts';
import { useLong } from '../../state/use-long.ts';
import { useWindow } from '../../state/window-state.ts';
import { Button, Field, Trouble } from '../../ui/controls.tsx';
import { Mark } from '../../ui/marks.tsx';
import { PathField } from '../../ui/path-field.tsx';
import { pathsOf } from '../../workbench-client.ts';
import { useSay } from '../../words/words.ts';
import { useOpenCase } from '../cases/use-open-case.ts';
import { Report } from '../verify/report.tsx';
import { useVerify } from '../verify/use-verify.ts';

/** A package from somebody else: verified first, then taken over into the open case or a new one. @param into the open case */
export function Receive({ into }: { into: string | null }) {
  const say = useSay();
  const { settings, set } = useWindow();
  const [path, setPath] = useState('');
  const [secret, setSecret] = useState('');
  const [over, setOver] = useState(false);
  const [chosenPlace, setChosenPlace] = useState<string | null>(null);
  const { judged, trouble, running, again, verify, forget } = useVerify();
  const receiving = useLong('package.receive');
  const { open, trouble: openTrouble } = useOpenCase();
  const name = path.replace(/^.*[\\/]/, '').replace(/\.zip(\.age)?$/i, '');
  const free = useAsked('window.place', { title: name }, { enabled: judged !== null }).data?.folder ?? '';
  const place = chosenPlace ?? free;
  const sound = judged !== null && judged.report.verdict !== 'FAILED';
  const take = (kind: 'case' | 'new') => {
    const operator = settings.operator === '' ? null : settings.operator;
    void receiving.run({
      package: path.trim(),
      into:
        kind === 'case' && into !== null
          ? { kind: 'case', case: into }
          : { kind: 'new', folder: place.trim(), title: null, operator },
      anchors: [...settings.stamping.anchors],
      passphrase: secret === '' ? null : { typed: secret },
    });
  };
  const look = (given: string) => {
    setPath(given);
    verify(given.trim(), secret);
  };
  const change = (given: string) => {
    setPath(given);
    setChosenPlace(null);
    forget();
  };
  const onDrop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    void pathsOf(event.dataTransfer.files).then(([first]) => first !== undefined && look(first));
  };
  const { result } = receiving;
  return (
    <div className="stack">
      <p className="soft">{say('receiveSays')}</p>
      <div
        className={`drop-place ${over ? 'over' : ''}`}
        onDragEnter={() => setOver(true)}
        onDragLeave={() => setOver(false)}
        onDragOver={(event) => event.preventDefault()}
        onDrop={onDrop}
      >
        <h2>{say('dropPackage')}</h2>
        <PathField label={say('packagePath')} value={path} onChange={change} choose="file" accept={['.zip', '.age']} />
        {/\.age$/i.test(path.trim()) ? (
          <Field label={say('unlockWith')} value={secret} onChange={setSecret} secret />
        ) : null}
        <Button onPress={() => verify(path.trim(), secret)} disabled={path.trim() === '' || running !== undefined}>
          {say('verifyFirst')}
        </Button>
      </div>
      <Running work={running} says={again ? 'again' : 'verifying'} />
      {trouble ? <Trouble error={trouble} /> : null}
      {judged && !result ? (
        <section className="outcome">
          {sound ? (
            <>
              <PathField label={say('newCaseAt')} value={place} onChange={setChosenPlace} choose="save" />
              <div className="row">
                {into === null ? null : (
                  <Button kind="main" onPress={() => take('case')} disabled={receiving.running !== undefined}>
                    {say('intoThisCase')}
                  </Button>
                )}
                <Button
                  kind={into === null ? 'main' : 'plain'}
                  onPress={() => take('new')}
                  disabled={receiving.running !== undefined || place.trim() === ''}
                >
                  {say('intoNewCase')}
                </Button>
              </div>
            </>
          ) : (
            <p className="lead">
              <Mark rank="failed" word={say('notToReceive')} />
            </p>
          )}
        </section>
      ) : null}
      <Running work={receiving.running} says="receiving" />
      {receiving.trouble ? <Trouble error={receiving.trouble} /> : null}
      {result ? (
        <section className="outcome" aria-live="polite">
          <p className="lead">
            <Mark rank="passed" word={say('received')} />
          </p>
          <p>{say('receivedSays', { items: result.items, known: result.known, withheld: result.withheld })}</p>
          <p className="mono soft">{result.case}</p>
          <div className="row">
            {result.case === into ? (
              <Button onPress={() => set({ screen: 'evidence' })}>{say('showEvidence')}</Button>
            ) : (
              <Button onPress={() => open(result.case)}>{say('openCase')}</Button>
            )}
          </div>
        </section>
      ) : null}
      {openTrouble ? <Trouble error={openTrouble} /> : null}
      {judged ? <Report judged={judged} /> : null}
    </div>
  );
}
