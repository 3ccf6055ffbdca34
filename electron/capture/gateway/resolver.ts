import { isIP } from 'node:net';
import { refusalOf, type RefusedKind } from './address-policy.ts';
import type { Question } from './gateway-log.ts';
import type { Lookup } from './network.ts';

/** Where a host is to be dialled, decided once for a whole capture: a second answer of a rebinding server never counts. */
export type Resolution =
  | Readonly<{ at: 'address'; offered: readonly string[] }>
  | Readonly<{ at: 'nowhere'; why: 'unknown-host' | 'timed-out'; detail: string }>
  | Readonly<{ at: 'refused'; why: RefusedKind; offered: readonly string[] }>;

const patience = 5_000; // ms; a dead name server must not hold up a page with a hundred dead addresses

/** Resolves each name once, applies the address policy, and remembers the question and its answers. */
export class Resolver {
  readonly questions: Question[] = [];
  readonly #resolutions = new Map<string, Promise<Resolution>>();
  readonly #lookup: Lookup;
  readonly #allowPrivate: boolean;

  constructor(lookup: Lookup, allowPrivate: boolean) {
    this.#lookup = lookup;
    this.#allowPrivate = allowPrivate;
  }

  resolve(host: string): Promise<Resolution> {
    const name = nameOf(host);
    const known = this.#resolutions.get(name);
    if (known) return known;
    const written = this.written(name);
    const resolution = written ? Promise.resolve(written) : this.#find(name);
    this.#resolutions.set(name, resolution);
    return resolution;
  }

  /** The resolution of a host that nobody need be asked about: an address, `localhost`, or a name reserved never to resolve. */
  written(host: string): Resolution | null {
    const name = nameOf(host);
    if (isIP(name)) return this.#judge([name]);
    if (/(^|\.)localhost$/.test(name)) return this.#judge(['127.0.0.1']); // RFC 6761 §6.3
    // RFC 6761 §6.4 and RFC 7686: no name server is asked.
    if (/(^|\.)(invalid|onion)$/.test(name)) return { at: 'nowhere', why: 'unknown-host', detail: 'reserved-name' };
    return null;
  }

  async #find(host: string): Promise<Resolution> {
    const began = performance.now();
    const askedAt = new Date().toISOString();
    const note = (answers: readonly string[], error: string | null) =>
      this.questions.push({ host, askedAt, ms: Math.round(performance.now() - began), answers, error });
    let timer: NodeJS.Timeout | undefined;
    try {
      const late = new Promise<never>((_resolve, reject) => {
        timer = setTimeout(() => reject(Object.assign(new Error('no answer'), { code: 'ETIMEDOUT' })), patience);
      });
      const answers = await Promise.race([this.#lookup(host), late]);
      note(answers, null);
      return this.#judge(answers);
    } catch (error) {
      const code = (error as NodeJS.ErrnoException).code ?? String(error);
      note([], code);
      return { at: 'nowhere', why: code === 'ETIMEDOUT' ? 'timed-out' : 'unknown-host', detail: code };
    } finally {
      clearTimeout(timer);
    }
  }

  /** Every answer must be allowed: a name that also points inside is not one to follow. */
  #judge(offered: readonly string[]): Resolution {
    if (offered.length === 0) return { at: 'nowhere', why: 'unknown-host', detail: 'no-address' };
    const why = this.#allowPrivate ? undefined : offered.map(refusalOf).find((reason) => reason !== null);
    return why ? { at: 'refused', why, offered } : { at: 'address', offered };
  }
}

/** A host as it is compared: lower case, no root dot, no brackets around an IPv6 address. */
function nameOf(host: string): string {
  return host
    .toLowerCase()
    .replace(/\.$/, '')
    .replace(/^\[|\]$/g, '');
}
