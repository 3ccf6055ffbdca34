import type { Reason } from '../../../../../shared/case/record.ts';

/** A fact as it is read; who stores it makes it inert and bounds it. */
export type ToldFact = Readonly<{ name: string; value: string; source: string }>;

/** What stands beside a document's pages. */
export type Told = Readonly<{
  facts: readonly ToldFact[];
  notes: readonly Reason[];
  /** Files that it carries, in the folder that was named; of each the name that the document gives it. */
  files: readonly Readonly<{ file: string; name: string }>[];
  /** Why its pages are not what it shows; null where they are. */
  notItsPages: Reason | null;
}>;
