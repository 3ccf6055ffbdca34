import { resolve } from 'node:path';
import type { Page } from 'puppeteer';
import { openChromiumWindow } from '../../electron/shells/chromium/open-window.ts';
import { buildWhereOld } from '../../electron/setup/build.mjs';
import { deviceServices } from '../../electron/workbench/services.ts';
import { createWorkbench } from '../../electron/workbench/workbench.ts';
import type { Input, Method, Output, WorkbenchEvent } from '../../shared/contract.ts';
import { FascicleError } from '../../shared/errors/fascicle-error.ts';

/** One way to the workbench. What comes back is an answer or the code of an error, after everything that happened on the way. */
export interface Transport {
  readonly name: string;
  call<M extends Method>(method: M, input: Input<M>, stopAtOnce?: boolean): Promise<Answer<M>>;
  close(): Promise<void>;
}
type Answer<M extends Method> = Readonly<{ events: readonly WorkbenchEvent[] }> &
  (Readonly<{ output: Output<M>; code?: never }> | Readonly<{ code: string; output?: never }>);

const root = resolve(import.meta.dirname, '../..');

export const transports: readonly Readonly<{ name: string; open(cache: string): Promise<Transport> }>[] = [
  { name: 'in process', open: inProcess },
  { name: 'over the pipe to Chromium', open: overPipe },
];

function servicesWith(cacheFolder: string) {
  return { ...deviceServices(root, '0.0.0'), cacheFolder, stateFolder: cacheFolder };
}

function inProcess(cache: string): Promise<Transport> {
  const workbench = createWorkbench(servicesWith(cache));
  return Promise.resolve({
    name: 'in process',
    async call<M extends Method>(method: M, input: Input<M>, stopAtOnce = false): Promise<Answer<M>> {
      const events: WorkbenchEvent[] = [];
      const over = new AbortController();
      const context = {
        language: 'zh-CN' as const,
        signal: over.signal,
        emit: (event: WorkbenchEvent) => events.push(event),
      };
      try {
        const answer = workbench.call(method, input, context);
        if (stopAtOnce) over.abort(new FascicleError('cancelled'));
        return { output: await answer, events };
      } catch (error) {
        return { code: error instanceof FascicleError ? error.code : String(error), events };
      }
    },
    close: () => Promise.resolve(),
  });
}

/** As the window's own client speaks: text over the bridge, in the page. */
const callInPage = `(method, input, stopAtOnce) => new Promise((done) => {
  const call = 1e9 + Math.floor(Math.random() * 1e9);
  const events = [];
  window.fascicle.listen((text) => {
    const said = JSON.parse(text);
    if (said.call !== call) return;
    if (said.event) events.push(said.event);
    else done(said.error ? { code: said.error.code, events } : { output: said.output, events });
  });
  window.fascicle.send(JSON.stringify({ call, method, input, language: 'zh-CN' }));
  if (stopAtOnce) window.fascicle.send(JSON.stringify({ cancel: call }));
})`;

async function overPipe(cache: string): Promise<Transport> {
  await buildWhereOld(root);
  const window = await openChromiumWindow(createWorkbench(servicesWith(cache)), resolve(root, 'out/renderer'), true);
  const { page }: { page: Page } = window;
  await page.waitForSelector('.window');
  return {
    name: 'over the pipe to Chromium',
    async call<M extends Method>(method: M, input: Input<M>, stopAtOnce = false): Promise<Answer<M>> {
      const words = [method, input, stopAtOnce].map((one) => JSON.stringify(one)).join(', ');
      return (await page.evaluate(`(${callInPage})(${words})`)) as Answer<M>; // the test parses it with the contract
    },
    close: () => window.close(),
  };
}
