import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createCase } from '../../electron/casefile/create-case.ts';
import type { Workbench } from '../../electron/workbench/workbench.ts';
import { firstSettings } from '../../shared/window/settings.ts';
import { context } from '../fixtures/case-room.ts';
import { freshFolder } from '../fixtures/fascicle.ts';
import { heldSite } from '../fixtures/held-site.ts';
import { WindowRoom } from '../fixtures/window-room.ts';
import { noFacts } from '../fixtures/made/field-sources.ts';

/** The matters of two clients on one desk: what is done in the one never shows, waits or stops in the other. */
describe('two cases in one window', { timeout: 240_000 }, () => {
  const cache = freshFolder();
  const folders = { A: join(cache, 'a', '甲案.fascicle'), B: join(cache, 'b', '乙案.fascicle') } as const;
  type Name = keyof typeof folders;
  const titles: Record<Name, string> = { A: '甲公司的案件', B: '乙公司的案件' };
  let room: WindowRoom;
  let site: Awaited<ReturnType<typeof heldSite>>;
  let finishDemo = (): void => undefined;

  /** The demo, as if it took until the test says so: it "makes" case B. */
  const heldDemo = (workbench: Workbench): Workbench => ({
    ...workbench,
    call: (method, input, about) => {
      if (method !== 'demo.run') return workbench.call(method, input, about);
      const made = { case: folders.B, pdf: '/x', sha256: '0'.repeat(64), pages: 1, exhibits: 1, verdict: 'PASSED' };
      const compliance = { pdf: '/y', sha256: '0'.repeat(64), pages: 1 };
      return new Promise((done) => {
        finishDemo = () => done({ ...made, compliance, found: [] } as never); // as the contract has it
      });
    },
    read: (...asked) => workbench.read(...asked),
    mayLeave: (path) => workbench.mayLeave(path),
  });
  const toList = async () => {
    await room.page.click('.case-name');
    await room.page.waitForSelector('.desk');
  };
  const enter = async (name: Name) => {
    if ((await room.page.$('.desk')) === null) await toList();
    await room.press('打开案件文件夹');
    await room.fill('文件夹', folders[name]);
    await room.keys('Enter');
    await room.page.waitForFunction(
      (title) => document.querySelector('.case-name')?.textContent.startsWith(title),
      {},
      titles[name],
    );
    await room.go('收集');
  };
  const write = async (text: string) => {
    await room.page.click('.paste textarea');
    await room.page.keyboard.sendCharacter(text);
  };
  const field = () => room.page.$eval('.paste textarea', (one) => one.value);
  const rows = () => room.texts('.queue-row');
  const row = (words: string, mark: string) =>
    room.page.waitForFunction(
      (wanted, sign) =>
        [...document.querySelectorAll<HTMLElement>('.queue-row')].some(
          (one) => one.innerText.includes(wanted) && one.innerText.includes(sign),
        ),
      {},
      words,
      mark,
    );

  beforeAll(async () => {
    const capture = { ...firstSettings.capture, allowPrivateNetwork: true };
    writeFileSync(join(cache, 'settings.json'), JSON.stringify({ ...firstSettings, capture }));
    writeFileSync(join(cache, '甲的收据.txt'), '甲的文字');
    site = await heldSite();
    room = await WindowRoom.open(cache, {}, null, heldDemo);
    room.page.setDefaultTimeout(90_000);
    await room.press('运行演示案件'); // it runs on while both cases are worked in
    for (const name of ['A', 'B'] as const) {
      mkdirSync(join(folders[name], '..'));
      createCase(folders[name], { ...noFacts, title: titles[name] }, context).close();
    }
  }, 240_000);
  beforeEach(({ onTestFailed }) => onTestFailed(() => room.tell()));
  afterAll(async () => {
    await room.close();
    await site.close();
  });

  test('a step that waits is not ticked, and one that failed never was', async () => {
    await enter('B');
    await write(`${site.origin}/held/b`);
    await room.keys('Enter');
    await site.asked('/held/b');
    await room.page.waitForFunction(() => document.querySelector('.steps-line')?.textContent.includes('▸ 加载页面'));
    const live = await room.text('.steps-line');
    expect(live).toContain('▸ 加载页面');
    expect(live).not.toContain('✓ 加载页面');
    expect(live).not.toContain('✓ 记录服务器');
  });

  test('a capture that is ordered in one case while another captures begins by itself', async () => {
    await enter('A');
    await write(`${site.origin}/a`);
    await room.keys('Enter');
    await row('/a', '完整');
    const foot = await room.text('.foot');
    expect(foot).toContain(titles.B);
    expect(foot).not.toContain('/held/b'); // what B is at is B's business
  });

  test('the stop of a case ends its own capture, and what the other is at goes on', async () => {
    await write(`${site.origin}/held/a`);
    await room.keys('Enter');
    await site.asked('/held/a');
    await room.page.waitForFunction(() =>
      [...document.querySelectorAll<HTMLElement>('.queue-head button')].some((one) => one.innerText === '停止'),
    );
    await room.page.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('.queue-head button')]
        .find((one) => one.innerText === '停止')
        ?.click(),
    );
    await row('/held/a', '等待');
    await enter('B');
    expect((await rows()).join()).toContain('进行中');
    site.release('/held/b');
    await row('/held/b', '完整');
  });

  test('a link that is ordered while a stopped run still closes runs after all', async () => {
    await enter('A');
    site.release('/held/a');
    await room.press('继续');
    await row('/held/a', '完整');
  });

  test('links, files, filter and choice of one case are not seen in another, and are there again in theirs', async () => {
    await room.drop('.paste', join(cache, '甲的收据.txt'));
    await row('甲的收据.txt', '完整');
    await write(`${site.origin}/secret-of-a`);
    await room.go('证据');
    await room.page.click('[role=option]');
    await room.page.click('.filter-input input');
    await room.page.keyboard.sendCharacter('Page');
    await enter('B');
    expect(await field()).toBe('');
    expect((await rows()).join()).not.toContain('甲的收据');
    await room.go('证据');
    expect(await room.page.$eval('.filter-input input', (one) => one.value)).toBe('');
    expect(await room.page.$$('[role=option][aria-selected=true]')).toHaveLength(0);
    await enter('A');
    expect(await field()).toBe(`${site.origin}/secret-of-a`);
    expect((await rows()).join()).toContain('甲的收据.txt');
  });

  test('links stay in the field when the order cannot be written, and what went wrong stays with its case', async () => {
    renameSync(join(cache, 'a'), join(cache, 'gone'));
    await room.page.click('.paste textarea');
    await room.keys('Enter');
    await room.page.waitForSelector('.trouble');
    expect(await field()).toBe(`${site.origin}/secret-of-a`);
    renameSync(join(cache, 'gone'), join(cache, 'a'));
    await enter('B');
    expect(await room.page.$('.trouble')).toBeNull();
    expect(await room.text('.foot')).not.toContain('✕');
    await enter('A');
    await room.page.click('.paste textarea');
    await room.keys('Enter');
    await row('secret-of-a', '完整');
    expect(await field()).toBe('');
  });

  test('the end of the demo leads nobody away: it is said, with a button', async () => {
    await write('half a thought');
    finishDemo();
    await room.shows('演示案件已就绪');
    expect(await room.text('.case-name')).toContain(titles.A);
    expect(await field()).toBe('half a thought');
    await room.press('打开“乙案”');
    await room.page.waitForFunction(
      (title) => document.querySelector('.case-name')?.textContent.startsWith(title),
      {},
      titles.B,
    );
    await room.go('收集');
    expect(await field()).toBe('');
    expect(await room.text('.foot')).not.toContain('演示案件已就绪');
  });
});
