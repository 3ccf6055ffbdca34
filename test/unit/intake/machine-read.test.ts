import sharp from 'sharp';
import { afterAll, expect, test } from 'vitest';
import { fixState } from '../../../electron/bundle/fix-state.ts';
import { bundledFonts, fallbackFonts } from '../../../electron/capture/fonts.ts';
import { readByMachine } from '../../../electron/intake/machine-read.ts';
import { verifyCase } from '../../../electron/verify/verify-case.ts';
import { profileNamed } from '../../fixtures/bundle-options.ts';
import { IntakeRoom } from './intake-room.ts';

const room = new IntakeRoom();
afterAll(() => room.kase.close());

/** Latin words alone: no Chinese face is sure to be on the machine that draws this. */
const picture = () =>
  sharp(
    Buffer.from(
      '<svg xmlns="http://www.w3.org/2000/svg" width="420" height="90"><rect width="420" height="90" fill="white"/><text x="20" y="55" font-size="34" font-family="sans-serif">Qinghe Credit 2019</text></svg>',
    ),
  )
    .flatten({ background: 'white' })
    .png()
    .toBuffer();

test('a picture’s words are read once, offline, laid behind the picture where they stand, and marked as machine-read', async () => {
  const { kase, services } = room;
  const { item, recordSha256 } = kase.item((await room.import('shot.png', await picture())).item);
  const read = await readByMachine(kase, kase.item(item), services.spawnChild, services.signal);
  expect(read).toEqual({ lines: 1 });
  expect(kase.item(item).recordSha256, 'the record is not touched').toBe(recordSha256);

  const asked = { profile: profileNamed('prc-internet'), language: null, working: false, draft: false, reissue: null };
  const fonts = { ...bundledFonts(), fallbacks: fallbackFonts() };
  const { model, problems } = fixState(kase, asked, 'fascicle 0.0.0', fonts);
  const [exhibit] = model.exhibits;
  const [run] = exhibit?.words() ?? [];
  expect(run?.text).toBe('Qinghe Credit 2019');
  expect(run).toMatchObject({ x: expect.closeTo(20, -1) as number, y: expect.closeTo(30, -1) as number });
  expect(exhibit?.machineRead?.name).toBe('machine-read.json');
  expect(exhibit?.attachments, 'it is no anchor').toEqual([]);
  expect(problems.map(({ code }) => code)).not.toContain('text-layer-missing');
  expect(verifyCase(kase.folder, 'en').verdict).toBe('PASSED');

  const again = await readByMachine(kase, kase.item(item), services.spawnChild, services.signal);
  expect(again).toEqual({ reason: { code: 'ocr-already' } });
});

test('a reader that dies, or that is not there, leaves the item as it was and says why', async () => {
  const { kase, services } = room;
  const { item } = await room.import('other.png', await picture());
  const before = kase.head('content').seq;
  const dying = await readByMachine(kase, kase.item(item), () => services.spawnChild('no-such-child'), services.signal);
  expect(dying).toEqual({ reason: { code: 'reading-crashed' } });
  expect(kase.head('content').seq).toBe(before);
});
