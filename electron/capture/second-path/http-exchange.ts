import { request, type IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import type { BodySink } from './body-sink.ts';
import type { Hop } from './messages.ts';
import type { Presented } from '../recorder/messages.ts';
import type { Header } from '../../archive/archived.ts';

type Exchange = Readonly<{
  /** Connected, and by TLS where the address wants it. */
  socket: Socket;
  url: URL;
  presented: Presented;
  headerBytes: number;
  /** Filled in as it goes. */
  entry: Hop;
  sink: BodySink;
}>;

const redirecting: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);

/**
 * One GET over HTTP/1.1.
 * @returns where a redirect leads, or null where this is the answer, whose body went into the sink
 * @throws {Error} where it broke off; what came before stands in the entry and in the sink
 */
export async function httpExchange({
  socket,
  url,
  presented,
  headerBytes,
  entry,
  sink,
}: Exchange): Promise<URL | null> {
  const headers: Header[] = [
    ['Host', url.host],
    ...(presented.userAgent === null ? [] : [['User-Agent', presented.userAgent] as const]),
    ['Accept', 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8'],
    ...(presented.acceptLanguage === null ? [] : [['Accept-Language', presented.acceptLanguage] as const]),
    ['Accept-Encoding', 'gzip, deflate, br'],
    ['Connection', 'close'],
  ];
  const path = url.pathname + url.search;
  const asking = request({
    method: 'GET',
    path,
    headers: headers.flat(),
    createConnection: () => socket,
    maxHeaderSize: headerBytes,
    setHost: false,
  });
  entry.sent = { line: `GET ${path} HTTP/1.1`, headers, at: new Date().toISOString() };
  const response = await new Promise<IncomingMessage>((done, fail) => {
    asking.once('response', done).once('error', fail).end();
  });
  asking.on('error', () => undefined); // told by the response
  const { rawHeaders, httpVersion, statusCode = 0, statusMessage = '' } = response;
  entry.answer = {
    httpVersion,
    status: statusCode,
    statusText: text(statusMessage),
    headers: Array.from({ length: rawHeaders.length / 2 }, (_, at): Header => [
      text(rawHeaders[at * 2] ?? ''),
      text(rawHeaders[at * 2 + 1] ?? ''),
    ]),
    at: new Date().toISOString(),
  };
  const { location } = response.headers;
  const next = redirecting.has(statusCode) && location !== undefined ? URL.parse(location, url.href) : null;
  if (next) {
    response.resume();
    if (next.hash === '') next.hash = url.hash; // RFC 9110 §10.2.2
    return next;
  }
  sink.begin();
  for await (const chunk of response) sink.take(chunk as Buffer); // no encoding is set
  if (!response.complete) throw Object.assign(new Error('the answer broke off'), { code: 'ECONNRESET' });
  return null;
}

const text = (value: string) => value.toWellFormed();
