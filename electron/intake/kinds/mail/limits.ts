/**
 * Of a mail: bytes that are read at all, characters of its head and of one of its fields that become pages, files that it
 * carries, characters of HTML that a browser is given.
 */
export const mostOfMail = {
  bytes: 200 * 1024 * 1024,
  head: 1_000_000,
  field: 200_000,
  attachments: 500,
  drawn: 20_000_000,
} as const;
