/** A file to verify: on a disk, or dropped on a page. */
export interface ByteSource {
  readonly size: number;
  /** Exactly the bytes asked for, fewer at the end of the file. */
  read(offset: number, length: number): Promise<Uint8Array>;
}

export function latin1(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 8_192) text += String.fromCharCode(...bytes.subarray(at, at + 8_192));
  return text;
}
