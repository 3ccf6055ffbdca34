/** A message cut as a DKIM verifier needs it. Bytes are kept as Latin-1 text: one character is one byte. */
export type MessageParts = Readonly<{
  /** Each header field as it stands, folded, without its last line break, in order. */
  fields: readonly string[];
  body: Buffer;
  /** The file had bare line feeds; they were read as the CRLF that a message travels with (RFC 5321 §2.3.8). */
  mended: boolean;
}>;

/** More than any mail has; a head of two million fields is an attack. */
const mostFields = 2_000;

/**
 * Head and body of a message as it travelled: without the mbox line and the byte order mark that a program put before
 * it, and with CRLF where the saved file has bare line feeds.
 */
export function messageParts(bytes: Buffer): MessageParts {
  let from = bytes.subarray(0, 3).toString('hex') === 'efbbbf' ? 3 : 0;
  if (bytes.subarray(from, from + 5).toString('latin1') === 'From ') from = bytes.indexOf(10, from) + 1;
  const { text, mended } = withCrlf(bytes.subarray(from));
  const headEnd = text.indexOf('\r\n\r\n');
  const head = (headEnd === -1 ? text : text.subarray(0, headEnd)).toString('latin1');
  return {
    fields: head
      .split(/\r\n(?![ \t])/)
      .filter((field) => field !== '')
      .slice(0, mostFields),
    body: headEnd === -1 ? Buffer.alloc(0) : text.subarray(headEnd + 4),
    mended,
  };
}

function withCrlf(bytes: Buffer): Readonly<{ text: Buffer; mended: boolean }> {
  let bare = 0;
  for (let at = bytes.indexOf(10); at !== -1; at = bytes.indexOf(10, at + 1)) if (bytes[at - 1] !== 13) bare += 1;
  if (bare === 0) return { text: bytes, mended: false };
  const text = Buffer.alloc(bytes.length + bare);
  let to = 0;
  let from = 0;
  for (let at = bytes.indexOf(10); at !== -1; at = bytes.indexOf(10, at + 1)) {
    if (bytes[at - 1] === 13) continue;
    to += bytes.copy(text, to, from, at);
    text[to++] = 13;
    from = at;
  }
  bytes.copy(text, to, from);
  return { text, mended: true };
}

/** A field's name in lower case. */
export const nameOf = (field: string): string => field.slice(0, field.indexOf(':')).trimEnd().toLowerCase();
