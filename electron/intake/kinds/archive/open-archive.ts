import { closeSync } from 'node:fs';
import { join } from 'node:path';
import { openRegular } from '../../../casefile/files/regular-file.ts';
import { bytesAtFile, stretchOf, type BytesAt } from '../../containers/bytes-at.ts';
import type { ArchiveMembers } from './archive-member.ts';
import { gunzipTo, type Gunzipped } from './gzip-member.ts';
import { mostOfArchive } from './limits.ts';
import { beginsAsTar, tarMembers } from './tar-members.ts';
import { zipMembers } from './zip-members.ts';

/**
 * Opens an archive by what its bytes are: ZIP, tar, gzip, tar within gzip.
 *
 * @param folder of this program's own, for what has to be unpacked to be read
 */
export async function withArchive<T>(
  path: string,
  folder: string,
  work: (archive: ArchiveMembers) => Promise<T>,
): Promise<T> {
  const file = openRegular(path, 'followed');
  try {
    const bytes = bytesAtFile(file);
    const start = bytes.read(0, 512);
    if (start[0] !== 0x1f || start[1] !== 0x8b)
      return await work(beginsAsTar(start) ? tarMembers(bytes) : zipMembers(bytes));
    const unpacked = join(folder, 'unpacked');
    const found = await gunzipTo(path, unpacked, mostOfArchive.unpacked);
    const inner = openRegular(unpacked);
    try {
      return await work(gzipMembers(bytesAtFile(inner), found));
    } finally {
      closeSync(inner);
    }
  } finally {
    closeSync(file);
  }
}

function gzipMembers(bytes: BytesAt, { name, ended }: Gunzipped): ArchiveMembers {
  const whole = ended === 'whole';
  if (beginsAsTar(bytes.read(0, 512))) {
    const tar = tarMembers(bytes);
    return { ...tar, whole: tar.whole && whole };
  }
  const content = whole ? () => stretchOf(bytes, 0, bytes.size) : damaged;
  return {
    members: [
      {
        name: name ?? Buffer.alloc(0),
        utf8: false,
        bytes: bytes.size,
        doubt: ended === 'too-large' ? 'too-large' : null,
        target: null,
        content: ended === 'too-large' ? null : content,
        crc32: null, // gunzip has held it against the content
      },
    ],
    whole,
  };
}

function damaged(): never {
  throw new Error('the gzip data ends early or is damaged');
}
