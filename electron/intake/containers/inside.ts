import type { BytesAt } from './bytes-at.ts';
import { compoundStreams } from './compound-file.ts';
import { zipDirectory } from './zip-directory.ts';

/** What a container's own directory says of what is in it: how the kinds tell a Word file from any other ZIP. */
export type Inside = Readonly<{
  /** Names of a ZIP's members, bytes as Latin-1, in the directory's order; null for any other file. */
  zip: readonly string[] | null;
  /** Streams and storages at the top of an OLE compound file; null for any other file. */
  ole: ReadonlySet<string> | null;
}>;

export const insideOf = (file: BytesAt): Inside => ({
  zip: zipDirectory(file)?.members.map(({ name }) => name.toString('latin1')) ?? null,
  ole: compoundStreams(file),
});
