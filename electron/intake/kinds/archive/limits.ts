/** Of one archive: members that are listed, members that are imported, and bytes that are unpacked, all together. */
export const mostOfArchive = { listed: 2_000, imported: 2_000, unpacked: 2 * 1024 ** 3 } as const;

/** The computer's own tool that opens other archives: its time, its memory, and the tar file that it makes. */
export const mostOfTool = {
  milliseconds: 240_000,
  megabytes: 1_280,
  outputBytes: 100_000,
  fileBytes: mostOfArchive.unpacked,
} as const;
