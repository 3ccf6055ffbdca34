import type { Sheet } from './sheet.ts';

/** One file of a bundle: a run of sheets. */
export type VolumePlan = Readonly<{
  /** Name without ending, and what tells it from the first file of the bundle. */
  stem: string;
  mark: string;
  sheets: readonly Sheet[];
  /** Printed number of the first page. */
  first: number;
  /** Null for the only volume. `n` counts from 1. */
  volume: Readonly<{ n: number; of: number }> | null;
}>;
