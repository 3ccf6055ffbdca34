import { connect, isIP, type Socket } from 'node:net';
import { takeBytes, type SocksRequest } from './socks5.ts';

/** A proxy of the system that a capture goes through at the user's wish. */
export type Upstream = Readonly<{ kind: 'http' | 'socks5'; host: string; port: number; shown: string }>;

/** The proxy that the environment names for pages, or null. A password in it is never shown nor stored. */
export function upstreamOf(environment: Readonly<Record<string, string | undefined>>): Upstream | null {
  for (const name of ['ALL_PROXY', 'all_proxy', 'HTTPS_PROXY', 'https_proxy', 'HTTP_PROXY', 'http_proxy']) {
    const value = environment[name];
    if (!value) continue;
    const url = URL.parse(value.includes('://') ? value : `http://${value}`);
    if (!url) continue;
    const kind = url.protocol.startsWith('socks') ? 'socks5' : 'http';
    const port = Number(url.port) || (kind === 'socks5' ? 1080 : 80);
    return {
      kind,
      host: url.hostname.replace(/^\[|\]$/g, ''),
      port,
      shown: `${kind}://${url.hostname}:${port} (${name})`,
    };
  }
  return null;
}

const patience = 15_000; // ms, for the proxy and the server behind it

/**
 * A connection through the proxy: HTTP CONNECT (RFC 9110 §9.3.6) or SOCKS5 (RFC 1928) with the name left to the proxy.
 * @throws {Error} with the proxy's own words
 */
export async function dialThrough(upstream: Upstream, request: SocksRequest): Promise<Socket> {
  const socket = connect({ host: upstream.host, port: upstream.port, noDelay: true });
  const late = setTimeout(() => socket.destroy(new Error('the proxy gave no answer')), patience);
  try {
    await new Promise<void>((resolve, reject) => {
      socket.once('connect', resolve).once('error', reject);
    });
    await (upstream.kind === 'http' ? throughHttp(socket, request) : throughSocks(socket, request));
    return socket;
  } catch (error) {
    socket.on('error', () => undefined).destroy(); // its last words change nothing
    throw error;
  } finally {
    clearTimeout(late);
  }
}

async function throughHttp(socket: Socket, { host, port }: SocksRequest): Promise<void> {
  const authority = isIP(host) === 6 ? `[${host}]:${port}` : `${host}:${port}`;
  socket.write(`CONNECT ${authority} HTTP/1.1\r\nHost: ${authority}\r\n\r\n`);
  let answer = '';
  while (!answer.endsWith('\r\n\r\n')) {
    if (answer.length > 16_384) throw new Error('the proxy’s answer is too long');
    answer += (await readBytes(socket, 1)).toString('latin1'); // what follows the blank line belongs to the browser
  }
  if (!/^HTTP\/1\.[01] 200/.test(answer)) throw new Error(`the proxy said: ${answer.split('\r\n')[0] ?? ''}`);
}

async function throughSocks(socket: Socket, { host, port }: SocksRequest): Promise<void> {
  const name = Buffer.from(host, 'latin1');
  socket.write(Buffer.from([5, 1, 0]));
  const [, method] = await readBytes(socket, 2);
  if (method !== 0) throw new Error('the proxy asks for a password');
  socket.write(Buffer.concat([Buffer.from([5, 1, 0, 3, name.length]), name, Buffer.from([port >> 8, port & 255])]));
  const [, code, , kind] = await readBytes(socket, 4);
  if (code !== 0) throw new Error(`the proxy refused with code ${code ?? '?'}`);
  const bound = kind === 1 ? 4 : kind === 4 ? 16 : ((await readBytes(socket, 1))[0] ?? 0);
  await readBytes(socket, bound + 2);
}

const readBytes = (socket: Socket, count: number): Promise<Buffer> =>
  takeBytes(socket, count, 'the proxy closed the connection');
