import { createReadStream, existsSync } from 'node:fs';
import { withoutFragment } from '../../../shared/without-fragment.ts';
import type { BodySpool, OpenBody, SpooledBody } from './body-spool.ts';
import type { Exchange } from './exchange.ts';
import { WireAnswers } from './wire-answers.ts';

/** What the archive takes from the browser's own network log. */
export type NetlogFacts = Readonly<{
  /** Port on this device of each socket, by the id that the protocol calls `connectionId`. */
  localPorts: ReadonlyMap<number, number>;
  /** IANA number of the cipher suite of each socket that speaks TLS. */
  cipherSuites: ReadonlyMap<number, number>;
  /** Whether its last line is there: a browser that was killed leaves a torn log. */
  whole: boolean;
}>;

type NetlogEvent = Readonly<{
  type: number;
  source: Readonly<{ id: number }>;
  params?: Readonly<{ local_address?: string; cipher_suite?: number; url?: string; method?: string; bytes?: string }>;
}>;

const wantedTypes = [
  'TCP_CONNECT',
  'SSL_CONNECT',
  'URL_REQUEST_START_JOB',
  'URL_REQUEST_JOB_FILTERED_BYTES_READ',
  'SOCKET_BYTES_SENT',
  'SOCKET_BYTES_RECEIVED',
  'SSL_SOCKET_BYTES_SENT',
  'SSL_SOCKET_BYTES_RECEIVED',
] as const;

/**
 * Reads the browser's network log, one event a line, with flat memory. Bodies that the recorder could not get are filled
 * in from what the log says was read, all coding undone, where the length is the one that the browser counted; and
 * answers that the browser tells nothing of, from the bytes of its connections.
 */
export async function readNetlog(
  path: string | null,
  exchanges: readonly Exchange[],
  spool: BodySpool,
): Promise<NetlogFacts> {
  const found: Found = {
    localPorts: new Map(),
    cipherSuites: new Map(),
    bodies: new GapFiller(exchanges.filter(hasGap), spool),
    wire: new WireAnswers(exchanges, spool),
  };
  let names: ReadonlyMap<number, WantedType> | null = null;
  let whole = false;
  if (path !== null && existsSync(path)) {
    for await (const line of linesOf(path)) {
      if (names === null) {
        names = namesOf(line);
        continue;
      }
      whole = /^\s*(\]\s*)?\}\s*$/.test(line.length < 16 ? line.toString('latin1') : '');
      const type = /"type":(\d+)\}[,\]]?\r?$/.exec(line.subarray(-24).toString('latin1'))?.[1];
      const name = type === undefined ? undefined : names.get(Number(type));
      if (name === undefined || !isWanted(name, found)) continue;
      const event = parse(line);
      if (event) takeEvent(name, event, found);
    }
  }
  found.wire.fill();
  found.bodies.fill();
  return { localPorts: found.localPorts, cipherSuites: found.cipherSuites, whole };
}

type WantedType = (typeof wantedTypes)[number];

/** What the log has given so far. */
type Found = Readonly<{
  localPorts: Map<number, number>;
  cipherSuites: Map<number, number>;
  bodies: GapFiller;
  wire: WireAnswers;
}>;

/** Lines with bytes are long: they are parsed only where something waits for them. */
function isWanted(name: WantedType, { bodies, wire }: Found): boolean {
  if (name === 'URL_REQUEST_JOB_FILTERED_BYTES_READ') return bodies.wantsAny;
  return !name.includes('SOCKET_BYTES') || wire.wantsAny;
}

function takeEvent(name: WantedType, { params = {}, source }: NetlogEvent, found: Found): void {
  switch (name) {
    case 'TCP_CONNECT': {
      const port = /:(\d+)$/.exec(params.local_address ?? '')?.[1];
      if (port !== undefined) found.localPorts.set(source.id, Number(port));
      return;
    }
    case 'SSL_CONNECT':
      if (params.cipher_suite !== undefined) found.cipherSuites.set(source.id, params.cipher_suite);
      return;
    case 'URL_REQUEST_START_JOB':
      if (params.url !== undefined) found.bodies.begins(source.id, params.url, params.method ?? '');
      return;
    case 'URL_REQUEST_JOB_FILTERED_BYTES_READ':
      if (params.bytes !== undefined) found.bodies.read(source.id, Buffer.from(params.bytes, 'base64'));
      return;
    case 'SOCKET_BYTES_SENT':
    case 'SOCKET_BYTES_RECEIVED':
    case 'SSL_SOCKET_BYTES_SENT':
    case 'SSL_SOCKET_BYTES_RECEIVED':
      if (params.bytes !== undefined) takeSocketBytes(name, source.id, Buffer.from(params.bytes, 'base64'), found.wire);
  }
}

/** A socket's bytes as they go over the wire, and those of the TLS layer above it, are two streams. */
function takeSocketBytes(name: WantedType, source: number, bytes: Buffer, wire: WireAnswers): void {
  const scheme = name.startsWith('SSL') ? 'https' : 'http';
  if (name.endsWith('SENT')) wire.sent(`${source} ${scheme}`, scheme, bytes);
  else wire.received(`${source} ${scheme}`, bytes);
}

/** Bodies of the requests that have a gap, as the log has them. */
class GapFiller {
  readonly #gaps: readonly Exchange[];
  readonly #spool: BodySpool;
  readonly #found = new Map<number, { url: string; method: string; body: OpenBody }>();

  constructor(gaps: readonly Exchange[], spool: BodySpool) {
    this.#gaps = gaps;
    this.#spool = spool;
  }

  get wantsAny(): boolean {
    return this.#found.size > 0;
  }

  begins(source: number, url: string, method: string): void {
    if (this.#gaps.some((gap) => withoutFragment(gap.url) === withoutFragment(url) && gap.method === method))
      this.#found.set(source, { url: withoutFragment(url), method, body: this.#spool.open() });
  }

  read(source: number, bytes: Uint8Array): void {
    this.#found.get(source)?.body.append(bytes);
  }

  fill(): void {
    const closed = [...this.#found.values()].map(({ url, method, body }) => ({ url, method, body: body.close() }));
    for (const gap of this.#gaps) {
      // Of what broke off the browser hands on less than it read, and it is marked as cut off in any case.
      const fits = ({ url, method, body }: { url: string; method: string; body: SpooledBody }) =>
        url === withoutFragment(gap.url) &&
        method === gap.method &&
        (body.bytes === gap.decoded || gap.end.how === 'failed');
      const found = closed.find(fits);
      if (!found || found.body.bytes === 0) continue;
      closed.splice(closed.indexOf(found), 1);
      gap.body = found.body;
      gap.bodySource = 'netlog';
      if (gap.end.how === 'incomplete') gap.end = { how: 'finished' };
    }
  }
}

/** The browser had more of the body than the recorder got: it has none, or less. */
function hasGap({ end, body, response }: Exchange): boolean {
  return end.how === 'incomplete' || (end.how === 'failed' && response !== null && body === null);
}

function namesOf(line: Buffer): ReadonlyMap<number, WantedType> {
  const { constants } = JSON.parse(`${line.toString('utf8').replace(/,\s*$/, '')}}`) as {
    constants: { logEventTypes: Record<string, number> }; // as every version of the log begins
  };
  return new Map(
    wantedTypes.flatMap((name) => {
      const number = constants.logEventTypes[name];
      return number === undefined ? [] : [[number, name] as const];
    }),
  );
}

function parse(line: Buffer): NetlogEvent | null {
  try {
    return JSON.parse(line.toString('utf8').replace(/[,\]]?\s*$/, '')) as NetlogEvent; // the browser's own writing
  } catch {
    return null; // torn
  }
}

const longestLine = 16 * 1024 * 1024;

async function* linesOf(path: string): AsyncGenerator<Buffer> {
  let rest: Buffer[] = [];
  let length = 0;
  for await (const chunk of createReadStream(path, { highWaterMark: 1_048_576 })) {
    let bytes = chunk as Buffer; // no encoding is set
    for (let end = bytes.indexOf(10); end !== -1; end = bytes.indexOf(10)) {
      yield rest.length === 0 ? bytes.subarray(0, end) : Buffer.concat([...rest, bytes.subarray(0, end)]);
      rest = [];
      length = 0;
      bytes = bytes.subarray(end + 1);
    }
    length += bytes.length;
    if (bytes.length > 0 && length < longestLine) rest.push(bytes);
  }
  if (rest.length > 0) yield Buffer.concat(rest);
}
