import { useState } from 'react';
import type { Input, Method, Output } from '../../shared/contract.ts';
import { WorkbenchError } from '../workbench-client.ts';
import { runLong, useWork, type Work } from './work.ts';

/** One long method of a screen: whether it runs, what came of it, and what went wrong, a stop by the person included. */
export function useLong<M extends Method>(
  method: M,
): Readonly<{
  running: Work | undefined;
  result: Output<M> | null;
  trouble: WorkbenchError | null;
  run: (input: Input<M>) => Promise<Output<M> | null>;
}> {
  const [result, setResult] = useState<Output<M> | null>(null);
  const [trouble, setTrouble] = useState<WorkbenchError | null>(null);
  const running = useWork(({ running: all }) => all.find((one) => one.method === method));
  const run = async (input: Input<M>): Promise<Output<M> | null> => {
    if (running) return null;
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
