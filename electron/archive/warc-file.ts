import { createHash } from 'node:crypto';
import { closeSync, createReadStream, openSync, readFileSync, writeSync } from 'node:fs';
import { createGzip, gzipSync } from 'node:zlib';
import { Readable } from 'node:stream';
import { WARCRecord, WARCSerializer, type WARCType } from 'warcio';
import { BaseSerializerBuffer } from 'warcio';
import { withoutFragment } from '../../shared/without-fragment.ts';
import type { ArchivedBody, Header } from './archived.ts';

/** Where a record lies in its file, in bytes: one gzip member. */
export type RecordSpan = Readonly<{ offset: number; length: number; payloadDigest: string }>;

export type NewRecord = Readonly<{
  type: WARCType;
  url: string | null;
  date: string;
  /** Fields of the record besides those that every record has. */
  fields: readonly Header[];
  /** The head of an HTTP message; null for records that are not one. */
  http: Readonly<{ statusline: string; headers: readonly Header[] }> | null;
  body: ArchivedBody | Uint8Array | null;
}>;

/** What is compressed in memory at once; longer bodies flow through. */
const small = 1024 * 1024;

/**
 * A WARC 1.1 file (ISO 28500:2017), one gzip member a record, so that each can be read by itself. Records are made by
 * warcio; bodies flow from their files, so that their length takes no memory.
 */
export class WarcFile {
  readonly #fd: number;
  readonly #hash = createHash('sha256');
  #bytes = 0;

  /** @param path of a file that is not there yet */
  constructor(path: string) {
    this.#fd = openSync(path, 'wx', 0o600);
  }

  /** Appends one record. @returns where it lies, and its id to refer to */
  async append(given: NewRecord): Promise<RecordSpan & Readonly<{ id: string }>> {
    const offset = this.#bytes;
    const record = { ...given, body: atHand(given.body) };
    const warc = recordOf(record);
    const serializer = new Serializer(warc, {}, new FromFile(record.body));
    const level = alreadySmall(record) ? 0 : 1;
    const length = lengthOf(record.body);
    if (length <= small) {
      const pieces: Uint8Array[] = [];
      for await (const piece of serializer.generateRecord()) pieces.push(piece);
      this.#write(gzipSync(Buffer.concat(pieces), { level }));
    } else {
      const gzip = Readable.from(serializer.generateRecord(), { objectMode: false }).pipe(createGzip({ level }));
      for await (const piece of gzip) this.#write(piece as Uint8Array); // a zlib stream gives bytes
    }
    return {
      offset,
      length: this.#bytes - offset,
      payloadDigest: warc.warcPayloadDigest ?? '',
      id: warc.warcHeader('WARC-Record-ID') ?? '',
    };
  }

  close(): Readonly<{ bytes: number; sha256: string }> {
    closeSync(this.#fd);
    return { bytes: this.#bytes, sha256: this.#hash.digest('hex') };
  }

  #write(bytes: Uint8Array): void {
    this.#hash.update(bytes);
    for (let at = 0; at < bytes.length;) at += writeSync(this.#fd, bytes, at);
    this.#bytes += bytes.length;
  }
}

/** A short body is read once: warcio asks for it twice, to hash it and to write it. */
function atHand(body: NewRecord['body']): NewRecord['body'] {
  return body === null || body instanceof Uint8Array || body.bytes > small ? body : readFileSync(body.path);
}

type Hasher = NonNullable<Awaited<ReturnType<WARCSerializer['newHasher']>>>;

/** Hashes by Node's own SHA-256: that of warcio, in WebAssembly, takes some ten times as long. */
class Serializer extends WARCSerializer {
  override newHasher(): Promise<Hasher> {
    const hash = createHash('sha256');
    const hasher = { update: (bytes: Uint8Array) => void hash.update(bytes), digest: () => hash.digest('hex') };
    return Promise.resolve(hasher as unknown as Hasher); // of its methods warcio calls these two
  }
}

function recordOf({ type, url, date, fields, http, body }: NewRecord): WARCRecord {
  const record = WARCRecord.create(
    {
      type,
      date,
      warcVersion: 'WARC/1.1',
      warcHeaders: fields.map(([name, value]): [string, string] => [name, value]),
      ...(url === null ? {} : { url: withoutFragment(url) }),
      ...(http === null ? {} : { statusline: http.statusline }),
    },
    readBody(body),
  );
  if (http !== null && record.httpHeaders) {
    // warcio's own map folds repeated headers in its own way; here they stay as they came, in their order.
    record.httpHeaders.toString = () =>
      [http.statusline, ...http.headers.map(([name, value]) => `${name}: ${value}`), ''].join('\r\n');
  }
  return record;
}

async function* readBody(body: NewRecord['body']): AsyncGenerator<Uint8Array> {
  if (body === null || lengthOf(body) === 0) return;
  if (body instanceof Uint8Array) yield body;
  else for await (const piece of createReadStream(body.path, { highWaterMark: 256 * 1024 })) yield piece as Uint8Array; // no encoding is set
}

/** Where warcio would keep a body between hashing and writing it: it is in its file already, and is read again. */
class FromFile extends BaseSerializerBuffer {
  readonly #body: NewRecord['body'];

  constructor(body: NewRecord['body']) {
    super();
    this.#body = body;
  }

  write(): void {
    // it is there
  }

  readAll(): AsyncIterable<Uint8Array> {
    return readBody(this.#body);
  }

  purge(): void {
    // the file is not ours
  }
}

function lengthOf(body: NewRecord['body']): number {
  if (body === null) return 0;
  return body instanceof Uint8Array ? body.length : body.bytes;
}

/** Pictures, films, sound, archives and web fonts are compressed already. */
function alreadySmall({ http, fields, body }: NewRecord): boolean {
  const all = http?.headers ?? fields;
  const type = all.find(([name]) => name.toLowerCase() === 'content-type')?.[1] ?? '';
  return (
    lengthOf(body) > small * 32 ||
    /^(image\/(?!svg)|video\/|audio\/|font\/woff|application\/(zip|gzip|pdf))/i.test(type)
  );
}
