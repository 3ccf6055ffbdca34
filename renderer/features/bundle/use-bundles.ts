import { useState } from 'react';
import { isStopping } from '../../../shared/plan/problems.ts';
import { useAsked } from '../../state/queries.ts';
import { useCase, useHere } from '../../state/window-state.ts';
import { runLong, useRunning } from '../../state/work.ts';
import { WorkbenchError } from '../../workbench-client.ts';

/** The bundles of the case, which of them and which of its files is shown, what was judged, and building the next. */
export function useBundles() {
  const { folder } = useCase();
  const { buildOptions: options } = useHere();
  const bundles = useAsked('bundle.list', { case: folder }).data?.bundles ?? [];
  const judged = useAsked('bundle.problems', { case: folder, edition: options.edition });
  const building = useRunning(['bundle.build']) !== undefined;
  const [shown, setShown] = useState<string>('latest');
  const [chosen, setChosen] = useState('');
  const [trouble, setTrouble] = useState<WorkbenchError | null>(null);
  const problems = judged.data?.problems ?? [];
  const bundle = bundles.find(({ seq }) => String(seq) === shown) ?? bundles[0];
  const files = bundle?.files ?? [];
  const build = (draft: boolean) => {
    if (building) return;
    setTrouble(null);
    runLong('bundle.build', { ...options, lists: [...options.lists], case: folder, out: null, draft }).then(
      () => setShown('latest'),
      (error: unknown) => {
        if (error instanceof WorkbenchError && error.code !== 'cancelled') setTrouble(error);
      },
    );
  };
  return {
    bundles,
    bundle,
    showBundle: setShown,
    files,
    file: files.find(({ pdf }) => pdf === chosen) ?? files[0],
    showFile: setChosen,
    problems,
    problemsTrouble: judged.error,
    /** Whether a problem is left that only a draft may have. */
    stopped: problems.some(isStopping),
    options,
    build,
    building,
    trouble,
  };
}

export type Bundles = ReturnType<typeof useBundles>;
