import { closeSync } from 'node:fs';
import { openRegular } from '../casefile/files/regular-file.ts';
import { bytesInMemory, bytesAtFile, type BytesAt } from './containers/bytes-at.ts';
import { insideOf } from './containers/inside.ts';
import type { FileKind, Format } from './kinds/file-kind.ts';
import { latin } from './kinds/heads.ts';
import { fileKinds } from './kinds/registry.ts';

/** What a file is, told by its bytes. Names and declared types are claims of others; they are only compared with this. */
export type FileType = Format & Readonly<{ kind: FileKind }>;

/** As much of the file's beginning as detection reads. */
const headLength = 65_536;

/** @param file its beginning is enough for all but containers, which are told by their own directory */
function typeOf(file: BytesAt): FileType {
  const head = file.read(0, headLength);
  const start = latin(head, 0, 16);
  for (const kind of fileKinds) {
    const found = kind.signatures?.find(([signature]) => start.startsWith(signature));
    if (found) return { kind, ...found[1] };
  }
  const inside = insideOf(file);
  for (const kind of fileKinds) {
    const found = kind.tells?.(head, inside);
    if (found) return { kind, ...found };
  }
  throw new Error('the last kind takes every file');
}

/** @param bytes all of a file that is not stored */
export const fileTypeOf = (bytes: Uint8Array): FileType => typeOf(bytesInMemory(bytes));

/** @param path of a file that the case has stored */
export function fileTypeAt(path: string): FileType {
  const file = openRegular(path, 'followed');
  try {
    return typeOf(bytesAtFile(file));
  } finally {
    closeSync(file);
  }
}

const owned = new Set(fileKinds.flatMap(({ ownEndings }) => ownEndings ?? []));

/** Whether a file of some type may go by an ending, lower case without the dot. */
export function fitsEnding(ending: string, { ending: own, alsoEndings }: FileType): boolean {
  if (ending === own) return true;
  return alsoEndings === null ? !owned.has(ending) : alsoEndings.includes(ending);
}
