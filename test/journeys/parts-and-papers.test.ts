import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Exhibit } from '../../shared/case/exhibit.ts';
import type { ItemRecord } from '../../shared/case/record.ts';
import type { Output } from '../../shared/contract.ts';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { startDemoSites } from '../../electron/workbench/demo/demo-server.ts';
import { fascicle, freshFolder } from '../fixtures/fascicle.ts';
import { longChat, phoneScreen } from '../fixtures/made/phone-screens.ts';
import { WindowRoom } from '../fixtures/window-room.ts';

/** What is done with a part of a page, and what a lawyer writes around exhibits. Every test goes on from the one before. */
describe('a person works on a captured page and on the papers around it', { timeout: 300_000 }, () => {
  const cache = freshFolder();
  const folder = join(cache, '青禾.fascicle');
  let room: WindowRoom;
  let site: Awaited<ReturnType<typeof startDemoSites>>;
  let parent: string;
  const items = async () => (await fascicle(['list', folder, '--json'])).last['items'] as Record<string, unknown>[]; // as the command has it
  const shown = async (item: string) =>
    (await fascicle(['show', folder, item, '--json'])).last as Readonly<{
      record: ItemRecord;
      files: readonly Readonly<{ name: string; path: string }>[];
    }>; // as the contract has it
  const exhibits = async () => (await fascicle(['exhibits', folder, '--json'])).last['exhibits'] as readonly Exhibit[]; // as the contract has it
  const exhibitOf = async (item: string) => (await exhibits()).find((one) => one.item === item);
  const edited = async () => (await fascicle(['edit', folder, '--json'])).last as Output<'case.edit'>;
  const closed = () => room.page.waitForFunction(() => document.querySelector('[role=dialog]') === null);
  const inSheet = async (words: string) => {
    const handle = await room.page.waitForFunction(
      (wanted) =>
        [...document.querySelectorAll<HTMLButtonElement>('[role=dialog] button')].find(
          (one) => one.innerText.trim() === wanted && !one.disabled,
        ) ?? false,
      {},
      words,
    );
    await (handle as unknown as { click(): Promise<void> }).click(); // waitForFunction waits until an element is found
  };
  /** Draws a part with the mouse, once drawing has begun. */
  const drawPart = async () => {
    await room.page.waitForSelector('.part-drawing.active');
    const box = await (await room.page.$('.loupe-scroll'))?.boundingBox();
    if (!box) throw new Error('the loupe is not shown');
    await room.page.mouse.move(box.x + 120, box.y + 80);
    await room.page.mouse.down();
    await room.page.mouse.move(box.x + 320, box.y + 180, { steps: 5 });
    await room.page.mouse.up();
    await room.page.waitForSelector('.part-frame');
  };
  const screen = (name: string) => room.go(name);

  beforeAll(async () => {
    site = await startDemoSites(resolve(import.meta.dirname, '../../resources/demo'));
    await fascicle(['new', folder, '--title', '青禾诉前保全', '--court', 'hangzhou', '--applicant', '青禾小贷']);
    const url = site.urlOf('www.hechuan/20190506/081632.htm');
    const captured = await fascicle(['capture', folder, url, '--allow-private-network', '--json']);
    expect(captured.code).toBe(0);
    parent = String((await items())[0]?.['item']);
    writeFileSync(join(cache, '存证证书.txt'), '存证编号 2019-0506-001');
    writeFileSync(
      join(cache, 'recent-cases.json'),
      JSON.stringify([{ folder, lastOpened: '2026-05-06T01:30:00.000Z' }]),
    );
    room = await WindowRoom.open(cache);
    room.page.setDefaultTimeout(90_000);
    await room.press('青禾诉前保全');
    await screen('证据');
    await room.page.click('[role=option]');
    await room.keys('e');
    await room.page.waitForSelector('.page-picture .words');
  }, 300_000);
  beforeEach(({ onTestFailed }) => onTestFailed(() => room.tell()));
  afterAll(async () => {
    await room.close();
    await site.close();
  });

  test('Escape takes back the drawn part, then ends drawing, and only then closes the loupe', async () => {
    const gone = (selector: string) =>
      room.page.waitForFunction((one) => document.querySelector(one) === null, {}, selector);
    await room.keys('m');
    await drawPart();
    await room.keys('Escape');
    await gone('.part-frame');
    expect(await room.page.$('.part-drawing.active')).not.toBeNull();
    await room.keys('Escape');
    await gone('.part-drawing.active');
    expect(await room.page.$('.loupe')).not.toBeNull();
    await room.keys('Escape');
    await gone('.loupe');
    await room.keys('e');
    await room.page.waitForSelector('.page-picture .words');
  });

  test('a part is drawn with the mouse and cut out: a new item that names its parent and the place', async () => {
    await room.keys('m');
    await drawPart();
    await room.keys('c');
    await room.page.waitForSelector('[role=dialog]');
    const drawn = await room.page.$eval('[role=dialog] input', (one) => one.value);
    await room.fill('理由', '涉案段落');
    await inSheet('截取');
    await closed();
    const made = (await items()).find(({ item }) => item !== parent);
    const { record } = await shown(String(made?.['item']));
    const { x, y, width, height } = record.region ?? { x: -1, y: -1, width: 0, height: 0 };
    expect([x, y, width, height].join(', ')).toBe(drawn);
    expect(record.region).toMatchObject({ parent, reason: '涉案段落' });
  });

  test('words selected on the picture are traced to the answer that carried them, and printed in the bundle', async () => {
    await room.keys('g');
    const lines = await room.page.$$('[role=option]');
    for (const line of lines) {
      await line.click();
      await room.keys('e');
      await room.page.waitForSelector('.page-picture');
      if (await room.page.$(`.page-picture img[src*="${parent}"]`)) break;
      await room.keys('g');
      await room.page.waitForSelector('[role=option]');
    }
    await room.page.waitForSelector('.page-picture .words');
    const words = await room.page.evaluate(() => {
      const span = [...document.querySelectorAll('.page-picture .words')].find((one) =>
        one.textContent.includes('清算'),
      );
      if (!span) throw new Error('the page does not say it');
      window.getSelection()?.selectAllChildren(span);
      return span.textContent.trim();
    });
    await room.keys('w');
    await room.page.waitForSelector('[role=dialog]');
    expect(await room.page.$eval('[role=dialog] input', (one) => one.value)).toBe(words);
    await inSheet('文字溯源');
    await room.page.waitForSelector('[role=dialog] .mark-passed');
    expect(await room.text('[role=dialog]')).toContain('SHA-256');
    await inSheet('印入证据册');
    await closed();
    expect((await exhibitOf(parent))?.traces).toEqual([words]);
  });

  test('words are marked for a key page', async () => {
    await room.page.evaluate(() => window.getSelection()?.removeAllRanges());
    await room.keys('k');
    await room.fill('页面上的词句', '专家：理性看待');
    await inSheet('标注');
    await closed();
    expect((await exhibitOf(parent))?.marks).toEqual([{ kind: 'key', words: '专家：理性看待' }]);
  });

  test('painting over needs a reason; the new item takes its parent’s place, and its text lacks the words', async () => {
    await room.keys('o');
    await room.fill('页面上的词句', '专家：理性看待');
    expect(await room.page.$eval('[role=dialog] .button.main', (one) => one.hasAttribute('disabled'))).toBe(true);
    await room.fill('遮盖理由', '试遮盖');
    await inSheet('遮盖');
    await closed();
    const made = (await items()).at(-1)?.['item'] as string; // as the command has it
    expect(await exhibitOf(parent)).toBeUndefined();
    expect((await exhibitOf(made))?.marks).toEqual([]);
    const { record, files } = await shown(made);
    expect(record.redaction).toMatchObject({ parent, reason: '试遮盖' });
    const text = files.find(({ name }) => name === 'text.txt');
    expect(readFileSync(text?.path ?? '', 'utf8')).not.toContain('专家');
  });

  test('the original comes back only with a reason, and one key is not enough', async () => {
    await room.keys('g');
    await room.page.waitForSelector(`[role=option] img[src*="${parent}"]`);
    await room.page.click(`[role=option]:has(img[src*="${parent}"])`);
    await room.keys('p');
    await room.page.waitForSelector('[role=dialog]');
    const excluded = async () => (await items()).find(({ item }) => item === parent)?.['excluded'];
    expect(await excluded()).toContain('遮盖');
    expect(await room.page.$eval('[role=dialog] .button.main', (one) => one.hasAttribute('disabled'))).toBe(true);
    await room.fill('为什么重新列入原件？', '法院要求核对');
    await inSheet('重新列入原件');
    await closed();
    await expect.poll(excluded, { timeout: 20_000 }).toBeNull();
    expect((await fascicle(['exclude', folder, parent, '--reason', '已核对'])).code).toBe(0);
  });

  test('every catalogue field has its place; what is emptied is no field', async () => {
    await screen('编排');
    await room.page.waitForSelector('.listed-item');
    await room.page.click('.listed-item .number');
    await room.page.waitForSelector('.judgement details');
    await room.page.$$eval('.judgement details', (all) => all.forEach((one) => (one.open = true)));
    await room.fill('媒体', '河川日报');
    await room.fill('份数', '3');
    await room.fill('备注', '附光盘');
    await room.fill('证明目的', '证明错误信息被转载');
    const kept = async () => (await exhibits())[0];
    await room.page.click('.known-title');
    await expect
      .poll(kept, { timeout: 20_000 })
      .toMatchObject({ copies: 3, remarks: '附光盘', media: { outlet: '河川日报' }, purpose: '证明错误信息被转载' });
    await room.fill('备注', '');
    await room.page.click('.known-title');
    await expect.poll(async () => 'remarks' in ((await kept()) ?? {}), { timeout: 20_000 }).toBe(false);
  });

  test('a chronology is written; an exhibit number that does not exist is said to be none', async () => {
    await screen('成册');
    await room.press('时间线与笔记');
    await inSheet('添加事件');
    await room.fill('时间', '2019-05-05 21:06');
    await room.fill('事件', '推送错误信息');
    await room.fill('证据编号', '9');
    await room.shows('没有以下编号的证据：9');
    await room.fill('证据编号', '1');
    await inSheet('保存');
    await closed();
    const { plan } = await edited();
    const [event] = plan.chronology;
    expect(event).toMatchObject({ when: '2019-05-05 21:06', what: '推送错误信息' });
    expect(event?.items).toEqual([(await exhibits())[0]?.item]);
  });

  test('a warning is accepted with its reason, which no filing prints', async () => {
    await room.press('接受');
    await room.page.waitForSelector('[role=dialog]');
    await room.fill('接受理由', '已与法官助理确认');
    await inSheet('接受');
    await closed();
    await room.shows('已接受：已与法官助理确认');
  });

  test('a bundle is built with what was chosen: court profile, one PDF an exhibit, lists', async () => {
    await room.press('选项');
    await room.page.waitForSelector('[role=dialog]');
    for (const words of ['另为每项证据', '编入附册', '.docx', '.xlsx'])
      await room.page.$$eval(
        '[role=dialog] .check',
        (all, wanted) =>
          all
            .find((one) => (one as HTMLElement).innerText.includes(wanted))
            ?.querySelector('input')
            ?.click(),
        words,
      );
    await inSheet('完成');
    await room.press('生成草稿. 每页印有“草稿”，不得提交');
    await room.page.waitForSelector('.bundle-outline li', { timeout: 120_000 });
    const build = (await room.text('.problems .mono.small')).trim();
    const beside = join(build, '..');
    const names = readdirSync(beside, { recursive: true }).map(String);
    expect(names.some((name) => name.endsWith('.docx'))).toBe(true);
    expect(names.some((name) => name.endsWith('.xlsx'))).toBe(true);
    expect(names.filter((name) => name.endsWith('.pdf')).length).toBeGreaterThan(1);
  });

  test('each file of a bundle is looked at by itself, with its own path and hash', async () => {
    const said = async () => (await room.text('.problems')).match(/[0-9a-f]{64}|\/\S+\.pdf/g);
    const before = await said();
    await room.page.click('.bar .row:nth-of-type(2) .choice-button');
    await room.page.waitForSelector('[role=listbox] [role=option]');
    const names = await room.texts('[role=listbox] [role=option]');
    expect(names[0]).toMatch(/-(?:第1册|volume-1)(?:-|$)/);
    expect(names[1]).toMatch(/-(?:第2册-附册|volume-2-annex)(?:-|$)/); // the annex is a volume of its own
    await room.press(names[1] ?? '');
    await room.page.waitForFunction(
      (path) => !document.querySelector('.problems')?.textContent.includes(path),
      {},
      before?.at(-1) ?? '',
    );
    const after = await said();
    expect(after?.at(-1)).toMatch(new RegExp(`${names[1] ?? '?'}\\.pdf$`));
    expect(after?.[0]).not.toBe(before?.[0]);
    await room.page.waitForSelector('.bundle-outline li');
    await room.page.waitForSelector('.pdf canvas');
  });

  test('lists are written apart', async () => {
    await room.press('写出清单');
    await room.shows('已写出：');
    expect(existsSync(join(cache, '青禾-lists'))).toBe(true);
  });

  test('screenshots that go on from one another are suggested, and joined only when that is accepted', async () => {
    const { png } = await longChat(20);
    for (const [at, from] of [0, 430].entries()) {
      writeFileSync(join(cache, `IMG_${at}.png`), await phoneScreen(png, from, `09:0${at}`));
      expect((await fascicle(['import', folder, join(cache, `IMG_${at}.png`), '--category', 'message'])).code).toBe(0);
    }
    const before = (await items()).length;
    await screen('证据');
    if (await room.page.$('.loupe')) await room.keys('g');
    await room.press('拼接截图');
    await room.shows('与下一张重叠');
    expect(await items()).toHaveLength(before);
    await inSheet('拼接这 2 张');
    await closed();
    const made = (await items()).at(-1)?.['item'] as string; // as the command has it
    expect((await shown(made)).record.stitched?.parts.map(({ at, y }) => at - y)).toEqual([0, 430]);
  });

  test('a certificate is kept with its item, and the item proven by a file of its own', async () => {
    await screen('证据');
    await room.press('文件与哈希值');
    await room.press('附加外部存证');
    await room.fill('文件路径', join(cache, '存证证书.txt'));
    await room.fill('存证编号', '2019-0506-001');
    await inSheet('附加外部存证');
    await closed();
    await room.shows('2019-0506-001');
    await room.press('写出单项证明');
    await room.shows('证明文件已写到');
    const path = (await room.text('.known')).match(/(\/\S+\.proof\.json)/)?.[1] ?? '';
    expect((await fascicle(['verify', path, '--json'])).last['verdict']).not.toBe('failed');
  });

  test('the list of hashes is written to be deposited', async () => {
    await screen('保管');
    await room.press('写出哈希值清单');
    await room.shows('已写出清单和');
    expect(existsSync(join(cache, '青禾-digests', 'digests.csv'))).toBe(true);
  });

  test('the facts of a filing are kept: case number, counsel, profile, prefix of the page stamps', async () => {
    await screen('设置');
    await room.fill('案号', '（2019）浙0192行保1号');
    await room.fill('代理人', '李某 | 13301201910000001');
    await room.fill('页码前缀', 'QH-');
    await room.press('保存');
    await expect
      .poll(async () => (await edited()).facts, { timeout: 20_000 })
      .toMatchObject({
        caseNumber: '（2019）浙0192行保1号',
        counsel: [{ name: '李某', licence: '13301201910000001' }],
        pagePrefix: 'QH-',
      });
  });

  test('an error that is shown speaks the language that the window is set to, at once', async () => {
    await screen('核验');
    await room.fill('或输入路径', '/nowhere/at/all.zip');
    await room.keys('Enter');
    await room.page.waitForSelector('.trouble');
    expect(await room.text('.trouble')).toMatch(/文件不存在：\/nowhere\/at\/all\.zip[\s\S]*下一步/);
    await room.press('English');
    await room.page.waitForFunction(() =>
      document.querySelector('.trouble')?.textContent.includes('File not found: /nowhere/at/all.zip'),
    );
    await room.press('中文');
  });
});
