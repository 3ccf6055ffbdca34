import type { Reason } from '../../../../shared/case/record.ts';
import type { TextAnswer } from '../../text-words.ts';
import type { ArchiveMember, ArchiveMembers } from './archive-member.ts';
import { mostOfArchive } from './limits.ts';
import { leadsOut, memberNames } from './member-names.ts';
import { withArchive } from './open-archive.ts';
import { MemberReader } from './read-member.ts';
import { tokensHeld } from './token-members.ts';

/**
 * What an archive holds, member by member: its name, its size, the SHA-256 of its content, so that whoever has a file can
 * hold it against the list. Nothing is written; what cannot be opened is counted and said.
 *
 * @param folder of this program's own, for what has to be unpacked to be read
 */
export function listArchive(path: string, folder: string): Promise<TextAnswer> {
  return withArchive(path, folder, listMembers);
}

async function listMembers({ members, whole }: ArchiveMembers): Promise<TextAnswer> {
  if (members.length === 0 && !whole) return { as: 'none', reason: { code: 'archive-not-read' } };
  const listed = members.slice(0, mostOfArchive.listed);
  const { names, targets, charset } = memberNames(members);
  const told = new Listing();
  for (const [at, member] of listed.entries()) await told.add(at + 1, names[at] ?? '', targets[at] ?? '', member);
  const out = names.filter(leadsOut).length;
  const notes: Reason[] = [
    { code: 'archive-listed', params: { count: listed.length } },
    ...(whole ? [] : [{ code: 'archive-directory-cut' }]),
    ...(members.length > listed.length ? [{ code: 'archive-list-cut', params: { of: members.length } }] : []),
    ...(charset === null ? [] : [{ code: 'archive-names-judged', params: { charset } }]),
    ...twice(names),
    ...(out > 0 ? [{ code: 'archive-names-lead-out', params: { count: out } }] : []),
    ...told.notes(),
    ...(await tokensHeld(listed, names)),
  ];
  return { as: 'text', body: told.body(), fields: [], head: '', notes, attachments: [] };
}

class Listing {
  readonly #lines: string[] = [];
  readonly #counts: Record<Counted, number> = { ...noneCounted };
  readonly #reader = new MemberReader();

  async add(number: number, name: string, target: string, member: ArchiveMember): Promise<void> {
    const read = await this.#reader.read(member);
    const short = member.doubt ?? (typeof read === 'string' ? read : null);
    if (short) this.#counts[short] += 1;
    const found = typeof read === 'string' ? null : read;
    const where = target === '' ? '' : ` → ${target}`;
    this.#lines.push(
      `${number}. ${name}${where}`,
      `${found?.bytes ?? member.bytes} B · SHA-256 ${found?.sha256 ?? '–'}`,
    );
  }

  body = (): string => this.#lines.join('\n');

  notes(): readonly Reason[] {
    return Object.entries(codes).flatMap(([what, code]) => {
      const count = this.#counts[what as Counted]; // the keys of both are the same
      return count > 0 ? [{ code, params: { count } }] : [];
    });
  }
}

type Counted = NonNullable<ArchiveMember['doubt']> | 'damaged';

const codes = {
  encrypted: 'archive-members-encrypted',
  packing: 'archive-members-packed-otherwise',
  headers: 'archive-headers-differ',
  link: 'archive-members-links',
  special: 'archive-members-special',
  damaged: 'archive-members-damaged',
  'too-large': 'archive-members-not-hashed',
} as const satisfies Record<Counted, string>;
const noneCounted = { encrypted: 0, packing: 0, headers: 0, link: 0, special: 0, damaged: 0, 'too-large': 0 } as const;

/** Members of one name: which of them an unpacking program keeps, differs. */
function twice(names: readonly string[]): readonly Reason[] {
  const again = names.length - new Set(names.map((name) => name.normalize('NFC').toLowerCase())).size;
  return again > 0 ? [{ code: 'archive-names-twice', params: { count: again } }] : [];
}
