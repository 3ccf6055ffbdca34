/**
 * A tag list (RFC 6376 §3.2): `v=1; a=rsa-sha256; …`. Values keep their inner white space.
 * @returns null where it is none: a tag without a name, or the same one twice
 */
export function tagList(text: string): ReadonlyMap<string, string> | null {
  const tags = new Map<string, string>();
  const parts = text.split(';');
  if (parts.at(-1)?.trim() === '') parts.pop();
  for (const part of parts) {
    const [, name, value] = /^\s*([A-Za-z][A-Za-z0-9_]{0,40})\s*=([^]*)$/.exec(part) ?? [];
    if (name === undefined || value === undefined || tags.has(name)) return null;
    tags.set(name, value.trim());
  }
  return tags;
}

/** Without the white space that folding puts into base64 and lists. */
export const unfoldedValue = (value: string): string => value.replace(/\s+/g, '');
