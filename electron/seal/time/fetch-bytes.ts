import type { Cause } from '../../../shared/text.ts';
import { because, causeOf } from '../../../shared/cause.ts';
/** The network, passed in: `globalThis.fetch` in the program, a local one in tests. */
export type Fetch = typeof globalThis.fetch;

/**
 * Sends bytes (or asks for some, where `body` is null) over HTTP and reads an answer of a bounded length. A failure of
 * any kind is a result.
 *
 * @param longest bytes of the answer; a longer one is cut off while it comes
 * @param patience milliseconds for the whole exchange
 */
export async function fetchBytes(
  fetch: Fetch,
  url: string,
  body: Uint8Array | null,
  type: string,
  longest: number,
  patience: number,
  signal: AbortSignal,
): Promise<Readonly<{ bytes: Uint8Array }> | Readonly<{ why: Cause }>> {
  try {
    const response = await fetch(url, {
      ...(body && { method: 'POST', headers: { 'content-type': type }, body: new Uint8Array(body) }),
      signal: AbortSignal.any([signal, AbortSignal.timeout(patience)]),
      credentials: 'omit',
    });
    if (!response.ok) return { why: because('http-status', { status: response.status }) };
    const pieces: Uint8Array[] = [];
    let length = 0;
    const answer = response.body as ReadableStream<Uint8Array> | null; // fetch reads bytes; Node's types leave them open
    for await (const piece of answer ?? []) {
      length += piece.length;
      if (length > longest) return { why: because('longer-than', { most: longest }) };
      pieces.push(piece);
    }
    return { bytes: Buffer.concat(pieces) };
  } catch (error) {
    signal.throwIfAborted();
    return { why: causeOf(error) };
  }
}
