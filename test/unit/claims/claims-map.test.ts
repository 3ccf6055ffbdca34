import { join, resolve } from 'node:path';
import { writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { WritableCase } from '../../../electron/casefile/case-handles.ts';
import { createCase } from '../../../electron/casefile/create-case.ts';
import { openCaseToRead } from '../../../electron/casefile/open-case.ts';
import { verifyCase } from '../../../electron/verify/verify-case.ts';
import { deviceServices } from '../../../electron/workbench/services.ts';
import { createWorkbench } from '../../../electron/workbench/workbench.ts';
import { nothingStated, type ClaimLink, type ClaimStatements } from '../../../shared/claims/claims-map.ts';
import { passageState } from '../../../shared/claims/passage.ts';
import { singleSource } from '../../../shared/claims/single-source.ts';
import type { Input, Output } from '../../../shared/contract.ts';
import type { CaptureRecord } from '../../../shared/case/record.ts';
import { context, someCapture } from '../../fixtures/case-room.ts';
import { freshFolder } from '../../fixtures/fascicle.ts';

const root = resolve(import.meta.dirname, '../../..');
const cache = freshFolder();
const services = { ...deviceServices(root, '0.0.0'), cacheFolder: cache, stateFolder: join(cache, 'state') };
const workbench = createWorkbench(services);
const conduct = { from: 'program', id: 'prc-conduct-preservation' } as const;

/** A case whose items are what the test gives, closed so that the workbench can write to it. */
function caseOf(...captures: readonly Partial<CaptureRecord>[]) {
  const facts = {
    title: '青禾小贷申请诉前行为保全',
    court: 'hangzhou',
    cause: null,
    applicants: ['青禾小贷'],
    respondents: ['某信息公司'],
    operator: '王某',
    language: 'zh-CN' as const,
    submitted: '2019-05-10',
  };
  const caseFile: WritableCase = createCase(join(freshFolder(), '案 件.fascicle'), facts, context);
  const items = captures.map(
    (part, n) => caseFile.addItem({ ...someCapture(caseFile, `青禾小贷\n已进入 清算程序 ${n}`), ...part }).item,
  );
  caseFile.close();
  return { folder: caseFile.folder, items };
}

const keep = (input: Partial<Input<'claims.keep'>> & { case: string }): Promise<Output<'claims.keep'>> =>
  workbench.call(
    'claims.keep',
    { template: null, stated: null, templates: false, ...input },
    { language: 'zh-CN', emit: () => undefined, signal: new AbortController().signal },
  );
const link = (element: string, item: string, part: Partial<ClaimLink> = {}): ClaimLink => ({
  element,
  item,
  side: 'support',
  passage: null,
  note: null,
  ...part,
});
const stated = (...links: ClaimLink[]): ClaimStatements => ({ ...nothingStated, links });
const elementOf = (state: Output<'claims.keep'>, id: string) => state.elements.find((one) => one.id === id)!;

describe('a case’s claims', () => {
  test('have no template until one is chosen, and say how to choose', async () => {
    const { folder, items } = caseOf({});
    expect((await keep({ case: folder })).template).toBeNull();
    await expect(keep({ case: folder, stated: stated(link('basis', items[0]!)) })).rejects.toMatchObject({
      code: 'claims-without-template',
    });
    expect((await keep({ case: folder, templates: true })).templates).toHaveLength(4);
  });

  test('show every element that nothing supports as a gap', async () => {
    const { folder, items } = caseOf({});
    await keep({ case: folder, template: conduct });
    const state = await keep({ case: folder, stated: stated(link('basis', items[0]!)) });
    expect(state.elements.filter(({ gap }) => !gap).map(({ id }) => id)).toEqual(['basis']);
    expect(state.elements).toHaveLength(12);
  });

  test('keep support and contrary evidence apart: contrary evidence closes no gap', async () => {
    const { folder, items } = caseOf({}, {});
    await keep({ case: folder, template: conduct });
    const state = await keep({
      case: folder,
      stated: stated(link('basis', items[0]!, { side: 'contrary', note: '对方会引用' })),
    });
    expect(elementOf(state, 'basis')).toMatchObject({ gap: true, support: [], contrary: [{ note: '对方会引用' }] });
  });

  test('an excluded item supports nothing', async () => {
    const { folder, items } = caseOf({});
    await keep({ case: folder, template: conduct, stated: stated(link('basis', items[0]!)) });
    await workbench.call(
      'items.exclude',
      { case: folder, item: items[0]!, reason: '重复' },
      { language: 'zh-CN', emit: () => undefined, signal: new AbortController().signal },
    );
    expect(elementOf(await keep({ case: folder }), 'basis')).toMatchObject({
      gap: true,
      support: [{ excluded: '重复' }],
    });
  });

  test('a quoted passage is looked for in the stored text', async () => {
    const { folder, items } = caseOf({}, { artifacts: [] });
    const quotes = (item: string, passage: string) => link('basis', item, { passage });
    const state = await keep({
      case: folder,
      template: conduct,
      stated: stated(
        quotes(items[0]!, '青禾小贷已进入清算程序'),
        quotes(items[0]!, '青禾小贷已经进入清算程序'),
        quotes(items[1]!, '青禾小贷已进入清算程序'),
      ),
    });
    expect(elementOf(state, 'basis').support.map(({ found }) => found)).toEqual(['found', 'not-found', 'no-text']);
  });

  test('all support from one host, one publisher or one item is said; from two it is not', async () => {
    const at = (url: string) => ({ url, finalUrl: url });
    const { folder, items } = caseOf(
      at('https://www.news.example/1'),
      at('https://m.news.example/2'),
      at('https://other.example/3'),
    );
    const [one, two, three] = items as [string, string, string];
    const singleOf = async (...of: string[]) =>
      elementOf(
        await keep({ case: folder, template: conduct, stated: stated(...of.map((item) => link('basis', item))) }),
        'basis',
      ).single;
    expect(await singleOf(one)).toEqual({ by: 'item', value: one });
    expect(await singleOf(one, two)).toEqual({ by: 'host', value: 'news.example' });
    expect(await singleOf(one, three)).toBeNull();
  });

  test('the version of the law follows the day of the act, and the table says what is not verified', async () => {
    const { folder } = caseOf({});
    const state = await keep({ case: folder, template: conduct, stated: { ...nothingStated, actOn: '2019-05-05' } });
    expect(elementOf(state, 'basis').law.join()).toContain('（2019）第十一条');
    expect(elementOf(state, 'basis').law.join()).not.toContain('（2025）');
    expect(elementOf(state, 'standing').law.join()).toContain('第一百零一条');
    expect(state.table.notes.join()).toMatch(/未核实/);
    expect(JSON.stringify(state)).not.toMatch(/证明力[强弱]|strong|weak/);
  });

  test('an element that the template lacks is refused by name, and nothing is written', async () => {
    const { folder, items } = caseOf({});
    await keep({ case: folder, template: conduct, stated: stated(link('urgency', items[0]!)) });
    await expect(keep({ case: folder, template: { from: 'program', id: 'plain' } })).rejects.toMatchObject({
      code: 'claims-element-unknown',
      params: { elements: 'urgency' },
    });
    expect((await keep({ case: folder })).template?.id).toBe('prc-conduct-preservation');
  });

  test('an item that is not in the case is refused', async () => {
    const { folder } = caseOf({});
    const missing = '01890000-0000-7000-8000-0000000000ff';
    await expect(
      keep({ case: folder, template: conduct, stated: stated(link('basis', missing)) }),
    ).rejects.toMatchObject({ code: 'no-such-item' });
  });

  test('a template of one’s own stays in the case when its file is gone; setting the same again writes nothing', async () => {
    const { folder } = caseOf({});
    const file = join(freshFolder(), 'own.json');
    const own = (await keep({ case: folder, templates: true })).templates.find(({ id }) => id === 'plain')!;
    writeFileSync(file, JSON.stringify({ ...own, id: 'own' }));
    await keep({ case: folder, template: { from: 'file', path: file } });
    writeFileSync(file, 'gone');
    const { template, stated: same } = await keep({ case: folder });
    expect(template?.id).toBe('own');
    await keep({ case: folder, stated: same });
    const reading = openCaseToRead(folder);
    expect(reading.entries().filter(({ act }) => act === 'claims-set')).toHaveLength(1);
    reading.close();
    expect(verifyCase(folder, 'en').verdict).toBe('PASSED');
  });
});

describe('a passage', () => {
  test('is found across line breaks and characters without width, and in machine-read words as such', () => {
    expect(passageState({ text: '已进\n入\u200b清算', machineRead: null }, '已进入清算')).toBe('found');
    // Words of an attachment say nothing of what the pages before it say.
    expect(passageState({ text: '附件', machineRead: null, partly: true }, '已进入清算')).toBe('no-text');
    expect(passageState({ text: '附件', machineRead: null, partly: true }, '附件')).toBe('found');
    expect(passageState({ text: null, machineRead: '已进 入清算' }, '进入')).toBe('found-machine-read');
    expect(passageState({ text: '别的', machineRead: '已进入清算' }, '进入')).toBe('found-machine-read');
    expect(passageState({ text: '', machineRead: null }, '进入')).toBe('not-found');
    expect(passageState({ text: '已进入', machineRead: null }, ' \n')).toBe('not-found');
  });
});

describe('sources', () => {
  test('that are not stated are no single source', () => {
    const unknown = (item: string) => ({ item, host: null, publisher: null, channel: null });
    expect(singleSource([unknown('a'), unknown('b')])).toBeNull();
    expect(singleSource([])).toBeNull();
    const site = (item: string, host: string) => ({ ...unknown(item), host, publisher: '晨间新闻' });
    expect(singleSource([site('a', 'x'), site('b', 'y')])).toEqual({ by: 'publisher', value: '晨间新闻' });
  });
});
