import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { buildBundle } from '../../../electron/bundle/build-bundle.ts';
import { bundledFonts, fallbackFonts } from '../../../electron/capture/fonts.ts';
import type { ItemState, WritableCase } from '../../../electron/casefile/case-handles.ts';
import { nodeChildren } from '../../../electron/casefile/children.ts';
import { deviceSurroundings } from '../../../electron/casefile/surroundings.ts';
import { cutRegion } from '../../../electron/intake/cut-region.ts';
import { verifyBundle } from '../../../electron/verify/verify-bundle.ts';
import { verifyCaseInTime } from '../../../electron/verify/verify-case.ts';
import { itemId } from '../../../shared/case/item-id.ts';
import { parseTextPositions, storedTextPositions } from '../../../shared/page/text-positions.ts';
import { asUsual } from '../../fixtures/bundle-options.ts';
import { context, freshCase, someCapture } from '../../fixtures/case-room.ts';

const spawnChild = nodeChildren((entry) => resolve(import.meta.dirname, '../../../electron', `${entry}.ts`));
const forever = new AbortController().signal;
const place = { x: 40, y: 460, width: 200, height: 100 };

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
async function pictured(kase: WritableCase): Promise<ItemState> {
  const tile = async (name: string, from: number, to: number) => ({
    role: 'screenshot-tile' as const,
    name,
    mediaType: 'image/png',
    ...kase.objects.putBytes(await rows(from, to)),
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
  const stored = kase.objects.putBytes(positions);
  const where = { x: 10, y: 20, width: 30, height: 10, selector: 'a.unfold' };
  return kase.addItem({
    ...someCapture(kase, '报道'),
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
  const kase = freshCase();
  const parent = await pictured(kase);
  const part = await cutRegion(kase, parent, place, '涉案段落', deviceSurroundings, spawnChild, forever);
  const tiles = parent.record.artifacts.filter(({ role }) => role === 'screenshot-tile').map(({ sha256 }) => sha256);
  expect(part.record.region).toEqual({
    parent: parent.item,
    parentRecord: parent.recordSha256,
    reason: '涉案段落',
    ...place,
    tiles,
  });
  const piece = part.record.artifacts.find(({ role }) => role === 'screenshot-region')!;
  const cut = await sharp(kase.objectPath(piece.sha256)).raw().toBuffer();
  const wanted = await sharp(noise, { raw: { width: 320, height: 900, channels: 3 } })
    .extract({ left: place.x, top: place.y, width: place.width, height: place.height })
    .raw()
    .toBuffer();
  expect(cut.equals(wanted)).toBe(true);
  const words = part.record.artifacts.find(({ role }) => role === 'text-positions')!;
  const { runs } = parseTextPositions(JSON.parse(Buffer.from(kase.readObject(words.sha256)).toString()));
  expect(runs).toEqual([
    { x: 10, y: 20, width: 80, height: 20, text: '涉案文字' },
    { x: 160, y: 40, width: 40, height: 20, text: '一半' },
  ]);

  const { pdf } = await buildBundle(kase, asUsual, {
    program: context.program,
    fontFiles: { ...bundledFonts(), fallbacks: fallbackFonts() },
    spawnChild,
    onExhibit: () => undefined,
    signal: forever,
  });
  expect((await verifyBundle(pdf, 'en')).verdict).toBe('PASSED');
  const text = textOf(pdf);
  if (text !== '')
    for (const said of ['应操作人要求', '展开全文', '截取自一整页画面'])
      expect(text.replace(/\s/g, '')).toContain(said);
  kase.close();
  const report = await verified(kase.folder);
  expect(report.verdict).toBe('PASSED');
  expect(report.checks.map(({ check }) => check)).toContain('regions');
});

test('a picture that is not the part it says it is fails verification, by name', async () => {
  const kase = freshCase();
  const parent = await pictured(kase);
  const part = await cutRegion(kase, parent, place, null, deviceSurroundings, spawnChild, forever);
  const forged = kase.addItem({
    ...part.record,
    item: itemId(Date.now(), context.surroundings.random(10)),
    region: { ...part.record.region!, y: place.y + 1 },
  });
  kase.close();
  const { verdict, checks } = await verified(kase.folder);
  expect(verdict).toBe('FAILED');
  const faults = checks.filter((one) => one.verdict === 'FAILED');
  expect(faults).toHaveLength(1);
  expect(faults[0]!.detail).toContain(forged.item);
});

test('a part that lies outside the picture is refused, and no item is made', async () => {
  const kase = freshCase();
  const parent = await pictured(kase);
  const beyond = { ...place, x: 200 };
  await expect(cutRegion(kase, parent, beyond, null, deviceSurroundings, spawnChild, forever)).rejects.toMatchObject({
    code: 'region-not-there',
  });
  expect(kase.items()).toHaveLength(1);
  kase.close();
});
