import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { deviceNetwork, type Network } from '../../../electron/capture/gateway/network.ts';
import { fetchPage } from '../../../electron/capture/second-path/fetch-page.ts';
import type { FetchOrder } from '../../../electron/capture/second-path/messages.ts';
import { openSecureSite, type SecureSite } from '../../fixtures/site/secure-site.ts';
import { codedPage, openSite, type Site } from '../../fixtures/site/site.ts';

let site: Site;
let secure: SecureSite;
beforeAll(async () => {
  [site, secure] = await Promise.all([openSite(), openSecureSite()]);
});
afterAll(() => Promise.all([site.close(), secure.close()]));

/** `site.test` is this computer; `inside.test` is a name that points into a private network. */
const network: Network = {
  ...deviceNetwork,
  lookup: (host) =>
    host === 'site.test'
      ? Promise.resolve(['127.0.0.1'])
      : host === 'inside.test'
        ? Promise.resolve(['93.184.216.34', '10.0.0.1'])
        : Promise.reject(Object.assign(new Error('not found'), { code: 'ENOTFOUND' })),
};

async function fetched(url: string, change: Partial<FetchOrder> = {}, anchors?: readonly string[]) {
  const bodyPath = join(mkdtempSync(join(tmpdir(), 'fascicle-second-')), 'body');
  const presented = { userAgent: 'Browser/test', acceptLanguage: 'zh-CN,zh;q=0.9' };
  const order = { url, presented, allowPrivateNetwork: true, acceptInvalidCertificate: false };
  const log = await fetchPage({ ...order, patience: 20_000, bodyPath, ...change }, network, anchors);
  return { log, body: () => readFileSync(bodyPath) };
}

describe('the second path', () => {
  test('keeps the bytes as they came, coding and all, with every header and its own times', async () => {
    const { log, body } = await fetched(`${site.origin}/coded`);
    const sent = gzipSync(codedPage);
    expect(body().equals(sent)).toBe(true);
    expect(log.body).toEqual({ bytes: sent.length, sha256: createHash('sha256').update(sent).digest('hex') });
    expect(log.short).toBeNull();
    const [hop] = log.hops;
    expect(hop?.answer?.headers.filter(([name]) => name === 'set-cookie')).toEqual([
      ['set-cookie', 's=1'],
      ['set-cookie', 't=2'],
    ]);
    expect(hop?.sent?.headers).toContainEqual(['User-Agent', 'Browser/test']);
    expect(hop?.sent?.headers).toContainEqual(['Accept-Language', 'zh-CN,zh;q=0.9']);
    expect(hop).toMatchObject({ address: '127.0.0.1', tls: null, answer: { status: 200, httpVersion: '1.1' } });
    expect(Date.parse(log.startedAt)).toBeLessThanOrEqual(Date.parse(hop?.answer?.at ?? ''));
  });

  test('follows redirects, each hop in the log, and ends where there is no end', async () => {
    const { log } = await fetched(`${site.origin}/hop-1`);
    expect(log.hops.map(({ url, answer }) => [URL.parse(url)?.pathname, answer?.status])).toEqual([
      ['/hop-1', 301],
      ['/hop-2', 302],
      ['/plain', 200],
    ]);
    expect((await fetched(`${site.origin}/loop`)).log).toMatchObject({
      short: { code: 'redirects-without-end', params: { count: 11 } },
      body: null,
    });
  });

  test.for([
    ['/to-token', 'second-path-redirect-token'],
    ['/to-file', 'second-path-redirect-elsewhere'],
    ['/long-head', 'second-path-broke'],
    ['/endless', 'second-path-too-long'],
    ['/broken-download', 'second-path-broke'],
  ] as const)('%s ends within its bounds: %s', async ([path, code]) => {
    const { log } = await fetched(site.origin + path);
    expect(log.short?.code).toBe(code);
    expect(log.body?.bytes ?? 0).toBeLessThanOrEqual(32 * 1024 * 1024);
  });

  test('a server that never answers, and one that answers no HTTP, end in their time, and say so', async () => {
    expect((await fetched(`${site.origin}/never-answers`, { patience: 300 })).log.short?.code).toBe('second-path-late');
    const noise = createServer((socket) => socket.on('error', () => undefined).end('\u0000 no HTTP\r\n\r\n'));
    await new Promise<void>((done) => noise.listen(0, '127.0.0.1', done));
    const { port } = noise.address() as AddressInfo;
    for (const scheme of ['http', 'https'])
      expect((await fetched(`${scheme}://127.0.0.1:${port}/`)).log.short?.code).toBe('second-path-broke');
    noise.close();
  });

  test('never dials a private address, not by name, not by redirect, and says what it was led to', async () => {
    const bounds = { allowPrivateNetwork: false };
    expect((await fetched('http://inside.test/', bounds)).log).toMatchObject({
      short: { code: 'second-path-refused', params: { host: 'inside.test', why: 'cause:address-private' } },
      questions: [{ host: 'inside.test', answers: ['93.184.216.34', '10.0.0.1'] }],
      hops: [{ address: null, sent: null }],
    });
    const { log } = await fetched(`http://site.test:${site.port}/plain`, bounds);
    expect(log.short).toMatchObject({ code: 'second-path-refused', params: { why: 'cause:address-loopback' } });
    expect((await fetched('http://nowhere.test/')).log.short?.code).toBe('unknown-host');
  });
});

describe('the second path over TLS', () => {
  test('trusts the anchors that it is given, and keeps chain, verdict, protocol and cipher', async () => {
    const { log, body } = await fetched(`https://site.test:${secure.port}/coded`, {}, [secure.anchor]);
    expect(log.short).toBeNull();
    expect(body().equals(gzipSync(codedPage))).toBe(true);
    const tls = log.hops[0]?.tls;
    expect(tls).toMatchObject({ protocol: 'TLSv1.3', certificateError: null });
    expect(tls?.cipher).toMatch(/^TLS_/);
    const leaf = createHash('sha256').update(secure.leaf.certificate.bytes).digest('hex');
    expect(tls?.chain[0]?.sha256).toBe(leaf);
    expect(tls?.pem).toHaveLength(2);
    expect(tls?.pem[0]).toContain('BEGIN CERTIFICATE');
  });

  test('sends nothing over a connection whose certificate it does not trust, and still keeps the chain', async () => {
    const before = secure.asked.length;
    const { log } = await fetched(`${secure.origin}/plain`);
    expect(log.short).toMatchObject({ code: 'second-path-certificate-invalid' });
    expect(log.hops[0]).toMatchObject({ sent: null, tls: { certificateError: 'SELF_SIGNED_CERT_IN_CHAIN' } });
    expect(log.hops[0]?.tls?.chain).toHaveLength(2);
    expect(secure.asked.length).toBe(before);
    const accepted = await fetched(`${secure.origin}/plain`, { acceptInvalidCertificate: true });
    expect(accepted.log).toMatchObject({
      short: null,
      hops: [{ tls: { certificateError: 'SELF_SIGNED_CERT_IN_CHAIN' } }],
    });
  });

  test('a certificate for another name, or out of date, is not trusted', async () => {
    for (const [change, error] of [
      [{ names: ['other.test'] }, 'ERR_TLS_CERT_ALTNAME_INVALID'],
      [{ to: '2020-01-01T00:00:00Z' }, 'CERT_HAS_EXPIRED'],
    ] as const) {
      const wrong = await openSecureSite(change, 'http/1.1');
      const { log } = await fetched(`https://site.test:${wrong.port}/plain`, {}, [wrong.anchor]);
      expect(log.hops[0]?.tls?.certificateError).toBe(error);
      await wrong.close();
    }
  });
});
