import type { Artifact, Reason } from '../../case/record.ts';

/** An HTML document out of a file that somebody handed in, with the files that came with it. */
export type HtmlToDraw = Readonly<{
  html: string;
  /** Where the document says it is from: addresses within it are taken from there. Nothing is asked there. */
  address: string;
  /** What came with it, by its whole address. */
  files: ReadonlyMap<string, Readonly<{ mediaType: string; read(): Uint8Array }>>;
}>;

/** What a browser without any network showed of such a document. */
export type DrawnHtml = Readonly<{
  /** Name and version of the browser. */
  by: string;
  /** Tiles of the picture, in order, then the words with their places in it. */
  artifacts: readonly Artifact[];
  /** Addresses that the document asked for and that did not come with it: none was asked; the first of so many. */
  left: readonly string[];
  leftCount: number;
  /** How many files that came with it were shown or used. */
  used: number;
  /** What the picture lacks of the document, or the words of the picture. */
  notes: readonly Reason[];
}>;

/** Device pixels for one CSS pixel of what is drawn: letters are printed sharp. */
export const drawnScale = 2;
