import { create } from 'zustand';
import type { Input, Method, Output, WorkbenchEvent } from '../../shared/contract.ts';
import { call, WorkbenchError } from '../workbench-client.ts';
import { caseChanged } from './queries.ts';
import { useWindow } from './window-state.ts';

/** Long work that runs apart: shown in the bottom line, with what it is at and a way to stop it. */
export type Work = Readonly<{
  id: number;
  method: Method;
  subject: string | null;
  done: number;
  of: number | null;
  startedAt: number;
  stop: () => void;
}>;

type WorkState = Readonly<{ running: readonly Work[]; trouble: WorkbenchError | null }>;

export const useWork = create<WorkState>()(() => ({ running: [], trouble: null }));

let last = 0;

/**
 * Runs a long method. Its progress shows in the bottom line, and what is shown of the case is asked again as items come
 * in. @throws {WorkbenchError} `cancelled` where a person stopped it
 */
export async function runLong<M extends Method>(
  method: M,
  input: Input<M>,
  onEvent: (event: WorkbenchEvent) => void = () => undefined,
): Promise<Output<M>> {
  const id = ++last;
  const over = new AbortController();
  const change = (part: Partial<Work>) =>
    useWork.setState(({ running }) => ({ running: running.map((one) => (one.id === id ? { ...one, ...part } : one)) }));
  const work: Work = { id, method, subject: null, done: 0, of: null, startedAt: Date.now(), stop: () => over.abort() };
  useWork.setState(({ running }) => ({ running: [...running, work], trouble: null }));
  try {
    const { language } = useWindow.getState().settings;
    return await call(method, input, language, {
      signal: over.signal,
      onEvent: (event) => {
        if (event.event === 'progress') change({ subject: event.subject, done: event.done, of: event.of });
        if (event.event === 'item') void caseChanged();
        onEvent(event);
      },
    });
  } catch (error) {
    if (error instanceof WorkbenchError && error.code !== 'cancelled') useWork.setState({ trouble: error });
    throw error;
  } finally {
    useWork.setState(({ running }) => ({ running: running.filter((one) => one.id !== id) }));
    void caseChanged();
  }
}

/** Seconds that are left at the pace so far; null before anything can be said. */
export function secondsLeft({ done, of, startedAt }: Work, now: number): number | null {
  if (of === null || done === 0 || done >= of) return null;
  return Math.ceil((((now - startedAt) / done) * (of - done)) / 1000);
}
