import { pipeline, Readable } from 'node:stream';
import { createInflateRaw } from 'node:zlib';
import { stretchOf, type BytesAt } from '../../containers/bytes-at.ts';
import { zipDirectory, type DirectoryMember } from '../../containers/zip-directory.ts';
import type { ArchiveMember, ArchiveMembers } from './archive-member.ts';

/** The members of a ZIP, folders left out, and whether its directory was read to its end. */
export function zipMembers(file: BytesAt): ArchiveMembers {
  const { members, whole } = zipDirectory(file) ?? { members: [], whole: false };
  const files = members.filter(({ name, bytes }) => !(name.at(-1) === 0x2f && bytes === 0));
  return { members: files.map((member) => memberOf(file, member)), whole };
}

function memberOf(file: BytesAt, member: DirectoryMember): ArchiveMember {
  const { name, utf8, bytes, crc32, method, encrypted, packed, isLink } = member;
  const start = contentStart(file, member);
  const doubt = isLink
    ? 'link'
    : encrypted
      ? 'encrypted'
      : method !== 0 && method !== 8
        ? 'packing'
        : start === null
          ? 'headers'
          : null;
  const open = doubt === null && start !== null;
  const packedBytes = () => stretchOf(file, start ?? 0, packed);
  return {
    name,
    utf8,
    bytes,
    doubt,
    crc32,
    target: null,
    content: open ? () => (method === 0 ? packedBytes() : inflated(packedBytes())) : null,
  };
}

/** Where the content begins: behind a local header that says the same as the directory. Null where it says something else. */
function contentStart(file: BytesAt, { name, offset, method }: DirectoryMember): number | null {
  const header = file.read(offset, 30);
  if (header.length < 30 || header.readUInt32LE(0) !== 0x04034b50 || header.readUInt16LE(8) !== method) return null;
  const nameLength = header.readUInt16LE(26);
  if (!file.read(offset + 30, nameLength).equals(name)) return null;
  return offset + 30 + nameLength + header.readUInt16LE(28);
}

/** Unpacks as it is read; what is wrong with the packed bytes, or their end, is thrown where the content is read. */
function inflated(packed: Iterable<Uint8Array>): AsyncIterable<Uint8Array> {
  const inflate = createInflateRaw();
  pipeline(Readable.from(packed), inflate, () => undefined); // heard by whoever reads
  return inflate as AsyncIterable<Uint8Array>;
}
