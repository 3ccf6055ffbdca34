import { utf8, type Json } from '../../shared/canonical-json.ts';
import type { ArchivedExchange, Header } from './archived.ts';
import type { CdxjEntry } from './cdxj.ts';
import type { WarcFile } from './warc-file.ts';

/**
 * Writes one exchange as records: the request, then the response, or a `metadata` record that says why there is none.
 * Bodies are stored with transfer and content coding undone, as the browser gave them; so the headers that speak of the
 * coding are renamed `x-orig-…`, the custom of other writers of archives, and nothing else is touched.
 *
 * @returns the response's line for the index, or null
 */
export async function writeExchange(warc: WarcFile, exchange: ArchivedExchange): Promise<CdxjEntry | null> {
  const { url, date, method, response, failure } = exchange;
  const connection: Header[] = [
    ...(exchange.address === null ? [] : [['WARC-IP-Address', exchange.address] as const]),
    ...exchange.protocols.map((protocol): Header => ['WARC-Protocol', protocol]),
    ...(exchange.cipherSuite === null ? [] : [['WARC-Cipher-Suite', exchange.cipherSuite] as const]),
  ];
  const target = URL.parse(url);
  if (target?.protocol !== 'http:' && target?.protocol !== 'https:') {
    // `file:` and the like reach no server: there is no HTTP message, only the page's wish.
    const body = utf8(JSON.stringify({ failure, about: exchange.about }));
    await warc.append({
      type: 'metadata',
      url,
      date,
      fields: [['Content-Type', 'application/json']],
      http: null,
      body,
    });
    return null;
  }
  const path = target.pathname + target.search;
  const request = await warc.append({
    type: 'request',
    url,
    date,
    fields: connection,
    http: { statusline: `${method} ${path} HTTP/1.1`, headers: exchange.requestHeaders.filter(notPseudo).map(oneLine) },
    body: exchange.requestBody,
  });
  const concurrent: Header = ['WARC-Concurrent-To', request.id];
  if (failure !== null) {
    const fields: Header[] = [concurrent, ['Content-Type', 'application/json']];
    const body = utf8(JSON.stringify({ failure, about: exchange.about }));
    await warc.append({ type: 'metadata', url, date, fields, http: null, body });
  }
  if (!response) return null;
  const headers = response.headers.filter(notPseudo).map(oneLine);
  const coded = headers.some(([name]) => name.toLowerCase() === 'content-encoding');
  const span = await warc.append({
    type: 'response',
    url,
    date,
    fields: [
      concurrent,
      ...connection,
      ...(response.truncated === null ? [] : [['WARC-Truncated', response.truncated] as const]),
      ['WARC-JSON-Metadata', asciiJson(exchange.about)],
    ],
    http: {
      statusline: `HTTP/1.1 ${response.status} ${response.statusText.replace(/[\r\n\0]/g, ' ')}`.trimEnd(),
      headers: headers.map((header) => undone(header, coded)),
    },
    body: response.body,
  });
  const mediaType = (headers.find(([name]) => name.toLowerCase() === 'content-type')?.[1] ?? '').split(';')[0]?.trim();
  return { url, date, method, mediaType: mediaType ?? '', status: response.status, span };
}

/** HTTP/2 writes method, path and host as headers of their own; the request line has them here. */
function notPseudo([name]: Header): boolean {
  return !name.startsWith(':') && name !== '';
}

function oneLine([name, value]: Header): Header {
  return [name.replace(/[\r\n\0]/g, ' '), value.replace(/[\r\n\0]/g, ' ')];
}

function undone([name, value]: Header, coded: boolean): Header {
  const lower = name.toLowerCase();
  const ofCoding =
    lower === 'content-encoding' || lower === 'transfer-encoding' || (coded && lower === 'content-length');
  return ofCoding ? [`x-orig-${lower}`, value] : [name, value];
}

/** JSON that may stand in a record's header: ASCII only, in one line. */
function asciiJson(value: Json): string {
  return JSON.stringify(value).replace(
    /[\u0080-\uffff]/g,
    (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
