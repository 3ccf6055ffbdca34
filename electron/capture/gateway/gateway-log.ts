/** What became of one wish of the browser to reach a host. */
export type DialOutcome =
  | 'waiting' // no answer yet
  | 'open' // connected; still open, or closed in the ordinary way
  | 'given-up' // the browser left before there was an answer
  | 'refused-by-policy'
  | 'refused-own-traffic' // the browser's own request, not the page's
  | 'unknown-host'
  | 'connection-refused'
  | 'unreachable'
  | 'timed-out'
  | 'reset';

/** One connection through the gateway, as it went. Times are UTC by this device's clock. */
export type Dial = {
  readonly host: string;
  readonly port: number;
  readonly askedAt: string;
  /** Port of the browser's side of the connection: it ties the dial to the browser's own account of its sockets. */
  readonly clientPort: number | null;
  outcome: DialOutcome;
  /** Address that was dialled, once chosen; null where none was, or where a proxy chose it. */
  address: string | null;
  detail: string | null;
  connectedAt: string | null;
  closedAt: string | null;
  sent: number;
  received: number;
};

/** One name, asked once per capture. */
export type Question = Readonly<{
  host: string;
  askedAt: string;
  ms: number;
  answers: readonly string[];
  error: string | null;
}>;

/** The gateway's log of one capture: an artifact of the item. */
export type GatewayLog = Readonly<{
  questions: readonly Question[];
  /** What the page asked for. */
  dials: readonly Readonly<Dial>[];
  /** What the browser asked for on its own account; all refused. */
  ownTraffic: readonly Readonly<Dial>[];
  through: string | null;
}>;

export function newDial(host: string, port: number, askedAt: string, clientPort: number | null): Dial {
  return {
    host: host.toLowerCase(),
    port,
    askedAt,
    clientPort,
    outcome: 'waiting',
    address: null,
    detail: null,
    connectedAt: null,
    closedAt: null,
    sent: 0,
    received: 0,
  };
}
