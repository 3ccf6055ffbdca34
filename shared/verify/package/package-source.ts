import type { ByteSource } from '../byte-source.ts';

/** A package to verify: a folder on a disk, a ZIP, or files that were dropped on a page. */
export interface PackageSource {
  /** Every file in it, in no order; `refused` says why one must not be read. */
  readonly files: readonly Readonly<{ path: string; bytes: number; refused: PackageRefusal | null }>[];
  /** Whether it is a ZIP of another program, made from the same files. */
  readonly zippedAgain?: boolean;
  /** What the operating system left in it: named, and not read. */
  readonly litter?: readonly string[];
  /** The bytes of one of them. @throws where it is not to be had */
  open(path: string): ByteSource & { close?(): void };
}

/** Why a whole package is refused: something in it that a reader could be misled by. */
export type PackageRefusal = 'path-not-plain' | 'not-a-file' | 'name-twice';
