import { createHash } from 'node:crypto';
import type { FileHandle } from 'node:fs/promises';
import { crc32 } from 'node:zlib';
import { FascicleError } from '../../shared/errors/fascicle-error.ts';
import type { Sha256 } from '../../shared/digest.ts';
import { durableFile, writeAll } from './durable-file.ts';
import { openObject, pieces } from './pieces.ts';
import { centralHeader, crcOffset, endRecords, localHeader, type Member } from '../../shared/zip-records.ts';

/** A file that goes into a ZIP: bytes at hand, or an object of the case, whose hash is checked while it is copied. */
export type ZipSource =
  Readonly<{ name: string; content: Uint8Array }> | Readonly<{ name: string; path: string; sha256: Sha256 }>;

/**
 * Writes a ZIP of stored members, in order of their names, with flat memory. The same sources give the same bytes, on
 * every run, machine and time zone.
 *
 * @returns the ZIP's length and SHA-256, hashed from what was written
 * @throws {FascicleError} `object-missing` | `object-damaged`, noticed while copying; `digests-unwritable`
 */
export async function writeZip(
  path: string,
  sources: readonly ZipSource[],
  signal: AbortSignal,
): Promise<Readonly<{ bytes: number; sha256: Sha256 }>> {
  const sorted = [...sources].sort((a, b) => (a.name < b.name ? -1 : 1));
  return durableFile(path, async (zip) => {
    const members: Member[] = [];
    let position = 0;
    for (const source of sorted) {
      const member = await writeMember(zip, source, position, signal);
      members.push(member);
      position += localHeader(member).length + member.bytes;
    }
    const directory = Buffer.concat(members.map(centralHeader));
    const end = endRecords(members.length, position, directory.length);
    await writeAll(zip, directory, position);
    await writeAll(zip, end, position + directory.length);
    return hashOf(zip, signal);
  });
}

async function writeMember(zip: FileHandle, source: ZipSource, offset: number, signal: AbortSignal): Promise<Member> {
  const { name } = source;
  if ('content' in source) {
    const member = { name, bytes: source.content.length, crc32: crc32(source.content), offset };
    await writeAll(zip, Buffer.concat([localHeader(member), source.content]), offset);
    return member;
  }
  const object = await openObject(source);
  try {
    const { size } = await object.stat();
    const header = localHeader({ name, bytes: size, crc32: 0 });
    await writeAll(zip, header, offset);
    const hash = createHash('sha256');
    let sum = 0;
    let done = 0;
    for await (const piece of pieces(object, signal)) {
      hash.update(piece);
      sum = crc32(piece, sum);
      await writeAll(zip, piece, offset + header.length + done);
      done += piece.length;
    }
    if (done !== size || hash.digest('hex') !== source.sha256) {
      throw new FascicleError('object-damaged', { sha256: source.sha256 });
    }
    const crcField = Buffer.alloc(4);
    crcField.writeUInt32LE(sum);
    await writeAll(zip, crcField, offset + crcOffset);
    return { name, bytes: size, crc32: sum, offset };
  } finally {
    await object.close();
  }
}

/** Read back from the file: the hash that is handed on is of what was really written. */
async function hashOf(file: FileHandle, signal: AbortSignal): Promise<{ bytes: number; sha256: Sha256 }> {
  const hash = createHash('sha256');
  let bytes = 0;
  for await (const piece of pieces(file, signal)) {
    hash.update(piece);
    bytes += piece.length;
  }
  return { bytes, sha256: hash.digest('hex') };
}
