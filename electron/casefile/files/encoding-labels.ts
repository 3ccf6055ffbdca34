/** The encoding that a `content-type` declares, as it is written there; null where it declares none. */
export function charsetOf(contentType: string): string | null {
  return /;\s*charset\s*=\s*"?([^";\s]+)/i.exec(contentType)?.[1] ?? null;
}

/** The encoding that a label means (Encoding Standard 4.2): `gb2312` → `gbk`; null for one that means none. */
export function knownLabel(label: string): string | null {
  try {
    return new TextDecoder(label.trim()).encoding;
  } catch {
    return null; // a page may call it anything
  }
}

/** The encoding that a byte order mark declares (Encoding Standard 6), from the first bytes; null where there is none. */
export function markOf([a, b, c]: Uint8Array): string | null {
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8';
  if (a === 0xfe && b === 0xff) return 'utf-16be';
  return a === 0xff && b === 0xfe ? 'utf-16le' : null;
}
