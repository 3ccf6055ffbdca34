import { lookup } from 'node:dns/promises';
import { connect, type Socket } from 'node:net';

/** The network as a capture sees it, passed in: a test can give names and servers of its own. */
export type Network = Readonly<{
  lookup: Lookup;
  /** Begins a TCP connection; the socket says by its events how it went. */
  connect(address: string, port: number): Socket;
}>;

/** Every address of a name, in the order in which they should be tried. */
export type Lookup = (host: string) => Promise<readonly string[]>;

/** Asks the system's resolver (hosts file included), which is what the person's own browser would do. */
export const systemLookup: Lookup = async (host) => (await lookup(host, { all: true })).map(({ address }) => address);

/** The network of this device. */
export const deviceNetwork: Network = {
  lookup: systemLookup,
  connect: (address, port) => connect({ host: address, port, noDelay: true }),
};
