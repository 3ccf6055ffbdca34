import { mkdtempSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import puppeteer from 'puppeteer';
import { IsolatedWorld } from '../../electron/capture/browser/isolated-world.ts';
import { readPage } from '../../electron/capture/in-page/read-page.ts';
import { readPageFacts } from '../../electron/capture/page/page-facts.ts';
import { TimeBudget } from '../../electron/capture/time-budget.ts';
import { findChromium } from '../../electron/setup/find-chromium.mjs';

export type PageRead = Awaited<ReturnType<typeof readPageFacts>>;
export type FactReader = Readonly<{ read(name: string): Promise<PageRead>; close(): Promise<void> }>;

/**
 * Serves pages on loopback, each at an address of its own, and reads their facts as a capture does: the same functions, in a
 * browser whose scripts are off. One browser, one page after the other; nothing outside is reached.
 */
export async function openFactReader(pages: ReadonlyMap<string, string | Buffer>): Promise<FactReader> {
  const server = createServer((request, response) => {
    const page = pages.get(decodeURIComponent((request.url ?? '/').slice(1).replace(/\/$/, '')));
    if (page === undefined) response.writeHead(404).end();
    else response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(page);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`; // listening on TCP
  const browser = await puppeteer.launch({
    executablePath: findChromium()?.path ?? '',
    headless: true,
    pipe: true,
    userDataDir: mkdtempSync(join(tmpdir(), 'fascicle-facts-')),
    args: ['--no-sandbox', '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1'], // nothing outside is reached
  });
  const [page = await browser.newPage()] = await browser.pages();
  await page.setViewport({ width: 1280, height: 900 });
  await page.setJavaScriptEnabled(false);
  const session = await page.createCDPSession();
  return {
    async read(name) {
      await page.goto(`${origin}/${encodeURIComponent(name)}/`, { waitUntil: 'domcontentloaded', timeout: 60_000 });
      const world = await IsolatedWorld.of(session);
      const { title, text } = await world.call(readPage);
      return readPageFacts(session, { title, text, contentLanguage: null }, new TimeBudget(60));
    },
    async close() {
      await browser.close();
      server.closeAllConnections();
      server.close();
    },
  };
}
