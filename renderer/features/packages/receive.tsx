import { useState, type DragEvent } from 'react';
import type { Output } from '../../../shared/contract.ts';
import { exclusionLine } from '../../../shared/messages/exclusion-line.ts';
import { Running } from '../../app/running.tsx';
import { useLanguage, useWindow } from '../../state/window-state.ts';
import { Button, InputField, Trouble } from '../../ui/controls.tsx';
import { RankMark } from '../../ui/marks.tsx';
import { PathField } from '../../ui/path-field.tsx';
import { firstPath, WorkbenchError } from '../../workbench-client.ts';
import { useSay } from '../../words/words.ts';
import { useOpenCase } from '../cases/use-open-case.ts';
import { Report } from '../verify/report.tsx';
import { useReceiving, type Receiving } from './use-receiving.ts';

/** A package from somebody else: verified first, then received into the open case or a new one. @param into the open case */
export function Receive({ into }: { into: string | null }) {
  const say = useSay();
  const receiving = useReceiving(into);
  const { verification, work } = receiving;
  const { judged, trouble, running, again } = verification;
  const { open, trouble: openTrouble } = useOpenCase();
  return (
    <div className="stack">
      <p className="soft">{say('receiveSays')}</p>
      <PackageDrop receiving={receiving} />
      <Running work={running} says={again ? 'again' : 'verifying'} />
      {trouble ? <Trouble error={trouble} /> : null}
      {judged && !work.result ? (
        <section className="outcome">
          {judged.report.verdict === 'FAILED' ? (
            <p className="lead">
              <RankMark rank="failed" word={say('notToReceive')} />
            </p>
          ) : (
            <ReceiveInto receiving={receiving} />
          )}
        </section>
      ) : null}
      <Running work={work.running} says="receiving" />
      {work.trouble ? <Trouble error={work.trouble} /> : null}
      {work.result ? <ReceivedItems result={work.result} into={into} open={open} /> : null}
      {openTrouble ? <Trouble error={openTrouble} /> : null}
      {judged ? <Report judged={judged} /> : null}
    </div>
  );
}

/** Where a package is dropped, or its path written. */
function PackageDrop({ receiving }: { receiving: Receiving }) {
  const say = useSay();
  const { path, changePath, look, secret, setSecret, verifyNow, verification } = receiving;
  const [over, setOver] = useState(false);
  const onDrop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    firstPath(event.dataTransfer.files).then(
      (first) => first !== null && look(first),
      (error: unknown) => error instanceof WorkbenchError && verification.fail(error),
    );
  };
  return (
    <div
      className={`drop-target ${over ? 'over' : ''}`}
      onDragEnter={() => setOver(true)}
      onDragLeave={() => setOver(false)}
      onDragOver={(event) => event.preventDefault()}
      onDrop={onDrop}
    >
      <h2>{say('dropPackage')}</h2>
      <PathField
        label={say('packagePath')}
        value={path}
        onChange={changePath}
        choose="file"
        accept={['.zip', '.age']}
      />
      {/\.age$/i.test(path.trim()) ? (
        <InputField label={say('unlockWith')} value={secret} onChange={setSecret} secret />
      ) : null}
      <Button onPress={verifyNow} disabled={path.trim() === '' || verification.running !== undefined}>
        {say('verifyFirst')}
      </Button>
    </div>
  );
}

/** A package that was found sound: where its items are to go. */
function ReceiveInto({ receiving: { newFolder, chooseFolder, intoCase, intoNew, work } }: { receiving: Receiving }) {
  const say = useSay();
  const busy = work.running !== undefined;
  return (
    <>
      <PathField label={say('newCaseAt')} value={newFolder} onChange={chooseFolder} choose="save" />
      <div className="row">
        {intoCase ? (
          <Button kind="main" onPress={intoCase} disabled={busy}>
            {say('intoThisCase')}
          </Button>
        ) : null}
        <Button kind={intoCase ? 'plain' : 'main'} onPress={intoNew} disabled={busy || newFolder.trim() === ''}>
          {say('intoNewCase')}
        </Button>
      </div>
    </>
  );
}

function ReceivedItems(props: {
  result: Output<'package.receive'>;
  into: string | null;
  open: (folder: string) => void;
}) {
  const { result, into, open } = props;
  const say = useSay();
  const language = useLanguage();
  const set = useWindow((state) => state.set);
  return (
    <section className="outcome" aria-live="polite">
      <p className="lead">
        <RankMark rank="passed" word={say('received')} />
      </p>
      <p>{say('receivedSays', { items: result.items, known: result.known, withheld: result.withheld })}</p>
      {result.attachments > 0 ? <p>{say('receivedAttached', { count: result.attachments })}</p> : null}
      {result.excluded.map((one) => (
        <p key={one.item}>{exclusionLine(one, language)}</p>
      ))}
      <p className="mono soft">{result.case}</p>
      <div className="row">
        {result.case === into ? (
          <Button onPress={() => set({ screen: 'items' })}>{say('showEvidence')}</Button>
        ) : (
          <Button onPress={() => open(result.case)}>{say('openCase')}</Button>
        )}
      </div>
    </section>
  );
}
