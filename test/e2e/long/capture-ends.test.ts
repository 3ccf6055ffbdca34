import { getEventListeners } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { captured, captureRoom } from '../../fixtures/capture-room.ts';
import { openSite, type Site } from '../../fixtures/site/site.ts';

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site.close());

test('a page whose sub-resources are dead is captured quickly, is not called complete, and says so', async () => {
  const done = await captured(`${site.origin}/dead-sub-resources`);
  expect(done.record.outcome).toBe('partial');
  expect(done.record.warnings.map(({ code }) => code)).toContain('sub-resources-failed');
});

test('what was not received is named in the record, without a token, and by its origin where it is very long', async () => {
  const secret = 'Tk20Bn31Vm42Cx53';
  const long = `/long/${'a'.repeat(2_100)}${secret}`;
  const body = `<!doctype html><title>x</title><p>x</p><img src="/gone.png?access_token=${secret}&n=1"><img src="${long}">`;
  const server = createServer(({ url }, response) => {
    response.writeHead(url === '/' ? 200 : 404, { 'content-type': 'text/html' }).end(url === '/' ? body : '');
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  try {
    const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`; // listening on TCP
    const { record } = await captured(`${origin}/`);
    const named = record.requests?.named ?? [];
    expect(named.map(({ kind, error }) => [kind, error])).toEqual([
      ['image', 'HTTP 404'],
      ['image', 'HTTP 404'],
    ]);
    const [plain, tooLong] = named.map(({ url }) => url).sort((one, other) => other.length - one.length);
    expect(plain).toMatch(/\/gone\.png\?access_token=REPLACED-[0-9a-f]+&n=1$/);
    expect(tooLong).toBe(`${origin}/…`);
    expect(JSON.stringify(record)).not.toContain(secret);
  } finally {
    server.closeAllConnections();
    server.close();
  }
});

test('a capture that is over leaves nothing on the signal of its queue, which may go on for hours', async () => {
  const { signal } = new AbortController();
  const room = captureRoom(signal);
  await captured(`${site.origin}/plain`, {}, room);
  await captured(`${site.origin}/gbk`, {}, room);
  expect(getEventListeners(signal, 'abort')).toEqual([]);
});
