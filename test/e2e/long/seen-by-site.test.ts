import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { captured } from '../../fixtures/capture-room.ts';

/** What the site itself saw of each request for the page: the measure of what a record says was sent. */
const seen: IncomingHttpHeaders[] = [];
const server = createServer((request, response) => {
  if (request.url === '/story') seen.push(request.headers);
  response.writeHead(request.url === '/story' ? 200 : 404, { 'content-type': 'text/html; charset=utf-8' });
  response.end(
    '<!doctype html><html lang="zh"><title>文</title><p id="said"></p><script>said.textContent = navigator.languages.join() + " " + navigator.userAgent</script></html>',
  );
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
  seen.length = 0;
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
  expect(Buffer.from(bytes('text.txt')).toString('utf8')).toContain('de-AT,de Reader/1.0 (test)');
});
