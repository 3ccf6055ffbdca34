import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A small site on loopback that says the same in each run: a report that is edited after it was first read, and walls. */
export type NewsSite = Readonly<{ origin: string; close(): Promise<void> }>;

const report = (edited: boolean) =>
  `<title>快讯：青禾小贷</title><h1>青禾小贷已进入清算程序</h1>
  <p>据晨渡财经报道，青禾小贷已进入清算程序，记者向该公司求证。</p>
  <p>${edited ? '更正：上述消息不实，公司经营正常。' : '截至发稿，公司未作回应。'}</p>
  <p><a href="javascript:void(0)" onclick="this.parentElement.textContent='联系电话 138 0013 8000'">展开全文</a></p>
  <p><img src="/gone.png" width="60" height="40"></p>`;

export async function openNewsSite(): Promise<NewsSite> {
  let edited = false;
  const pages: Readonly<Record<string, () => readonly [number, string]>> = {
    '/report': () => [200, report(edited)],
    '/source': () => [
      200,
      '<title>晨渡财经</title><h1>青禾小贷已进入清算程序</h1><p>青禾小贷已进入清算程序，记者向该公司求证。</p>',
    ],
    '/wall': () => [403, '<title>安全验证</title><p>请完成安全验证</p>'],
    '/edit': () => {
      edited = true;
      return [200, ''];
    },
  };
  const server = createServer((request, response) => {
    const [status, body] = pages[request.url ?? '']?.() ?? [404, '<title>404</title><p>没有这个页面</p>'];
    response
      .writeHead(status, { 'content-type': 'text/html; charset=utf-8' })
      .end(`<!doctype html><html lang="zh"><meta charset="utf-8">${body}`);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, // listening on TCP
    close: () => {
      server.closeAllConnections();
      return new Promise((done) => server.close(() => done()));
    },
  };
}
