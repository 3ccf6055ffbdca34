import { z } from 'zod';
import { create } from 'zustand';
import { useShallow } from 'zustand/react/shallow';
import type { Arrangement } from '../../shared/case/exhibit.ts';
import type { EventPayload } from '../../shared/contract.ts';
import type { Step } from '../../shared/case/record.ts';
import type { WorkbenchError } from '../workbench-client.ts';
import { usualOptions, type BuildOptions } from './build-options.ts';

/** What a restart brings back of one case. Everything here is comfort, nothing is evidence. */
const keptOfCaseSchema = z.object({
  /** Whose state it is: another case in the same folder begins with none of it. */
  caseId: z.string().catch(''),
  selected: z.array(z.string()).catch([]),
  loupe: z.boolean().catch(false),
  zoom: z.union([z.literal('fit'), z.number()]).catch('fit'),
  filter: z.string().catch(''),
  decision: z.enum(['all', 'undecided', 'accepted', 'excluded']).catch('all'),
  /** What is being pasted: addresses that are not ordered yet. */
  draft: z.string().catch(''),
  /** Jobs whose rows were put away. */
  putAway: z.array(z.string()).catch([]),
});

/** How a step of a capture ended; null until it has. */
type LiveStep = Readonly<{ step: string; outcome: Step['outcome'] | null }>;

/** What is heard of one address while it is captured: its steps so far, and since when. */
export type Live = Readonly<{ steps: readonly LiveStep[]; since: number }>;

/** A file on its way in. */
export type FileRow = Readonly<{
  /** Of the row: the file's path, or a made-up one where it has none. */
  key: string;
  name: string;
  state: 'waiting' | 'running' | 'taken' | 'refused' | 'stopped';
  item: EventPayload<'item'> | null;
  error: Readonly<{ message: string; evidence: string; next: string }> | null;
}>;

/** What the window knows of one case and forgets at the end. */
type Passing = Readonly<{
  live: ReadonlyMap<string, Live>;
  items: ReadonlyMap<string, EventPayload<'item'>>;
  files: readonly FileRow[];
  /** The page that a person works in now: to log in, or before it is captured. */
  hand: Readonly<{ what: 'login' | 'capture'; message: string }> | null;
  /** What went wrong with its work last, until it is looked at or work begins anew. */
  trouble: WorkbenchError | null;
  /** Cell that a problem of its bundle points to. */
  cell: string | null;
  /** What undo and redo of its arrangement go back and forth through, and what went wrong with writing it. */
  past: readonly Arrangement[];
  future: readonly Arrangement[];
  arrangeTrouble: WorkbenchError | null;
  buildOptions: BuildOptions;
}>;

/**
 * All that the window holds of one case. A new field of a case belongs here and nowhere else: the matters of two clients
 * never touch, for there is no way to this state but by a case's folder.
 */
export type CaseState = Readonly<z.infer<typeof keptOfCaseSchema>> & Passing;

const untouched: CaseState = {
  ...keptOfCaseSchema.parse({}),
  live: new Map(),
  items: new Map(),
  files: [],
  hand: null,
  trouble: null,
  cell: null,
  past: [],
  future: [],
  arrangeTrouble: null,
  buildOptions: usualOptions,
};

const useCases = create<ReadonlyMap<string, CaseState>>()(() => new Map());

/** The state of the case in this folder. */
export function stateOfCase(folder: string): CaseState {
  return useCases.getState().get(folder) ?? untouched;
}

/** The same, and drawn again as it changes. */
export function useStateOfCase<T>(folder: string, pick: (state: CaseState) => T): T {
  return useCases((cases) => pick(cases.get(folder) ?? untouched));
}

/** What changes with every step of a capture: read by itself, so that nothing else is drawn again at each. */
const passingFast: ReadonlySet<string> = new Set(['live', 'items']);
export type StillState = Omit<CaseState, 'live' | 'items'>;

/** All of a case's state that does not change while a capture goes on. */
export function useStillState(folder: string): StillState {
  return useCases(
    useShallow((cases) => {
      const all = Object.entries(cases.get(folder) ?? untouched);
      return Object.fromEntries(all.filter(([name]) => !passingFast.has(name))) as StillState; // its own fields, but two
    }),
  );
}

/** Changes the state of the case in this folder, whichever case is shown. */
export function changeCaseState(
  folder: string,
  part: Partial<CaseState> | ((state: CaseState) => Partial<CaseState>),
): void {
  const before = stateOfCase(folder);
  const change = typeof part === 'function' ? part(before) : part;
  const cases = new Map(useCases.getState());
  cases.delete(folder); // the case that changed last stands last
  useCases.setState(cases.set(folder, { ...before, ...change }), true);
}

/** The case in this folder is shown from now on: if it is another than before, with nothing of that one. */
export function enterCase(folder: string, caseId: string): void {
  const before = stateOfCase(folder).caseId;
  if (before !== '' && before !== caseId) changeCaseState(folder, untouched);
  changeCaseState(folder, { caseId });
}

type Waiting = Readonly<{ folder: string; trouble: WorkbenchError | null; hand: boolean }>;

/** Cases whose work failed or waits for a person, other than the one in this folder. */
export function useWaitingElsewhere(folder: string | null): readonly Waiting[] {
  const cases = useCases();
  return [...cases]
    .filter(([one, { trouble, hand }]) => one !== folder && (trouble !== null || hand !== null))
    .map(([one, { trouble, hand }]) => ({ folder: one, trouble, hand: hand !== null }));
}

export function onCaseState(listener: () => void): void {
  useCases.subscribe(listener);
}

/** So many selected items and rows put away of a case, and so many cases are remembered: those changed last. */
const longest = { selection: 200, putAway: 2_000, cases: 20 } as const;
/** Letters of all of it together. */
const mostLetters = 150_000;

/** What of it a restart is to bring back, by folder. */
export function keptOfCases(): Readonly<Record<string, unknown>> {
  const kept: [string, unknown][] = [];
  let letters = 0;
  for (const [folder, state] of [...useCases.getState()].reverse().slice(0, longest.cases)) {
    const of = keptOfCaseSchema.parse({
      ...state,
      selected: state.selected.slice(-longest.selection),
      putAway: state.putAway.slice(-longest.putAway),
    });
    letters += JSON.stringify([folder, of]).length;
    if (letters > mostLetters) break;
    kept.unshift([folder, of]);
  }
  return Object.fromEntries(kept);
}

/** Brings back what `keptOfCases` gave. */
export function restoreCases(kept: Readonly<Record<string, unknown>>): void {
  for (const [folder, of] of Object.entries(kept)) {
    const known = keptOfCaseSchema.safeParse(of);
    if (known.success) changeCaseState(folder, known.data);
  }
}
