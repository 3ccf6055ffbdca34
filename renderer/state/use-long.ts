import { useState } from 'react';
import type { Input, Method, Output } from '../../shared/contract.ts';
import { WorkbenchError } from '../workbench-client.ts';
import { runLong, runningIn, useRunning, type Work } from './work.ts';
import { useWindow } from './window-state.ts';

/**
 * One long method of a screen: whether it runs, what came of it, and what went wrong, a stop by the person included.
 * @param of the case whose work it is; without it the open one, or none
 */
export function useLong<M extends Method>(
  method: M,
  of?: string,
): Readonly<{
  running: Work | undefined;
  result: Output<M> | null;
  trouble: WorkbenchError | null;
  run: (input: Input<M>) => Promise<Output<M> | null>;
}> {
  const [result, setResult] = useState<Output<M> | null>(null);
  const [trouble, setTrouble] = useState<WorkbenchError | null>(null);
  const running = useRunning([method], of);
  const run = async (input: Input<M>): Promise<Output<M> | null> => {
    const folder = of ?? useWindow.getState().caseFile?.folder ?? null;
    if (runningIn(folder, method)) return null;
    setResult(null);
    setTrouble(null);
    try {
      const output = await runLong(method, input);
      setResult(output);
      return output;
    } catch (error) {
      if (!(error instanceof WorkbenchError)) throw error;
      setTrouble(error);
      return null;
    }
  };
  return { running, result, trouble, run };
}
