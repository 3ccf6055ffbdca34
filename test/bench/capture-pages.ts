import { existsSync, readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { serveSavedPages } from '../fixtures/site/saved-pages.ts';
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
  const saved = await serveSavedPages(shared, names);
  return {
    urls: [...demoPages.map((path) => demo.origin + path), ...names.map(saved.urlOf)],
    close: async () => {
      await saved.close();
      await demo.close();
    },
  };
}
