import type { FiledWords } from '../language.ts';

/** A table of a bundle, ready to print: a screen, a page and the command line show the same rows. */
export type Table = Readonly<{
  title: string;
  /** A line or more under the title. */
  notes: readonly string[];
  /** Names of the columns with their share of the width. */
  columns: readonly Readonly<{ name: string; share: number }>[];
  rows: readonly (readonly FiledWords[])[];
}>;
