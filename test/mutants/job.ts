/** What `run.ts` asks of a host: one test file against some mutants. Paths are absolute; `file` is below `tree`. */
export type MutantJob = Readonly<{
  tree: string;
  file: string;
  mutants: readonly number[];
  /** Those of them after which this file's tests failed without a fault too: it is looked first whether they fail anyway. */
  doubted: readonly number[];
  /** Of the host's own, for what its tests leave. */
  folder: string;
  answers: string;
  /** A mutant whose tests in this file take longer, in milliseconds, is left to other files. */
  longest: number;
  /** The file is given up when so many milliseconds went by without a find. */
  patience: number;
}>;

/** What a host says, one line of JSON each. */
export type MutantsSaid =
  | Readonly<{ what: 'first'; milliseconds: number; reached: readonly number[] }>
  | Readonly<{ what: 'fails'; test: string; why: string }>
  | Readonly<{ what: 'begin'; id: number; limit: number }>
  /** `more`: this file tries it once more, loaded anew. */
  | Readonly<{ what: 'end'; id: number; killedBy: string | null; why: string; more: boolean }>
  | Readonly<{ what: 'left' | 'doubt'; id: number }>
  | Readonly<{ what: 'again' | 'done' }>;
