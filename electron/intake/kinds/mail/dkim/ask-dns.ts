import { Resolver } from 'node:dns/promises';
import type { KeyAnswer } from './check-signature.ts';

/** A question to the DNS, who was asked, when, and what came of it. */
export type KeyQuestion = Readonly<{ name: string; askedAt: string; servers: readonly string[]; answer: KeyAnswer }>;

/** Asks for the TXT records of a name. Never throws: that nobody answers is an answer too. */
export type AskDns = (name: string) => Promise<KeyQuestion>;

/** ms for one try, tries, and ms for the whole question, whatever the servers do. */
const patience = { timeout: 1_500, tries: 2, all: 5_000 } as const;
/** Records and characters of an answer that are kept: a key of 4,096 bits has 740. */
const most = { records: 10, characters: 8_192 } as const;

/** Codes that say that the name has no such record; any other says that we do not know. */
const absent = new Set(['ENOTFOUND', 'ENODATA']);

/**
 * @param server `ADDRESS` or `ADDRESS:PORT` of the server to ask; null: those of the system. Answers are not checked by
 *   DNSSEC here: they are what that server said.
 */
export function askDns(server: string | null, now: () => Date): AskDns {
  return async (name) => {
    const resolver = new Resolver({ timeout: patience.timeout, tries: patience.tries });
    if (server !== null) resolver.setServers([server]);
    const asked = { name, askedAt: now().toISOString(), servers: resolver.getServers() };
    const timer = setTimeout(() => {
      resolver.cancel();
    }, patience.all);
    try {
      const records = await resolver.resolveTxt(name);
      const texts = records.slice(0, most.records).map((strings) => strings.join('').slice(0, most.characters));
      return { ...asked, answer: { as: 'records', texts } };
    } catch (error) {
      const why = String((error as NodeJS.ErrnoException).code ?? error); // every error of node:dns has a code
      return { ...asked, answer: { as: absent.has(why) ? 'none' : 'unknown', why } };
    } finally {
      clearTimeout(timer);
    }
  };
}
