import { TargetType, type CDPSession, type Page } from 'puppeteer';
import { openWindowBrowser } from '../../workbench/browser-window.ts';
import type { Workbench } from '../../workbench/workbench.ts';
import { RpcEndpoint } from '../rpc-endpoint.ts';
import type { Native } from '../native.ts';
import { rendererOrigin, respond } from '../rules.ts';
import { bridgeOf } from './bridge.ts';
import { pathsOfFiles } from './given-files.ts';

/** The window in a Chromium app window, driven over a pipe: no socket listens, nothing reaches a network. `native`: dialogs, where somebody has them. */
export async function openChromiumWindow(
  workbench: Workbench,
  rendererFolder: string,
  headless: boolean,
  native: Native | null = null,
): Promise<{ page: Page; closed: Promise<void>; close(): Promise<void> }> {
  const { browser, close } = await openWindowBrowser(!headless, `${rendererOrigin}/`);
  // The browser opens its one page by itself, a moment after it can be asked: a page asked for would be a second window.
  const target = await browser.waitForTarget((one) => one.type() === TargetType.PAGE);
  const page = (await target.page()) ?? (await browser.newPage());
  const session = await page.createCDPSession();
  await serveFiles(session, workbench, rendererFolder);
  const endpoint = await serveCalls(session, workbench, native);
  await page.goto(`${rendererOrigin}/`);
  const closed = new Promise<void>((done) => {
    page.once('close', () => done());
    browser.once('disconnected', () => done());
  });
  return {
    page,
    closed,
    close: async () => {
      endpoint.close();
      await close();
    },
  };
}

/** Every request is answered here, or fails: the window's own files, the open cases' files, nothing else in the world. */
async function serveFiles(session: CDPSession, workbench: Workbench, folder: string): Promise<void> {
  session.on('Fetch.requestPaused', ({ requestId, request }) => {
    const { origin, pathname } = new URL(request.url);
    const range = request.headers['Range'] ?? request.headers['range'] ?? null;
    void (async () => {
      const answer =
        origin === rendererOrigin
          ? await respond(workbench, folder, { method: request.method, pathname, range }).catch(() => null)
          : null;
      if (!answer) return session.send('Fetch.failRequest', { requestId, errorReason: 'BlockedByClient' });
      return session.send('Fetch.fulfillRequest', {
        requestId,
        responseCode: answer.status,
        responseHeaders: [...answer.headers],
        body: Buffer.from(answer.body).toString('base64'),
      });
    })().catch(() => undefined); // the window may be gone
  });
  await session.send('Fetch.enable', { patterns: [{ urlPattern: '*' }] });
}

/** Messages come over a binding that only the main frame's own world may use. */
async function serveCalls(session: CDPSession, workbench: Workbench, native: Native | null): Promise<RpcEndpoint> {
  await session.send('Page.enable');
  await session.send('Runtime.enable');
  const { frameTree } = await session.send('Page.getFrameTree');
  let mainWorld: number | null = null;
  const tell = (functionDeclaration: string, ...values: unknown[]) =>
    session
      .send('Runtime.callFunctionOn', {
        executionContextId: mainWorld ?? 0,
        functionDeclaration,
        arguments: values.map((value) => ({ value })),
      })
      .catch(() => undefined); // the window may be gone
  const endpoint = new RpcEndpoint(
    workbench,
    (text) => void tell('(text) => window.fascicle.take(text)', text),
    native,
  );
  session.on('Runtime.executionContextCreated', ({ context }) => {
    const aux = context.auxData as { frameId?: string; isDefault?: boolean } | undefined; // as the protocol has it
    if (aux?.frameId === frameTree.frame.id && aux.isDefault === true && context.origin === rendererOrigin)
      mainWorld = context.id;
  });
  session.on('Runtime.bindingCalled', ({ name, payload, executionContextId }) => {
    if (executionContextId !== mainWorld) return;
    if (name === 'fascicleCall') void endpoint.take(payload);
    if (name === 'fascicleFiles') {
      void pathsOfFiles(session, executionContextId, payload)
        .then((paths) => tell('(id, paths) => window.fascicle.given(id, paths)', Number(payload.split(' ')[0]), paths))
        .catch(() => undefined); // the window may be gone
    }
  });
  await session.send('Runtime.addBinding', { name: 'fascicleCall' });
  await session.send('Runtime.addBinding', { name: 'fascicleFiles' });
  await session.send('Page.addScriptToEvaluateOnNewDocument', { source: bridgeOf(native !== null) });
  return endpoint;
}
