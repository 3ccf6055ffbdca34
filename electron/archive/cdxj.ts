import { getSurt } from 'warcio/utils';
import { withoutFragment } from '../../shared/without-fragment.ts';
import type { RecordSpan } from './warc-file.ts';

/** One line of the index: what is to be found where. */
export type CdxjEntry = Readonly<{
  url: string;
  date: string;
  mediaType: string;
  status: number;
  span: RecordSpan;
  /** For requests that are no GET: the method, and how the body is written into the key. */
  method: string;
}>;

/** A CDXJ index (the format of pywb): sorted lines of key, 14-digit time and JSON. */
export function cdxj(entries: readonly CdxjEntry[], filename: string): string {
  return entries
    .map(({ url: whole, date, mediaType, status, span, method }) => {
      const url = withoutFragment(whole);
      const key = getSurt(method === 'GET' ? url : withMethod(url, method));
      const facts = {
        url,
        mime: mediaType,
        status: String(status),
        digest: span.payloadDigest,
        length: String(span.length),
        offset: String(span.offset),
        filename,
        ...(method === 'GET' ? {} : { method }),
      };
      return `${key} ${date.replace(/[-:T]/g, '').slice(0, 14)} ${JSON.stringify(facts)}\n`;
    })
    .sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)))
    .join('');
}

/** How replay finds a request that is no GET: its method is a word of the query. */
function withMethod(url: string, method: string): string {
  return `${url}${url.includes('?') ? '&' : '?'}__wb_method=${method}`;
}
