import type { Told } from './facts/told.ts';

/** What the parent asks of the child that reads a foreign PDF, and what it answers. */
export type ReadRequest =
  /** `filesFolder` is for the files that it carries, and for a copy of its pages; null: what stands beside its pages is not asked for. */
  | Readonly<{ ask: 'inspect'; path: string; filesFolder: string | null }>
  | Readonly<{
      ask: 'copy';
      path: string;
      /** What its record says it is. */
      sha256: string;
      pages: readonly number[];
      firstObject: number;
      out: string;
    }>;

export type ImportedPageSize = Readonly<{ width: number; height: number; rotation: number }>;

/** A page as a form: its object, its box in the space it is drawn in, how it is turned. */
export type PageForm = Readonly<{
  object: number;
  box: readonly [number, number, number, number];
  rotation: number;
  /** How many pictures or other parts of it are damaged or missing: they are shown in part, or not at all. */
  faults: number;
}>;

/** Object numbers of optional content groups, and which of them are hidden. */
export type Layers = Readonly<{ all: readonly number[]; off: readonly number[] }>;

/** What of the pages could not be shown as their maker meant it. */
export type CopyShortcomings = Readonly<{
  /** Pages with notes or fields that bring no appearance of their own: every viewer draws them in its own way. */
  withoutAppearance: readonly number[];
  /** Pages with pictures or other parts that are damaged or missing, and how many parts these are. */
  damagedPages: readonly number[];
  damagedParts: number;
  /** Scripts of the document: no page is copied with one. */
  scripts: number;
}>;

/** And what of the file can be read in more than one way. */
export type Shortcomings = CopyShortcomings &
  Readonly<{
    /** Its cross-reference table is damaged: the objects were searched for. */
    searched: boolean;
    /** Objects in the file that its table does not name. */
    unnamed: number;
    /** And those that it replaces or hides. */
    passedOver: number;
    /** Whether a reader that takes those too shows other pages. */
    differs: boolean;
    /** Dictionaries that give two values for one key. */
    doubledKeys: number;
    /** Pages that inherit something else from the parent that they name than from the node that lists them. */
    otherParents: number;
    pages: number;
    /** How many pages its page tree claims, where these are not as many. */
    countedPages: number | null;
  }>;

export type ReadAnswer =
  | Readonly<{
      answer: 'pages';
      pages: readonly ImportedPageSize[];
      shortcomings: Shortcomings;
      /** Null where it was not asked for. */
      told: Told | null;
    }>
  /** `out` holds the objects' bytes end to end; `objects` says where each begins, numbered from `firstObject` on. */
  | Readonly<{
      answer: 'forms';
      forms: readonly PageForm[];
      layers: Layers;
      shortcomings: Shortcomings;
      objects: readonly (readonly [offset: number, length: number])[];
    }>
  | Readonly<{
      answer: 'refused';
      why: 'password' | 'damaged' | 'too-many-pages' | 'too-large' | 'changed';
      detail: string;
      told?: Told | null;
    }>;

export const mostPages = 5_000;
export const mostObjects = 500_000;
/** Bytes; the library holds a file some three times over. */
export const largestFile = 512 << 20;
/** The copy of a document's pages, in the folder that was named. */
export const trialName = 'copy.pdf';
