import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { beforeAll, describe, expect, test } from 'vitest';
import type { ItemState, WritableCase } from '../../../../electron/casefile/case-handles.ts';
import { spawnChild } from '../../../fixtures/runner/spawn-child.ts';
import { deviceClockAndRandom } from '../../../../electron/casefile/processes/clock-and-random.ts';
import { importFile } from '../../../../electron/intake/import-file.ts';
import { stitchItems } from '../../../../electron/intake/stitch/stitch-items.ts';
import { suggestStitches } from '../../../../electron/intake/stitch/suggest-stitches.ts';
import { verifyCaseInTime } from '../../../../electron/verify/verify-case.ts';
import { itemId } from '../../../../shared/case/item-id.ts';
import { context, freshCase } from '../../../fixtures/case-room.ts';
import { freshFolder } from '../../../fixtures/fascicle.ts';
import { longChat, phone, phoneScreen } from '../../../fixtures/made/phone-screens.ts';

const forever = new AbortController().signal;
const folder = freshFolder();
const froms = [0, 430, 760, 1_180] as const;
let chat: Buffer;
const screens: Buffer[] = [];

beforeAll(async () => {
  chat = (await longChat(30)).png;
  for (const [at, from] of froms.entries()) screens.push(await phoneScreen(chat, from, `09:0${at}`));
});

const how = {
  category: 'message',
  title: null,
  source: '微信群',
  receivedBy: '王某',
  receivedOn: '手机',
  account: null,
} as const;

async function imported(caseFile: WritableCase, bytes: Buffer, name: string): Promise<ItemState> {
  writeFileSync(join(folder, name), bytes);
  return importFile(
    join(folder, name),
    { ...how, operator: null },
    {
      caseFile,
      clockAndRandom: deviceClockAndRandom,
      spawnChild,
      inspectPdf: () => Promise.reject(new Error('no PDF here')),
      askDns: null,
      fontConfig: () => null,
      drawPage: null,
      signal: forever,
      program: context.program,
    },
  );
}
const suggested = async (caseFile: WritableCase) =>
  (await suggestStitches(caseFile, null, spawnChild, forever)).map(({ items }) => items.map(({ item }) => item));
const joined = (caseFile: WritableCase, parents: readonly ItemState[]) =>
  stitchItems(caseFile, parents, '群聊', deviceClockAndRandom, context.program, spawnChild, forever);
const verified = (caseFile: WritableCase) =>
  verifyCaseInTime(caseFile.folder, 'en', { anchors: [], seen: () => null, spawnChild });

describe('screenshots of one scrolled view', () => {
  test('are found in their order, read downwards or upwards, and nothing is joined by that', async () => {
    const caseFile = freshCase();
    const down = [];
    for (const [at, screen] of screens.entries()) down.push(await imported(caseFile, screen, `IMG_${at}.png`));
    expect(await suggested(caseFile)).toEqual([down.map(({ item }) => item)]);
    expect(caseFile.items()).toHaveLength(4);
    caseFile.close();
    const other = freshCase();
    const up = [];
    for (const [at, screen] of [...screens].reverse().entries())
      up.push(await imported(other, screen, `IMG_${at}.png`));
    expect(await suggested(other)).toEqual([up.map(({ item }) => item).reverse()]);
    other.close();
  });

  test('are joined row by row: the whole view stands in the new item, bars only at its ends', async () => {
    const caseFile = freshCase();
    const parents = [];
    for (const [at, screen] of screens.entries()) parents.push(await imported(caseFile, screen, `IMG_${at}.png`));
    const { record } = await joined(caseFile, parents);
    const rows = (froms.at(-1) ?? 0) + phone.height;
    expect(record.stitched?.parts.reduce((sum, { height }) => sum + height, 0)).toBe(rows);
    expect(record.stitched?.overlaps.map(({ rows: shared, identical, most }) => [shared === identical, most])).toEqual([
      [true, 0],
      [true, 0],
      [true, 0],
    ]);
    const tiles = record.artifacts.filter(({ role }) => role === 'page-image');
    const [tile] = tiles;
    const made = await sharp(caseFile.objectPath(tile!.sha256)).raw().toBuffer();
    const stride = phone.width * 3;
    const wanted = await sharp(chat).removeAlpha().raw().toBuffer();
    const body = [phone.top, rows - phone.bottom].map((row) => row * stride);
    expect(made.subarray(body[0], body[1]).equals(wanted.subarray(body[0], body[1]))).toBe(true);
    const first = await sharp(screens[0]).removeAlpha().raw().toBuffer();
    expect(made.subarray(0, body[0]).equals(first.subarray(0, body[0]))).toBe(true);
    expect(
      caseFile
        .items()
        .slice(0, 4)
        .map(({ excluded }) => excluded),
    ).toEqual([null, null, null, null]);
    expect(await suggested(caseFile)).toEqual([]);
    caseFile.close();
    const report = await verified(caseFile);
    expect(report.verdict).toBe('PASSED');
    expect(report.checks.map(({ check }) => check)).toContain('regions');
  });

  test('are found through the compression of a messenger, and how far they differ is recorded', async () => {
    const caseFile = freshCase();
    const parents = [];
    for (const [at, screen] of screens.entries()) {
      const jpeg = await sharp(screen)
        .jpeg({ quality: 70 + at * 5 })
        .toBuffer();
      parents.push(await imported(caseFile, jpeg, `mmexport155710080${at}.jpg`));
    }
    expect(await suggested(caseFile)).toEqual([parents.map(({ item }) => item)]);
    const { record } = await joined(caseFile, parents);
    expect(record.stitched?.parts.map(({ at, y }) => at - y)).toEqual([...froms]);
    expect(record.warnings.map(({ code }) => code)).toContain('stitch-rows-differ');
    expect(Math.max(...(record.stitched?.overlaps ?? []).map(({ most }) => most))).toBeGreaterThan(0);
    caseFile.close();
    expect((await verified(caseFile)).verdict).toBe('PASSED');
  });
});

describe('screenshots that do not go on from one another', () => {
  test('are not suggested: another chat, the same screen twice, a gap between them, another width', async () => {
    const caseFile = freshCase();
    const far = await phoneScreen(chat, 1_960, '09:09');
    const other = await phoneScreen((await longChat(12, 3)).png, 200, '09:10');
    const narrow = await sharp(screens[1]).extract({ left: 0, top: 0, width: 300, height: phone.height }).toBuffer();
    const [first] = screens;
    for (const [at, screen] of [first!, far, first!, first!, other, first!, narrow].entries())
      await imported(caseFile, screen, `other-${at}.png`);
    expect(await suggested(caseFile)).toEqual([]);
    caseFile.close();
  });

  test('a list of equal lines fits at every line, so that nothing is suggested', async () => {
    const lines = Array.from({ length: 60 }, (_, n) => `<text x="20" y="${40 + n * 40}" font-size="18">已送达</text>`);
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${phone.width}" height="2440"><rect width="100%" height="100%" fill="#fff"/>${lines.join('')}</svg>`;
    const list = await sharp(Buffer.from(svg)).removeAlpha().png().toBuffer();
    const caseFile = freshCase();
    for (const [at, from] of [0, 400].entries())
      await imported(caseFile, await phoneScreen(list, from, `10:0${at}`), `list-${at}.png`);
    expect(await suggested(caseFile)).toEqual([]);
    caseFile.close();
  });

  test('are refused when a person names them, by name, and no item is made', async () => {
    const caseFile = freshCase();
    const one = await imported(caseFile, screens[0]!, 'one.png');
    const apart = await imported(caseFile, screens[3]!, 'apart.png');
    await expect(joined(caseFile, [one, apart])).rejects.toMatchObject({ code: 'cannot-stitch' });
    await expect(joined(caseFile, [one, one])).rejects.toMatchObject({ code: 'cannot-stitch' });
    expect(caseFile.items()).toHaveLength(2);
    caseFile.close();
  });
});

test('a picture that is not what its screenshots show fails verification, by name', async () => {
  const caseFile = freshCase();
  const parents = [];
  for (const [at, screen] of screens.entries()) parents.push(await imported(caseFile, screen, `IMG_${at}.png`));
  const { record } = await joined(caseFile, parents);
  const [first, second, ...rest] = record.stitched?.parts ?? [];
  const forged = caseFile.addItem({
    ...record,
    item: itemId(Date.now(), context.clockAndRandom.random(10)),
    stitched: { ...record.stitched!, parts: [first!, { ...second!, y: second!.y + 1 }, ...rest] },
  });
  caseFile.close();
  const { verdict, checks } = await verified(caseFile);
  expect(verdict).toBe('FAILED');
  const faults = checks.filter((one) => one.verdict === 'FAILED');
  expect(faults).toHaveLength(1);
  expect(faults[0]!.detail).toContain(forged.item);
});
