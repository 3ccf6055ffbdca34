import type { Sha256 } from '../../../shared/digest.ts';

/** A file of the case: where it lies, and the hash that it must have. */
export type FileOfCase = Readonly<{ path: string; sha256: Sha256 }>;

/** A file to clean; `words`: it holds the places of words. What is replaced in it is written to `to`, not there yet. */
export type FileToClean = FileOfCase & Readonly<{ words: boolean; to: string }>;

/** Parent to cleaner. `look`: files that will be asked for, and the text that the page shows; null where it has none. */
export type ToCleaner =
  | Readonly<{ look: readonly FileOfCase[]; text: FileOfCase | null }>
  | Readonly<{ clean: readonly FileToClean[]; known: readonly string[] }>;

/** What became of one file, as `CleanedFile` has it; `replaced`: it was written. */
export type CleanedByChild =
  Readonly<{ is: 'clean' }> | Readonly<{ is: 'unclear' }> | Readonly<{ is: 'replaced'; count: number }>;

/** Cleaner to parent: in the order in which they were asked for. */
export type FromCleaner = Readonly<{ cleaned: readonly CleanedByChild[] }>;
