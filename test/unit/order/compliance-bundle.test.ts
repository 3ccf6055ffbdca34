import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { complianceFacts } from '../../../electron/workbench/order/compliance-facts.ts';
import { verifyBundle } from '../../../electron/verify/verify-bundle.ts';
import type { WritableCase } from '../../../electron/casefile/case-handles.ts';
import { FascicleError } from '../../../shared/errors/fascicle-error.ts';
import { orderSchema, emptyOrder } from '../../../shared/order/order.ts';
import { buildIn } from '../../fixtures/build-bundle.ts';
import { freshCase, someCapture } from '../../fixtures/case-room.ts';
import { smallPng } from '../../fixtures/site/files.ts';

/** A look at an address, with a picture. @returns its item */
function look(caseFile: WritableCase, at: string, url: string, text: string, account?: string): string {
  const record = someCapture(caseFile, text);
  const png = caseFile.objects.putBytes(smallPng());
  const tile = { role: 'screenshot-tile', name: 'tile-0001.png', mediaType: 'image/png', ...png } as const;
  const picture = { width: 40, height: 30, overlap: 0 };
  const artifacts = [{ ...tile, x: 0, y: 0, width: 40, height: 30 }, ...record.artifacts];
  const own = account === undefined ? {} : { account };
  return caseFile.addItem({
    ...record,
    ...own,
    title: text,
    startedAt: at,
    endedAt: at,
    url,
    finalUrl: url,
    picture,
    artifacts,
  }).item;
}

const home = 'https://qijing.example/';
const beijing = (day: number, hour: number) => new Date(Date.UTC(2019, 4, day, hour - 8)).toISOString();

function orderedCase(): Readonly<{ caseFile: WritableCase; items: readonly string[] }> {
  const caseFile = freshCase();
  const message = look(caseFile, beijing(6, 10), 'https://qijing.example/app', '青禾小贷进入清算程序');
  const report = look(caseFile, beijing(6, 11), 'https://qijing.example/daily', '监控日报：清算');
  const clarified = look(caseFile, beijing(29, 10), 'https://qijing.example/app/notice', '特此澄清，青禾小贷并未清算');
  const account = look(caseFile, beijing(30, 9), 'https://qijing.example/daily/30', '今日监控：无', '核查一号');
  const days = [];
  for (const [day, text] of [
    [29, '特此声明'],
    [30, '特此声明'],
    [31, '查企业'],
  ] as const)
    for (const hour of [9, 12, 18]) days.push(look(caseFile, beijing(day, hour), home, text));
  const channel = (name: string, original: string, clarifications: string[], looked: string | null) => ({
    channel: name,
    originals: [original],
    clarifications,
    scopeOfOriginal: '推送对象：全部监控用户',
    scopeOfClarification: null,
    accounts: looked === null ? [] : [{ account: '核查一号', original, looks: [{ item: looked, seen: null }] }],
  });
  const due = { by: 'day', on: '2019-05-28' };
  const order = orderSchema.parse({
    ...emptyOrder,
    number: '（2019）浙0192行保1号',
    ruled: '2019-05-27',
    served: [{ party: '某信息公司', role: 'respondent', way: 'electronic', on: '2019-05-27', item: null }],
    obligations: [
      {
        id: 'clarify',
        kind: 'clarify',
        text: '以相同方式、在相同范围内推送澄清信息',
        due,
        words: '特此澄清',
        channels: [channel('站内消息', message, [clarified], clarified), channel('监控日报', report, [], account)],
      },
      { id: 'home', kind: 'homepage', text: '在首页发布声明', due, address: home, words: '特此声明', days: 7 },
    ],
  });
  caseFile.logEvent('order-set', { order });
  return { caseFile, items: [message, report, clarified, account, ...days] };
}

const textOf = (pdf: string) => execFileSync('pdftotext', ['-layout', pdf, '-'], { encoding: 'utf8' });

test('a report on compliance is a bundle of its own: the order, its dates, what was seen, and each finding with its exhibits', async () => {
  const { caseFile, items } = orderedCase();
  const built = await buildIn(caseFile, { compliance: complianceFacts(caseFile), language: 'zh-CN' });
  expect(built.pdf).toMatch(/-(?:履行情况核查报告|compliance-report)-[^/]*\.pdf$/);
  const text = textOf(built.pdf).replace(/\s+/g, '');
  expect(text).toContain('履行情况核查报告');
  expect(text).toContain('（2019）浙0192行保1号');
  expect(text).toContain('1个核查账号在该渠道未见澄清信息'); // on the daily report, which misses it
  expect(text).not.toMatch(/未推送|待证事实/);
  expect(text).toMatch(/核查一号：登记为见到[^；]*（所列证据的记录未载明以该账号取得）/); // nobody was logged in there
  expect(text).not.toMatch(/[\u3400-\u9fff”）][,;:()]+[\u3400-\u9fff“（]/); // Chinese marks between Chinese words
  expect(text).not.toMatch(/请与律师核对|请核对|已核对|据转载|未核实|法院应作出裁定|申请复议/); // counsel's, not the court's
  const manifest = JSON.parse(readFileSync(built.manifest, 'utf8')) as {
    report: string;
    exhibits: { item: string; group: string }[];
    pages: { kind: string }[];
  };
  expect(manifest.report).toBe('compliance');
  // of the homepage's nine captures: one a day, the last that showed it, the first that did not, and the last of all
  const [first, , , second, , lastSeen, firstNotSeen, , last] = items.slice(4);
  expect(manifest.exhibits.map(({ item }) => item)).toEqual([
    ...items.slice(0, 1),
    items[2],
    items[1],
    items[3],
    first,
    second,
    lastSeen,
    firstNotSeen,
    last,
  ]);
  // Both channels have room on one page.
  expect(manifest.pages.filter(({ kind }) => kind === 'side-by-side')).toHaveLength(1);
  expect(textOf(built.pdf).match(/涉案信息与澄清信息对照 · /g) ?? []).toHaveLength(2);
  // Message and daily report were seen on the 6th, three weeks before there was an order to check: not a check of it.
  const rows = textOf(built.pdf)
    .split('\f')
    .filter((one) => one.includes('证据种类'));
  const catalogue = rows.join('').replace(/\s+/g, '');
  expect(catalogue.split('裁定作出之前所见').length - 1).toBe(2);
  expect(catalogue.split('时所见').length - 1).toBe(7); // two looks at the clarification, five at the homepage
  const verdict = await verifyBundle(resolve(built.pdf), 'en');
  expect(verdict.verdict).toBe('PASSED');
});

test('the same state gives the same report, whenever it is built; the bundle to file stays what it was', async () => {
  const { caseFile } = orderedCase();
  const [one, other] = [await buildIn(caseFile, { compliance: complianceFacts(caseFile) }), await buildIn(caseFile)];
  const again = await buildIn(caseFile, { compliance: complianceFacts(caseFile) });
  expect(again.sha256).toBe(one.sha256);
  expect(other.sha256).not.toBe(one.sha256);
  expect(textOf(other.pdf)).not.toContain('履行情况核查报告');
});

test('without an order there is nothing to report on, and that is said', () => {
  expect(() => complianceFacts(freshCase())).toThrow(new FascicleError('order-missing'));
});
