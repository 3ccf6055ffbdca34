import { readFileSync } from 'node:fs';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';

/**
 * The demo's sites while they are served. A page is a site and a path, `www.qijing/app/message`; every site has a name of
 * its own that ends in `.localhost`, so that a capture finds it on this computer and asks nobody (RFC 6761 §6.3).
 */
export type DemoSites = Readonly<{
  /** `http://www.qijing.localhost:40123/app/message` */
  urlOf(page: string): string;
  /** From now on this file stands there, or, with null, what a site shows where something was deleted. */
  change(page: string, file: string | null): void;
  close(): Promise<void>;
}>;

type ServedPage =
  | Readonly<{ file: string; type: string; cookies?: readonly string[]; members?: true; status?: 404 }>
  | Readonly<{ redirect: string; status: 301 | 302; cookies?: readonly string[] }>;

const html = 'text/html; charset=utf-8';
const svg = 'image/svg+xml';

/**
 * Everything that is served, by site and path: nothing else is reachable, and no part of an asked path ever names a file.
 * The older portal is served in GBK, the wire story stands behind two redirects, the finance site sets cookies.
 */
const servedPages: ReadonlyMap<string, ServedPage> = new Map<string, ServedPage>([
  ['www.qijing/app/message', { file: 'pages/app-message.html', type: html }],
  ['www.qijing/daily/2019-05-06', { file: 'pages/daily-report.html', type: html }],
  ['www.qijing/mail/20190505', { file: 'pages/email-push.html', type: html }],
  ['www.qijing/app/notice', { file: 'pages/clarification.html', type: html }],
  ['www.qijing/', { file: 'pages/homepage-statement.html', type: html }],
  ['www.qijing/mail/20190529', { file: 'pages/mail-clarification.html', type: html }],
  ['www.qijing/daily/2019-05-30', { file: 'pages/daily-report-0530.html', type: html, members: true }],
  ['www.qijing/login', { file: 'pages/members.html', type: html }],
  ['www.qijing/enter', { redirect: '/daily/2019-05-30', status: 302, cookies: ['member=demo; Path=/'] }],
  ['www.qinghe/notice/20190506', { file: 'pages/own-notice.html', type: html }],
  ['www.zaobao/20190506/finance-11', { file: 'pages/zaobao.html', type: html }],
  ['www.caixun/flash/88123', { file: 'pages/flash.html', type: html }],
  ['mp.union/s/20190506', { file: 'pages/union.html', type: html }],
  ['www.weiyi/status/4368', { file: 'pages/microblog.html', type: html }],
  ['www.juwen/topic/qinghe', { file: 'pages/aggregate.html', type: html }],
  ['bbs.rongzi/thread-5902', { file: 'pages/finance-forum.html', type: html }],
  ['www.guancha/20190507', { file: 'pages/observer.html', type: html }],
  ['www.hechuan/20190506/081632.htm', { file: 'pages/portal-gbk.html', type: 'text/html; charset=gbk' }],
  [
    'finance.chendu/20190506/story',
    {
      file: 'pages/sticky-portal.html',
      type: html,
      cookies: ['reader=a1; Path=/; SameSite=Lax', 'edition=morning; Path=/; SameSite=Lax'],
    },
  ],
  ['www.guapeng/20190506', { file: 'pages/tabloid-lazy.html', type: html }],
  ...[1, 2, 3, 4, 5].map((n): [string, ServedPage] => [
    `www.guapeng/img/chart-${n}.svg`,
    { file: `img/chart-${n}.svg`, type: svg },
  ]),
  ['www.harbourwire/r/1', { redirect: '/r/2', status: 301 }],
  ['www.harbourwire/r/2', { redirect: '/2019/05/06/qinghe-liquidation', status: 302 }],
  ['www.harbourwire/2019/05/06/qinghe-liquidation', { file: 'pages/wire-english.html', type: html }],
  ['bbs.zhanggui/thread-20117', { file: 'pages/forum-dead.html', type: html }],
  ['blog.dengxia/2019/05/night-of-liquidation', { file: 'pages/blog-tall.html', type: html }],
  ['www.register/enterprise/qinghe', { file: 'pages/register.html', type: html }],
  ['www.register/enterprise/qijing', { file: 'pages/register-respondent.html', type: html }],
]);

const removed = 'pages/removed.html';
/** What stands nowhere at the start. */
const laterFiles = [removed, 'pages/homepage-plain.html'] as const;

/**
 * Serves the demo's sites on this computer only, at a port that is free. Their files are read once, at the start.
 *
 * @param folder `resources/demo`
 * @param now the clock that its answers are dated by
 * @throws the file system's error where a file of a site is missing
 */
export async function startDemoSites(folder: string, now: () => Date = () => new Date()): Promise<DemoSites> {
  const bodies = new Map<string, Buffer>();
  const standing = new Map(servedPages);
  const read = (file: string) => bodies.set(file, readFileSync(join(folder, file)));
  for (const served of servedPages.values()) if ('file' in served) read(served.file);
  for (const file of laterFiles) read(file);
  const server = createServer(answerFrom(bodies, standing, now));
  await new Promise<void>((done, fail) => {
    server.once('error', fail);
    server.listen(0, '127.0.0.1', done);
  });
  // a TCP server that listens has an AddressInfo; only one on a pipe has a string
  const { port } = server.address() as AddressInfo;
  const urlOf = (page: string) => `http://${page.replace('/', `.localhost:${port}/`)}`;
  for (const [file, body] of bodies) bodies.set(file, withLinks(body, urlOf));
  return {
    urlOf,
    change: (page, file) =>
      void standing.set(page, file === null ? { file: removed, type: html, status: 404 } : { file, type: html }),
    close: () =>
      new Promise((done, fail) => {
        server.close((error) => (error ? fail(error) : done()));
        server.closeAllConnections(); // browsers keep connections open that nobody will use again
      }),
  };
}

/** `{{www.hechuan/20190506/081632.htm}}` in a page becomes the address of that page; other bytes stay what they are. */
function withLinks(body: Buffer, urlOf: DemoSites['urlOf']): Buffer {
  const text = body.toString('latin1');
  return Buffer.from(
    text.replace(/\{\{([\w./-]+)\}\}/g, (_, page: string) => urlOf(page)),
    'latin1',
  );
}

/** `www.qijing.localhost:40123`, `/app/message?a=1` → `www.qijing/app/message` */
function pageOf(host: string, target: string): string {
  return host.replace(/\.localhost(?::\d+)?$/, '') + target.replace(/\?.*$/s, '');
}

function answerFrom(
  bodies: ReadonlyMap<string, Buffer>,
  standing: ReadonlyMap<string, ServedPage>,
  now: () => Date,
): RequestListener {
  return (request, response) => {
    response.setHeader('date', now().toUTCString());
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.writeHead(405, { allow: 'GET, HEAD' }).end();
      return;
    }
    const asked = standing.get(pageOf(request.headers.host ?? '', request.url ?? ''));
    const known = /(?:^|; )member=demo(?:;|$)/.test(request.headers.cookie ?? '');
    const served = asked && 'members' in asked && !known ? standing.get('www.qijing/login') : asked;
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
