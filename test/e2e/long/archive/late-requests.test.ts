import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fourAnswers } from '../../../../shared/case/outcome/four-answers.ts';
import { captured, type Captured } from '../../../fixtures/capture-room.ts';
import { checkWacz } from '../../../fixtures/oracles/check-warc.ts';

// A page that never stops asking, by workers that nobody holds still: the server's own list says what went out. They ask
// often enough that however soon the browser ends something was asked before.
const page = `<!doctype html><meta charset="utf-8"><title>迟到</title><p>公司公告</p><script>
  new SharedWorker('/shared.js'); new Worker('/worker.js');
  addEventListener('pagehide', () => navigator.sendBeacon('/beacon', 'bye'));
</script>`;
const asking = (word: string) =>
  `let n = 0; setTimeout(() => setInterval(() => fetch('/${word}-' + n++, { cache: 'no-store' }).catch(() => undefined), 8), 800);`;

const asked: string[] = [];
const server = createServer((request, response) => {
  const path = request.url ?? '';
  asked.push(path);
  if (path === '/') response.writeHead(200, { 'content-type': 'text/html' }).end(page);
  else if (path.endsWith('.js'))
    response.writeHead(200, { 'content-type': 'text/javascript' }).end(asking(path.slice(1, -3)));
  else response.writeHead(200, { 'content-type': 'text/plain' }).end('一');
});
let origin = '';
let done: Captured;
beforeAll(async () => {
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`; // listening on TCP
  done = await captured(`${origin}/`, { noSecondPath: true });
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

test('what a page asks a server while it is being closed is in its archive, or never went out', () => {
  const { records, problems } = checkWacz(Buffer.from(done.bytes('page.wacz')));
  expect(problems).toEqual([]);
  const archived = new Set(records.filter(({ type }) => type === 'request').map(({ uri }) => uri));
  const late = asked.filter((path) => /^\/(shared|worker)-\d+$/.test(path));
  expect(late.length).toBeGreaterThan(5);
  expect(asked.filter((path) => path !== '/favicon.ico' && !archived.has(origin + path))).toEqual([]);
  expect(fourAnswers(done.record).archive.answer).toBe('whole');
});

test('that it went on asking is in the record', () => {
  const warning = done.record.warnings.find(({ code }) => code === 'asked-after-end');
  expect(warning?.params?.['count']).toBeGreaterThan(0);
});
