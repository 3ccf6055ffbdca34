import { spawnSync } from 'node:child_process';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import type { ItemState, WritableCase } from '../../../electron/casefile/case-handles.ts';
import { spawnChild } from '../../fixtures/runner/spawn-child.ts';
import { deviceClockAndRandom } from '../../../electron/casefile/processes/clock-and-random.ts';
import { cutRegion } from '../../../electron/intake/region/cut-region.ts';
import { verifyBundle } from '../../../electron/verify/verify-bundle.ts';
import { verifyCaseInTime } from '../../../electron/verify/verify-case.ts';
import { itemId } from '../../../shared/case/item-id.ts';
import { parseTextPositions, storedTextPositions } from '../../../shared/page/text-positions.ts';
import { context, freshCase, someCapture } from '../../fixtures/case-room.ts';
import { buildIn } from '../../fixtures/build-bundle.ts';

const forever = new AbortController().signal;
const area = { x: 40, y: 460, width: 200, height: 100 };

const noise = (() => {
  let seed = 7;
  return Buffer.from(
    Array.from({ length: 320 * 900 * 3 }, () => (seed = (Math.imul(seed, 1103515245) + 12345) >>> 0) >>> 24),
  );
})();
const rows = (from: number, to: number) =>
  sharp(noise.subarray(from * 320 * 3, to * 320 * 3), { raw: { width: 320, height: to - from, channels: 3 } })
    .png()
    .toBuffer();

/** A page's picture in two tiles that share 32 rows; the region lies across both. The page was changed at wish. */
async function pictured(caseFile: WritableCase): Promise<ItemState> {
  const tile = async (name: string, from: number, to: number) => ({
    role: 'screenshot-tile' as const,
    name,
    mediaType: 'image/png',
    ...caseFile.objects.putBytes(await rows(from, to)),
    x: 0,
    y: from,
    width: 320,
    height: to - from,
  });
  const runs = [
    { x: 50, y: 480, width: 80, height: 20, text: '涉案文字' },
    { x: 50, y: 100, width: 80, height: 20, text: '无关文字' },
    { x: 200, y: 500, width: 80, height: 20, text: '一半在内' },
  ];
  const positions = new TextEncoder().encode(JSON.stringify(storedTextPositions(runs, false)));
  const stored = caseFile.objects.putBytes(positions);
  const where = { x: 10, y: 20, width: 30, height: 10, selector: 'a.unfold' };
  return caseFile.addItem({
    ...someCapture(caseFile, '报道'),
    picture: { width: 320, height: 900, overlap: 32 },
    artifacts: [
      await tile('tile-0001.png', 0, 500),
      await tile('tile-0002.png', 468, 900),
      { role: 'text-positions', name: 'text-positions.json', mediaType: 'application/json', ...stored },
    ],
    actions: {
      asked: ['expand'],
      done: 1,
      acts: [
        {
          at: '2019-05-06T01:30:03.000Z',
          action: 'expand',
          what: 'clicked',
          text: '展开全文',
          effect: 'page-changed',
          ...where,
        },
      ],
      before: { width: 320, height: 700, whole: true },
    },
  });
}

const verified = (folder: string) => verifyCaseInTime(folder, 'en', { anchors: [], seen: () => null, spawnChild });
const textOf = (pdf: string) =>
  (spawnSync('pdftotext', [pdf, '-'], { encoding: 'utf8' }).stdout as string | null) ?? ''; // null where the tool is missing

test('a part of a picture is cut out of the stored tiles, with its words, and verifies against its parent', async () => {
  const caseFile = freshCase();
  const parent = await pictured(caseFile);
  const part = await cutRegion(caseFile, parent, area, '涉案段落', deviceClockAndRandom, spawnChild, forever);
  const tiles = parent.record.artifacts.filter(({ role }) => role === 'screenshot-tile').map(({ sha256 }) => sha256);
  expect(part.record.region).toEqual({
    parent: parent.item,
    parentRecord: parent.recordSha256,
    reason: '涉案段落',
    ...area,
    tiles,
  });
  const piece = part.record.artifacts.find(({ role }) => role === 'screenshot-region')!;
  const cut = await sharp(caseFile.objectPath(piece.sha256)).raw().toBuffer();
  const wanted = await sharp(noise, { raw: { width: 320, height: 900, channels: 3 } })
    .extract({ left: area.x, top: area.y, width: area.width, height: area.height })
    .raw()
    .toBuffer();
  expect(cut.equals(wanted)).toBe(true);
  const words = part.record.artifacts.find(({ role }) => role === 'text-positions')!;
  const { runs } = parseTextPositions(JSON.parse(Buffer.from(caseFile.readObject(words.sha256)).toString()));
  // Which characters of a line that the edge cuts stand inside was not measured: it is left out, and that is said.
  expect(runs).toEqual([{ x: 10, y: 20, width: 80, height: 20, text: '涉案文字' }]);
  expect(part.record.warnings).toContainEqual({ code: 'region-cuts-words', params: { count: 1 } });

  const { pdf } = await buildIn(caseFile);
  expect((await verifyBundle(pdf, 'en')).verdict).toBe('PASSED');
  const text = textOf(pdf);
  if (text !== '')
    for (const said of ['应取证人要求', '展开全文', '截取自一整页画面'])
      expect(text.replace(/\s/g, '')).toContain(said);
  caseFile.close();
  const report = await verified(caseFile.folder);
  expect(report.verdict).toBe('PASSED');
  expect(report.checks.map(({ check }) => check)).toContain('regions');
});

test('a picture that is not the part it says it is fails verification, by name', async () => {
  const caseFile = freshCase();
  const parent = await pictured(caseFile);
  const part = await cutRegion(caseFile, parent, area, null, deviceClockAndRandom, spawnChild, forever);
  const forged = caseFile.addItem({
    ...part.record,
    item: itemId(Date.now(), context.clockAndRandom.random(10)),
    region: { ...part.record.region!, y: area.y + 1 },
  });
  caseFile.close();
  const { verdict, checks } = await verified(caseFile.folder);
  expect(verdict).toBe('FAILED');
  const faults = checks.filter((one) => one.verdict === 'FAILED');
  expect(faults).toHaveLength(1);
  expect(faults[0]!.detail).toContain(forged.item);
});

test('a part that lies outside the picture is refused, and no item is made', async () => {
  const caseFile = freshCase();
  const parent = await pictured(caseFile);
  const beyond = { ...area, x: 200 };
  await expect(
    cutRegion(caseFile, parent, beyond, null, deviceClockAndRandom, spawnChild, forever),
  ).rejects.toMatchObject({
    code: 'region-not-there',
  });
  expect(caseFile.items()).toHaveLength(1);
  caseFile.close();
});
