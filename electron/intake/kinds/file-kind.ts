import type { Reason } from '../../../shared/case/record.ts';
import type { KindWords } from '../../../shared/messages/kinds/kind-words.ts';
import type { Inside } from '../containers/inside.ts';
import type { FileContent, IntakeServices } from '../intake-types.ts';
import type { StepLedger } from '../step-ledger.ts';

/** A format that a file may be of, by its bytes. */
export type Format = Readonly<{
  mediaType: string;
  /** Lower-case ASCII ending for exports, without the dot. */
  ending: string;
  /** Endings under which such a file goes by, beside its own; `null` where any may be right. */
  alsoEndings: readonly string[] | null;
}>;

export const format = (mediaType: string, ending: string, alsoEndings: Format['alsoEndings'] = []): Format => ({
  mediaType,
  ending,
  alsoEndings,
});

/**
 * A kind of file: one folder here, whose `kind.ts` says what this type asks, and one line in `registry.ts`. Limits, the
 * reading process and its words lie in the same folder.
 */
export type FileKind = Readonly<{
  /** The name of its folder. */
  name: string;
  /** What it alone says: its lines, reasons and facts, in `shared/messages/kinds/`; null where it has none of its own. */
  words: KindWords | null;
  /** Beginnings that no other file has, bytes as Latin-1, at most 16; they are tried for all kinds before `tells`. */
  signatures?: readonly (readonly [string, Format])[];
  /**
   * Tells by more than the first bytes, in the order of the registry.
   *
   * @param head up to `headLength` bytes
   * @param inside what a container's own directory names; a word somewhere in its bytes tells nothing
   */
  tells?(head: Uint8Array, inside: Inside): Format | null;
  /** Endings that are true of this kind alone: one of these on any other file is a contradiction. */
  ownEndings?: readonly string[];
  /** Whether it is told so surely that another type, declared by a server, is a contradiction. */
  contradicts: boolean;
  /** Whether it carries files that become pages too: kinds that do lie in each other only to a depth. */
  carries: boolean;
  /** Whether it has pages beside what it carries: too deep, these are shown and only what it carries is not opened. */
  hasOwnPages?: true;
  /**
   * Reads the stored file and makes its pages. What goes wrong is told in the content and the ledger. `null`: a file of
   * this kind is kept whole and has no pages, by design.
   *
   * @throws only when cancelled, or when the case cannot store
   */
  makePages: ((file: FileAtHand) => Promise<FileContent>) | null;
}>;

/** A stored file whose kind is known. */
export type FileAtHand = Readonly<{
  mediaType: string;
  /** Of its stored bytes. */
  path: string;
  ledger: StepLedger;
  services: IntakeServices;
  /** Takes the files that it carries. */
  parts: CarriedFiles;
  carrier: FileCarrier;
}>;

/** What a file came in: its artifact's name, null for the item's own; how deep it lies. */
export type FileCarrier = Readonly<{ artifact: string | null; depth: number }>;

export type CarriedFiles = Readonly<{
  /** @param file stored under `sha256` already. @returns why it has no pages; null where it has */
  take(
    file: Readonly<{ fileName: string; bytes: number; sha256: string }>,
    carrier: FileCarrier,
  ): Promise<Reason | null>;
}>;
