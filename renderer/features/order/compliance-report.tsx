import { useState } from 'react';
import { useCase, useWindow } from '../../state/window-state.ts';
import { runLong, useRunning } from '../../state/work.ts';
import { Button, Trouble } from '../../ui/controls.tsx';
import { WorkbenchError } from '../../workbench-client.ts';
import { useSay } from '../../words/words.ts';

/** Builds the report on what followed the order, and offers its pages. */
export function ComplianceReport() {
  const say = useSay();
  const { folder } = useCase();
  const set = useWindow((state) => state.set);
  const building = useRunning(['bundle.build']) !== undefined;
  const [built, setBuilt] = useState(false);
  const [trouble, setTrouble] = useState<WorkbenchError | null>(null);
  const build = () => {
    setTrouble(null);
    setBuilt(false);
    runLong('bundle.build', { case: folder, out: null, language: null, draft: false, compliance: true }).then(
      () => setBuilt(true),
      (error: unknown) => {
        if (error instanceof WorkbenchError && error.code !== 'cancelled') setTrouble(error);
      },
    );
  };
  return (
    <>
      <Button onPress={build} disabled={building}>
        {say('buildCompliance')}
      </Button>
      {built ? (
        <Button kind="main" onPress={() => set({ screen: 'bundle' })}>
          {say('showReport')}
        </Button>
      ) : null}
      {trouble ? <Trouble error={trouble} /> : null}
    </>
  );
}
