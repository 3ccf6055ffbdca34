import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { WARCParser } from 'warcio';
import { describe, expect, test } from 'vitest';
import type { ArchivedExchange, Header } from '../../../electron/archive/archived.ts';
import { disclosed } from '../../../electron/archive/disclosed.ts';
import { Secrets } from '../../../electron/archive/secrets.ts';
import { writeWacz, type Archive } from '../../../electron/archive/wacz.ts';
import { checkWacz } from '../../fixtures/oracles/check-warc.ts';
import { freshFolder } from '../../fixtures/fascicle.ts';

const date = '2026-11-24T04:32:59.222Z';
const session = 'f3a9c1d27b604e5d8a1c';
const gbk = Buffer.from('3c703ed6d0cec43c2f703e', 'hex');

function exchange(folder: string, name: string, body: Uint8Array, headers: readonly Header[] = []): ArchivedExchange {
  const path = join(folder, name);
  writeFileSync(path, body);
  return {
    url: `https://news.example/${name}?page=1&token=${session}`,
    date,
    method: 'GET',
    requestHeaders: [
      ['Cookie', `sid=${session}; a=1`],
      ['Authorization', `Bearer ${session}`],
    ],
    requestBody: null,
    response: {
      status: 200,
      statusText: 'OK',
      headers: [
        ['Content-Type', 'text/html'],
        ['Content-Encoding', 'gzip'],
        ['X-Twice', 'a'],
        ['X-Twice', 'b'],
        ...headers,
      ],
      body: { path, bytes: body.length, sha256: createHash('sha256').update(body).digest('hex') },
      truncated: null,
    },
    address: '192.0.2.7',
    protocols: ['h2', 'tls/1.3'],
    cipherSuite: 'TLS_AES_128_GCM_SHA256',
    about: { note: '说明' },
    failure: null,
  };
}

function archive(exchanges: readonly ArchivedExchange[]): Archive {
  return {
    software: 'test',
    created: date,
    page: { url: 'https://news.example/a', title: '公告', text: '青禾公司公告', startedAt: date },
    exchanges,
    resources: [{ uri: 'urn:text:https://news.example/a', mediaType: 'text/plain', date, body: Buffer.from('青禾') }],
    metadata: [],
    disclosure: null,
  };
}

async function written(content: Archive, folder: string, name = 'page.wacz') {
  await writeWacz(join(folder, name), content, folder);
  return checkWacz(readFileSync(join(folder, name)));
}

describe('an archive', () => {
  test('names no fragment in a target address, in its index and in its list of pages, which replay could not find', async () => {
    const folder = freshFolder();
    const whole = { ...exchange(folder, 'a', gbk), url: 'https://news.example/a?b=1#/route?c=#d' };
    const content = archive([whole]);
    const { files, problems, records } = await written(
      {
        ...content,
        page: { ...content.page, url: whole.url },
        resources: [{ uri: `urn:text:${whole.url}`, mediaType: 'text/plain', date, body: Buffer.from('青禾') }],
        metadata: [{ url: 'file:///x#y', mediaType: 'text/plain', date, body: Buffer.from('x') }],
      },
      folder,
    );
    expect(problems).toEqual([]);
    expect(records.map(({ uri }) => uri).filter((uri) => uri.includes('#'))).toEqual([]);
    const index = files.get('indexes/index.cdx')?.toString() ?? '';
    const pages = files.get('pages/pages.jsonl')?.toString() ?? '';
    const about = files.get('datapackage.json')?.toString() ?? '';
    for (const text of [index, pages, about]) expect(text).not.toContain('#');
    for (const text of [index, pages, about]) expect(text).toContain('"https://news.example/a?b=1"');
  });

  test('passes every digest, its index points at its records, and warcio reads it', async () => {
    const folder = freshFolder();
    const long = Buffer.alloc(3_000_000, 'abc');
    const { records, problems, files } = await written(
      archive([exchange(folder, 'a', gbk), exchange(folder, 'long', long), exchange(folder, 'empty', Buffer.alloc(0))]),
      folder,
    );
    expect(problems).toEqual([]);
    expect(files.get('pages/pages.jsonl')?.toString()).toContain('青禾公司公告');
    let read = 0;
    for await (const record of new WARCParser([files.get('archive/data.warc.gz') ?? Buffer.alloc(0)])) {
      await record.readFully();
      read += 1;
    }
    expect(read).toBe(records.length);
  });

  test('keeps bytes, repeated headers and the connection as they were', async () => {
    const folder = freshFolder();
    const cookies: Header[] = [
      ['Set-Cookie', 'a=1'],
      ['Set-Cookie', 'b=2'],
    ];
    const { records } = await written(archive([exchange(folder, 'a', gbk, cookies)]), folder);
    const response = records.find(({ type }) => type === 'response');
    expect(response?.payload).toEqual(gbk);
    expect(response?.head).toContain('X-Twice: a\r\nX-Twice: b\r\nSet-Cookie: a=1\r\nSet-Cookie: b=2');
    expect(response?.head).toContain('x-orig-content-encoding: gzip');
    expect(response?.fields).toEqual(
      expect.arrayContaining([
        ['WARC-IP-Address', '192.0.2.7'],
        ['WARC-Protocol', 'h2'],
        ['WARC-Protocol', 'tls/1.3'],
        ['WARC-Cipher-Suite', 'TLS_AES_128_GCM_SHA256'],
      ]),
    );
  });

  test('with a flipped byte is found by the checker', async () => {
    const folder = freshFolder();
    await written(archive([exchange(folder, 'a', gbk)]), folder);
    const zip = readFileSync(join(folder, 'page.wacz'));
    const at = zip.indexOf('pages/pages.jsonl') + 40;
    zip[at] = (zip[at] ?? 0) ^ 1;
    expect(checkWacz(zip).problems).not.toEqual([]);
  });
});

describe('a disclosure copy', () => {
  test('holds no cookie, credential or token, also where a body repeats one, and names the sealed archive', async () => {
    const folder = freshFolder();
    const body = Buffer.from(`<p>正文</p><script>var session = "${session}"</script>`);
    const sealed = [exchange(folder, 'a', body, [['Set-Cookie', `sid=${session}; Path=/; HttpOnly`]])];
    const secrets = new Secrets();
    for (const one of sealed) secrets.learn(one);
    const changed: { url: string; bodySha256: string }[] = [];
    const clean = sealed.map((one) => disclosed(one, secrets, folder, changed));
    const copy = { ...archive(clean), disclosure: { sealedSha256: 'ab'.repeat(32), replaced: {} } };
    const { records, problems, files } = await written(copy, folder, 'copy.wacz');
    expect(problems).toEqual([]);
    for (const record of records) {
      const all = `${record.uri} ${JSON.stringify(record.fields)} ${record.head} ${record.payload.toString()}`;
      expect(all).not.toContain(session);
    }
    expect([...files.values()].some((file) => file.includes(session))).toBe(false);
    expect(records.find(({ type }) => type === 'response')?.head).toMatch(
      /Set-Cookie: sid=REPLACED-\w+; Path=\/; HttpOnly/,
    );
    expect(records.find(({ type }) => type === 'response')?.payload.toString()).toContain('正文');
    expect(files.get('datapackage.json')?.toString()).toContain(`sha256:${'ab'.repeat(32)}`);
    expect(changed).toHaveLength(1);
  });
});
