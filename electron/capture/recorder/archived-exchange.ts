import type { Protocol } from 'puppeteer';
import { causeText } from '../../../shared/cause.ts';
import type { Json } from '../../../shared/canonical-json.ts';
import type { ArchivedExchange, Truncated } from '../../archive/archived.ts';
import { cipherSuiteName } from '../cipher-suites.ts';
import type { Dial } from '../gateway/gateway-log.ts';
import { hasBody, type Exchange } from './exchange.ts';
import type { NetlogFacts } from './netlog.ts';

/**
 * An exchange as the archive keeps it. The server's address is the one that the gateway dialled: the browser names its
 * socket (`connectionId`), the network log the socket's port on this device, and the gateway's log the connection that
 * came from this port. Where the network log lacks it, the address pinned for the host stands, and `about` says so.
 */
export function archivedExchange(
  exchange: Exchange,
  facts: NetlogFacts,
  dials: readonly Readonly<Dial>[],
): ArchivedExchange {
  const { response, end } = exchange;
  const answered = response ?? exchange.told;
  const server = response && serverOf(exchange, response, facts, dials);
  const suite = response ? facts.cipherSuites.get(response.connectionId) : undefined;
  const tls = response?.securityDetails?.protocol;
  return {
    url: exchange.url,
    date: isoOfWall(exchange.wall),
    method: exchange.method,
    requestHeaders: exchange.requestHeaders,
    requestBody: exchange.requestBody,
    response: answered && {
      status: answered.status,
      statusText: answered.statusText,
      headers: exchange.responseHeaders,
      body: exchange.body,
      truncated: truncatedOf(exchange),
    },
    address: server?.address ?? null,
    protocols: [
      ...(response?.protocol ? [response.protocol] : []),
      ...(tls ? [tls.toLowerCase().replace(' ', '/')] : []),
    ],
    cipherSuite: suite === undefined ? null : cipherSuiteName(suite),
    about: aboutOf(exchange, server),
    failure:
      end.how === 'failed'
        ? { error: end.error, canceled: end.canceled, blocked: end.blocked }
        : answered === null
          ? {
              error: end.how === 'finished' ? 'no-answer-told' : 'no-answer-by-end',
              canceled: false,
              blocked: null,
            }
          : null,
  };
}

/** @param seconds since 1970, UTC */
export function isoOfWall(seconds: number): string {
  return new Date(seconds * 1000).toISOString();
}

type Server = Readonly<{ address: string; port: number; joinedBy: 'connection' | 'host' }>;

function serverOf(
  { url }: Exchange,
  response: Protocol.Network.Response,
  { localPorts }: NetlogFacts,
  dials: readonly Readonly<Dial>[],
): Server | null {
  const localPort = localPorts.get(response.connectionId);
  const byConnection = localPort === undefined ? undefined : dials.find(({ clientPort }) => clientPort === localPort);
  if (byConnection?.address) return { address: byConnection.address, port: byConnection.port, joinedBy: 'connection' };
  const host = URL.parse(url)
    ?.hostname.replace(/^\[|\]$/g, '')
    .toLowerCase();
  const byHost = dials.findLast((dial) => dial.host === host && dial.address !== null && dial.outcome === 'open');
  return byHost?.address ? { address: byHost.address, port: byHost.port, joinedBy: 'host' } : null;
}

function truncatedOf(exchange: Exchange): Truncated | null {
  const { response, end, body, cut } = exchange;
  if (!hasBody(exchange)) return null;
  if (cut !== null) return cut;
  if (end.how === 'open') return 'time';
  if (end.how === 'failed') return 'disconnect';
  if (end.how === 'incomplete') return 'unspecified';
  if (end.how === 'redirected' && body === null) {
    // The browser shows nothing of a redirect's body; where its network log has none either, it is not recorded.
    const length = Object.entries(response?.headers ?? {}).find(([name]) => name.toLowerCase() === 'content-length');
    return length?.[1] === '0' ? null : 'unspecified';
  }
  return null;
}

function aboutOf(exchange: Exchange, server: Server | null): Json {
  const { response, end, sentAt, finishedAt } = exchange;
  const timing = response?.timing;
  const milliseconds = (seconds: number) => Math.round(seconds * 1e6) / 1e3;
  return {
    resourceType: exchange.kind,
    initiator: exchange.initiator,
    end: end.how,
    ...(exchange.told && { answerFrom: 'netlog' }),
    ...('why' in end && { why: causeText(end.why, 'en') }),
    bodyFrom: exchange.bodySource,
    encodedBytes: exchange.encoded,
    decodedBytes: exchange.decoded,
    ...(finishedAt !== null && { totalMs: milliseconds(finishedAt - sentAt) }),
    ...(timing && {
      timing: {
        connectStart: timing.connectStart,
        connectEnd: timing.connectEnd,
        sslStart: timing.sslStart,
        sslEnd: timing.sslEnd,
        sendStart: timing.sendStart,
        receiveHeadersStart: timing.receiveHeadersStart,
        receiveHeadersEnd: timing.receiveHeadersEnd,
      },
    }),
    ...(response && {
      connection: response.connectionId,
      reused: response.connectionReused,
      mimeType: response.mimeType,
      charset: response.charset,
      ...(response.responseTime !== undefined && { responseTime: isoOfWall(response.responseTime / 1000) }),
      ...(response.fromServiceWorker && { fromServiceWorker: true }),
      ...(response.fromDiskCache && { fromDiskCache: true }),
    }),
    ...(server && { server: `${server.address}:${server.port}`, serverJoinedBy: server.joinedBy }),
    ...(response?.securityDetails && {
      tls: {
        protocol: response.securityDetails.protocol,
        cipher: response.securityDetails.cipher,
        keyExchange: response.securityDetails.keyExchangeGroup ?? response.securityDetails.keyExchange,
        subject: response.securityDetails.subjectName,
        issuer: response.securityDetails.issuer,
      },
    }),
  };
}
