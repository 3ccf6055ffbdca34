/**
 * How the queue treats a site (a host): few pages of it at once, a moment between two, and a pause when it asks for one.
 * A person who reads would do the same; a site that is flooded answers with a wall, and the evidence is lost.
 */
const most = 2;
const between = 1_000; // ms from one start to the next
const pause = { least: 5_000, most: 60_000 } as const; // ms, after 429 or 503

type Site = { atWork: number; free: number };

export class Politeness {
  readonly #sites = new Map<string, Site>();

  /** Milliseconds until this address may be asked for; 0: now. */
  wait(url: string, now: number): number {
    const site = this.#sites.get(siteOf(url));
    if (!site) return 0;
    return site.atWork >= most ? between : Math.max(0, site.free - now);
  }

  begin(url: string, now: number): void {
    const site = this.#sites.get(siteOf(url)) ?? { atWork: 0, free: 0 };
    this.#sites.set(siteOf(url), site);
    site.atWork += 1;
    site.free = Math.max(site.free, now + between);
  }

  /** @param answer what the site said, or null where nothing came of it; `retryAfter` in seconds, as it asked */
  end(url: string, now: number, answer: Readonly<{ status: number | null; retryAfter: number | null }> | null): void {
    const site = this.#sites.get(siteOf(url));
    if (!site) return;
    site.atWork -= 1;
    if (answer?.status !== 429 && answer?.status !== 503) return;
    const asked = (answer.retryAfter ?? 0) * 1_000;
    site.free = Math.max(site.free, now + Math.min(pause.most, Math.max(pause.least, asked)));
  }
}

function siteOf(url: string): string {
  return URL.parse(url)?.host ?? url;
}
