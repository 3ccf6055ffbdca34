import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Json } from '../../shared/canonical-json.ts';
import type { ArchivedBody, ArchivedExchange, ArchivedMetadata } from './archived.ts';
import { learnFrames } from './frames.ts';
import type { SearchedBodies } from './searched-bodies.ts';
import { Secrets } from './secrets.ts';

/** Longer bodies are not searched: what holds a token is text, and short. */
const longestSearched = 16 * 1024 * 1024;

/**
 * Learns the secrets of all exchanges, their bodies and the frames of WebSockets too, before the first of them is given out.
 * @param known values of the page's own address @param searched bodies that were looked through already
 */
export function secretsOf(
  exchanges: readonly ArchivedExchange[],
  known: readonly string[],
  frames: readonly ArchivedMetadata[],
  searched: SearchedBodies,
): Secrets {
  const secrets = new Secrets(known, searched);
  for (const exchange of exchanges) {
    secrets.learn(exchange);
    const { requestBody, response } = exchange;
    if (requestBody && requestBody.length <= longestSearched) secrets.learnBody(requestBody);
    if (response?.body && response.body.bytes <= longestSearched) learnFrom(response.body, secrets);
  }
  for (const { url, body } of frames)
    if (!('bytes' in body) || body.bytes <= longestSearched) learnFrames(url, bytesIn(body), secrets);
  return secrets;
}

function learnFrom({ path, sha256 }: ArchivedBody, secrets: Secrets): void {
  secrets.learnBody(readFileSync(path), sha256);
}

const bytesIn = (body: ArchivedMetadata['body']): Uint8Array =>
  body instanceof Uint8Array ? body : readFileSync(body.path);

/** What was replaced in one exchange, for the list that a disclosure copy carries. */
export type Replacement = Readonly<{ url: string; bodySha256: string }>;

/**
 * An exchange as anybody outside may see it: cookies, credentials and tokens replaced in addresses, headers, and in
 * bodies that repeat one of them. The bodies changed are listed with the hash that they have in the sealed archive.
 */
export function disclosed(
  exchange: ArchivedExchange,
  secrets: Secrets,
  scratch: string,
  changed: Replacement[],
): ArchivedExchange {
  const { response, requestBody } = exchange;
  const url = secrets.url(exchange.url);
  return {
    ...exchange,
    url,
    requestHeaders: exchange.requestHeaders.map((header) => secrets.header(header)),
    requestBody: requestBody && secrets.bytes(requestBody),
    about: JSON.parse(secrets.text(JSON.stringify(exchange.about))) as Json, // replacements hold no quotes
    failure: exchange.failure && (JSON.parse(secrets.text(JSON.stringify(exchange.failure))) as Json), // nor here
    response: response && {
      ...response,
      headers: response.headers.map((header) => secrets.header(header)),
      body: response.body && disclosedBody(response.body, url, secrets, scratch, changed),
    },
  };
}

/** A body without what lets somebody in; the same where there is nothing. */
export function disclosedBody(
  body: ArchivedBody,
  url: string,
  secrets: Secrets,
  scratch: string,
  changed: Replacement[],
  clean: (bytes: Uint8Array) => Uint8Array = (bytes) => secrets.body(bytes, body.sha256),
): ArchivedBody {
  if (body.bytes > longestSearched) return body;
  const bytes = readFileSync(body.path);
  const cleaned = clean(bytes);
  if (cleaned === bytes) return body;
  changed.push({ url, bodySha256: body.sha256 });
  const path = join(scratch, `disclosed-${changed.length}`);
  writeFileSync(path, cleaned);
  return { path, bytes: cleaned.length, sha256: createHash('sha256').update(cleaned).digest('hex') };
}
