/** The bytes of a text before its line ends were changed, or a mark was put before it: the first that `fits`. */
export function textBefore(bytes: Uint8Array, fits: (bytes: Uint8Array) => boolean): Uint8Array | null {
  const plain = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? bytes.subarray(3) : bytes;
  for (const one of plain === bytes ? [bytes] : [bytes, plain]) {
    if (one !== bytes && fits(one)) return one;
    const unix = withoutReturns(one);
    if (fits(unix)) return unix;
    const windows = withReturns(unix);
    if (fits(windows)) return windows;
  }
  return null;
}

const [lineFeed, carriageReturn] = [0x0a, 0x0d];

/** CR LF becomes LF; a CR that stands alone stays. */
function withoutReturns(bytes: Uint8Array): Uint8Array {
  const to = new Uint8Array(bytes.length);
  let length = 0;
  for (let at = 0; at < bytes.length; at += 1)
    if (bytes[at] !== carriageReturn || bytes[at + 1] !== lineFeed) to[length++] = bytes[at] ?? 0;
  return to.subarray(0, length);
}

/** LF becomes CR LF. */
function withReturns(bytes: Uint8Array): Uint8Array {
  const to = new Uint8Array(bytes.length * 2);
  let length = 0;
  for (const byte of bytes) {
    if (byte === lineFeed) to[length++] = carriageReturn;
    to[length++] = byte;
  }
  return to.subarray(0, length);
}
