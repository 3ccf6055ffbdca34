import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { resolve } from 'node:path';
import { startDemoSite } from '../../electron/workbench/demo/demo-server.ts';

const shared = resolve(import.meta.dirname, '../../../shared/data/pages');

/** Real pages on loopback, beside the demo's: every `step`th of those that lie beside the checkout. */
export async function servePages(step: number): Promise<Readonly<{ urls: readonly string[]; close(): Promise<void> }>> {
  const demo = await startDemoSite(resolve(import.meta.dirname, '../../resources/demo'));
  const demoPages = [
    '/qijing/app/message',
    '/hechuan/20190506/081632.htm',
    '/chendu/finance/20190506/story',
    '/guapeng/20190506',
    '/wire/2019/05/06/qinghe-liquidation',
  ];
  const names = existsSync(shared) ? readdirSync(shared).filter((_, at) => at % step === 0) : [];
  const server = createServer((request, response) => {
    const name = names.find((one) => request.url === `/${encodeURIComponent(one)}/`);
    if (name === undefined) response.writeHead(404).end();
    else
      response
        .writeHead(200, { 'content-type': 'text/html; charset=utf-8' })
        .end(readFileSync(resolve(shared, name, 'index.html')));
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`; // listening on TCP
  return {
    urls: [
      ...demoPages.map((path) => demo.origin + path),
      ...names.map((name) => `${origin}/${encodeURIComponent(name)}/`),
    ],
    close: async () => {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
      await demo.close();
    },
  };
}
