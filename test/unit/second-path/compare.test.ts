import { createHash } from 'node:crypto';
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { compareAnswers } from '../../../electron/capture/second-path/compare.ts';
import { decodeBody } from '../../../electron/capture/second-path/decode-body.ts';
import type { BrowserCopy, FetchLog, OwnTls } from '../../../electron/capture/second-path/messages.ts';
import type { Header } from '../../../electron/archive/archived.ts';
import { certificatePem, issue, type Identity } from '../../fixtures/pki/certificates.ts';

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const page = Buffer.from('<h1>青禾公司</h1><p>一段文字。</p>');
const at = '2026-11-24T01:00:00.000Z';
const html: Header = ['Content-Type', 'text/html; charset=utf-8'];

type Side = Readonly<{
  status?: number;
  url?: string;
  headers?: readonly Header[];
  address?: string;
  body?: Buffer;
  leaf?: Identity;
  agent?: string | null;
}>;

function compared(browser: Side & { offered?: readonly string[] }, own: Side & { answers?: readonly string[] }) {
  const [theirs, ours] = [browser.body ?? page, own.body ?? page];
  const copy: BrowserCopy = {
    status: browser.status ?? 200,
    finalUrl: browser.url ?? 'https://news.example/a#part',
    headers: browser.headers ?? [html],
    address: browser.address ?? '93.184.216.34',
    addressesOffered: browser.offered ?? ['93.184.216.34'],
    presented: browser.agent === null ? null : { userAgent: browser.agent ?? 'browser', acceptLanguage: null },
    leaf: browser.leaf ? certificatePem(browser.leaf) : null,
    body: { path: '', bytes: theirs.length, sha256: sha256(theirs) },
  };
  const tls: OwnTls | null = own.leaf
    ? { protocol: 'TLSv1.3', cipher: 'x', certificateError: null, chain: [], pem: [certificatePem(own.leaf)] }
    : null;
  const log: FetchLog = {
    url: 'https://news.example/a',
    startedAt: at,
    endedAt: at,
    bounds: { redirects: 1, headerBytes: 1, bodyBytes: 1, milliseconds: 1 },
    questions: [{ host: 'news.example', askedAt: at, ms: 1, answers: own.answers ?? ['93.184.216.34'], error: null }],
    roots: '',
    hops: [
      {
        url: own.url ?? 'https://news.example/a',
        startedAt: at,
        address: own.address ?? '93.184.216.34',
        connectedAt: at,
        tls,
        sent: { line: 'GET /a HTTP/1.1', headers: [['User-Agent', own.agent ?? 'program']], at },
        answer: { httpVersion: '1.1', status: own.status ?? 200, statusText: 'OK', headers: own.headers ?? [html], at },
        endedAt: at,
      },
    ],
    short: null,
    body: { bytes: ours.length, sha256: sha256(ours) },
  };
  return compareAnswers({ browser: copy, log, browserBody: theirs, ownBody: ours, sha256 });
}

const causes = ({ differences }: ReturnType<typeof compared>) =>
  differences.map(({ field, name, cause }) => [name ?? field, cause]);

describe('two answers', () => {
  test('that are the same differ in nothing, whatever the case of their header names', () => {
    const result = compared({ headers: [['content-type', 'text/html; charset=utf-8']] }, {});
    expect(result.differences).toEqual([]);
    expect(result.same).toEqual([
      'answer',
      'address',
      'status',
      'final-url',
      'media-type',
      'charset',
      'body',
      'header',
    ]);
  });

  test('of the same page in another coding have the same body', () => {
    const result = compared(
      { headers: [html, ['content-encoding', 'br'], ['etag', 'W/"a"'], ['content-length', '50']] },
      {
        headers: [html, ['content-encoding', 'gzip'], ['etag', 'W/"a-gzip"'], ['content-length', '60']],
        body: gzipSync(page),
      },
    );
    expect(result.same).toContain('body');
    expect(causes(result)).toEqual([
      ['content-encoding', 'content-coding'],
      ['etag', 'content-coding'],
      ['content-length', 'content-coding'],
    ]);
  });

  test('differ in headers that change by their definition, and the causes are said', () => {
    const result = compared(
      {
        headers: [
          html,
          ['date', 'Tue, 24 Nov 2026 01:00:00 GMT'],
          ['expires', 'Tue, 24 Nov 2026 01:10:00 GMT'],
          ['cf-ray', 'a'],
          ['set-cookie', 'sid=secret1; path=/'],
          ['content-security-policy', "script-src 'nonce-abc' 'self'"],
        ],
      },
      {
        headers: [
          html,
          ['Date', 'Tue, 24 Nov 2026 01:00:09 GMT'],
          ['Expires', 'Tue, 24 Nov 2026 01:10:09 GMT'],
          ['CF-Ray', 'b'],
          ['Set-Cookie', 'sid=secret2; path=/'],
          ['Content-Security-Policy', "script-src 'nonce-def' 'self'"],
          ['Connection', 'close'],
        ],
      },
    );
    expect(causes(result)).toEqual([
      ['date', 'made-per-answer'],
      ['expires', 'counted-from-date'],
      ['cf-ray', 'request-identifier'],
      ['set-cookie', 'cookie-per-visitor'],
      ['content-security-policy', 'nonce'],
      ['connection', 'http-version'],
    ]);
    expect(JSON.stringify(result)).not.toMatch(/secret[12]/);
  });

  test('that differ for no reason to be seen have no cause', () => {
    const result = compared(
      { headers: [html, ['server', 'a'], ['x-cache', 'HIT'], ['expires', 'Tue, 24 Nov 2026 01:10:00 GMT']] },
      {
        status: 403,
        url: 'https://news.example/blocked',
        headers: [
          ['content-type', 'text/plain'],
          ['server', 'b'],
        ],
        body: Buffer.from('no'),
      },
    );
    expect(causes(result)).toEqual([
      ['status', null],
      ['final-url', null],
      ['media-type', null],
      ['charset', null],
      ['body', null],
      ['content-type', null],
      ['server', null],
      ['x-cache', null],
      ['expires', null],
    ]);
  });

  test('from two addresses of one name, or of two DNS answers, say which', () => {
    const other = { address: '93.184.216.35', answers: ['93.184.216.35'] };
    expect(causes(compared({ offered: ['93.184.216.34', '93.184.216.35'] }, other))).toEqual([
      ['address', 'several-addresses'],
    ]);
    expect(causes(compared({}, other))).toEqual([['address', 'dns-answer']]);
    expect(causes(compared({}, { ...other, answers: [] }))).toEqual([['address', null]]);
  });

  test('over two certificates are alike only where the certificate is', () => {
    const root = issue({ name: 'Root', ca: true });
    const leaf = (key: 'ec' | 'rsa') => issue({ name: 'news.example', issuer: root, names: ['news.example'], key });
    const [one, again, rsa] = [leaf('ec'), leaf('ec'), leaf('rsa')];
    expect(compared({ leaf: one }, { leaf: one }).same).toContain('tls-certificate');
    expect(causes(compared({ leaf: one }, { leaf: again }))).toEqual([['tls-certificate', null]]);
    expect(causes(compared({ leaf: one }, { leaf: rsa }))).toEqual([['tls-certificate', 'key-type']]);
    expect(causes(compared({ leaf: one }, {}))).toEqual([['tls-certificate', null]]);
  });
});

describe('two bodies', () => {
  const bodies = (make: (n: number) => string, headers: readonly Header[] = [html]) => {
    const [one, other] = [1, 2].map((n) => Buffer.from(make(n)));
    return compared({ body: one!, headers }, { body: other!, headers });
  };

  test('that differ in a nonce and in the time of the answer are explained, with the place of each', () => {
    const clock = Date.parse(at) / 1000;
    const result = bodies((n) => `<p>中文</p><script nonce="r4nd0m${n}x">1</script><i data-now="${clock + n}"></i>`);
    expect(causes(result)).toEqual([['body', 'nonce']]);
    expect(result.regions).toEqual([
      { at: 28, browser: 'r4nd0m1x', own: 'r4nd0m2x', cause: 'nonce' },
      { at: 61, browser: String(clock + 1), own: String(clock + 2), cause: 'clock' },
    ]);
  });

  test('that differ in words are not explained by a nonce beside them', () => {
    const result = bodies((n) => `<script nonce="r4nd0m${n}x"></script><p>${n === 1 ? 'overdue' : 'paid'}</p>`);
    expect(causes(result)).toEqual([['body', null]]);
    expect(result.regions?.map(({ cause }) => cause)).toEqual(['nonce', null]);
  });

  test('a number that is not near the time of the answer is no clock', () => {
    expect(causes(bodies((n) => `<i>150000000${n}</i>`))).toEqual([['body', null]]);
  });

  test('of a server that declares that its answer depends on who asks say so', () => {
    const vary: Header = ['Vary', 'Accept-Encoding, User-Agent'];
    expect(causes(bodies((n) => `<p>word${n}</p>`, [html, vary]))).toEqual([['body', 'vary']]);
    expect(causes(bodies((n) => `<p>word${n}</p>`, [html, ['Vary', 'Accept-Encoding']]))).toEqual([['body', null]]);
  });

  test('of a server that goes by who asks are explained by it only where the two were seen to ask as two', () => {
    const vary: Header = ['Vary', 'User-Agent'];
    const asked = (browser: string | null, own: string) =>
      causes(
        compared(
          { headers: [html, vary], agent: browser, body: Buffer.from('<p>one</p>') },
          { headers: [html, vary], agent: own, body: Buffer.from('<p>two</p>') },
        ),
      );
    expect(asked('A/1', 'B/1')).toEqual([['body', 'vary']]);
    expect(asked('A/1', 'A/1')).toEqual([['body', null]]);
    expect(asked(null, 'A/1')).toEqual([['body', null]]);
  });

  test('that have nothing in common are told to differ, within bounds', () => {
    const noise = (n: number) => Array.from({ length: 60_000 }, (_, i) => `${(i * 7919 * n) % 99_991};`).join('');
    expect(bodies(noise)).toMatchObject({ regions: null, differences: [{ field: 'body', cause: null }] });
  });
});

describe('a content coding', () => {
  test.for([
    ['', page],
    ['identity', page],
    ['gzip', gzipSync(page)],
    ['deflate', deflateSync(page)],
    ['deflate', deflateRawSync(page)],
    ['br', brotliCompressSync(page)],
    ['deflate, gzip', gzipSync(deflateSync(page))],
  ] as const)('%s is undone', ([coding, bytes]) => {
    expect(decodeBody(bytes, coding)).toEqual({ bytes: page });
  });

  test.for([
    ['zstd', page, 'coding zstd'],
    ['gzip', page, 'Z_DATA_ERROR'],
    ['gzip', gzipSync(Buffer.alloc(100 * 1024 * 1024)), 'ERR_BUFFER_TOO_LARGE'],
  ] as const)('%s that cannot be undone is a result: %#', ([coding, bytes, why]) => {
    expect(decodeBody(bytes, coding)).toEqual({ why });
  });
});
