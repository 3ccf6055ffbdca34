import { closeSync, createReadStream, openSync, statSync, writeSync } from 'node:fs';
import { crc32 } from 'node:zlib';
import { centralHeader, crcOffset, endRecords, localHeader, type Member } from '../../shared/zip-records.ts';

/** A member of a ZIP: bytes at hand, or a file. */
export type ZipMember = Readonly<{ name: string; content: Uint8Array | string }>;

/** Writes a ZIP of stored members, in the order given: WACZ wants its WARC stored, so that it can be read in place. */
export async function writeZipFile(path: string, sources: readonly ZipMember[]): Promise<number> {
  const fd = openSync(path, 'wx', 0o600);
  let position = 0;
  const write = (bytes: Uint8Array, at: number): void => {
    for (let done = 0; done < bytes.length;) done += writeSync(fd, bytes, done, bytes.length - done, at + done);
  };
  try {
    const members: Member[] = [];
    for (const { name, content } of sources) {
      const bytes = typeof content === 'string' ? statSync(content).size : content.length;
      const offset = position;
      const header = localHeader({ name, bytes, crc32: 0 });
      write(header, offset);
      position += header.length;
      let sum = 0;
      for await (const piece of typeof content === 'string' ? fileOf(content) : [content]) {
        sum = crc32(piece, sum);
        write(piece, position);
        position += piece.length;
      }
      const crcField = Buffer.alloc(4);
      crcField.writeUInt32LE(sum);
      write(crcField, offset + crcOffset);
      members.push({ name, bytes, crc32: sum, offset });
    }
    const directory = Buffer.concat(members.map(centralHeader));
    write(directory, position);
    const end = endRecords(members.length, position, directory.length);
    write(end, position + directory.length);
    return position + directory.length + end.length;
  } finally {
    closeSync(fd);
  }
}

async function* fileOf(path: string): AsyncGenerator<Uint8Array> {
  for await (const piece of createReadStream(path, { highWaterMark: 1_048_576 })) yield piece as Uint8Array; // no encoding is set
}
