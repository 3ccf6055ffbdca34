import { openRegularHandle } from '../casefile/files/regular-file.ts';
import type { FileKind, Format } from './kinds/file-kind.ts';
import { latin } from './kinds/heads.ts';
import { fileKinds } from './kinds/registry.ts';

/** What a file is, told by its bytes. Names and declared types are claims of others; they are only compared with this. */
export type FileType = Format & Readonly<{ kind: FileKind }>;

/** As much of the file's beginning as detection reads. */
const headLength = 65_536;

/** @param head the first `headLength` bytes, or all where the file is shorter */
export function fileTypeOf(head: Uint8Array): FileType {
  const start = latin(head, 0, 16);
  for (const kind of fileKinds) {
    const found = kind.signatures?.find(([signature]) => start.startsWith(signature));
    if (found) return { kind, ...found[1] };
  }
  for (const kind of fileKinds) {
    const found = kind.tells?.(head);
    if (found) return { kind, ...found };
  }
  throw new Error('the last kind takes every file');
}

/** @param path of a file that the case has stored */
export async function fileTypeAt(path: string): Promise<FileType> {
  const file = await openRegularHandle(path, 'followed');
  try {
    const head = Buffer.alloc(headLength);
    const { bytesRead } = await file.read(head, 0, headLength, 0);
    return fileTypeOf(head.subarray(0, bytesRead));
  } finally {
    await file.close();
  }
}

const owned = new Set(fileKinds.flatMap(({ ownEndings }) => ownEndings ?? []));

/** Whether a file of some type may go by an ending, lower case without the dot. */
export function fitsEnding(ending: string, { ending: own, alsoEndings }: FileType): boolean {
  if (ending === own) return true;
  return alsoEndings === null ? !owned.has(ending) : alsoEndings.includes(ending);
}
