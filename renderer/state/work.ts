import { create } from 'zustand';
import type { Input, Method, Output, WorkbenchEvent } from '../../shared/contract.ts';
import { call, WorkbenchError } from '../workbench-client.ts';
import { changeCaseState } from './case-state.ts';
import { caseChanged } from './queries.ts';
import { useWindow } from './window-state.ts';

/** Long work that runs apart: shown in the bottom line, with what it is at and a way to stop it. */
export type Work = Readonly<{
  id: number;
  method: Method;
  /** The case that it is done in, by folder and title; null where it was begun without one (the demo). */
  of: Readonly<{ folder: string; title: string }> | null;
  subject: string | null;
  done: number;
  all: number | null;
  startedAt: number;
  /** A person asked it to stop, and it has not ended yet. */
  stopping: boolean;
  stop: () => void;
}>;

/** What came to its end while the person may have been at something else: offered, never shown unasked. */
export type Ready = Readonly<{ id: number; method: Method; folder: string }>;

type WorkState = Readonly<{
  running: readonly Work[];
  ready: readonly Ready[];
  /** What went wrong with work that belongs to no case. */
  trouble: WorkbenchError | null;
}>;

const useWork = create<WorkState>()(() => ({ running: [], ready: [], trouble: null }));

let last = 0;

/** Everything that runs, for the bottom line; whoever looks for the work of a case asks `useRunning`. */
export function useAllWork(): WorkState {
  return useWork();
}

/** The work of these methods that runs in a case: in the open one, or, on the list of cases, in none. */
export function useRunning(methods: readonly Method[], folder?: string | null): Work | undefined {
  const open = useWindow((state) => state.caseFile?.folder ?? null);
  return useWork((state) => find(state, methods, folder === undefined ? open : folder));
}

/** The same, asked once. */
export function runningIn(folder: string | null, ...methods: readonly Method[]): Work | undefined {
  return find(useWork.getState(), methods, folder);
}

function find({ running }: WorkState, methods: readonly Method[], folder: string | null): Work | undefined {
  return running.find(({ method, of }) => (of?.folder ?? null) === folder && methods.includes(method));
}

/** Offers a case that has come to be; nothing is shown until the person asks. */
export function offer(method: Method, folder: string): void {
  useWork.setState(({ ready }) => ({ ready: [...ready, { id: ++last, method, folder }] }));
}

export function forget(id: number): void {
  useWork.setState(({ ready }) => ({ ready: ready.filter((one) => one.id !== id) }));
}

/** Puts what went wrong away: with work of this case, or with work of none. */
export function putTroubleAway(folder: string | null): void {
  tell(folder, null);
}

function tell(folder: string | null, trouble: WorkbenchError | null): void {
  if (folder === null) useWork.setState({ trouble });
  else changeCaseState(folder, { trouble });
}

/**
 * Runs a long method. Its progress shows in the bottom line, and what is shown of the case is asked again as items come
 * in. It belongs to the case that its input names, else to the one that is open now.
 * @throws {WorkbenchError} `cancelled` where a person stopped it
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
  const of = caseOf(input);
  const stop = () => {
    change({ stopping: true });
    over.abort();
  };
  const state = { subject: null, done: 0, all: null, startedAt: Date.now(), stopping: false };
  useWork.setState(({ running }) => ({ running: [...running, { id, method, of, stop, ...state }] }));
  tell(of?.folder ?? null, null);
  try {
    const { language } = useWindow.getState().settings;
    return await call(method, input, language, {
      signal: over.signal,
      onEvent: (event) => {
        if (event.event === 'progress') change({ subject: event.subject, done: event.done, all: event.of });
        if (event.event === 'item') void caseChanged();
        onEvent(event);
      },
    });
  } catch (error) {
    if (error instanceof WorkbenchError && error.code !== 'cancelled') tell(of?.folder ?? null, error);
    throw error;
  } finally {
    useWork.setState(({ running }) => ({ running: running.filter((one) => one.id !== id) }));
    void caseChanged();
  }
}

function caseOf(input: object): Work['of'] {
  const { caseFile } = useWindow.getState();
  const folder = 'case' in input && typeof input.case === 'string' ? input.case : (caseFile?.folder ?? null);
  if (folder === null) return null;
  return { folder, title: caseFile?.folder === folder ? caseFile.facts.title : nameOfFolder(folder) };
}

/** `/d/青禾.fascicle` → `青禾` */
export function nameOfFolder(folder: string): string {
  return (folder.split(/[\\/]/).at(-1) ?? folder).replace(/\.fascicle$/, '');
}

/** Seconds that are left at the pace so far; null before anything can be said. */
export function secondsLeft({ done, all, startedAt }: Work, now: number): number | null {
  if (all === null || done === 0 || done >= all) return null;
  return Math.ceil((((now - startedAt) / done) * (all - done)) / 1000);
}
