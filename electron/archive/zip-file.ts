import { closeSync, createReadStream, openSync, statSync, writeSync } from 'node:fs';
import { writeStoredZip } from './zip-writer.ts';

/** A member of a ZIP: bytes at hand, or a file. */
export type ZipMember = Readonly<{ name: string; content: Uint8Array | string }>;

/**
 * Writes a new ZIP file of stored members, in the order given: WACZ wants its WARC stored, so that it can be read in place.
 * @returns its length
 */
export async function writeZipFile(path: string, sources: readonly ZipMember[]): Promise<number> {
  const fd = openSync(path, 'wx', 0o600);
  const write = (bytes: Uint8Array, at: number): void => {
    for (let done = 0; done < bytes.length;) done += writeSync(fd, bytes, done, bytes.length - done, at + done);
  };
  const members = sources.map(({ name, content }) =>
    typeof content === 'string'
      ? { name, bytes: statSync(content).size, pieces: fileOf(content) }
      : { name, bytes: content.length, pieces: [content] },
  );
  try {
    return await writeStoredZip(write, members);
  } finally {
    closeSync(fd);
  }
}

async function* fileOf(path: string): AsyncGenerator<Uint8Array> {
  for await (const piece of createReadStream(path, { highWaterMark: 1_048_576 })) yield piece as Uint8Array; // no encoding is set
}
