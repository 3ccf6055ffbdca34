import type { PagedRegion } from '../../../shared/case/paged-region.ts';
import type { Artifact, Reason } from '../../../shared/case/record.ts';
import type { WritableCase } from '../../casefile/case-handles.ts';
import type { SpawnChild } from '../../casefile/processes/children.ts';

/** What is to be covered, and what with. `folder` is to work in. */
export type Covering = Readonly<{
  caseFile: WritableCase;
  folder: string;
  words: readonly string[];
  regions: readonly PagedRegion[];
  wholeLines: boolean;
  spawnChild: SpawnChild;
  signal: AbortSignal;
}>;

/** Pictures with black places, the words that are left, all places in pixels, and how many of them are whole lines. */
export type Covered = Readonly<{
  pictures: readonly Artifact[];
  texts: readonly Artifact[];
  regions: readonly PagedRegion[];
  lines: number;
  /** Which pieces of a rolling picture go along, counted from 1. */
  pieces: ReadonlySet<number>;
  warnings: readonly Reason[];
}>;
