import { createHash } from 'node:crypto';
import { crc32 } from 'node:zlib';
import type { ArchiveMember } from './archive-member.ts';
import { mostOfArchive } from './limits.ts';

/** Content of a member that was read to its end and is what the archive states; else why it is not. */
export type ReadMember = Readonly<{ bytes: number; sha256: string }> | 'damaged' | 'too-large' | null;

/** Reads members one after the other, within what may be unpacked of one archive. */
export class MemberReader {
  #unpacked = 0;

  /** @param keep takes each piece, before it is known whether the whole is sound. @returns null where there is no content */
  async read(
    { content, crc32: stated, bytes }: ArchiveMember,
    keep: (piece: Uint8Array) => void = () => undefined,
  ): Promise<ReadMember> {
    if (content === null) return null;
    if (this.#unpacked + bytes > mostOfArchive.unpacked) return 'too-large';
    const hash = createHash('sha256');
    let [length, sum] = [0, 0];
    try {
      for await (const piece of content()) {
        length += piece.length;
        if (length > bytes) break; // more than it claims: damaged, and no bomb is followed
        hash.update(piece);
        sum = crc32(piece, sum);
        keep(piece);
      }
    } catch {
      this.#unpacked += length;
      return 'damaged';
    }
    this.#unpacked += length;
    const sound = length === bytes && (stated === null || stated === sum);
    return sound ? { bytes: length, sha256: hash.digest('hex') } : 'damaged';
  }
}
