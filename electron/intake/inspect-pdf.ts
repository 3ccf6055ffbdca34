import type { Reason } from '../../shared/case/record.ts';

/** What the PDF engine found in a file, in its own child process. A refusal is an answer: encrypted, damaged, too large. */
type PdfInspection =
  | Readonly<{
      pages: readonly Readonly<{ width: number; height: number; rotation: number }>[];
      /** What of them will not show as their maker meant it. */
      warnings: readonly Reason[];
    }>
  | Readonly<{ refused: Reason }>;

/** Passed in, because intake does not know the bundle's folder. @throws only when cancelled */
export type InspectPdf = (path: string, signal: AbortSignal) => Promise<PdfInspection>;
