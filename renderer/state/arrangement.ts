import type { Arrangement } from '../../shared/case/exhibit.ts';
import { exhibitNumbers } from '../../shared/plan/numbers.ts';
import { call, WorkbenchError } from '../workbench-client.ts';
import { changeCaseState } from './case-state.ts';
import { caseChanged, queries, useAsked } from './queries.ts';
import { useCase, useHere, useLanguage, useWindow } from './window-state.ts';

/** So many steps can be taken back. */
const mostSteps = 200;

/** Writes one after the other, in the order in which they were made. */
let writing: Promise<unknown> = Promise.resolve();

const none: Arrangement = [];

/** Shown for a number that nobody can tell. */
const untold = '–';

/** The exhibits as they stand, and the ways to change them. */
export function useArrangement() {
  const { folder } = useCase();
  const language = useLanguage();
  const input = { case: folder, exhibits: null };
  const answer = useAsked('exhibits.arrange', input).data;
  const exhibits: Arrangement = answer?.exhibits ?? none;
  const { past, future, arrangeTrouble } = useHere();
  const set = useWindow((state) => state.set);

  const write = (next: Arrangement): ReadonlyMap<string, string> => {
    const numbering = answer?.numbering ?? null;
    const numbers = numbering && exhibitNumbers(next, numbering);
    queries.setQueryData(['exhibits.arrange', input, language], { exhibits: next, numbers, numbering });
    const byItem = new Map<string, string>();
    next.forEach(({ item }, at) => numbers?.[at] !== undefined && byItem.set(item, numbers[at]));
    writing = writing.then(() =>
      call('exhibits.arrange', { case: folder, exhibits: next.map((one) => ({ ...one })) }, language).then(
        () => changeCaseState(folder, { arrangeTrouble: null }),
        (error: unknown) => {
          if (error instanceof WorkbenchError) changeCaseState(folder, { arrangeTrouble: error });
        },
      ),
    );
    void writing.then(caseChanged);
    return byItem;
  };
  return {
    /** Whether the case has answered yet. */
    loaded: answer !== undefined,
    exhibits,
    /** As a bundle prints them, by item: of one that stands there, unless nobody can tell. */
    numbers: new Map(exhibits.map(({ item }, at) => [item, answer?.numbers?.[at] ?? untold])),
    trouble: arrangeTrouble,
    /** `say`: what a screen reader is told of it, from the numbers that the exhibits bear by then, where they can be told. */
    change: (next: Arrangement, say: string | ((numbers: ReadonlyMap<string, string>) => string) = '') => {
      changeCaseState(folder, { past: [...past, exhibits].slice(-mostSteps), future: [] });
      const numbers = write(next);
      const said = typeof say === 'string' ? say : say(numbers);
      if (said !== '') set({ said });
    },
    undo: (said: string) => {
      const before = past.at(-1);
      if (!before) return;
      changeCaseState(folder, { past: past.slice(0, -1), future: [exhibits, ...future] });
      write(before);
      set({ said });
    },
    redo: (said: string) => {
      const [after, ...rest] = future;
      if (!after) return;
      changeCaseState(folder, { past: [...past, exhibits], future: rest });
      write(after);
      set({ said });
    },
    canUndo: past.length > 0,
    canRedo: future.length > 0,
  };
}
