import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { showLines } from '../../../../electron/cli/output/show-lines.ts';
import { itemSummary } from '../../../../electron/workbench/items/item-event.ts';
import { captured } from '../../../fixtures/capture-room.ts';

/** Three texts that a style hides, one beneath a box, and two that are seen. Counted by hand. */
const hidden = `<p>公司公告</p><p style="display:none">不显示</p><p style="visibility:hidden">看不见</p>
<p style="color:#fff">白字</p><div style="position:relative"><p>盒子下面</p><i style="position:absolute;inset:0;background:#fff"></i></div><p>完</p>`;
/** A page whose picture ends before the page does. */
const pages: Readonly<Record<string, string>> = {
  '/none': '<p>公司公告</p>',
  '/hidden': hidden,
  '/long': `${hidden}<div style="height:170000px"></div><p>末尾</p>`,
};
const server = createServer((request, response) => {
  const body = pages[request.url ?? ''];
  response
    .writeHead(body === undefined ? 404 : 200, { 'content-type': 'text/html; charset=utf-8' })
    .end(body === undefined ? '' : `<!doctype html><html lang="zh"><title>字</title><body>${body}`);
});
let origin = '';
beforeAll(async () => {
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`; // listening on TCP
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

test.each([
  ['/none', 0, '文档所含而整页画面未显示的文字：0 处，另行保存'],
  ['/hidden', 4, '文档所含而整页画面未显示的文字：4 处，另行保存'],
  ['/long', null, '文档所含而整页画面未显示的文字：未测量，或未全部测量'],
] as const)(
  '%s: how many texts its picture does not show is in the record and in what is shown',
  async (path, count, line) => {
    const { state, record } = await captured(origin + path, { noSecondPath: true });
    expect(record.unseenTexts).toBe(count);
    const shown = { summary: itemSummary(state), record, fields: [], checked: [], excludedElsewhere: null };
    const lines = showLines(shown as unknown as Parameters<typeof showLines>[0], 'zh-CN'); // what the lines are made of
    expect(lines).toContain(`  ${line}`);
  },
);
