// Searches a page's archive for words, in a process of its own: what servers sent is hostile.
import { charsetOf } from '../casefile/files/encoding-labels.ts';
import type { Carrier, TraceFindings } from '../../shared/trace/trace.ts';
import { serveRequest } from '../casefile/processes/children.ts';
import { hashFile } from '../casefile/files/hash-file.ts';
import { findInBody } from './find-in-body.ts';
import { recordsOf, type SearchedRecord } from './read-archive.ts';

export type TraceRequest = Readonly<{ wacz: string; sha256: string; words: string }>;
export type TraceAnswer = Readonly<{ changed: true }> | Readonly<{ changed: false; findings: TraceFindings }>;

/** Words that people read stand in texts; a text longer than this is a list for machines. */
const longestSearched = 16 * 1024 * 1024;
const mostCarriers = 50;
const mostUnsearched = 1_000;

serveRequest(async (request): Promise<TraceAnswer> => {
  const { wacz, sha256, words } = request as TraceRequest; // sent by trace-words.ts only
  if (hashFile(wacz).sha256 !== sha256) return { changed: true };
  const carriers: Carrier[] = [];
  const unsearched: { url: string; cause: TraceFindings['unsearched'][number]['cause'] }[] = [];
  let searched = 0;
  for await (const record of recordsOf(wacz, longestSearched)) {
    const url = shown(record.field('WARC-Target-URI') ?? '');
    const cut = record.field('WARC-Truncated') !== null;
    if (!isText(record)) continue;
    const found = record.body && findInBody(record.body, toldCharset(record), words);
    if (found && carriers.length < mostCarriers) carriers.push(carrierOf(record, url, found));
    if (record.body !== null && !cut) searched += 1;
    else if (unsearched.length < mostUnsearched) unsearched.push({ url, cause: cut ? 'cut-off' : 'too-long' });
  }
  return { changed: false, findings: { carriers, searched, unsearched } };
});

/** Pictures, films, sound, fonts and archives hold no words as text. */
function isText(record: SearchedRecord): boolean {
  const type = record.header('Content-Type') ?? '';
  return (
    record.bytes > 0 &&
    (record.type === 'frames' ||
      !/^\s*(image\/(?!svg)|video\/|audio\/|font\/|application\/(zip|gzip|pdf|wasm|font|x-font|vnd\.ms-fontobject))/i.test(
        type,
      ))
  );
}

function toldCharset(record: SearchedRecord): string | null {
  if (record.type === 'frames') return 'utf-8';
  return charsetOf(record.header('Content-Type') ?? '');
}

function carrierOf(record: SearchedRecord, url: string, found: NonNullable<ReturnType<typeof findInBody>>): Carrier {
  const about = aboutOf(record);
  return {
    kind: record.type,
    url,
    date: shown(record.field('WARC-Date') ?? ''),
    status: record.status,
    mediaType: shown(record.header('Content-Type') ?? record.field('Content-Type') ?? ''),
    writing: found.writing,
    encoding: found.encoding.label,
    encodingFrom: found.encoding.from,
    places: [...found.ranges],
    count: found.count,
    bodyBytes: record.bytes,
    bodySha256: record.sha256,
    coding: orNull(record.header('x-orig-content-encoding')),
    warc: { record: shown(record.field('WARC-Record-ID') ?? ''), offset: record.offset, length: record.length },
    address: orNull(record.field('WARC-IP-Address')),
    protocol: orNull(record.field('WARC-Protocol')),
    cipher: orNull(record.field('WARC-Cipher-Suite')),
    certificate: about.tls ? { subject: shown(about.tls.subject), issuer: shown(about.tls.issuer) } : null,
  };
}

/** What the recorder measured of the exchange. */
function aboutOf(record: SearchedRecord): { tls?: { subject: string; issuer: string } } {
  try {
    const about = JSON.parse(record.field('WARC-JSON-Metadata') ?? '{}') as { tls?: Record<string, unknown> };
    const { subject, issuer } = about.tls ?? {};
    return typeof subject === 'string' && typeof issuer === 'string' ? { tls: { subject, issuer } } : {};
  } catch {
    return {};
  }
}

const shown = (text: string) => text.toWellFormed().slice(0, 2_000);
const orNull = (text: string | null) => (text === null ? null : shown(text));
