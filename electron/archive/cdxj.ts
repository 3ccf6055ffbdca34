import { getSurt } from 'warcio/utils';
import type { RecordPlace } from './warc-file.ts';

/** One line of the index: what is to be found where. */
export type IndexEntry = Readonly<{
  url: string;
  date: string;
  mediaType: string;
  status: number;
  place: RecordPlace;
  /** For requests that are no GET: the method, and how the body is written into the key. */
  method: string;
}>;

/** A CDXJ index (the format of pywb): sorted lines of key, 14-digit time and JSON. */
export function cdxj(entries: readonly IndexEntry[], filename: string): string {
  return entries
    .map(({ url, date, mediaType, status, place, method }) => {
      const key = getSurt(method === 'GET' ? url : withMethod(url, method));
      const facts = {
        url,
        mime: mediaType,
        status: String(status),
        digest: place.payloadDigest,
        length: String(place.length),
        offset: String(place.offset),
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
