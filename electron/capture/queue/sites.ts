import type { Cause } from '../../../shared/text.ts';
import { causeOf } from '../../../shared/cause.ts';
import { Politeness, siteOf, type SiteAnswer } from './politeness.ts';
import { SiteSlots } from './site-slots.ts';

/** A page that was begun, until its end is told. */
export type Visit = Readonly<{
  /** @param answer what the site said, or null where nothing came of it */
  end(answer: SiteAnswer | null): void;
}>;

/** When a run may ask a site for a page. */
export type Sites = Readonly<{
  /** Begins a page of this address, or null: not now. */
  begin(url: string): Visit | null;
  close(): void;
}>;

/** What a person hears: once a run, and once a run and site. */
export type SitesTold = Readonly<{
  /** Other runs could not be heard of: this run keeps to its own rule alone. */
  onAlone(why: Cause): void;
  /** Another run of this computer is at this site, and the pages take turns. */
  onShared(site: string): void;
}>;

/** Milliseconds of the clock that all processes of this computer share and nobody sets. */
const sharedMilliseconds = () => Number(process.hrtime.bigint() / 1_000_000n);

/**
 * The sites as one run sees them: its own rule always holds, and with the others that share the folder all runs together are
 * no more than one. Where the folder cannot be shared (read-only, a damaged file), that is told, and the run goes on alone.
 *
 * @param folder where all runs of the user meet; null: nobody else is there
 */
export function openSites(folder: string | null, told: SitesTold, now: () => number = sharedMilliseconds): Sites {
  const own = new Politeness();
  const asked = new Set<string>();
  let slots: SiteSlots | null = null;
  const leave = () => {
    const left = slots;
    slots = null;
    left?.close();
  };
  const orAlone = <T>(work: () => T): T | null => {
    try {
      return work();
    } catch (error) {
      leave();
      told.onAlone(causeOf(error));
      return null;
    }
  };
  slots = folder === null ? null : orAlone(() => new SiteSlots(folder, now));

  return {
    begin: (url) => {
      if (own.wait(url, now()) > 0) return null;
      const taken = orAlone(() => slots?.take(url) ?? null);
      if (taken && 'not' in taken) {
        const site = siteOf(url);
        if (taken.not === 'shared' && !asked.has(site)) {
          asked.add(site);
          told.onShared(site);
        }
        return null;
      }
      own.begin(url, now());
      return {
        end: (answer) => {
          own.end(url, now(), answer);
          if (taken) orAlone(() => slots?.giveBack(taken.slot, url, answer));
        },
      };
    },
    close: leave,
  };
}
