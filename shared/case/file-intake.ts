import type { Film } from './film.ts';
import type { Artifact, FileFacts, FilePages, FileParts, Reason, Step } from './record.ts';

/** A file taken into a case: what its item's record says of it. Everything named is stored, nothing committed yet. */
export type FileIntake = Readonly<{
  /** `original` first, then `page-image` tiles where the picture was converted, or `page-text` and the files that a mail carried. */
  artifacts: readonly Artifact[];
  facts: FileFacts;
  pages: FilePages;
  /** Files that a mail or a PDF carried. */
  parts: FileParts;
  /** Frames of a film; null for anything else. */
  film: Film | null;
  steps: readonly Step[];
  warnings: readonly Reason[];
}>;
