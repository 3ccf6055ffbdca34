/**
 * How a site (a host) is treated: few pages of it at once, a moment between two, and a pause when it asks for one.
 * A person who reads would do the same; a site that is flooded answers with a wall, and the evidence is lost.
 */
export const mostAtOnce = 2;
export const between = 1_000; // ms from one start to the next
const pause = { least: 5_000, most: 60_000 } as const; // ms, after 429 or 503
/** No site is left alone for longer, in ms. */
export const longestPause = pause.most;

/** What a site said of a page; `retryAfter` in seconds, as it asked. */
export type SiteAnswer = Readonly<{ status: number | null; retryAfter: number | null }>;

/** One run's own rule. Times in milliseconds of a clock that is never set back. */
export class Politeness {
  readonly #sites = new Map<string, { atWork: number; free: number }>();

  /** Milliseconds until this address may be asked for; 0: now. */
  wait(url: string, now: number): number {
    const site = this.#sites.get(siteOf(url));
    if (!site) return 0;
    return site.atWork >= mostAtOnce ? between : Math.max(0, site.free - now);
  }

  begin(url: string, now: number): void {
    const site = this.#sites.get(siteOf(url)) ?? { atWork: 0, free: 0 };
    this.#sites.set(siteOf(url), site);
    site.atWork += 1;
    site.free = Math.max(site.free, now + between);
  }

  /** @param answer what the site said, or null where nothing came of it */
  end(url: string, now: number, answer: SiteAnswer | null): void {
    const site = this.#sites.get(siteOf(url));
    if (!site) return;
    site.atWork -= 1;
    site.free = Math.max(site.free, now + pauseAfter(answer));
  }
}

/** Milliseconds for which a site asks to be left alone; 0: it does not ask. */
export function pauseAfter(answer: SiteAnswer | null): number {
  if (answer?.status !== 429 && answer?.status !== 503) return 0;
  return Math.min(pause.most, Math.max(pause.least, (answer.retryAfter ?? 0) * 1_000));
}

/** The site of an address: its host, and the port where it is not the usual one. */
export function siteOf(url: string): string {
  return URL.parse(url)?.host ?? url;
}
