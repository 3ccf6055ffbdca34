/**
 * The name that an ICC profile gives itself: `sRGB IEC61966-2.1`, `Display P3` (ICC.1:2022 §9.2.41, `desc` tag: text of
 * version 2 or `mluc` of version 4).
 *
 * @returns null where the profile is damaged or has no name
 */
export function iccName(profile: Uint8Array): string | null {
  const view = new DataView(profile.buffer, profile.byteOffset, profile.length);
  if (profile.length < 132) return null;
  const tags = Math.min(view.getUint32(128), 100);
  for (let index = 0; index < tags; index += 1) {
    const at = 132 + index * 12;
    if (at + 12 > profile.length) return null;
    if (view.getUint32(at) !== 0x64657363) continue; // 'desc'
    const from = view.getUint32(at + 4);
    const length = view.getUint32(at + 8);
    if (from + length > profile.length || length < 28) return null;
    const tag = profile.subarray(from, from + length);
    const kind = view.getUint32(from);
    if (kind === 0x64657363)
      return clean(new TextDecoder('latin1').decode(tag.subarray(12, 12 + view.getUint32(from + 8))));
    if (kind === 0x6d6c7563) {
      const bytes = view.getUint32(from + 20);
      const start = view.getUint32(from + 24);
      return clean(new TextDecoder('utf-16be').decode(tag.subarray(start, start + bytes)));
    }
    return null;
  }
  return null;
}

function clean(name: string): string | null {
  const zero = name.indexOf('\0');
  const text = (zero === -1 ? name : name.slice(0, zero)).trim();
  if (text === '') return null;
  return text.length > 100 ? `${text.slice(0, 100).toWellFormed()}…` : text;
}
