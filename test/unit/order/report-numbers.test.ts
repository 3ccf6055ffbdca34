import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { WritableCase } from '../../../electron/casefile/case-handles.ts';
import { bundleHandler } from '../../../electron/workbench/bundle/bundle.ts';
import { earlierBundle } from '../../../electron/workbench/bundle/earlier-bundle.ts';
import { earlierNumbers } from '../../../electron/workbench/challenge/earlier-numbers.ts';
import { complianceFacts } from '../../../electron/workbench/order/compliance-facts.ts';
import type { Exhibit } from '../../../shared/case/exhibit.ts';
import { emptyOrder, orderSchema } from '../../../shared/order/order.ts';
import { continued, continuing } from '../../../shared/plan/numbers.ts';
import { buildIn } from '../../fixtures/build-bundle.ts';
import { freshCase, someCapture } from '../../fixtures/case-room.ts';
import { exhibit, foundIn } from '../challenge/challenge-room.ts';

const plain = { prefix: '', insertions: 'renumber' } as const;
const of = (...items: string[]) => items.map((item) => ({ item }));
const numbers = (...given: Parameters<typeof continued>) =>
  continued(...given).map(({ number, formerly }) => (formerly === undefined ? number : `${number} (${formerly})`));

describe('numbers of a report’s exhibits', () => {
  test('are those of the bundle; what it does not have comes behind its last', () => {
    expect(numbers(of('ruling', 'b', 'look', 'a'), of('a', 'b', 'c'), plain)).toEqual(['4', '2', '5', '1']);
  });

  test('begin at one where nobody arranged a bundle', () => {
    expect(numbers(of('ruling', 'look'), [], plain)).toEqual(['1', '2']);
  });

  test('go on as the court’s profile and a person’s own numbers have it', () => {
    const arranged = [{ item: 'a' }, { item: 'b', inserted: true }, { item: 'c', number: '甲3' }];
    const letters = { prefix: 'TAK-', insertions: 'letter' } as const;
    expect(numbers(of('b', 'c', 'late'), arranged, letters)).toEqual(['TAK-1A', '甲3', 'TAK-2']);
    expect(numbers(of('late'), [{ item: 'a', number: '88' }], plain)).toEqual(['89']);
  });

  test('of two that share one, the first keeps it and the other gets a new one beside the old', () => {
    const arranged = [
      { item: 'a', number: '7' },
      { item: 'b', number: '7' },
    ];
    expect(numbers(of('b', 'a'), arranged, plain)).toEqual(['8 (7)', '7']);
  });
});

describe('numbers of a bundle that adds to one filed before', () => {
  const filed = new Set(['a', 'b']);
  const reported = new Map([
    ['a', '1'],
    ['ruling', '3'],
    ['look', '4'],
  ]);
  const added = (arranged: Parameters<typeof continuing>[0], given = reported) =>
    continuing(arranged, filed, given, plain).map(({ number, formerly }) =>
      formerly === undefined ? number : `${number} (${formerly})`,
    );

  test('are those of the report where it has numbered the exhibit; no other takes one of them', () => {
    expect(added(of('a', 'b', 'new', 'look', 'newer'))).toEqual(['1', '2', '5', '4', '6']);
    expect(added(of('a', 'b', 'ruling', 'look'))).toEqual(['1', '2', '3', '4']);
    expect(added(of('a', 'b', 'new'), new Map())).toEqual(['1', '2', '3']);
  });

  test('are a person’s own, with the report’s beside it where that is another', () => {
    const own = [...of('a', 'b'), { item: 'new', number: '4' }, ...of('look')];
    expect(added(own)).toEqual(['1', '2', '4', '5 (4)']);
    expect(added([...of('a', 'b'), { item: 'look', number: '9' }])).toEqual(['1', '2', '9 (4)']);
  });
});

describe('a report and the bundle of one case', () => {
  const address = 'https://qijing.example/app';
  const look = (caseFile: WritableCase, day: number) => {
    const at = new Date(Date.UTC(2019, 4, day, 2)).toISOString();
    const times = { startedAt: at, endedAt: at, url: address, finalUrl: address };
    return caseFile.addItem({ ...someCapture(caseFile, `青禾小贷 ${day}`), ...times }).item;
  };
  const arranged = (...items: string[]): Exhibit[] =>
    items.map((item, at) => ({ item, group: '一', title: `证据名称${at}`, source: '自行取证', purpose: '传播' }));
  const stop = {
    ...{ id: 'stop', kind: 'stop', text: '停止传播', due: { by: 'day', on: '2019-05-28' } },
    places: [{ channel: '网页', address, words: '青禾小贷', account: null }],
  };
  const catalogueOf = (pdf: string) =>
    execFileSync('pdftotext', ['-layout', pdf, '-'], { encoding: 'utf8' })
      .split('\f')
      .find((page) => page.includes('证据种类')) ?? '';

  test('mean the same by a number, until another exhibit takes one that the report gave', async () => {
    const caseFile = freshCase();
    const [seen, other, again, later] = [look(caseFile, 6), look(caseFile, 7), look(caseFile, 29), look(caseFile, 30)];
    caseFile.logEvent('exhibits-set', { exhibits: arranged(other, seen) });
    const order = orderSchema.parse({ ...emptyOrder, ruled: '2019-05-24', obligations: [stop] });
    caseFile.logEvent('order-set', { order });
    const built = await buildIn(caseFile, { compliance: complianceFacts(caseFile), language: 'zh-CN' });
    const manifest = JSON.parse(readFileSync(built.manifest, 'utf8')) as {
      exhibits: { item: string; number: string }[];
    };
    expect(manifest.exhibits.map(({ item, number }) => [item, number])).toEqual([
      [seen, '2'],
      [later, '3'],
    ]);
    expect(catalogueOf(built.pdf)).not.toContain('原编号');

    const found = (...items: string[]) =>
      foundIn({
        exhibits: items.map((item, at) => {
          const one = exhibit(String(at + 1), { says: '青禾小贷', exhibit: { title: `证据名称${at}` } });
          return { ...one, record: { ...one.record, item } };
        }),
        earlier: earlierNumbers(caseFile),
      }).filter((code) => code.startsWith('number-in-report'));
    expect(found(other, seen)).toEqual([]);
    expect(found(other, seen, later)).toEqual([]);
    expect(found(other, seen, again)).toEqual(['number-in-report case']);
  });

  test('leave each other’s numbers alone when late evidence comes after the report', async () => {
    const caseFile = freshCase();
    const [seen, other, later, late] = [look(caseFile, 6), look(caseFile, 7), look(caseFile, 29), look(caseFile, 30)];
    caseFile.logEvent('exhibits-set', { exhibits: arranged(other, seen) });
    const filed = await buildIn(caseFile, { language: 'zh-CN' });
    const order = orderSchema.parse({ ...emptyOrder, ruled: '2019-05-24', obligations: [stop] });
    caseFile.logEvent('order-set', { order });
    await buildIn(caseFile, { compliance: complianceFacts(caseFile), language: 'zh-CN' }); // late is its 证据3
    caseFile.logEvent('exhibits-set', { exhibits: arranged(other, seen, later, late) });
    const added = await buildIn(caseFile, { reissue: earlierBundle(filed.pdf, caseFile), language: 'zh-CN' });
    const { exhibits } = JSON.parse(readFileSync(added.manifest, 'utf8')) as {
      exhibits: { item: string; number: string }[];
    };
    expect(exhibits.map(({ item, number }) => [item, number])).toEqual([
      [later, '4'],
      [late, '3'],
    ]);
  });

  test('a report that is asked to add to a bundle is refused, with what to do instead', async () => {
    const input = { case: 'c', out: null, addTo: 'filed.pdf', compliance: true, sign: null };
    const context = { services: {}, emit: () => undefined, signal: new AbortController().signal, language: 'en' };
    const [asked, by] = [input, context] as unknown as Parameters<typeof bundleHandler>;
    await expect(bundleHandler(asked, by)).rejects.toThrow(/paper of its own.*Leave out late evidence/);
  });

  test('say both numbers where the report cannot keep the one of the bundle', async () => {
    const caseFile = freshCase();
    const [first, second] = [look(caseFile, 29), look(caseFile, 30)];
    const doubled = arranged(first, second).map((one) => ({ ...one, number: '7' }));
    caseFile.logEvent('exhibits-set', { exhibits: doubled });
    caseFile.logEvent('order-set', { order: orderSchema.parse({ ...emptyOrder, obligations: [stop] }) });
    const built = await buildIn(caseFile, { compliance: complianceFacts(caseFile), language: 'zh-CN' });
    const printed = catalogueOf(built.pdf);
    expect(printed.replace(/\s/g, '')).toContain('8（原编号7）');
    expect(printed).toContain('（原编号 7）'); // on one line
  });
});
