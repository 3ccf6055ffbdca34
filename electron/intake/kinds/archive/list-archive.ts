import { createHash } from 'node:crypto';
import { closeSync } from 'node:fs';
import { crc32 } from 'node:zlib';
import type { Reason } from '../../../../shared/case/record.ts';
import { visibleText } from '../../../../shared/visible-text.ts';
import { openRegular } from '../../../casefile/files/regular-file.ts';
import { judgeCharset } from '../../charset/judge-charset.ts';
import { bytesAtFile } from '../../containers/bytes-at.ts';
import type { TextAnswer } from '../../text-words.ts';
import type { ArchiveMember } from './archive-member.ts';
import { beginsAsTar, tarMembers } from './tar-members.ts';
import { zipMembers } from './zip-members.ts';

/** Members that are listed, and bytes that are unpacked to hash them, all together: a small file can hold very many. */
const most = { listed: 2_000, unpacked: 2 * 1024 ** 3 } as const;

/**
 * What an archive holds, member by member: its name, its size, the SHA-256 of its content, so that whoever has a file can
 * hold it against the list. Nothing is written; what cannot be opened is counted and said.
 */
export async function listArchive(path: string): Promise<TextAnswer> {
  const file = openRegular(path, 'followed');
  try {
    const bytes = bytesAtFile(file);
    const { members, whole } = beginsAsTar(bytes.read(0, 512)) ? tarMembers(bytes) : zipMembers(bytes);
    if (members.length === 0 && !whole) return { as: 'none', reason: { code: 'archive-not-read' } };
    const { names, charset } = namesOf(members);
    const listed = members.slice(0, most.listed);
    const told = new Listing();
    for (const [at, member] of listed.entries()) await told.add(at + 1, names[at] ?? '', member);
    const notes: Reason[] = [
      { code: 'archive-listed', params: { count: listed.length } },
      ...(whole ? [] : [{ code: 'archive-directory-cut' }]),
      ...(members.length > listed.length ? [{ code: 'archive-list-cut', params: { of: members.length } }] : []),
      ...(charset === null ? [] : [{ code: 'archive-names-judged', params: { charset } }]),
      ...twice(names),
      ...told.notes(),
    ];
    return { as: 'text', body: told.body(), fields: [], head: '', notes, attachments: [] };
  } finally {
    closeSync(file);
  }
}

class Listing {
  readonly #lines: string[] = [];
  readonly #counts = { encrypted: 0, packing: 0, headers: 0, damaged: 0, unpacked: 0 };
  #unpacked = 0;

  async add(number: number, name: string, member: ArchiveMember): Promise<void> {
    if (member.doubt) this.#counts[member.doubt] += 1;
    const read = await this.#read(member);
    this.#lines.push(`${number}. ${name}`, `${read?.bytes ?? member.bytes} B · SHA-256 ${read?.sha256 ?? '–'}`);
  }

  async #read({ content, crc32: stated, bytes }: ArchiveMember): Promise<{ bytes: number; sha256: string } | null> {
    if (content === null) return null;
    if (this.#unpacked + bytes > most.unpacked) {
      this.#counts.unpacked += 1;
      return null;
    }
    const hash = createHash('sha256');
    let [length, sum] = [0, 0];
    try {
      for await (const piece of content()) {
        length += piece.length;
        if (length > bytes) break; // more than it claims: damaged, and no bomb is followed
        hash.update(piece);
        sum = crc32(piece, sum);
      }
    } catch {
      length = -1;
    }
    this.#unpacked += Math.max(0, length);
    if (length === bytes && (stated === null || stated === sum)) return { bytes: length, sha256: hash.digest('hex') };
    this.#counts.damaged += 1;
    return null;
  }

  body = (): string => this.#lines.join('\n');

  notes(): readonly Reason[] {
    const { encrypted, packing, headers, damaged, unpacked } = this.#counts;
    const counted = [
      ['archive-members-encrypted', encrypted],
      ['archive-members-packed-otherwise', packing],
      ['archive-headers-differ', headers],
      ['archive-members-damaged', damaged],
      ['archive-members-not-hashed', unpacked],
    ] as const;
    return counted.flatMap(([code, count]) => (count > 0 ? [{ code, params: { count } }] : []));
  }
}

/**
 * The names as they are to be read. An archive of one computer has names of one charset: all of those that it does not
 * declare are judged together, since one name alone is too short.
 */
function namesOf(members: readonly ArchiveMember[]): Readonly<{ names: readonly string[]; charset: string | null }> {
  const undeclared = members.filter(({ utf8 }) => !utf8).map(({ name }) => name);
  const joined = Buffer.concat(undeclared.flatMap((name) => [name, Buffer.from('\n')]));
  const { charset, how } = judgeCharset(joined);
  const decoder = how === 'judged' ? new TextDecoder(charset) : new TextDecoder();
  return {
    names: members.map(({ name, utf8 }) => visibleText((utf8 ? new TextDecoder() : decoder).decode(name))),
    charset: how === 'judged' ? charset.toUpperCase() : null,
  };
}

/** Members of one name: which of them an unpacking program keeps, differs. */
function twice(names: readonly string[]): readonly Reason[] {
  const again = names.length - new Set(names.map((name) => name.normalize('NFC').toLowerCase())).size;
  return again > 0 ? [{ code: 'archive-names-twice', params: { count: again } }] : [];
}
