import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Native } from '../../electron/shells/native.ts';
import type { ShellWord } from '../../shared/window/native.ts';
import { fascicle, freshFolder } from '../fixtures/fascicle.ts';
import { WindowRoom } from '../fixtures/window-room.ts';

/** What Electron adds to the window: its menu, its dialogs, what the system opens, what is dragged out. */
describe('a shell with a desktop', { timeout: 120_000 }, () => {
  const cache = freshFolder();
  const caseFile = join(cache, 'qinghe.fascicle');
  let room: WindowRoom;
  const asked: Parameters<Native['choose']>[0][] = [];
  const dragged: string[] = [];
  let answer: string | null = null;
  const native: Native = {
    choose: (wanted) => {
      asked.push(wanted);
      return Promise.resolve(answer);
    },
    drag: (path) => void dragged.push(path),
  };
  const tell = (word: ShellWord) => room.page.evaluate(`window.fascicle.take(${JSON.stringify(JSON.stringify(word))})`);

  beforeAll(async () => {
    const file = join(cache, '通知.txt');
    writeFileSync(file, '该公司进入清算程序');
    await fascicle(['new', caseFile, '--title', '青禾小贷', '--operator', '王某']);
    await fascicle(['import', caseFile, file, '--category', 'message']);
    await fascicle(['bundle', caseFile, '--draft']);
    room = await WindowRoom.open(cache, {}, native);
  }, 300_000);
  beforeEach(({ onTestFailed }) => onTestFailed(() => room.tell()));
  afterAll(() => room.close());

  test('makes a case from its menu, and asks for its folder in the system’s own dialog', async () => {
    await tell({ act: 'newCase' });
    await room.shows('案件名称');
    await room.keys('Escape');
    await tell({ act: 'openFolder' });
    answer = null;
    await room.press('选择文件夹…');
    await expect.poll(() => asked.at(-1)).toMatchObject({ what: 'folder', at: '' });
    answer = caseFile;
    await room.press('选择文件夹…');
    await room.page.waitForFunction(
      (wanted) => [...document.querySelectorAll('input')].some(({ value }) => value === wanted),
      {},
      caseFile,
    );
    await room.keys('Escape');
  });

  test('opens a case that the system gives, and verifies any other file', async () => {
    await tell({ open: caseFile });
    await room.shows('通知');
    await tell({ open: join(cache, '通知.txt') });
    await room.page.waitForSelector('.verdict');
    await room.shows('核验');
    await tell({ open: join(dirname(caseFile), 'gone.fascicle') });
    await room.page.waitForSelector('.trouble');
    await tell({ open: `${caseFile}/` });
    await room.shows('通知');
  });

  test('goes to each screen from its menu, and to none of a case where no case is open', async () => {
    await tell({ act: 'exhibits' });
    await room.page.waitForFunction(() =>
      document.querySelector('[aria-current=page]')?.textContent.startsWith('编排'),
    );
    await tell({ act: 'keys' });
    await room.page.waitForSelector('[role=dialog]');
    await room.keys('Escape');
    await tell({ act: 'allCases' });
    await room.shows('全部案件').catch(() => room.shows('案件'));
    await tell({ act: 'exhibits' });
    expect(await room.page.$('.exhibits')).toBeNull();
    await tell({ open: caseFile });
    await room.shows('通知');
  });

  test('a sheet over the cases goes when a case is opened, and is not there again', async () => {
    await tell({ act: 'receivePackage' });
    await room.page.waitForSelector('[role=dialog]');
    await tell({ open: caseFile });
    await room.shows('通知');
    await tell({ act: 'allCases' });
    await room.page.waitForSelector('.case-line');
    expect(await room.page.$('[role=dialog]')).toBeNull();
    await tell({ open: caseFile });
    await room.shows('通知');
  });

  test('lets the bundle be dragged out, and nothing that was not built', async () => {
    await room.go('成册');
    await room.page.waitForSelector('.dragged-out');
    const path = await room.text('.dragged-out');
    await room.page.$eval('.dragged-out', (line) =>
      line.dispatchEvent(new DragEvent('dragstart', { bubbles: true, cancelable: true })),
    );
    await expect.poll(() => dragged).toEqual([path.trim()]);
    await room.page.evaluate(
      `window.fascicle.send(JSON.stringify({ drag: ${JSON.stringify(join(caseFile, 'case.db'))} }))`,
    );
    await room.page.evaluate(`window.fascicle.send(JSON.stringify({ drag: '/etc/passwd' }))`);
    await room.go('保管');
    expect(dragged).toHaveLength(1);
  });
});
