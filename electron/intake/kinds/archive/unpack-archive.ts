import { closeSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { remove, writeFully } from '../../../casefile/files/durable.ts';
import type { ArchiveMember, ArchiveMembers } from './archive-member.ts';
import { mostOfArchive } from './limits.ts';
import { memberNames } from './member-names.ts';
import { withArchive } from './open-archive.ts';
import { MemberReader } from './read-member.ts';
import type { UnpackAnswer } from './unpack-words.ts';

/** Takes the members out of an archive into files of names of our own; what cannot be taken out whole is not, and says why. */
export function unpackArchive(path: string, folder: string): Promise<UnpackAnswer> {
  return withArchive(path, folder, ({ members, whole }) => unpackMembers({ members, whole }, folder));
}

async function unpackMembers({ members, whole }: ArchiveMembers, folder: string): Promise<UnpackAnswer> {
  const { names } = memberNames(members);
  const taken = members.slice(0, mostOfArchive.imported);
  const reader = new MemberReader();
  const told: UnpackAnswer['members'][number][] = [];
  for (const [at, member] of taken.entries())
    told.push({ name: names[at] ?? '', content: await contentOf(member, `member-${padded(at)}`, folder, reader) });
  return { whole, beyond: members.length - taken.length, members: told };
}

const padded = (at: number): string => String(at + 1).padStart(4, '0');

async function contentOf(
  member: ArchiveMember,
  file: string,
  folder: string,
  reader: MemberReader,
): Promise<UnpackAnswer['members'][number]['content']> {
  if (member.doubt) return member.doubt;
  const out = openSync(join(folder, file), 'wx', 0o600);
  let read;
  try {
    read = await reader.read(member, (piece) => writeFully(out, piece));
  } finally {
    closeSync(out);
  }
  if (read !== null && typeof read === 'object') return { file, ...read };
  remove(join(folder, file));
  return read ?? 'damaged';
}
