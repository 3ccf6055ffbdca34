import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { ElementHandle, KeyInput } from 'puppeteer';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { startDemoSites } from '../../electron/workbench/demo/demo-server.ts';
import { freshFolder } from '../fixtures/fascicle.ts';
import { WindowRoom } from '../fixtures/window-room.ts';

/** From nothing to a verified bundle, as a person goes: every test goes on where the one before it ended. */
describe('a person at the window', { timeout: 300_000 }, () => {
  const cache = freshFolder();
  let room: WindowRoom;
  let site: Awaited<ReturnType<typeof startDemoSites>>;
  const count = (selector: string, least: number) =>
    room.page.waitForFunction((one, n) => document.querySelectorAll(one).length >= n, {}, selector, least);
  const screen = (name: string) => room.go(name);

  beforeAll(async () => {
    writeFileSync(join(cache, '收据.txt'), '一份文字：进入清算程序');
    writeFileSync(join(cache, '空的.txt'), '');
    site = await startDemoSites(resolve(import.meta.dirname, '../../resources/demo'));
    room = await WindowRoom.open(cache);
    room.page.setDefaultTimeout(120_000);
  }, 300_000);
  beforeEach(({ onTestFailed }) => onTestFailed(() => room.tell()));
  afterAll(async () => {
    await room.close();
    await site.close();
  });

  test('who comes first sees three steps and a case to try', async () => {
    await room.shows('从链接到证据册，三步');
    await room.find('运行演示案件');
  });

  test('a folder that is no case is an error that says what happened and what to do next', async () => {
    await room.press('打开案件文件夹');
    await room.fill('文件夹', '/nowhere/at/all');
    await room.keys('Enter');
    await room.page.waitForSelector('.trouble');
    const said = await room.text('.trouble');
    expect(said).toContain('/nowhere/at/all');
    expect(said).toContain('证据');
    expect(said).toContain('下一步');
  });

  test('a new case is made with its title and parties, never without a title', async () => {
    await room.keys('n');
    await room.page.waitForSelector('[role=dialog]');
    expect(await room.page.$eval('[role=dialog] .button.main', (one) => one.hasAttribute('disabled'))).toBe(true);
    await room.fill('案件名称', '青禾诉前保全');
    await room.fill('申请人', '青禾小贷');
    await room.press('建立');
    await room.shows('此处尚无内容');
  });

  test('an empty case says on every screen what comes next', async () => {
    for (const [way, words] of [
      ['证据', '请到“收集”粘贴链接或拖入文件'],
      ['编排', '请在左侧选择证据'],
      ['传播', '请到“收集”粘贴链接或拖入文件'],
      ['成册', '请先查看右侧的问题'],
    ] as const) {
      await screen(way);
      await room.shows(words);
    }
  });

  test('private networks are captured only when a person says so in the settings', async () => {
    await screen('设置');
    const allowed = await room.page.waitForSelector('::-p-xpath(//label[contains(., "允许访问内网地址")]//input)');
    if (!allowed) throw new Error('no such switch');
    await allowed.click();
    expect(await allowed.evaluate((one) => one instanceof HTMLInputElement && one.checked)).toBe(true);
  });

  test('Enter in the middle of a Chinese word begins nothing', async () => {
    await screen('收集');
    await room.page.click('.paste textarea');
    await room.page.keyboard.sendCharacter(site.urlOf('www.qijing/app/message'));
    const session = await room.page.createCDPSession();
    await session.send('Input.imeSetComposition', { text: 'qing', selectionStart: 4, selectionEnd: 4 });
    const enter = { key: 'Process', code: 'Enter', windowsVirtualKeyCode: 229 };
    await session.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...enter });
    await session.send('Input.dispatchKeyEvent', { type: 'keyUp', ...enter });
    await session.detach();
    expect(await room.page.$$('.queue-row')).toHaveLength(0);
    await room.keys('Ctrl+a', 'Backspace');
  });

  test('links are found in pasted text, doubles are left out, and all are captured', async () => {
    const [one, two] = ['www.qijing/app/message', 'www.hechuan/20190506/081632.htm'].map(site.urlOf);
    await room.page.click('.paste textarea');
    await room.page.keyboard.sendCharacter(`【误报】${one}，\n${two}\n${two}\nhttp://nowhere.invalid/`);
    await room.shows('识别出 3 个网址');
    await room.shows('1 个重复');
    await room.keys('Enter');
    await count('.queue-row', 3);
    await count('.queue-row .mark-passed', 2);
    await count('.queue-row .mark-failed', 1);
    // Title and picture come a moment later and make the rows higher: what is pressed below them would move away.
    await count('.queue-row img.small-picture', 2);
  });

  test('a row that failed stays with its reason until it was looked at', async () => {
    expect(await room.text('.queue-rows')).toContain('nowhere.invalid');
    await room.press('已查看');
    await room.page.waitForFunction(
      () => !document.querySelector('.queue-rows')?.textContent.includes('nowhere.invalid'),
    );
  });

  test('dropped files are taken in, and what is wrong with one is said in words', async () => {
    await room.drop('.paste', join(cache, '收据.txt'), join(cache, '空的.txt'));
    await room.shows('收据.txt');
    await room.shows('文件为空');
  });

  test('finished rows are put away at a word', async () => {
    await room.press('收起已完成的条目');
    await room.page.waitForFunction(() => !document.querySelector('.queue-rows')?.textContent.includes('收据.txt'));
  });

  test('evidence is accepted by key and taken back by key', async () => {
    await screen('证据');
    await count('[role=option]', 3);
    await room.page.click('[role=option]');
    await room.keys('p');
    await count('.tile.accepted', 1);
    await room.page.click('[role=option]');
    await room.keys('u');
    await room.page.waitForFunction(() => document.querySelectorAll('.tile.accepted').length === 0);
  });

  test('what is left out needs a reason, and the reason is shown', async () => {
    // By name: which item comes first or last is for the captures and imports to say.
    const choose = async () => {
      const tile = await room.page.waitForFunction(() =>
        [...document.querySelectorAll<HTMLElement>('[role=option]')].find((one) => one.innerText.includes('空的.txt')),
      );
      await (tile as ElementHandle).click(); // waitForFunction waits until an element is found
    };
    await choose();
    await room.keys('x');
    await room.press('与本案无关');
    await count('.tile.excluded', 1);
    await choose(); // a decision goes on to the next item, where there is one
    await room.page.waitForFunction(() => document.querySelector('.known')?.textContent.includes('与本案无关'));
  });

  test('a tag is given by name, and its number takes it away', async () => {
    await room.page.click('[role=option]');
    await room.keys('n');
    await room.fill('标签', '误报');
    await room.keys('Enter');
    await count('.known .tag', 1);
    await room.keys('1');
    await room.page.waitForFunction(() => document.querySelectorAll('.known .tag').length === 0);
  });

  test('a filter that fits nothing says so and shows all again', async () => {
    await room.fill('按标题、网址、标签筛选', '没有这样的字');
    await room.shows('没有符合筛选条件的证据');
    await room.press('显示全部');
    await count('[role=option]', 3);
  });

  test('a page is looked at as it was, larger and smaller by key', async () => {
    await room.page.click('[role=option] img');
    await room.keys('e');
    await room.page.waitForSelector('.page-picture img');
    const wide = () => room.page.$eval('.page-picture', (one) => one.getBoundingClientRect().width);
    const before = await wide();
    await room.keys('-');
    await room.page.waitForFunction(
      (width) => (document.querySelector('.page-picture')?.getBoundingClientRect().width ?? 0) < width,
      {},
      before,
    );
    await room.keys('0', 'g');
    await room.page.waitForSelector('[role=listbox].grid');
  });

  test('exhibits are placed by keyboard', async () => {
    await screen('编排');
    const unlisted = await count('.unlisted-item, .listed-item', 2).then(() => room.page.$$('.unlisted-item'));
    for (let n = 0; n < unlisted.length; n++) {
      await room.page.click('.unlisted-item .cell');
      await room.keys('Enter');
      await count('.listed-item', n + 1);
    }
    await count('.listed-item', 2);
  });

  test('an exhibit is moved by drag, and the numbers follow', async () => {
    const before = await room.texts('.listed-item .line');
    const [first, last] = [
      await room.page.$('.listed-item:first-child .number'),
      (await room.page.$$('.listed-item')).at(-1),
    ];
    const [from, to] = [await first?.boundingBox(), await last?.boundingBox()];
    if (!from || !to) throw new Error('the lines are not shown');
    await room.page.mouse.move(from.x + 8, from.y + 8);
    await room.page.mouse.down();
    await room.page.mouse.move(from.x + 20, from.y + 30, { steps: 6 });
    await room.page.mouse.move(to.x + 80, to.y + to.height - 2, { steps: 12 });
    await room.page.mouse.up();
    await room.page.waitForFunction(
      (line) => document.querySelector<HTMLElement>('.listed-item .line')?.innerText !== line,
      {},
      before[0],
    );
    expect((await room.texts('.listed-item .number'))[0]).toBe('1');
  });

  test('a change is taken back and made again', async () => {
    const now = (await room.texts('.listed-item .line'))[0];
    const first = (same: boolean) =>
      room.page.waitForFunction(
        (line, wanted) => (document.querySelector<HTMLElement>('.listed-item .line')?.innerText === line) === wanted,
        {},
        now,
        same,
      );
    await room.press('撤销');
    await first(false);
    await room.press('重做');
    await first(true);
  });

  test('purpose and source are written beside the exhibit, and the gap is gone', async () => {
    await room.page.click('.listed-item .number');
    await room.fill('证明目的', '证明误报存在');
    await room.fill('组别', '第一组');
    await room.page.waitForFunction(() => document.querySelector('.listed-list')?.textContent.includes('证明误报存在'));
  });

  test('a field of many exhibits is written at once', async () => {
    await room.page.click('.listed-item .number');
    await room.keys('Ctrl+a');
    await room.page.waitForFunction(() => /编辑 [2-9] 项/.test(document.querySelector('.known')?.textContent ?? ''));
    await room.fill('来源', '申请人取证');
    await room.page.click('.known-title');
    await room.page.waitForFunction(() =>
      [...document.querySelectorAll('.listed-item')].every((one) => one.textContent.includes('申请人取证')),
    );
  });

  test('a cell is edited in place by F2', async () => {
    await room.page.click('.listed-item .number');
    await room.keys('F2');
    await room.page.waitForSelector('.inline-edit');
    await room.keys('Ctrl+a');
    await room.page.keyboard.sendCharacter('页面截图一');
    await room.keys('Enter');
    await room.page.waitForFunction(() => document.querySelector('.listed-list')?.textContent.includes('页面截图一'));
  });

  test('a problem of the bundle leads to where it is mended', async () => {
    await screen('成册');
    await room.page.waitForSelector('.problems .problem, .problems .mark-passed');
    if ((await room.page.$('.problems .problem')) === null) return;
    await room.page.click('.problems .problem');
    await room.page.waitForFunction(() =>
      /编排|设置/.test(document.querySelector('[aria-current=page]')?.textContent ?? ''),
    );
  });

  test('a draft is built with progress, and its pages are the real ones', async () => {
    await screen('成册');
    await room.press('生成草稿. 每页印有“草稿”，不得提交');
    await room.page.waitForSelector('canvas[data-drawn]');
    await room.shows('草稿');
  });

  test('pages are turned by key and found by number', async () => {
    await room.page.focus('.pdf-scroll');
    await room.keys('Ctrl+g');
    await room.fill('转到第几页', '3');
    await room.keys('Enter');
    await room.shows('第 3 /');
    await room.page.focus('.pdf-scroll');
    await room.keys('PageUp');
    await room.shows('第 2 /');
  });

  test('a line of the outline leads to its page', async () => {
    await room.page.waitForSelector('.outline-line');
    const lines = await room.page.$$('.outline-line');
    const page = await lines.at(-1)?.$eval('.soft', (one) => one.textContent);
    await lines.at(-1)?.click();
    await room.shows(`第 ${page ?? ''} /`);
  });

  test('a preview that is left while its pages are being read complains of nothing', async () => {
    const before = room.said.length;
    await screen('核验');
    for (let turn = 0; turn < 10; turn++) {
      await room.leaveOnceShown('.pdf-page', '核验');
      await room.press('成册');
      await room.page.waitForFunction(() =>
        document.querySelector('[aria-current=page]')?.textContent.startsWith('核验'),
      );
    }
    expect(room.said.slice(before).filter((line) => line.startsWith('pageerror'))).toEqual([]);
  });

  test('a case folder that is dropped is verified, in two lines', async () => {
    await screen('核验');
    const folder = await room.page.evaluate(`new Promise((done) => {
      window.fascicle.listen((text) => { const said = JSON.parse(text); if (said.call === 1e9) done(said.output.cases[0].folder); });
      window.fascicle.send('{"call":1000000000,"method":"cases.recent","input":{},"language":"en"}');
    })`);
    await room.page.reload();
    await room.page.waitForSelector('.window');
    await screen('核验');
    await room.drop('.drop-target', String(folder));
    await room.page.waitForSelector('.verdict-lines');
    expect(await room.text('.verdict')).toContain('未改动');
  });

  test('the window comes back where it was', async () => {
    await room.page.reload();
    await room.page.waitForFunction(() =>
      document.querySelector('[aria-current=page]')?.textContent.startsWith('核验'),
    );
    await room.shows('青禾诉前保全');
  });

  test('the latest bundle is verified at a word', async () => {
    await room.press('核验最新证据册');
    await room.page.waitForSelector('.verdict-lines');
    expect(await room.text('.verdict')).toContain('未改动');
  });

  test('the palette goes where one says', async () => {
    await room.keys('Ctrl+k');
    await room.page.keyboard.sendCharacter('前往：传播');
    await room.keys('Enter');
    await room.page.waitForSelector('.spread-marks');
  });

  test('an element gets its exhibit and the words that it is quoted for; words that are not there are said to be missing', async () => {
    await screen('要件');
    await room.shows('尚未选择要件模板');
    await room.page.click('.bar .choice-button');
    await room.press('诉前行为保全');
    await room.page.waitForSelector('.element');
    const gaps = (await room.texts('.element')).filter((text) => text.includes('尚无证据')).length;
    const [quote] = await room.page.$$('.link-form .grow input');
    await quote?.type('并无此句');
    await room.press('归入');
    await room.page.waitForFunction(() => document.querySelector('.claim-link')?.textContent.includes('并无此句'));
    expect(await room.text('.claim-link')).toMatch(/原文中没有该引文|没有可供核对的文字/);
    expect((await room.texts('.element')).filter((text) => text.includes('尚无证据'))).toHaveLength(gaps - 1);
    await room.press('移除');
    await room.page.waitForFunction(() => document.querySelector('.claim-link') === null);
    await screen('传播');
  });

  test('who took from whom is suggested with its reasons; what is confirmed is drawn, and can be taken back', async () => {
    await room.press('查找关系');
    await room.page.waitForSelector('.spread-link');
    expect(await room.text('.spread-links')).toMatch(/文字相同|称：|链接至/);
    await room.press('确认');
    await room.page.waitForSelector('.spread-marks .took');
    await room.press('撤回决定');
    await room.page.waitForFunction(() => document.querySelector('.spread-marks .took') === null);
  });

  test('letters in a text field are letters, never shortcuts', async () => {
    await screen('收集');
    await room.page.click('.paste textarea');
    await room.keys(...(['t', '?', 'p'] as KeyInput[]));
    expect(await room.page.$eval('.paste textarea', (one) => one.value)).toBe('t?p');
    expect(await room.page.$('[role=dialog]')).toBeNull();
    await room.keys('Ctrl+a', 'Backspace');
  });

  test('every shortcut is on one sheet, which Escape closes', async () => {
    await screen('证据');
    await room.page.click('[role=option]');
    await room.keys('?');
    await room.shows('随处可用');
    await room.keys('Escape');
    await room.page.waitForFunction(() => document.querySelector('[role=dialog]') === null);
  });

  test('colours and language change at once, and nothing is lost', async () => {
    await room.press('明 / 暗');
    await room.page.waitForFunction(() => document.documentElement.dataset['theme'] === 'dark');
    await room.press('明 / 暗');
    await room.page.waitForFunction(() => document.documentElement.dataset['theme'] === 'light');
    await room.press('English');
    await room.page.waitForFunction(() => document.documentElement.lang === 'en');
    await room.shows('Undecided');
    await room.press('中文');
    await room.page.waitForFunction(() => document.documentElement.lang === 'zh-CN');
  });

  test('another window is killed in the middle of its queue; the next goes on and loses nothing', async () => {
    const links = [
      'finance.chendu/20190506/story',
      'www.guapeng/20190506',
      'www.harbourwire/2019/05/06/qinghe-liquidation',
    ];
    await room.close();
    const child = spawn(
      process.execPath,
      [resolve(import.meta.dirname, '../fixtures/children/window-child.ts'), cache, '收集', ...links.map(site.urlOf)],
      { stdio: ['ignore', 'pipe', 'inherit'] },
    );
    await new Promise<void>((done, fail) => {
      child.stdout.once('data', () => done());
      child.once('exit', (code) => fail(new Error(`the window ended by itself: ${code}`)));
    });
    const gone = new Promise((done) => child.once('exit', done));
    child.kill('SIGKILL');
    await gone;
    room = await WindowRoom.open(cache);
    room.page.setDefaultTimeout(120_000);
    await room.page.waitForFunction(() =>
      document.querySelector('[aria-current=page]')?.textContent.startsWith('收集'),
    );
    await room.shows('上次留下');
    await room.press('继续');
    await room.page.waitForFunction(
      () =>
        document.querySelectorAll('.queue-row .mark-passed').length >= 3 &&
        !document.body.innerText.includes('上次留下'),
    );
  });
});
