/** As few are looked for one after the other: the platform does that faster. */
const few = 64;

/**
 * Whether bytes hold any of some byte strings, each at least three long. Of many, only places whose next three bytes begin
 * one of them are looked at: hundreds of credentials in all their spellings cost one walk.
 */
export function holdsAnyOf(needles: readonly Buffer[]): (bytes: Buffer) => boolean {
  if (needles.length <= few) return (bytes) => needles.some((needle) => bytes.includes(needle));
  const begins = new Uint8Array(1 << 21);
  const byBeginning = Map.groupBy(needles, (needle) => needle.readUIntBE(0, 3));
  for (const key of byBeginning.keys()) begins[key >> 3] = (begins[key >> 3] ?? 0) | (1 << (key & 7));
  return (bytes) => {
    let key = bytes.length < 3 ? 0 : bytes.readUInt16BE(0);
    for (let at = 2; at < bytes.length; at++) {
      key = ((key << 8) | (bytes[at] ?? 0)) & 0xffffff;
      if (((begins[key >> 3] ?? 0) & (1 << (key & 7))) === 0) continue;
      const from = at - 2;
      if (byBeginning.get(key)?.some((needle) => bytes.subarray(from, from + needle.length).equals(needle)))
        return true;
    }
    return false;
  };
}
