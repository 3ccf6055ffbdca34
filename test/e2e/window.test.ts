import { join } from 'node:path';
import { createRequire } from 'node:module';
import { readFileSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createCase } from '../../electron/casefile/create-case.ts';
import { itemId } from '../../shared/case/item-id.ts';
import { contentSecurityPolicy, rendererFile } from '../../electron/shells/rules.ts';
import { context, someCapture } from '../fixtures/case-room.ts';
import { fascicle, freshFolder } from '../fixtures/fascicle.ts';
import { WindowRoom } from '../fixtures/window-room.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

describe('the window', () => {
  const cache = freshFolder();
  const folder = join(cache, '一案.fascicle');
  let room: WindowRoom;

  beforeAll(async () => {
    const facts = { title: '青禾小贷申请诉前行为保全', court: 'hangzhou', cause: null, operator: '王某' } as const;
    const caseFile = createCase(
      folder,
      { ...facts, applicants: ['青禾小贷'], respondents: [], language: 'zh-CN' },
      context,
    );
    for (const text of ['甲报', '乙报', '丙报']) {
      caseFile.addItem({ ...someCapture(caseFile, `${text}称其进入清算程序`), item: freshItem(), title: text });
    }
    caseFile.close();
    writeFileSync(
      join(cache, 'recent-cases.json'),
      JSON.stringify([{ folder, lastOpened: '2026-05-06T01:30:00.000Z' }]),
    );
    writeFileSync(join(cache, '收据.txt'), '一份文字');
    room = await WindowRoom.open(cache);
  }, 240_000);
  afterAll(async () => {
    await room.close(/Content Security Policy/);
  });

  test('lists the cases opened last, and opens one on its evidence', async () => {
    await room.press('青禾小贷申请诉前行为保全');
    await room.page.waitForSelector('[role=option]');
    expect(await room.page.$$('[role=option]')).toHaveLength(3);
  });

  test('accepts by key, goes on to the next, and excludes only with a reason', async () => {
    await room.page.click('[role=option]');
    await room.keys('p');
    await room.page.waitForFunction(() => document.querySelectorAll('.tile.accepted').length === 1);
    await room.keys('x');
    await room.fill('为什么排除？', '与本案无关');
    await room.keys('Enter');
    await room.page.waitForFunction(() => document.querySelectorAll('.tile.excluded').length === 1);
  });

  test('finds two Chinese characters in the text of an item', async () => {
    await room.keys('Ctrl+k');
    await room.page.keyboard.sendCharacter('清算');
    await room.shows('3 项证据含有这些文字');
    await room.keys('Escape');
  });

  test('moves an exhibit by keyboard, numbers it anew, and takes it back', async () => {
    await room.press('编排');
    await room.page.waitForSelector('.listed-item');
    const before = await room.texts('.listed-item .line');
    await room.page.click('.listed-item .number');
    await room.keys('Alt+ArrowDown');
    await room.page.waitForFunction(
      (first) => document.querySelector<HTMLElement>('.listed-item .line')?.innerText !== first,
      {},
      before[0],
    );
    await room.keys('Ctrl+z');
    await room.page.waitForFunction(
      (first) => document.querySelector<HTMLElement>('.listed-item .line')?.innerText === first,
      {},
      before[0],
    );
  });

  test('takes in a file that is dropped, from its place on disk', async () => {
    await room.press('收集');
    await room.drop('.paste', join(cache, '收据.txt'));
    await room.shows('收据.txt');
    await room.page.waitForFunction(() => document.querySelector('.queue-row .mark-passed') !== null);
  });

  test('verifies the open case: two lines, and what it does not prove', async () => {
    await room.press('核验');
    await room.press('核验本案');
    await room.page.waitForSelector('.verdict-lines');
    const said = await room.text('.verdict');
    expect(said).toContain('未改动');
    expect(said).toContain('未经第三方证明');
    expect(said).toContain('这不能证明什么');
  });

  test('speaks the other language at once', async () => {
    await room.press('English');
    await room.page.waitForFunction(() => document.documentElement.lang === 'en');
    await room.shows('What this does not prove');
  });

  test('has nothing that axe finds, on every screen', async () => {
    const session = await room.page.createCDPSession();
    await session.send('Runtime.evaluate', { expression: axe });
    const found: string[] = [];
    for (const way of [
      'Inbox',
      'Evidence',
      'Arrangement',
      'Spread',
      'Ruling',
      'Bundle',
      'Verify',
      'Custody',
      'Settings',
    ]) {
      await room.press(way);
      await room.page.waitForFunction(
        (name) => document.querySelector('[aria-current=page]')?.textContent.startsWith(name),
        {},
        way,
      );
      const { result } = await session.send('Runtime.evaluate', {
        expression: `axe.run().then(({ violations }) => violations.map(({ id, nodes }) => id + ' ' + nodes[0].html))`,
        awaitPromise: true,
        returnByValue: true,
      });
      found.push(...(result.value as string[]).map((one) => `${way}: ${one}`)); // as the expression makes it
    }
    expect(found).toEqual([]);
  }, 120_000);

  test('reaches nothing but its own files', async () => {
    const reached = await room.page.evaluate(() =>
      Promise.all(
        ['https://example.com/', 'http://127.0.0.1:1/', '/case/nothing/item/x/y', '/../package.json'].map((url) =>
          fetch(url).then(
            (answer) => (answer.ok ? url : null),
            () => null,
          ),
        ),
      ),
    );
    expect(reached).toEqual([null, null, null, null]);
  });

  test('runs under a policy without any unsafe word, and never breaks it', () => {
    expect(contentSecurityPolicy('x')).not.toContain('unsafe');
    const broken = room.said.filter((text) => /Content Security Policy|pageerror/.test(text));
    expect(broken.filter((text) => !/example\.com|127\.0\.0\.1:1/.test(text))).toEqual([]);
  });

  test('what it did is in the case, and the command verifies it', async () => {
    const run = await fascicle(['verify', folder, '--json']);
    expect(run.last['verdict']).toBe('PASSED');
  });
});

describe('the renderer’s files', () => {
  test.for([
    '/../package.json',
    '/..%2fpackage.json',
    '/%2e%2e/x.js',
    '/a\\b.js',
    '/x.js%00.html',
    '/assets/../../x.js',
    '/x.exe',
    '/%',
    '/x%2500.js',
  ])('%s is none of them', (path) => {
    expect(rendererFile(path)).toBeNull();
  });

  test('index and assets are', () => {
    expect(rendererFile('/')).toEqual({ file: 'index.html', mediaType: 'text/html; charset=utf-8' });
    expect(rendererFile('/assets/index-abc.js')?.file).toBe('assets/index-abc.js');
  });
});

function freshItem(): string {
  return itemId(Date.now(), context.clockAndRandom.random(10));
}
