import { useEffect, useState, type DragEvent } from 'react';
import { Running } from '../../app/running.tsx';
import { useAsked } from '../../state/queries.ts';
import { useWindow } from '../../state/window-state.ts';
import { Button, InputField, Trouble } from '../../ui/controls.tsx';
import { firstPath, WorkbenchError } from '../../workbench-client.ts';
import { useSay } from '../../words/words.ts';
import { Report } from './report.tsx';
import { useVerify } from './use-verify.ts';

/** Drop anything; two lines, content and time, then why, then what it does not prove. */
export function VerifyScreen() {
  const say = useSay();
  const caseFile = useWindow((state) => state.caseFile);
  const folder = caseFile?.folder ?? '';
  const latest = useAsked('bundle.list', { case: folder }, { enabled: caseFile !== null }).data?.bundles[0]?.files[0];
  const [path, setPath] = useState('');
  const [secret, setSecret] = useState('');
  const [over, setOver] = useState(false);
  const { judged, trouble, running, again, verify, fail } = useVerify();
  const toVerify = useWindow((state) => state.toVerify);
  useEffect(() => {
    if (toVerify === null) return;
    useWindow.getState().set({ toVerify: null });
    verify(toVerify);
  }, [toVerify, verify]);
  const onDrop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    firstPath(event.dataTransfer.files).then(
      (first) => verify(first ?? ''),
      (error: unknown) => error instanceof WorkbenchError && fail(error),
    );
  };
  return (
    <div className="scroll" onDragOver={(event) => event.preventDefault()} onDrop={onDrop}>
      <div className="verdict">
        <h1 className="no-print">{say('verify')}</h1>
        <div
          className={`drop-target no-print ${over ? 'over' : ''}`}
          onDragEnter={() => setOver(true)}
          onDragLeave={() => setOver(false)}
        >
          <h2>{say('verifyHere')}</h2>
          <form
            className="row verify-form"
            onSubmit={(event) => {
              event.preventDefault();
              verify(path.trim(), secret);
            }}
          >
            <InputField className="spring" label={say('verifyPath')} value={path} onChange={setPath} />
            {/\.age$/i.test(path.trim()) ? (
              <InputField label={say('unlockWith')} value={secret} onChange={setSecret} secret />
            ) : null}
            <Button onPress={() => verify(path.trim(), secret)} disabled={path.trim() === '' || running !== undefined}>
              {say('run')}
            </Button>
          </form>
          {caseFile ? (
            <div className="row verify-form">
              <Button onPress={() => verify(caseFile.folder)} disabled={running !== undefined}>
                {say('verifyThisCase')}
              </Button>
              {latest ? (
                <Button onPress={() => verify(latest.pdf)} disabled={running !== undefined}>
                  {say('verifyLatest')}
                </Button>
              ) : null}
            </div>
          ) : null}
        </div>
        <Running work={running} says={again ? 'again' : 'verifying'} />
        {trouble ? <Trouble error={trouble} /> : null}
        {judged ? <Report judged={judged} /> : null}
      </div>
    </div>
  );
}
