import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { Dialler, type Dialled } from './dialler.ts';
import { newDial, type Dial, type GatewayLog } from './gateway-log.ts';
import type { Network } from './network.ts';
import { ownTraffic } from './own-traffic.ts';
import { Resolver, type Resolution } from './resolver.ts';
import { readRequest, reply, type SocksReply, type SocksRequest } from './socks5.ts';
import { dialThrough, type Upstream } from './upstream.ts';

export type GatewayOptions = Readonly<{
  allowPrivateNetwork: boolean;
  /** A proxy to go through, at the user's wish; the server's address is then unknown. */
  upstream: Upstream | null;
  network: Network;
}>;

/**
 * The one way out of a capture browser: a SOCKS5 server on a random loopback port, for one capture. It resolves each
 * name once, applies the address policy, dials that address, and logs it. TLS passes through untouched. Chromium can
 * give SOCKS no password, so the port lives only as long as its capture, and it never reaches what policy refuses.
 */
export class Gateway {
  readonly #server: Server;
  readonly #resolver: Resolver;
  readonly #dialler: Dialler;
  readonly #upstream: Upstream | null;
  readonly #dials: Dial[] = [];
  readonly #sockets = new Set<Socket>();
  readonly #hostsOfPage = new Set<string>();
  /** How often a server was asked for since the end; null before it. */
  #afterEnd: number | null = null;

  private constructor({ network, allowPrivateNetwork, upstream }: GatewayOptions) {
    this.#resolver = new Resolver(network.lookup, allowPrivateNetwork);
    this.#dialler = new Dialler(network);
    this.#upstream = upstream;
    this.#server = createServer((client) => {
      this.#keep(client);
      void this.#serve(client).catch(() => client.destroy());
    });
  }

  static async open(options: GatewayOptions): Promise<Gateway> {
    const gateway = new Gateway(options);
    await new Promise<void>((resolve, reject) => {
      gateway.#server.once('error', reject).listen(0, '127.0.0.1', resolve);
    });
    return gateway;
  }

  get port(): number {
    return (this.#server.address() as AddressInfo).port; // listening on TCP since open()
  }

  /** Where a host would be dialled; asked before the browser starts, and the same for the whole capture. */
  resolve(host: string): Promise<Resolution> {
    return this.#upstream ? Promise.resolve(this.#resolver.written(host) ?? elsewhere) : this.#resolver.resolve(host);
  }

  /** The page asks this host for something: then it is not the browser's own traffic. */
  askedByPage(host: string): void {
    this.#hostsOfPage.add(host.toLowerCase());
  }

  log(): GatewayLog {
    const dials = this.#dials.map((dial) => ({ ...dial }));
    return {
      questions: [...this.#resolver.questions],
      dials: dials.filter(({ outcome }) => outcome !== 'refused-own-traffic'),
      ownTraffic: dials.filter(({ outcome }) => outcome === 'refused-own-traffic'),
      through: this.#upstream?.shown ?? null,
    };
  }

  /** The last dial to a host and port: where its answers came from, or why there were none. */
  lastDial(host: string, port: number): Readonly<Dial> | null {
    return this.#dials.findLast((dial) => dial.host === host.toLowerCase() && dial.port === port) ?? null;
  }

  /** From here on nothing goes out or comes in: connections end, and whoever asks for one gets none. */
  endTraffic(): void {
    this.#afterEnd ??= 0;
    for (const socket of this.#sockets) socket.destroy();
  }

  /** How often the page asked for a connection after {@link endTraffic}; none of them was made. */
  get askedAfterEnd(): number {
    return this.#afterEnd ?? 0;
  }

  async close(): Promise<void> {
    for (const socket of this.#sockets) socket.destroy();
    await new Promise<void>((resolve) => this.#server.close(() => resolve()));
  }

  async #serve(client: Socket): Promise<void> {
    const request = await readRequest(client);
    if (request === null) {
      client.destroy();
      return;
    }
    if (this.#afterEnd !== null) {
      if (!ownTraffic(request.host.toLowerCase()) || this.#hostsOfPage.has(request.host.toLowerCase()))
        this.#afterEnd += 1;
      client.destroy();
      return;
    }
    const dial = newDial(request.host, request.port, new Date().toISOString(), client.remotePort ?? null);
    this.#dials.push(dial);
    client.on('close', () => {
      dial.closedAt ??= new Date().toISOString();
      if (dial.outcome === 'waiting') dial.outcome = 'given-up';
    });
    const dialled = await this.#reach(request, dial.host);
    dial.address = dialled.address;
    if ('socket' in dialled) {
      this.#join(client, dialled.socket, dial);
      return;
    }
    if (dial.outcome === 'waiting') dial.outcome = dialled.outcome;
    dial.detail = dialled.detail;
    dial.closedAt ??= new Date().toISOString();
    client.end(reply(codeOf(dialled.outcome)));
  }

  async #reach(request: SocksRequest, host: string): Promise<Dialled> {
    if (ownTraffic(host) && !this.#hostsOfPage.has(host)) {
      return { outcome: 'refused-own-traffic', address: null, detail: 'not-asked-by-page' };
    }
    const resolution = await this.resolve(host);
    if (resolution.at === 'refused') {
      return {
        outcome: 'refused-by-policy',
        address: null,
        detail: `${resolution.why}: ${resolution.offered.join(', ')}`,
      };
    }
    if (resolution.at === 'nowhere') return { outcome: resolution.why, address: null, detail: resolution.detail };
    if (!this.#upstream) return this.#dialler.dial(host, request.port, resolution.offered);
    try {
      return { socket: await dialThrough(this.#upstream, request), address: null };
    } catch (error) {
      return { outcome: 'unreachable', address: null, detail: error instanceof Error ? error.message : String(error) };
    }
  }

  #join(client: Socket, server: Socket, dial: Dial): void {
    this.#keep(server);
    if (client.destroyed) {
      server.destroy();
      return;
    }
    dial.outcome = 'open';
    dial.connectedAt = new Date().toISOString();
    client.write(reply('granted'));
    client.on('data', (bytes) => (dial.sent += bytes.length)).pipe(server);
    server.on('data', (bytes) => (dial.received += bytes.length)).pipe(client);
    server.on('error', (error: NodeJS.ErrnoException) => {
      Object.assign(dial, { outcome: 'reset', detail: error.code ?? error.message });
      client.destroy();
    });
    server.on('close', () => {
      dial.closedAt ??= new Date().toISOString();
      client.end();
    });
    client.on('close', () => server.destroy());
  }

  #keep(socket: Socket): void {
    this.#sockets.add(socket);
    socket.on('error', () => socket.destroy());
    socket.on('close', () => this.#sockets.delete(socket));
  }
}

/** Behind a proxy a name's address is the proxy's affair. */
const elsewhere: Resolution = { at: 'address', offered: [] };

function codeOf(outcome: Dial['outcome']): SocksReply {
  if (outcome === 'refused-by-policy' || outcome === 'refused-own-traffic') return 'not-allowed';
  return outcome === 'connection-refused' ? 'connection-refused' : 'host-unreachable';
}
