import { createHash } from 'node:crypto';
import { WARCParser, type WARCRecord } from 'warcio';
import { openZip } from '../../shared/verify/package/zip-reader.ts';
import { fileSource } from '../casefile/files/file-source.ts';

/** One record of an archive that has something to search: an answer, or a log of frames. */
export type SearchedRecord = Readonly<{
  type: 'response' | 'frames';
  field(name: string): string | null;
  /** Of the HTTP message; null where the record is none. */
  header(name: string): string | null;
  status: number | null;
  /** The body where it is not longer than the bound; null otherwise. */
  body: Uint8Array | null;
  bytes: number;
  sha256: string;
  offset: number;
  length: number;
}>;

const piece = 256 * 1024;
const warcName = 'archive/data.warc.gz';

/**
 * Reads the answers and frame logs of a WACZ of ours, one after the other, each with its place in the WARC file.
 *
 * @param longest bytes of a body that is given whole
 */
export async function* recordsOf(wacz: string, longest: number): AsyncGenerator<SearchedRecord> {
  const file = fileSource(wacz);
  try {
    const zip = await openZip(file, 'headers');
    const warc = zip.open(warcName);
    const pieces = async function* () {
      for (let at = 0; at < warc.size; at += piece) yield await warc.read(at, piece);
    };
    const parser = new WARCParser(pieces(), { keepHeadersCase: true });
    for (let record = await parser.parse(); record; record = await parser.parse()) {
      const type = typeOf(record);
      if (type === null) {
        await record.skipFully();
        continue;
      }
      const { offset } = parser;
      const read = await bodyOf(record, longest);
      yield { type, ...headsOf(record), ...read, offset, length: parser.recordLength };
    }
  } finally {
    file.close();
  }
}

function typeOf({ warcType, warcContentType }: WARCRecord): SearchedRecord['type'] | null {
  if (warcType === 'response') return 'response';
  return warcType === 'metadata' && warcContentType?.startsWith('application/x-ndjson') === true ? 'frames' : null;
}

function headsOf(record: WARCRecord): Pick<SearchedRecord, 'field' | 'header' | 'status'> {
  const valueIn = (entries: Iterable<[string, string]>, name: string) => {
    for (const [key, value] of entries) if (key.toLowerCase() === name.toLowerCase()) return value;
    return null;
  };
  const status = Number(/^HTTP\/\S+ (\d{3})/.exec(record.httpHeaders?.statusline ?? '')?.[1] ?? NaN);
  return {
    field: (name) => valueIn(record.warcHeaders.headers.entries() as Iterable<[string, string]>, name),
    header: (name) => valueIn((record.httpHeaders?.headers.entries() ?? []) as Iterable<[string, string]>, name),
    status: Number.isNaN(status) ? null : status,
  };
}

/** Our archives have every coding undone: what stands behind the HTTP head is the body. */
async function bodyOf(record: WARCRecord, longest: number) {
  const hash = createHash('sha256');
  let kept: Uint8Array[] | null = [];
  let bytes = 0;
  for await (const chunk of record.reader) {
    hash.update(chunk);
    bytes += chunk.length;
    if (bytes > longest) kept = null;
    kept?.push(chunk);
  }
  return { body: kept && Buffer.concat(kept), bytes, sha256: hash.digest('hex') };
}
