import type { Reason } from '../../shared/case/record.ts';
import type { FileFact } from './facts.ts';

/** What stands beside a PDF's pages, as its own child process read it: hostile words still. */
type ToldOfPdf = Readonly<{
  facts: readonly FileFact[];
  notes: readonly Reason[];
  /** Files that it carries, each under this name in the folder. */
  files: readonly Readonly<{ file: string; name: string }>[];
  /** Why its pages are not what it shows, where they are not. */
  notItsPages: Reason | null;
}>;

/** What the PDF engine found in a file, in its own child process. A refusal is an answer: encrypted, damaged, too large. */
type PdfInspection = (
  | Readonly<{
      pages: readonly Readonly<{ width: number; height: number; rotation: number }>[];
      /** What of them will not show as their maker meant it. */
      warnings: readonly Reason[];
    }>
  | Readonly<{ refused: Reason }>
) &
  Readonly<{ told?: ToldOfPdf | null }>;

/**
 * Passed in, because intake does not know the bundle's folder.
 *
 * @param filesFolder an empty one, for the files that the PDF carries
 * @throws only when cancelled
 */
export type InspectPdf = (path: string, signal: AbortSignal, filesFolder: string) => Promise<PdfInspection>;
