import { createSocket } from 'node:dgram';
import { writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import sharp from 'sharp';
import { fascicle, freshFolder, type Run } from '../../fixtures/fascicle.ts';
import { storedPng } from '../../fixtures/made/fixed-case.ts';
import { heifPicture } from '../../fixtures/made/heif-made.ts';
import { longChat, phoneScreen } from '../../fixtures/made/phone-screens.ts';
import { startAuthority } from '../../fixtures/pki/authority.ts';
import { openSecureSite } from '../../fixtures/site/secure-site.ts';
import { openSite } from '../../fixtures/site/site.ts';

/** What every kind of case needs of others: sites on loopback, a time server, files to import. */
export type StatementRoom = Awaited<ReturnType<typeof openStatementRoom>>;

/** How far the clock of one site is behind: 2763 days. */
const behindMs = 2_763 * 86_400_000;

export async function openStatementRoom() {
  const folder = freshFolder();
  const [site, secure, own, ntp, authority] = await Promise.all([
    openSite(),
    openSecureSite(),
    openOwnSite(),
    openTimeServer(),
    startAuthority(),
  ]);
  const file = (name: string) => join(folder, name);
  await writeFiles(file);
  return {
    folder,
    file,
    site: site.origin,
    secure: secure.origin,
    own: own.origin,
    /** From now on the page is not there. */
    withdraw: own.withdraw,
    /** From now on the page says something else. */
    amend: own.amend,
    ntp: ntp.address,
    authority,
    close: () => Promise.all([site.close(), secure.close(), own.close(), ntp.close(), authority.close()]),
  };
}

/** A page of which three parts are missing, and one whose server says a time of long ago. */
async function openOwnSite() {
  const pages: Readonly<Record<string, string>> = {
    '/short':
      '<title>缺图的页面</title><link rel="stylesheet" href="/gone.css"><h1>青禾公司公告</h1><img src="/gone-1.png" width="60" height="40"><img src="/gone-2.png" width="60" height="40">',
    '/old': '<title>旧时钟</title><h1>青禾公司公告</h1><p>一段文字。</p>',
    '/kept': '<title>公告</title><h1>青禾公司公告</h1><p>一段文字，保留在原处。</p>',
    '/taken': '<title>日报</title><h1>青禾公司公告</h1><p>一段文字，其后撤下。</p>',
    '/first':
      '<title>甲快讯</title><h1>青禾小贷进入清算程序</h1><p>企业进入清算程序，请注意相关风险。</p><p>2019年5月6日 记者 林某</p>',
    '/second': '<title>乙论坛</title><h1>转帖</h1><p>据甲快讯报道，企业进入清算程序，请注意相关风险。</p>',
    '/refused': '<title>403</title><h1>禁止访问</h1>',
    '/absent': '<title>内容不存在</title><h1>抱歉，该内容已被删除</h1>',
    '/': '<title>首页</title><h1>某信息公司</h1><p>特此声明：此前消息有误。</p>',
    '/low': '<title>首页</title><h1>某信息公司</h1><div style="height:2000px"></div><p>特此声明：此前消息有误。</p>',
    '/narrow': `<title>专栏</title><div style="width:420px;margin:0 auto;font:12px/18px serif"><h1>青禾小贷专栏</h1>${'<p>企业进入清算程序，请注意相关风险。</p>'.repeat(12)}</div>`,
    '/other': '<title>其他</title><h1>某信息公司</h1><p>今日要闻三则，均与本案无关。</p>',
  };
  const withdrawn = new Set<string | undefined>();
  const amended = new Map<string | undefined, string>();
  const statusOf = (path: string | undefined, body: string | undefined) =>
    body === undefined ? 404 : path === '/refused' ? 403 : 200;
  const server = createServer((request, response) => {
    const body = withdrawn.has(request.url) ? undefined : (amended.get(request.url) ?? pages[request.url ?? '']);
    if (request.url === '/old') response.setHeader('date', new Date(Date.now() - behindMs).toUTCString());
    response
      .writeHead(statusOf(request.url, body), { 'content-type': 'text/html; charset=utf-8' })
      .end(`<!doctype html><html lang="zh"><meta charset="utf-8">${body ?? '<title>404</title><p>无</p>'}`);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo; // listening on TCP
  const close = () => {
    server.closeAllConnections();
    return new Promise((done) => server.close(done));
  };
  return {
    ...{ origin: `http://127.0.0.1:${port}`, close },
    withdraw: (path: string) => withdrawn.add(path),
    amend: (path: string, body: string) => amended.set(path, body),
  };
}

/** A time server of stratum 1 that tells this computer's own time. */
async function openTimeServer() {
  const socket = createSocket('udp4');
  socket.on('message', (asked, from) => {
    const answer = Buffer.alloc(48);
    answer[0] = 0x24; // version 4, server
    answer[1] = 1;
    asked.copy(answer, 24, 40, 48);
    const now = Date.now();
    for (const at of [32, 40]) {
      answer.writeUInt32BE(Math.floor(now / 1000) + 2_208_988_800, at);
      answer.writeUInt32BE(Math.floor(((now % 1000) / 1000) * 2 ** 32), at + 4);
    }
    socket.send(answer, from.port, from.address);
  });
  await new Promise<void>((done) => socket.bind(0, '127.0.0.1', done));
  return {
    address: `127.0.0.1:${socket.address().port}`,
    close: () => new Promise<void>((done) => socket.close(done)),
  };
}

async function writeFiles(file: (name: string) => string): Promise<void> {
  const flat = (colour: string) => sharp({ create: { width: 120, height: 80, channels: 3, background: colour } });
  const chat = (await longChat(30)).png;
  await Promise.all([
    flat('teal').png().toFile(file('photo.png')),
    flat('olive').gif().toFile(file('moving.gif')),
    flat('navy').webp({ lossless: true }).toFile(file('photo.webp')),
  ]);
  writeFileSync(file('noise.png'), storedPng(160, 120, 3)); // a filing copy can make it smaller
  writeFileSync(file('photo.heic'), heifPicture('heic'));
  writeFileSync(file('note.txt'), '青禾小贷经营正常。\n');
  writeFileSync(file('receipt.pdf'), '存证证书');
  for (const [at, from] of [0, 430].entries())
    writeFileSync(file(`screen-${at + 1}.png`), await phoneScreen(chat, from, `09:0${at}`));
  const mail = [
    'From: a@qinghe.example',
    'To: b@qinghe.example',
    'Subject: notice',
    'Date: Mon, 06 May 2019 09:30:00 +0800',
    'Content-Type: text/plain; charset=utf-8',
    '',
    'The company is in business.',
    '',
  ];
  writeFileSync(file('mail.eml'), mail.join('\r\n'));
  const shown = '<h1>Notice</h1><p>The company is in business.</p><img src="http://gone.example/a.png">';
  const inHtml = mail.map((line) =>
    line.replace('text/plain', 'text/html').replace('The company is in business.', `${shown}<img src="cid:none">`),
  );
  writeFileSync(file('drawn.eml'), inHtml.join('\r\n'));
  writeFileSync(file('contract.rtf'), '{\\rtf1\\ansi The company is in business.\\par}');
}

/** The command, which must not fail: what it said is in the error. */
export async function typed(
  room: StatementRoom,
  args: readonly string[],
  env: Record<string, string> = {},
): Promise<Run> {
  const own = { FASCICLE_CACHE: room.file('cache'), FASCICLE_LANGUAGE: 'zh', ...env };
  const run = await fascicle(args, { folder: room.folder, env: own });
  if (run.code !== 0 && run.code !== 1) throw new Error(`${args.join(' ')}: ${run.code}\n${run.stdout}\n${run.stderr}`);
  return run;
}

/** Words of a capture on loopback that asks nobody else. */
export const quiet = ['--allow-private-network', '--no-time-servers', '--category', 'coverage'];
export const capture = (room: StatementRoom, folder: string, ...more: readonly string[]) =>
  typed(room, ['capture', folder, ...more, ...quiet, '--json']);
export const imported = (room: StatementRoom, folder: string, names: readonly string[], ...more: readonly string[]) =>
  typed(room, ['import', folder, ...names.map(room.file), '--no-dkim', '--category', 'message', ...more, '--json']);
/** What a command says that it took in, in its order. */
export const itemsOf = ({ lines }: Awaited<ReturnType<typeof typed>>): readonly string[] =>
  lines.flatMap(({ event, item }) => (event === 'item' && typeof item === 'string' ? [item] : []));
