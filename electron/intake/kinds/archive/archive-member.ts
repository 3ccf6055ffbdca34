/** A member of an archive of others, as it is listed; nothing in it is written to a path of its choice. */
export type ArchiveMember = Readonly<{
  /** The name's own bytes. */
  name: Buffer;
  /** Whether the archive itself says that the name is UTF-8. */
  utf8: boolean;
  /** As the archive claims; its content may be of another length. */
  bytes: number;
  /** What the archive says against itself of this member, or why it cannot be opened. */
  doubt: 'encrypted' | 'packing' | 'headers' | null;
  /** Its content, piece by piece; null where it cannot be opened. @throws where it is damaged */
  content: (() => Iterable<Uint8Array> | AsyncIterable<Uint8Array>) | null;
  /** The CRC-32 that the archive has of the content; null where it has none. */
  crc32: number | null;
}>;
