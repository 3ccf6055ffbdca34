import { readFileSync } from 'node:fs';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';

/** The demo site while it is served: `origin` has no slash at its end (`http://127.0.0.1:40123`). */
export type DemoSite = Readonly<{
  origin: string;
  /** From now on this file stands at the address, or, with null, what a site shows where something was deleted. */
  change(path: string, file: string | null): void;
  close(): Promise<void>;
}>;

type ServedPath =
  | Readonly<{ file: string; type: string; cookies?: readonly string[]; members?: true; status?: 404 }>
  | Readonly<{ redirect: string; status: 301 | 302; cookies?: readonly string[] }>;

const html = 'text/html; charset=utf-8';
const svg = 'image/svg+xml';

/**
 * Everything that the site serves: nothing else is reachable, and no part of an asked path ever names a file.
 * The older portal is served in GBK, the wire story stands behind two redirects, the finance site sets cookies.
 */
const servedPaths: ReadonlyMap<string, ServedPath> = new Map<string, ServedPath>([
  ['/qijing/app/message', { file: 'pages/app-message.html', type: html }],
  ['/qijing/daily/2019-05-06', { file: 'pages/daily-report.html', type: html }],
  ['/qijing/mail/20190505', { file: 'pages/email-push.html', type: html }],
  ['/qijing/app/notice', { file: 'pages/clarification.html', type: html }],
  ['/qijing/', { file: 'pages/homepage-statement.html', type: html }],
  ['/qijing/mail/20190529', { file: 'pages/mail-clarification.html', type: html }],
  ['/qijing/daily/2019-05-30', { file: 'pages/daily-report-0530.html', type: html, members: true }],
  ['/qijing/login', { file: 'pages/members.html', type: html }],
  ['/qijing/enter', { redirect: '/qijing/daily/2019-05-30', status: 302, cookies: ['member=demo; Path=/qijing'] }],
  ['/zaobao/20190506/finance-11', { file: 'pages/zaobao.html', type: html }],
  ['/caixun/flash/88123', { file: 'pages/flash.html', type: html }],
  ['/union/s/20190506', { file: 'pages/union.html', type: html }],
  ['/weiyi/status/4368', { file: 'pages/microblog.html', type: html }],
  ['/juwen/topic/qinghe', { file: 'pages/aggregate.html', type: html }],
  ['/rongzi/thread-5902', { file: 'pages/finance-forum.html', type: html }],
  ['/guancha/20190507', { file: 'pages/observer.html', type: html }],
  ['/hechuan/20190506/081632.htm', { file: 'pages/portal-gbk.html', type: 'text/html; charset=gbk' }],
  [
    '/chendu/finance/20190506/story',
    {
      file: 'pages/sticky-portal.html',
      type: html,
      cookies: ['reader=a1; Path=/chendu; SameSite=Lax', 'edition=morning; Path=/chendu; SameSite=Lax'],
    },
  ],
  ['/guapeng/20190506', { file: 'pages/tabloid-lazy.html', type: html }],
  ['/r/1', { redirect: '/r/2', status: 301 }],
  ['/r/2', { redirect: '/wire/2019/05/06/qinghe-liquidation', status: 302 }],
  ['/wire/2019/05/06/qinghe-liquidation', { file: 'pages/wire-english.html', type: html }],
  ['/forum/thread-20117', { file: 'pages/forum-dead.html', type: html }],
  ['/blog/2019/05/night-of-liquidation', { file: 'pages/blog-tall.html', type: html }],
  ['/register/enterprise/qinghe', { file: 'pages/register.html', type: html }],
  ...[1, 2, 3, 4, 5].map((n): [string, ServedPath] => [
    `/img/chart-${n}.svg`,
    { file: `img/chart-${n}.svg`, type: svg },
  ]),
]);

const removed = 'pages/removed.html';
/** What stands nowhere at the start. */
const laterFiles = [removed, 'pages/homepage-plain.html'] as const;

/**
 * Serves the demo site on this computer only, at a port that is free. Its files are read once, at the start.
 *
 * @param folder `resources/demo`
 * @param now the clock that its answers are dated by
 * @throws the file system's error where a file of the site is missing
 */
export async function startDemoSite(folder: string, now: () => Date = () => new Date()): Promise<DemoSite> {
  const bodies = new Map<string, Buffer>();
  const standing = new Map(servedPaths);
  const read = (file: string) => bodies.set(file, readFileSync(join(folder, file)));
  for (const served of servedPaths.values()) if ('file' in served) read(served.file);
  for (const file of laterFiles) read(file);
  const server = createServer(answerFrom(bodies, standing, now));
  await new Promise<void>((done, fail) => {
    server.once('error', fail);
    server.listen(0, '127.0.0.1', done);
  });
  // a TCP server that listens has an AddressInfo; only one on a pipe has a string
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    change: (path, file) =>
      void standing.set(path, file === null ? { file: removed, type: html, status: 404 } : { file, type: html }),
    close: () =>
      new Promise((done, fail) => {
        server.close((error) => (error ? fail(error) : done()));
        server.closeAllConnections(); // browsers keep connections open that nobody will use again
      }),
  };
}

function answerFrom(
  bodies: ReadonlyMap<string, Buffer>,
  standing: ReadonlyMap<string, ServedPath>,
  now: () => Date,
): RequestListener {
  return (request, response) => {
    response.setHeader('date', now().toUTCString());
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.writeHead(405, { allow: 'GET, HEAD' }).end();
      return;
    }
    const asked = standing.get((request.url ?? '').replace(/\?.*$/s, ''));
    const known = /(?:^|; )member=demo(?:;|$)/.test(request.headers.cookie ?? '');
    const served = asked && 'members' in asked && !known ? standing.get('/qijing/login') : asked;
    if (served !== undefined && 'redirect' in served) {
      const cookies = served.cookies === undefined ? {} : { 'set-cookie': [...served.cookies] };
      response.writeHead(served.status, { location: served.redirect, 'content-length': 0, ...cookies }).end();
      return;
    }
    const body = served === undefined ? undefined : bodies.get(served.file);
    if (served === undefined || body === undefined) {
      response.writeHead(404, { 'content-type': 'text/plain; charset=utf-8' }).end('没有此页 / no such page\n');
      return;
    }
    response.writeHead(served.status ?? 200, {
      'content-type': served.type,
      'content-length': body.length,
      ...(served.cookies === undefined ? {} : { 'set-cookie': [...served.cookies] }),
    });
    response.end(body);
  };
}
