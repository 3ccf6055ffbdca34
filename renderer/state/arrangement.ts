import { create } from 'zustand';
import type { Arrangement, Exhibit } from '../../shared/case/exhibit.ts';
import { call, WorkbenchError } from '../workbench-client.ts';
import { caseChanged, queries, useAsked } from './queries.ts';
import { useCase, useLanguage, useWindow } from './window-state.ts';

type Steps = Readonly<{
  folder: string;
  past: readonly Arrangement[];
  future: readonly Arrangement[];
  trouble: WorkbenchError | null;
}>;

/** What undo and redo go back and forth through. Every step is logged as an arrangement of its own: nothing is hidden. */
const useSteps = create<Steps>()(() => ({ folder: '', past: [], future: [], trouble: null }));
const mostSteps = 200;

/** Writes one after the other, in the order in which they were made. */
let writing: Promise<unknown> = Promise.resolve();

const none: Arrangement = [];

/** The exhibits as they stand, and the ways to change them. */
export function useArrangement() {
  const { folder } = useCase();
  const language = useLanguage();
  const input = { case: folder, exhibits: null };
  const exhibits: Arrangement = useAsked('exhibits.arrange', input).data?.exhibits ?? none;
  const steps = useSteps();
  const mine = steps.folder === folder;
  const set = useWindow((state) => state.set);

  const write = (next: Arrangement) => {
    queries.setQueryData(['exhibits.arrange', input, language], { exhibits: next });
    writing = writing.then(() =>
      call('exhibits.arrange', { case: folder, exhibits: next.map((one) => ({ ...one })) }, language).then(
        () => useSteps.setState({ trouble: null }),
        (error: unknown) => {
          if (error instanceof WorkbenchError) useSteps.setState({ trouble: error });
        },
      ),
    );
    void writing.then(caseChanged);
  };
  return {
    exhibits,
    trouble: mine ? steps.trouble : null,
    change: (next: Arrangement, said = '') => {
      const past = mine ? steps.past : none_;
      useSteps.setState({ folder, past: [...past, exhibits].slice(-mostSteps), future: [] });
      write(next);
      if (said !== '') set({ said });
    },
    undo: (said: string) => {
      const before = mine ? steps.past.at(-1) : undefined;
      if (!before) return;
      useSteps.setState({ past: steps.past.slice(0, -1), future: [exhibits, ...steps.future] });
      write(before);
      set({ said });
    },
    redo: (said: string) => {
      const [after, ...rest] = mine ? steps.future : none_;
      if (!after) return;
      useSteps.setState({ past: [...steps.past, exhibits], future: rest });
      write(after);
      set({ said });
    },
    canUndo: mine && steps.past.length > 0,
    canRedo: mine && steps.future.length > 0,
  };
}
const none_: readonly Arrangement[] = [];

/** Moves exhibits together to stand before the exhibit `to` (behind all where null). They take the group they come into. */
export function moved(exhibits: Arrangement, items: ReadonlySet<string>, to: string | null): Arrangement {
  const moving = exhibits.filter(({ item }) => items.has(item));
  const rest = exhibits.filter(({ item }) => !items.has(item));
  const at = to === null ? rest.length : rest.findIndex(({ item }) => item === to);
  const place = at < 0 ? rest.length : at;
  const [before, after] = [rest[place - 1], rest[place]];
  const grouped = moving.map((one): Exhibit => {
    if (before?.group === one.group || after?.group === one.group) return one;
    return { ...one, group: before?.group ?? after?.group ?? one.group };
  });
  return [...rest.slice(0, place), ...grouped, ...rest.slice(place)];
}
