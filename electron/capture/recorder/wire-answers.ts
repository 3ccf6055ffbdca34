import {
  brotliDecompressSync,
  constants,
  gunzipSync,
  inflateRawSync,
  inflateSync,
  zstdDecompressSync,
} from 'node:zlib';
import type { BodySpool } from './body-spool.ts';
import { headersOfText, type Exchange } from './exchange.ts';

/** Of one answer on the wire, in bytes; what is looked for here is short. */
const longestAnswer = 4 * 1024 * 1024;
const longestDecoded = 64 * 1024 * 1024;

/** What came on one connection after one request was sent. */
type Answer = { readonly key: string; readonly pieces: Buffer[]; length: number };
type Head = Readonly<{ status: number; statusText: string; text: string; body: Buffer }>;

/**
 * What the browser tells nobody, read from the bytes of its connections in its network log: bodies of redirects, and
 * answers that its tools never speak of (scripts of shared and service workers). HTTP/1.1 only, in the clear or inside
 * TLS: an answer is what came between one request and the next on the same connection (RFC 9112 §9.3).
 */
export class WireAnswers {
  readonly #wanted = new Map<string, Exchange[]>();
  readonly #open = new Map<string, Answer | null>();
  readonly #found: Answer[] = [];
  readonly #spool: BodySpool;

  constructor(exchanges: readonly Exchange[], spool: BodySpool) {
    this.#spool = spool;
    for (const exchange of exchanges.filter(isWanted)) {
      const key = keyOf(exchange.method, exchange.url);
      this.#wanted.set(key, [...(this.#wanted.get(key) ?? []), exchange]);
    }
  }

  get wantsAny(): boolean {
    return this.#wanted.size > 0;
  }

  /** @param connection one of the log's sources; bytes inside TLS and outside are two */
  sent(connection: string, scheme: 'http' | 'https', bytes: Buffer): void {
    const [line = '', ...lines] = bytes.toString('latin1', 0, Math.min(bytes.length, 65_536)).split('\r\n');
    const [, method, target] = /^([A-Z]+) (\S+) HTTP\/1\.[01]$/.exec(line) ?? [];
    if (method === undefined || target === undefined) {
      if ((this.#open.get(connection)?.length ?? 0) > 0) this.#open.set(connection, null);
      return; // else the body of the request that went before
    }
    const host = /^host:\s*(.*)$/i.exec(lines.find((one) => /^host:/i.test(one)) ?? '')?.[1] ?? '';
    const key = keyOf(method, target.includes('://') ? target : `${scheme}://${host}${target}`);
    const answer = this.#wanted.has(key) ? { key, pieces: [], length: 0 } : null;
    this.#open.set(connection, answer);
    if (answer) this.#found.push(answer);
  }

  received(connection: string, bytes: Buffer): void {
    const answer = this.#open.get(connection);
    if (!answer || answer.length > longestAnswer) return;
    answer.pieces.push(bytes);
    answer.length += bytes.length;
  }

  fill(): void {
    for (const { key, pieces } of this.#found) {
      const head = headOf(Buffer.concat(pieces));
      const waiting = this.#wanted.get(key) ?? [];
      const at = waiting.findIndex(({ response }) => response === null || response.status === head?.status);
      const [exchange] = at < 0 || !head ? [] : waiting.splice(at, 1);
      if (exchange && head) this.#give(exchange, head);
    }
  }

  #give(exchange: Exchange, head: Head): void {
    const headers = headersOfText(head.text);
    const header = (name: string) => headers.find(([one]) => one.toLowerCase() === name)?.[1];
    if (exchange.response === null) {
      exchange.told = { status: head.status, statusText: head.statusText };
      exchange.responseHeaders = headers;
    }
    if (exchange.body !== null || exchange.method === 'HEAD' || head.status === 204 || head.status === 304) return;
    const { bytes, whole } = framed(head.body, header('transfer-encoding'), header('content-length'));
    const decoded = undone(bytes, header('content-encoding'), whole);
    if (decoded === null) return;
    const body = this.#spool.open();
    body.append(decoded);
    exchange.body = body.close();
    exchange.bodySource = 'netlog';
    if (!whole) exchange.cut = 'unspecified';
  }
}

function isWanted({ end, response, body }: Exchange): boolean {
  if (response === null) return end.how === 'finished' || end.how === 'incomplete';
  return body === null && end.how === 'redirected';
}

function keyOf(method: string, url: string): string {
  return `${method} ${URL.parse(url.split('#')[0] ?? '')?.href ?? url}`;
}

/** The final answer's head; interim ones (RFC 9110 §15.2) are passed over. */
function headOf(bytes: Buffer): Head | null {
  const end = bytes.indexOf('\r\n\r\n');
  const text = end < 0 ? '' : bytes.toString('latin1', 0, end);
  const [, status, statusText = ''] = /^HTTP\/1\.[01] (\d{3}) ?(.*)/.exec(text) ?? [];
  if (status === undefined) return null;
  const body = bytes.subarray(end + 4);
  return Number(status) < 200 ? headOf(body) : { status: Number(status), statusText, text, body };
}

/** The content out of its framing (RFC 9112 §6), and whether all of it is there. */
function framed(body: Buffer, coding: string | undefined, length: string | undefined) {
  if (/chunked\s*$/i.test(coding ?? '')) return dechunked(body);
  const wanted = length === undefined ? null : Number(length);
  if (wanted === null || !Number.isSafeInteger(wanted)) return { bytes: body, whole: true }; // ends with the connection
  return { bytes: body.subarray(0, wanted), whole: body.length >= wanted };
}

function dechunked(body: Buffer): { bytes: Buffer; whole: boolean } {
  const pieces: Buffer[] = [];
  for (let at = 0; ;) {
    const end = body.indexOf('\r\n', at);
    const size = end < 0 ? NaN : Number.parseInt(body.toString('latin1', at, Math.min(end, at + 16)), 16);
    if (size === 0) return { bytes: Buffer.concat(pieces), whole: true };
    const piece = Number.isNaN(size) ? null : body.subarray(end + 2, end + 2 + size);
    if (piece) pieces.push(piece);
    if (piece?.length !== size) return { bytes: Buffer.concat(pieces), whole: false };
    at = end + 4 + size;
  }
}

/** Content coding undone; null where it cannot be. What breaks off is undone as far as it goes. */
function undone(bytes: Buffer, coding: string | undefined, whole: boolean): Buffer | null {
  const zlib = {
    maxOutputLength: longestDecoded,
    ...(whole ? {} : { finishFlush: constants.Z_SYNC_FLUSH }),
  };
  const ways: Readonly<Record<string, () => Buffer>> = {
    '': () => bytes,
    identity: () => bytes,
    gzip: () => gunzipSync(bytes, zlib),
    'x-gzip': () => gunzipSync(bytes, zlib),
    // Servers mean either form by this word (RFC 9110 §8.4.1.2); zlib's begins with 0x78.
    deflate: () => (bytes[0] === 0x78 ? inflateSync(bytes, zlib) : inflateRawSync(bytes, zlib)),
    br: () => brotliDecompressSync(bytes, { maxOutputLength: longestDecoded }),
    zstd: () => zstdDecompressSync(bytes, { maxOutputLength: longestDecoded }),
  };
  try {
    return ways[(coding ?? '').trim().toLowerCase()]?.() ?? null;
  } catch {
    return null;
  }
}
