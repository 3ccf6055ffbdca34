/** Of a mail: bytes that are read at all, characters of its head and of one of its fields that become pages, files that it carries. */
export const mostOfMail = {
  bytes: 200 * 1024 * 1024,
  head: 1_000_000,
  field: 200_000,
  attachments: 500,
} as const;
