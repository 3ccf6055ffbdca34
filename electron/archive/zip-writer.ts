import { crc32 } from 'node:zlib';
import { because } from '../../shared/cause.ts';
import { centralHeader, crcOffset, endRecords, localHeader, type Member } from '../../shared/zip-records.ts';

/** A member: how many bytes it has, and the bytes in pieces. */
export type StoredMember = Readonly<{
  name: string;
  bytes: number;
  pieces: Iterable<Uint8Array> | AsyncIterable<Uint8Array>;
}>;

/**
 * Writes a ZIP of stored members, in the order given, with flat memory: the one writer of ZIP files. The same members give
 * the same bytes, on every run, machine and time zone.
 *
 * @param write puts all bytes at a position of the file
 * @param members each is written whole before the next is asked for
 * @returns the length of the ZIP
 * @throws where a member has another number of bytes than it said
 */
export async function writeStoredZip(
  write: (bytes: Uint8Array, at: number) => void | Promise<void>,
  members: Iterable<StoredMember> | AsyncIterable<StoredMember>,
): Promise<number> {
  const written: Member[] = [];
  let position = 0;
  for await (const { name, bytes, pieces } of members) {
    const offset = position;
    const header = localHeader({ name, bytes, crc32: 0 });
    await write(header, offset);
    position += header.length;
    let sum = 0;
    for await (const piece of pieces) {
      sum = crc32(piece, sum);
      await write(piece, position);
      position += piece.length;
    }
    const came = position - offset - header.length;
    if (came !== bytes) throw new Error(because('changed-while-read', { name, came, bytes }));
    const crcField = Buffer.alloc(4);
    crcField.writeUInt32LE(sum);
    await write(crcField, offset + crcOffset);
    written.push({ name, bytes, crc32: sum, offset });
  }
  const directory = Buffer.concat(written.map(centralHeader));
  const end = endRecords(written.length, position, directory.length);
  await write(directory, position);
  await write(end, position + directory.length);
  return position + directory.length + end.length;
}
