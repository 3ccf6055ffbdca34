/** Why a member is not opened: it cannot be, or it is none whose content lies in the archive. */
export const memberDoubts = ['encrypted', 'packing', 'headers', 'link', 'special', 'too-large'] as const;

/** A member of an archive of others, as it is listed; nothing in it is written to a path of its choice. */
export type ArchiveMember = Readonly<{
  /** The name's own bytes. */
  name: Buffer;
  /** Whether the archive itself says that the name is UTF-8. */
  utf8: boolean;
  /** As the archive claims; its content may be of another length. */
  bytes: number;
  /**
   * What the archive says against itself of this member, or why it is not opened. *link*: it only names another file;
   * *special*: a device or a pipe; *too-large*: unpacked, it goes beyond what is read.
   */
  doubt: (typeof memberDoubts)[number] | null;
  /** What a link names; null for all others. */
  target: Buffer | null;
  /** Its content, piece by piece; null where it cannot be opened. @throws where it is damaged */
  content: (() => Iterable<Uint8Array> | AsyncIterable<Uint8Array>) | null;
  /** The CRC-32 that the archive has of the content; null where it has none. */
  crc32: number | null;
}>;

/** What an archive holds, folders left out, and whether it was read to its end. */
export type ArchiveMembers = Readonly<{ members: readonly ArchiveMember[]; whole: boolean }>;
