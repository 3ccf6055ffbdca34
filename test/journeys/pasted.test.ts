import { readdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createCase } from '../../electron/casefile/create-case.ts';
import { openCaseToRead } from '../../electron/casefile/open-case.ts';
import { verifyCase } from '../../electron/verify/verify-case.ts';
import type { ImportRecord } from '../../shared/case/record.ts';
import { firstSettings } from '../../shared/window/settings.ts';
import { context } from '../fixtures/case-room.ts';
import { freshFolder } from '../fixtures/fascicle.ts';
import { WindowRoom } from '../fixtures/window-room.ts';
import { noFacts } from '../fixtures/made/field-sources.ts';

/** What is pasted or dropped is evidence or is refused in words; nothing of it vanishes. */
describe('what is pasted', { timeout: 180_000 }, () => {
  const cache = freshFolder();
  const folder = join(cache, 'on disk', '粘贴.fascicle');
  let room: WindowRoom;
  let png: Uint8Array;
  const items = () => {
    const caseFile = openCaseToRead(folder);
    try {
      return caseFile.items().map(({ record }) => record as ImportRecord); // nothing is captured here
    } finally {
      caseFile.close();
    }
  };
  const field = () => room.page.$eval('.paste textarea', (one) => one.value);
  const count = (least: number) =>
    room.page.waitForFunction((n) => document.querySelectorAll('.queue-row').length >= n, {}, least);

  beforeAll(async () => {
    // Seven million bytes of noise: more than one message of the window may hold.
    const [width, height] = [1700, 1400];
    const raw = Buffer.from(Uint8Array.from({ length: width * height * 3 }, (_, at) => (at * 2_654_435_761) >>> 24));
    png = await sharp(raw, { raw: { width, height, channels: 3 } })
      .png({ compressionLevel: 0 })
      .toBuffer();
    writeFileSync(join(cache, 'settings.json'), JSON.stringify(firstSettings));
    createCase(folder, { ...noFacts, title: '粘贴的案件' }, context).close();
    room = await WindowRoom.open(cache);
    await room.press('打开案件文件夹');
    await room.fill('文件夹', folder);
    await room.keys('Enter');
    await room.page.waitForSelector('.paste textarea');
  }, 240_000);
  beforeEach(({ onTestFailed }) => onTestFailed(() => room.tell()));
  afterAll(() => room.close());

  test('a picture on the clipboard becomes an item with a name and the fact that it was pasted', async () => {
    await room.copy({ png });
    await room.paste('.paste textarea');
    await room.page.waitForSelector('.queue-row .mark-passed');
    expect(await room.text('.queue-row')).toMatch(/粘贴的图片 \d{4}-\d\d-\d\d \d{6}\.png/);
    const [record] = items();
    expect(record?.fileName).toMatch(/^粘贴的图片 \d{4}-\d\d-\d\d \d{6}\.png$/);
    expect(record?.warnings.map(({ code }) => code)).toContain('pasted-picture');
    const facts = record?.facts.map(({ name }) => name);
    expect(facts).toContain('Pasted');
    expect(facts).not.toContain('Modified'); // of the program's own passing file
    // The same pixels: the browser packs them anew.
    const caseFile = openCaseToRead(folder);
    const stored = caseFile.objectPath(record!.artifacts[0]!.sha256);
    caseFile.close();
    const [before, after] = await Promise.all(
      [sharp(png), sharp(stored)].map((one) => one.removeAlpha().raw().toBuffer()),
    );
    expect(Buffer.compare(before!, after!)).toBe(0);
    await room.press('查看');
    await room.shows('由剪贴板粘贴的时间');
  });

  test('words that come with a picture go into the field, and the picture is offered', async () => {
    await room.copy({ text: 'https://a.example/1\nhttps://a.example/2', png });
    await room.page.focus('.paste textarea');
    await room.page.keyboard.sendCharacter('see ');
    await room.paste('.paste textarea');
    await room.shows('剪贴板中还有 1 张图片');
    expect(await field()).toBe('see https://a.example/1\nhttps://a.example/2');
    expect(items()).toHaveLength(1);
    await room.press('导入为证据');
    await count(2);
    await room.page.waitForFunction(() => document.querySelectorAll('.queue-row .mark-passed').length >= 2);
    expect(items()).toHaveLength(2);
    await room.keys('Ctrl+a', 'Backspace');
  });

  test('several files without a place on disk, as a browser gives them, are each taken in under their names', async () => {
    await room.page.evaluate(() => {
      const given = new DataTransfer();
      for (const name of ['one.txt', 'two.txt'])
        given.items.add(new File([`words of ${name}`], name, { type: 'text/plain' }));
      const event = new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer: given });
      document.querySelector('.paste')?.dispatchEvent(event);
    });
    await room.page.waitForFunction(() => document.querySelectorAll('.queue-row .mark-passed').length >= 4);
    const last = items().slice(-2);
    expect(last.map(({ fileName }) => fileName)).toEqual(['one.txt', 'two.txt']);
    expect(last.every(({ warnings }) => warnings.some(({ code }) => code === 'dropped-without-file'))).toBe(true);
  });

  test('a picture that cannot be stored is refused in words', async () => {
    renameSync(join(cache, 'on disk'), join(cache, 'away'));
    await room.copy({ png });
    await room.paste('.paste textarea');
    await room.page.waitForSelector('.queue-row .mark-failed');
    expect(await room.text('.queue-row')).toMatch(/未存入/);
    expect((await room.text('.queue-row .why')).length).toBeGreaterThan(10);
    renameSync(join(cache, 'away'), join(cache, 'on disk'));
  });

  test('the case verifies, and nothing of what was pasted is left beside it', async () => {
    await room.close();
    expect(verifyCase(folder, 'en').verdict).toBe('PASSED');
    expect(readdirSync(join(folder, 'tmp'))).toEqual([]);
  });
});
