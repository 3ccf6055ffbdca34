import type { Socket } from 'node:net';

/** What a client asks of a SOCKS5 server (RFC 1928 §4): a host by name or address, and a port. */
export type SocksRequest = Readonly<{ host: string; port: number }>;

const replies = {
  granted: 0,
  'not-allowed': 2,
  'host-unreachable': 4,
  'connection-refused': 5,
  unsupported: 7,
} as const;
export type SocksReply = keyof typeof replies;

/** RFC 1928 §6. The bound address is of no use to the client and is left zero. */
export function reply(code: SocksReply): Buffer {
  return Buffer.from([5, replies[code], 0, 1, 0, 0, 0, 0, 0, 0]);
}

/** Reads the greeting and the request. Null where the client speaks something else, or asks for more than CONNECT. */
export async function readRequest(client: Socket): Promise<SocksRequest | null> {
  const bytes = new Bytes(client);
  const [version, methods] = await bytes.take(2);
  if (version !== 5 || methods === undefined) return null;
  await bytes.take(methods);
  client.write(Buffer.from([5, 0])); // no authentication
  const [again, command, , kind] = await bytes.take(4);
  if (again !== 5) return null;
  const host = await readHost(bytes, kind);
  const port = (await bytes.take(2)).readUInt16BE(0);
  if (command !== 1 || host === null) {
    client.end(reply('unsupported'));
    return null;
  }
  return { host, port };
}

async function readHost(bytes: Bytes, kind: number | undefined): Promise<string | null> {
  if (kind === 1) return [...(await bytes.take(4))].join('.');
  if (kind === 3) {
    const [length = 0] = await bytes.take(1);
    return (await bytes.take(length)).toString('latin1');
  }
  if (kind !== 4) return null;
  const words = await bytes.take(16);
  return Array.from({ length: 8 }, (_, at) => words.readUInt16BE(at * 2).toString(16)).join(':');
}

/** Takes exact numbers of bytes from a socket, then gives it back with whatever came behind them. */
class Bytes {
  readonly #socket: Socket;

  constructor(socket: Socket) {
    this.#socket = socket;
  }

  take(count: number): Promise<Buffer> {
    return takeBytes(this.#socket, count, 'the client left');
  }
}

/**
 * Exactly so many bytes of a socket, however they come. What is there is taken out at once: a socket that still holds
 * some says "readable" again without end, and nothing else of the program would run.
 * @throws {Error} with `left` where it ends before, or with its own error
 */
export async function takeBytes(socket: Socket, count: number, left: string): Promise<Buffer> {
  let bytes = Buffer.alloc(0);
  for (;;) {
    const more = bytes.length < count ? (socket.read() as Buffer | null) : null; // no encoding is set: buffers only
    if (more) bytes = Buffer.concat([bytes, more]);
    if (bytes.length >= count) {
      if (bytes.length > count) socket.unshift(bytes.subarray(count));
      return bytes.subarray(0, count);
    }
    if (!more) await readable(socket, left);
  }
}

function readable(socket: Socket, left: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const done = () => socket.off('readable', ready).off('end', ended).off('close', ended).off('error', failed);
    const ready = () => {
      done();
      resolve();
    };
    const ended = () => {
      done();
      reject(new Error(left));
    };
    const failed = (error: Error) => {
      done();
      reject(error);
    };
    socket.once('readable', ready).once('end', ended).once('close', ended).once('error', failed);
  });
}
