import type { Socket } from 'node:net';
import type { DialOutcome } from './gateway-log.ts';
import type { Network } from './network.ts';

/** A connection, or why there is none. */
export type Dialled =
  | Readonly<{ socket: Socket; address: string | null }>
  | Readonly<{ outcome: DialOutcome; address: string | null; detail: string }>;

/** How long an address gets to answer, in ms: less while there is another one to try. */
const patience = { first: 4_000, last: 10_000 } as const;

/**
 * Dials hosts, and keeps to one address per host and port for a whole capture: the first of a name's addresses that
 * answers. A host that did not answer at all is not waited for again, or a page with a hundred dead pictures would take
 * all evening.
 */
export class Dialler {
  readonly #network: Network;
  readonly #pins = new Map<string, Promise<Dialled>>();

  constructor(network: Network) {
    this.#network = network;
  }

  async dial(host: string, port: number, offered: readonly string[]): Promise<Dialled> {
    const key = `${host}:${port}`;
    const pinned = await this.#pins.get(key);
    if (pinned) {
      return 'socket' in pinned && pinned.address !== null ? this.#try(pinned.address, port, patience.last) : pinned;
    }
    const first = this.#firstThatAnswers(port, offered);
    this.#pins.set(key, first);
    const dialled = await first;
    // A refused connection is cheap to try again, and may have been a moment's trouble.
    if ('outcome' in dialled && dialled.outcome !== 'timed-out') this.#pins.delete(key);
    return dialled;
  }

  async #firstThatAnswers(port: number, offered: readonly string[]): Promise<Dialled> {
    let last: Dialled = { outcome: 'unknown-host', address: null, detail: 'no-address' };
    for (const [at, address] of offered.entries()) {
      last = await this.#try(address, port, at === offered.length - 1 ? patience.last : patience.first);
      if ('socket' in last) return last;
    }
    return last;
  }

  #try(address: string, port: number, milliseconds: number): Promise<Dialled> {
    return new Promise((done) => {
      const socket = this.#network.connect(address, port);
      const fail = (code: string) => {
        clearTimeout(late);
        socket.on('error', () => undefined).destroy(); // what it says after it failed changes nothing
        done({ outcome: outcomeOf(code), address, detail: code });
      };
      const late = setTimeout(() => fail('ETIMEDOUT'), milliseconds);
      const failed = (error: NodeJS.ErrnoException) => fail(error.code ?? error.message);
      socket.once('error', failed).once('connect', () => {
        clearTimeout(late);
        socket.off('error', failed);
        done({ socket, address });
      });
    });
  }
}

function outcomeOf(code: string): DialOutcome {
  if (code === 'ECONNREFUSED') return 'connection-refused';
  if (code === 'ETIMEDOUT') return 'timed-out';
  return code === 'ECONNRESET' ? 'reset' : 'unreachable';
}
