import type { FiledWords } from '../../shared/text.ts';
import type { Slice } from '../../shared/plan/pictures/slices.ts';
import type { Canvas } from './pdf/canvas.ts';
import type { PageForm } from './pdf/imported/child-words.ts';
import type { Ref } from './pdf/sink.ts';
import type { PageSize } from './layout.ts';

/**
 * One planned page: what it is, how large, and how to draw it once every page has its number. How many sheets a part
 * takes never depends on page numbers: they stand in columns that are wide enough for any.
 */
export type Sheet = Readonly<{
  size: PageSize;
  /** The name of its kind: `pages/registry.ts` has them all. */
  kind: string;
  /** Number of the exhibit that it belongs to, and its place in the arrangement. */
  exhibit: Readonly<{ number: string; index: number }> | null;
  /** The line at the top; the page number stands where the profile wants it, on every page. */
  header: FiledWords;
  /** Digests of the pictures that it shows, and the page of a foreign document. */
  pictures?: readonly string[];
  documentPage?: DocumentPage;
  /** The rows of a picture that stand on it. */
  shows?: Slice;
  /** What the outline says of it, below the line of its exhibit or part: words in dispute, each section that it begins. */
  mark?: FiledWords | readonly FiledWords[];
  /** In the technical annex: the exhibits, by their places, of which it begins to tell. */
  tells?: readonly number[];
  draw(canvas: Canvas, context: DrawContext): void;
}>;

/** A page as its kind plans it. What kind that is, and whose exhibit, is added to it. */
export type Page = Omit<Sheet, 'kind' | 'exhibit'>;

/** A page of a foreign document: the SHA-256 of its file, and which page of it, counted from 1. */
type DocumentPage = Readonly<{ file: string; page: number }>;

/** What a page can only know when all pages are planned and its file is being written. */
export type DrawContext = Readonly<{
  numbers: PageNumbers;
  /** The first page of the catalogue; null for a file without one. */
  catalogue: number | null;
  pictureOf(sha256: string): Ref;
  /** A page of an exhibit's document as copied into this file, or why it could not be. */
  formOf(exhibit: number, documentPage: DocumentPage): PageForm | Readonly<{ refused: string }>;
}>;

/** Printed page numbers, which are the PDF's own labels: the first page of the first volume is 1, the cover included. */
export type PageNumbers = Readonly<{
  total: number;
  /** First and last page of an exhibit, by its place in the arrangement; what stands in an annex is not among them. */
  ofExhibit(index: number): readonly [number, number];
  /** Its pages in the annex; null where it has none there. */
  ofAnnex(index: number): readonly [number, number] | null;
  /** Pages of an exhibit that show the whole capture, after its key page or in the annex. */
  ofCapture(index: number): readonly [number, number];
  /** The page of the technical annex that begins to tell of an exhibit; null where it has nothing of it. */
  ofTechnical(index: number): number | null;
  /** The first page that shows words of an exhibit, and how far down, in points; null where that was not measured. */
  ofWords(index: number, words: string): Readonly<{ page: number; down: number }> | null;
  /** The printed number of the volume that a page lies in; 0 for a page of a bundle filed before. */
  volumeOf(page: number): number;
  volumes: readonly Readonly<{ from: number; to: number }>[];
}>;

/** Where an exhibit says one of some words: the first of them that is found. */
export function spotOf(
  numbers: PageNumbers,
  index: number,
  words: readonly string[],
): ReturnType<PageNumbers['ofWords']> {
  for (const one of words) {
    const found = numbers.ofWords(index, one);
    if (found) return found;
  }
  return null;
}

/** `5–9`, or `5` for a single page. */
export function rangeText([from, to]: readonly [number, number]): string {
  return from === to ? String(from) : `${from}–${to}`;
}
