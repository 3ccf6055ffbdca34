/**
 * A UUIDv7 (RFC 9562 §5.7): 48 bits of milliseconds since 1970, then 74 random bits. Items sort by the time of their
 * making, and two computers never give the same id.
 *
 * @param milliseconds since 1970, by the device's clock
 * @param random ten random bytes
 */
export function itemId(milliseconds: number, random: Uint8Array): string {
  if (random.length !== 10) throw new RangeError(`An item id takes 10 random bytes, not ${random.length}`);
  const time = Math.trunc(milliseconds).toString(16).padStart(12, '0');
  const hex = Array.from(random, (byte) => byte.toString(16).padStart(2, '0')).join('');
  const variant = (8 + (Number.parseInt(hex.slice(3, 4), 16) & 3)).toString(16);
  return `${time.slice(0, 8)}-${time.slice(8)}-7${hex.slice(0, 3)}-${variant}${hex.slice(4, 7)}-${hex.slice(7, 19)}`;
}
