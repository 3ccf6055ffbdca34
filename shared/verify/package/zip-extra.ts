import { textOfUtf8 } from '../../utf8.ts';

/** The extra fields of a ZIP header by their id (APPNOTE §4.5); null where they do not fill their place. */
export function extraFields(bytes: Uint8Array): ReadonlyMap<number, Uint8Array> | null {
  const at = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const fields = new Map<number, Uint8Array>();
  for (let here = 0; here < bytes.length;) {
    if (here + 4 > bytes.length) return null;
    const [id, length] = [at.getUint16(here, true), at.getUint16(here + 2, true)];
    if (here + 4 + length > bytes.length || fields.has(id)) return null;
    fields.set(id, bytes.subarray(here + 4, here + 4 + length));
    here += 4 + length;
  }
  return fields;
}

export const extra = { zip64: 0x0001, unicodePath: 0x7075, aes: 0x9901 } as const;

/** The name that a Unicode path field gives beside the header's own (APPNOTE §4.6.9); null where it is of no form known. */
export function unicodePath(field: Uint8Array): string | null {
  if (field.length < 5 || field[0] !== 1) return null;
  try {
    return textOfUtf8(field.subarray(5));
  } catch {
    return null;
  }
}
