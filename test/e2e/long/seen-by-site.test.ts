import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { captured } from '../../fixtures/capture-room.ts';

/** What the site itself saw of each request for the page: the measure of what a record says was sent. */
const seen: IncomingHttpHeaders[] = [];
/** The same of what the page's worker asks for, with what its scripts read. */
const fromWorker: [asked: string, headers: IncomingHttpHeaders][] = [];
const story = `<!doctype html><html lang="zh"><title>文</title><p id="said"></p><script>
  const brands = JSON.stringify(navigator.userAgentData?.brands ?? null);
  said.textContent = navigator.languages.join() + " " + navigator.userAgent + " hints:" + brands;
  new Worker("/w.js");
</script></html>`;
const worker = `fetch("/from-worker?" + encodeURIComponent(JSON.stringify(navigator.userAgentData?.brands ?? null)));`;
const server = createServer((request, response) => {
  const path = request.url ?? '';
  const isStory = path === '/story';
  if (isStory) seen.push(request.headers);
  if (path.startsWith('/from-worker')) fromWorker.push([decodeURIComponent(path.split('?')[1] ?? ''), request.headers]);
  const type = path === '/w.js' ? 'text/javascript' : 'text/html; charset=utf-8';
  response.writeHead(isStory || path === '/w.js' ? 200 : 404, { 'content-type': type });
  response.end(isStory ? story : path === '/w.js' ? worker : '');
});
let url = '';
beforeAll(async () => {
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/story`;
});
afterAll(() => {
  server.close();
  server.closeAllConnections();
});

test('a record says what the site saw, of the browser and of the second fetch, which do not say what they are for', async () => {
  seen.length = 0;
  const { record, bytes } = await captured(url, { language: 'zh-CN,zh' });
  const [browser, own] = seen;
  expect(seen.length).toBe(2);
  expect(browser?.['accept-language']).toBe('zh-CN,zh;q=0.9');
  expect(browser?.['user-agent']).toContain('HeadlessChrome');
  // Name, hints and what scripts read are of one program, in one version.
  const [, version = ''] = /HeadlessChrome\/(\d+)/.exec(browser?.['user-agent'] ?? '') ?? [];
  expect(browser?.['sec-ch-ua']).toContain(`"Chromium";v="${version}"`);
  expect(record.presented).toEqual({
    seen: true,
    userAgent: browser?.['user-agent'],
    acceptLanguage: browser?.['accept-language'],
    chosen: [],
  });
  expect(record.secondPath).toMatchObject({
    ran: true,
    userAgent: own?.['user-agent'],
    acceptLanguage: own?.['accept-language'],
  });
  expect([own?.['user-agent'], own?.['accept-language']]).toEqual([
    browser?.['user-agent'],
    browser?.['accept-language'],
  ]);
  expect(JSON.stringify(own)).not.toMatch(/fascicle|evidence|independent/i);
  expect(Buffer.from(bytes('text.txt')).toString('utf8')).toContain('zh-CN,zh ');
});

test('languages and a name of the operator’s go out and are recorded as chosen; the page’s scripts read the same', async () => {
  [seen.length, fromWorker.length] = [0, 0];
  const { record, bytes } = await captured(url, {
    language: 'de-AT,de',
    languageChosen: true,
    userAgent: 'Reader/1.0 (test)',
    noSecondPath: true,
  });
  expect(seen.map((one) => [one['user-agent'], one['accept-language']])).toEqual([
    ['Reader/1.0 (test)', 'de-AT,de;q=0.9'],
  ]);
  expect(record.presented).toEqual({
    seen: true,
    userAgent: 'Reader/1.0 (test)',
    acceptLanguage: 'de-AT,de;q=0.9',
    chosen: ['language', 'user-agent'],
  });
  // Hints that name another program would contradict the name that was chosen: none go out, and scripts read none.
  expect(fromWorker).toHaveLength(1);
  for (const headers of [...seen, ...fromWorker.map(([, one]) => one)]) {
    expect(Object.keys(headers).filter((name) => name.startsWith('sec-ch-'))).toEqual([]);
    expect(headers['user-agent']).toBe('Reader/1.0 (test)');
  }
  expect(['null', '[]']).toContain(fromWorker[0]?.[0]);
  expect(Buffer.from(bytes('text.txt')).toString('utf8')).toMatch(/de-AT,de Reader\/1\.0 \(test\) hints:(?:null|\[\])/);
});
