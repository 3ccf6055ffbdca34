import { useState } from 'react';
import { useCase, useWindow } from '../../state/window-state.ts';
import { runLong, useWork } from '../../state/work.ts';
import { Button, Trouble } from '../../ui/controls.tsx';
import { WorkbenchError } from '../../workbench-client.ts';
import { useSay } from '../../words/words.ts';

/** Builds the report on what followed the order, and leads to its pages. */
export function ComplianceReport() {
  const say = useSay();
  const { folder } = useCase();
  const set = useWindow((state) => state.set);
  const building = useWork(({ running }) => running.some(({ method }) => method === 'bundle.build'));
  const [trouble, setTrouble] = useState<WorkbenchError | null>(null);
  const build = () => {
    setTrouble(null);
    runLong('bundle.build', { case: folder, out: null, language: null, draft: false, compliance: true }).then(
      () => set({ screen: 'bundle' }),
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
      {trouble ? <Trouble error={trouble} /> : null}
    </>
  );
}
