import { existsSync, readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { serveSavedPages } from '../fixtures/site/saved-pages.ts';
import { startDemoSites } from '../../electron/workbench/demo/demo-server.ts';

const shared = resolve(import.meta.dirname, '../../../shared/data/pages');

/** Real pages on loopback, beside the demo's: every `step`th of those that lie beside the checkout. */
export async function servePages(step: number): Promise<Readonly<{ urls: readonly string[]; close(): Promise<void> }>> {
  const demo = await startDemoSites(resolve(import.meta.dirname, '../../resources/demo'));
  const demoPages = [
    'www.qijing/app/message',
    'www.hechuan/20190506/081632.htm',
    'finance.chendu/20190506/story',
    'www.guapeng/20190506',
    'www.harbourwire/2019/05/06/qinghe-liquidation',
  ];
  const names = existsSync(shared) ? readdirSync(shared).filter((_, at) => at % step === 0) : [];
  const saved = await serveSavedPages(shared, names);
  return {
    urls: [...demoPages.map(demo.urlOf), ...names.map(saved.urlOf)],
    close: async () => {
      await saved.close();
      await demo.close();
    },
  };
}
