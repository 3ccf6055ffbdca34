/** Bytes as people read them: `812 B`, `3.4 MB`. Decimal units, as disks are sold. */
export function sizeText(bytes: number): string {
  const units = ['B', 'kB', 'MB', 'GB', 'TB'] as const;
  let value = bytes;
  let at = 0;
  for (; value >= 1_000 && at < units.length - 1; at++) value /= 1_000;
  return `${at === 0 ? value : value.toFixed(1)} ${units[at] ?? ''}`;
}
