import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream, mkdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { utf8 } from '../../../shared/canonical-json.ts';
import type { ArchivedExchange, ArchivedMetadata, ArchivedResource } from '../../archive/archived.ts';
import { disclosed, disclosedBody, secretsOf, type Replacement } from '../../archive/disclosed.ts';
import { disclosedFrames } from '../../archive/frames.ts';
import type { SearchedBodies } from '../../archive/searched-bodies.ts';
import type { Secrets } from '../../archive/secrets.ts';
import { writeWacz, type Archive } from '../../archive/wacz.ts';
import { archivedExchange, isoOfWall } from './archived-exchange.ts';
import { BodySpool } from './body-spool.ts';
import type { Counts, Packed, PackRequest, RecordedFile } from './messages.ts';
import { readNetlog } from './netlog.ts';
import type { Recording } from './target-recorder.ts';

/** A page that says more values than these says them to fill memory. */
const mostSecrets = 5_000;

/**
 * Packs a recording, once the browser has ended: joins it with the gateway's log through the browser's network log,
 * fills gaps from there, and writes the sealed archive, the disclosure copy, and the network log, compressed.
 *
 * @param searched bodies that were looked through already
 */
export async function packRecording(
  recording: Recording,
  request: PackRequest,
  folder: string,
  searched: SearchedBodies,
): Promise<Packed> {
  const scratch = join(folder, 'pack');
  mkdirSync(scratch, { mode: 0o700 });
  const compressed =
    request.netlog === null ? Promise.resolve(null) : compress(request.netlog, join(scratch, 'netlog.gz'));
  compressed.catch(() => undefined); // awaited below
  const facts = await readNetlog(request.netlog, recording.exchanges, new BodySpool(scratch));

  const exchanges = recording.exchanges.map((exchange) => archivedExchange(exchange, facts, request.dials));
  const resources: ArchivedResource[] = [
    ...request.resources.map(({ name, mediaType, path }) => ({
      uri: `urn:fascicle:${name}:${request.page.url}`,
      mediaType,
      date: request.page.startedAt,
      body: { path, bytes: statSync(path).size, sha256: '' },
    })),
    {
      uri: `urn:text:${request.page.url}`,
      mediaType: 'text/plain; charset=utf-8',
      date: request.page.startedAt,
      body: utf8(request.page.text),
    },
  ];
  const metadata: ArchivedMetadata[] = recording.frames.map(({ url, kind, wall, body }) => ({
    url,
    mediaType: `application/x-ndjson; frames=${kind}`,
    date: isoOfWall(wall),
    body,
  }));
  const { software, page } = request;
  const created = new Date().toISOString();
  const archive: Archive = { software, created, page, exchanges, resources, metadata, disclosure: null };
  const sealed = join(scratch, 'sealed.wacz');
  await writeWacz(sealed, archive, scratch);
  const secrets = secretsOf(exchanges, request.known, metadata, searched);
  const copy = await writeDisclosure(archive, exchanges, await hashOf(sealed), scratch, secrets);
  const netlog = await compressed;
  return {
    wacz: fileOf(sealed),
    disclosure: copy,
    netlog,
    netlogTruncated:
      request.netlog !== null && (!facts.whole || statSync(request.netlog).size > request.netlogCap * 0.9),
    counts: countsOf(recording, secrets.count),
    secrets: secrets.known.slice(0, mostSecrets),
  };
}

async function writeDisclosure(
  archive: Archive,
  exchanges: readonly ArchivedExchange[],
  sealedSha256: string,
  scratch: string,
  secrets: Secrets,
): Promise<RecordedFile> {
  const changed: Replacement[] = [];
  const clean = exchanges.map((exchange) => disclosed(exchange, secrets, scratch, changed));
  const path = join(scratch, 'disclosure.wacz');
  const { page } = archive;
  await writeWacz(
    path,
    {
      ...archive,
      page: { ...page, url: secrets.url(page.url), title: secrets.text(page.title), text: secrets.text(page.text) },
      exchanges: clean,
      resources: archive.resources.map((resource) => ({
        ...resource,
        uri: secrets.url(resource.uri),
        body: resource.body instanceof Uint8Array ? secrets.body(resource.body) : resource.body,
      })),
      metadata: archive.metadata.map((one) => {
        const url = secrets.url(one.url);
        const body =
          one.body instanceof Uint8Array
            ? disclosedFrames(one.body, secrets)
            : disclosedBody(one.body, url, secrets, scratch, changed, (bytes) => disclosedFrames(bytes, secrets));
        return { ...one, url, body };
      }),
      disclosure: {
        sealedSha256,
        replaced: {
          headers: 'Cookie, Set-Cookie, Authorization, token headers',
          bodies: changed.map((one) => ({ ...one })),
        },
      },
    },
    scratch,
  );
  return fileOf(path);
}

function countsOf({ exchanges, beyondBound }: Recording, replaced: number): Counts {
  const ended = (how: string) => exchanges.filter(({ end }) => end.how === how).length;
  return {
    exchanges: exchanges.length,
    bytes: exchanges.reduce((sum, { body }) => sum + (body?.bytes ?? 0), 0),
    incomplete: ended('incomplete'),
    open: ended('open'),
    failed: ended('failed'),
    fromNetlog: exchanges.filter(({ bodySource }) => bodySource === 'netlog').length,
    beyondBound,
    replaced,
  };
}

function fileOf(path: string): RecordedFile {
  return { path, bytes: statSync(path).size };
}

async function compress(from: string, to: string): Promise<RecordedFile> {
  await pipeline(createReadStream(from, { highWaterMark: 1_048_576 }), createGzip({ level: 1 }), createWriteStream(to));
  return fileOf(to);
}

async function hashOf(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const piece of createReadStream(path, { highWaterMark: 1_048_576 })) hash.update(piece as Uint8Array); // no encoding is set
  return hash.digest('hex');
}
