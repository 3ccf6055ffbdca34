/** Bytes as a text in which they can be searched and changed, and the way back; what is not changed comes back as it was. */
export type BytesAsText = Readonly<{ text: string; back(changed: string): Uint8Array }>;

const looked = 8_192;
const piece = 8_192;

/**
 * Bytes of a text: UTF-16 by its byte order mark or its zero bytes, everything else as Latin-1, which maps bytes and
 * characters one to one whatever the charset is. Null for pictures, fonts and films, which have zero bytes early on.
 */
export function bytesAsText(bytes: Uint8Array): BytesAsText | null {
  const wide = wideOrder(bytes);
  if (wide !== null) return asWide(bytes, wide);
  if (bytes.subarray(0, looked).includes(0)) return null;
  return { text: charactersOf(bytes), back: asBytes };
}

/** Index of the more significant byte of each pair, or null where it is no UTF-16 of mostly Latin letters or with a mark. */
function wideOrder(bytes: Uint8Array): 0 | 1 | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 1;
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 0;
  const head = bytes.subarray(0, looked);
  const zeros = [0, 0];
  head.forEach((byte, at) => {
    if (byte === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
  });
  const [even = 0, odd = 0] = zeros;
  const pairs = head.length / 2;
  if (odd > pairs * 0.4 && even === 0) return 1;
  return even > pairs * 0.4 && odd === 0 ? 0 : null;
}

function asWide(bytes: Uint8Array, high: 0 | 1): BytesAsText {
  const length = bytes.length >> 1;
  const units = new Uint16Array(length);
  for (let at = 0; at < length; at++) units[at] = ((bytes[2 * at + high] ?? 0) << 8) | (bytes[2 * at + 1 - high] ?? 0);
  const rest = bytes.subarray(2 * length);
  return {
    text: charactersOf(units),
    back: (changed) => {
      const out = new Uint8Array(changed.length * 2 + rest.length);
      for (let at = 0; at < changed.length; at++) {
        const unit = changed.charCodeAt(at);
        out[2 * at + high] = unit >> 8;
        out[2 * at + 1 - high] = unit & 0xff;
      }
      out.set(rest, changed.length * 2);
      return out;
    },
  };
}

/** One character a byte, as {@link bytesAsText} reads it. */
function asBytes(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at++) bytes[at] = text.charCodeAt(at);
  return bytes;
}

/** A character for each number. */
export function charactersOf(units: Uint8Array | Uint16Array): string {
  const parts: string[] = [];
  for (let at = 0; at < units.length; at += piece)
    parts.push(Reflect.apply(String.fromCharCode, null, units.subarray(at, at + piece)) as string); // a view of numbers is a list of them
  return parts.join('');
}
