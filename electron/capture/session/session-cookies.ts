import type { Cookie } from 'puppeteer';

/** What tells one cookie from another (RFC 6265 §5.3, and the partition that browsers added). */
function keyOf({ name, domain, path, partitionKey }: Cookie): string {
  return JSON.stringify([name, domain, path, partitionKey ?? null]);
}

/**
 * The cookies of a session after one more page of it: what that page's browser got, lost or had renewed, and nothing
 * else, since other pages of the session may have been at work at the same time.
 *
 * @param now the session's @param before what the page's browser began with @param after what it ended with
 */
export function carriedOver(
  now: readonly Cookie[],
  before: readonly Cookie[],
  after: readonly Cookie[],
): readonly Cookie[] {
  const then = new Map(before.map((cookie) => [keyOf(cookie), cookie]));
  const ended = new Map(after.map((cookie) => [keyOf(cookie), cookie]));
  const result = new Map(now.map((cookie) => [keyOf(cookie), cookie]));
  for (const key of then.keys()) if (!ended.has(key)) result.delete(key);
  for (const [key, cookie] of ended) {
    const old = then.get(key);
    if (old?.value !== cookie.value || old.expires !== cookie.expires) result.set(key, cookie);
  }
  return [...result.values()];
}
