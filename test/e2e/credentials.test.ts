import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { exportDigests } from '../../electron/seal/packages/export-digests.ts';
import { exportPackage } from '../../electron/seal/packages/export-package.ts';
import { verifyPackage } from '../../electron/verify/verify-package.ts';
import { buildIn } from '../fixtures/build-bundle.ts';
import { captured } from '../fixtures/capture-room.ts';
import { freshFolder } from '../fixtures/fascicle.ts';

const jwt = 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.dozjgNryP4J3jVmNHl0w5N_XgL0n3I9PlFUP0THsR8U';
/** Every secret of the site, by where it stands. */
const secrets = {
  csrf: 'Qk7Zt2Lm9Xc4Vb1N',
  hidden: 'Hd83Ks72Lq61Wp50',
  body: jwt,
  refresh: 'rt-51Hq82Wk93Ez04',
  kept: 'Ls94Jd83Hf72Gk61Mm',
  ticket: 'ST-1856339-aA5Yuvrxzpv8Tau1cYQ7',
  token: 'Tk20Bn31Vm42Cx53',
  link: 'Lk11Po22Iu33Yt44',
  code: '482913',
};

let site: Server;
let origin: string;
beforeAll(async () => {
  site = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://a.example');
    if (pathname === '/start') {
      response.writeHead(302, { location: `/page?sso_ticket=${secrets.ticket}&token=${secrets.token}` }).end();
    } else if (pathname === '/api') {
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify({ jwt, data: { refresh_token: secrets.refresh }, code: secrets.code }));
    } else {
      response.setHeader('content-type', 'text/html; charset=utf-8');
      response.end(
        `<!doctype html><meta charset=utf-8><meta name="csrf-token" content="${secrets.csrf}"><title>通知</title>
        <h1>公司已进入清算程序</h1><p>正文写明经过，共三段。</p>
        <form><input type=hidden name=_csrf value="${secrets.hidden}"></form>
        <a href="/d?id=7&token=${secrets.link}">下载</a>
        <script>localStorage.setItem('t', '${secrets.kept}');
        fetch('/api', {headers: {'X-LS': localStorage.getItem('t')}})</script>`,
      );
    }
  });
  await new Promise<void>((done) => site.listen(0, '127.0.0.1', done));
  origin = `http://127.0.0.1:${(site.address() as AddressInfo).port}`; // a TCP server
});
afterAll(() => site.close());

/** Every byte of a file as text, and of what is packed in it. */
function inside(name: string, bytes: Uint8Array): readonly string[] {
  const all = [Buffer.from(bytes).toString('latin1')];
  if (/\.(zip|wacz)$/.test(name))
    for (const [inner, one] of Object.entries(unzipSync(bytes))) all.push(...inside(inner, one));
  if (name.endsWith('.warc.gz')) {
    let at = 0; // each record is a member of its own; what Node reads is the first, so that all are read one by one
    const buffer = Buffer.from(bytes);
    const starts: number[] = [];
    for (at = buffer.indexOf('1f8b08', 0, 'hex'); at >= 0; at = buffer.indexOf('1f8b08', at + 1, 'hex'))
      starts.push(at);
    for (const start of starts)
      try {
        all.push(gunzipSync(buffer.subarray(start)).toString('latin1'));
      } catch {
        // three bytes of packed data that look like a beginning
      }
  }
  return all;
}

const tellsOf = (files: Readonly<Record<string, Uint8Array>>): readonly string[] =>
  Object.entries(files).flatMap(([name, bytes]) => {
    const texts = inside(name, bytes);
    return Object.entries(secrets).flatMap(([secret, value]) =>
      texts.some((text) => text.includes(value) || text.replace(/=\r?\n/g, '').includes(value))
        ? [`${secret} in ${name}`]
        : [],
    );
  });

test('no carrier that is handed over repeats what lets somebody in; what holds it is named; the package verifies', async () => {
  const done = await captured(`${origin}/start`);
  const { caseFile, record } = done;
  expect(record.finalUrl).toMatch(/sso_ticket=REPLACED-[0-9a-f]{12}&token=REPLACED-[0-9a-f]{12}$/);
  const addresses = JSON.parse(Buffer.from(done.bytes('addresses.json')).toString()) as { finalUrl: string };
  expect(addresses.finalUrl).toContain(secrets.ticket);
  const marked = record.artifacts.filter(({ credentials }) => credentials).map(({ name }) => name);
  expect(marked).toEqual(expect.arrayContaining(['source.bin', 'dom.html', 'page.mhtml', 'page-facts.json']));

  const { pdf } = await buildIn(caseFile);
  const out = freshFolder();
  const { withheld } = await exportPackage(
    caseFile,
    join(out, 'p.zip'),
    { edition: 'filing', passphrase: null },
    {
      program: 'fascicle 0.0.0',
      page: new Uint8Array([1]),
      signal: new AbortController().signal,
      onFile: () => undefined,
      ask: null,
    },
  );
  expect(withheld.map(({ name }) => name).sort()).toEqual([...marked].sort());
  const zip = readFileSync(join(out, 'p.zip'));
  expect(tellsOf({ 'p.zip': zip, pdf: readFileSync(pdf) })).toEqual([]);
  const files = Object.keys(unzipSync(zip));
  for (const name of ['tile-0001.png', 'text.txt', 'record.json'])
    expect(files.some((one) => one.endsWith(name))).toBe(true);
  const report = await verifyPackage(join(out, 'p.zip'), 'en', []);
  expect(report.checks.filter(({ verdict }) => verdict === 'FAILED')).toEqual([]);

  const deposit = freshFolder();
  const { archives, list } = await exportDigests(caseFile, deposit, {
    signal: new AbortController().signal,
    onEvent: () => undefined,
  });
  expect(archives).toHaveLength(1);
  expect(tellsOf({ 'i.zip': readFileSync(archives[0]!.path), list: readFileSync(list.path) })).toEqual([]);
  caseFile.close();
});
