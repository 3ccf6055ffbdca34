import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, describe, expect, test } from 'vitest';
import { remove } from '../../../../electron/casefile/files/durable.ts';
import { storedWords } from '../../../../electron/bundle/state/stored-words.ts';
import { verifyBundle } from '../../../../electron/verify/verify-bundle.ts';
import type { Rolling } from '../../../../shared/case/capture/rolling.ts';
import type { Artifact } from '../../../../shared/case/record.ts';
import { passageState } from '../../../../shared/claims/passage.ts';
import { storedRollingWords } from '../../../../shared/page/rolling-words.ts';
import { freshCase } from '../../../fixtures/case-room.ts';
import { buildIn } from '../../../fixtures/build-bundle.ts';
import { bytes, redact, run, tiledCapture } from '../../redaction/redaction-room.ts';

const haveTools = ['pdftotext', 'pdftoppm'].every((tool) => spawnSync(tool, ['-v']).error === undefined);
if (!haveTools) console.warn('SKIPPED: pdftotext or pdftoppm is missing; bundles are not read back with them');

const folder = mkdtempSync(join(tmpdir(), 'rolling-pages-'));
afterAll(() => remove(folder));

const rolling: Rolling = {
  scroller: null,
  views: 3,
  pieces: [
    { width: 320, height: 380, from: 1, to: 2 },
    { width: 320, height: 200, from: 3, to: 3 },
  ],
  overlap: 20,
  hidden: 1,
  movedAlong: 0,
  wentDown: 0,
  wentUp: 0,
  differing: { rows: 0, joins: 0 },
  unsteady: 0,
  end: 'bottom',
};

/** The capture of the redaction tests, with two pieces of a rolling picture: yellow and cyan in two tiles, and magenta. */
async function rolledCapture() {
  const caseFile = freshCase();
  const { record } = await tiledCapture(caseFile);
  const tiles: Artifact[] = [];
  for (const [background, y] of [
    ['#ffff00', 0],
    ['#00ffff', 180],
    ['#ff00ff', 0],
  ] as const) {
    const png = await sharp({ create: { width: 320, height: 200, channels: 3, background } })
      .png()
      .toBuffer();
    const name = `rolling-000${tiles.length + 1}.png`;
    const box = { x: 0, y, width: 320, height: 200 };
    tiles.push({ role: 'screenshot-rolling', name, mediaType: 'image/png', ...caseFile.objects.putBytes(png), ...box });
  }
  const words = storedRollingWords([
    { runs: [run(40, '第一段的评论'), run(300, '第二块的评论')], doubtful: ['存疑'], unseen: [] },
    { runs: [run(100, '断开之后的评论')], doubtful: [], unseen: [] },
  ]);
  const positions: Artifact = {
    role: 'rolling-positions',
    name: 'rolling-positions.json',
    mediaType: 'application/json',
    ...caseFile.objects.putBytes(bytes(JSON.stringify(words))),
  };
  const state = caseFile.addItem({
    ...record,
    kind: 'capture',
    item: record.item.replace(/.{6}$/, 'abcdef'),
    artifacts: [...record.artifacts, ...tiles, positions],
    rolling,
  } as typeof record);
  return { caseFile, state };
}

describe.runIf(haveTools)('a rolling picture in a bundle', () => {
  test('has pages of its own, its words where they are, its marks; and an unchanged file is verified', async () => {
    const { caseFile, state } = await rolledCapture();
    const marks = [{ kind: 'frame' as const, words: '断开之后' }];
    caseFile.logEvent('exhibits-set', {
      exhibits: [{ item: state.item, group: 'g', title: 't', source: 's', purpose: 'p', marks }],
    });
    const pdf = join(folder, 'out.pdf');
    const built = await buildIn(caseFile, { out: pdf, draft: true });
    expect(built.problems.map(({ code }) => code)).not.toContain('mark-not-found');
    expect((await verifyBundle(pdf, 'en')).verdict).toBe('PASSED');
    const text = spawnSync('pdftotext', ['-layout', pdf, '-'], { encoding: 'utf8' }).stdout.split('\f');
    const pageOf = (words: string) =>
      text.flatMap((page, at) => (page.replace(/\s/g, '').includes(words) ? [at + 1] : []));
    const [first = 0] = pageOf('第一段的评论');
    expect(pageOf('第一段的评论')).toEqual([first]);
    expect(pageOf('第二块的评论')).toEqual([first]);
    expect(pageOf('断开之后的评论')).toEqual([first + 1]);
    expect(pageOf('滚动拼接画面第1/2段')).toEqual([first]);
    expect(pageOf('滚动拼接画面第2/2段')).toEqual([first + 1]);
    expect(text.join('').replace(/\s/g, '')).toContain('各段之间没有可确定相同的像素行');
    expect(text.join('')).not.toContain('存疑');
    // What is seen: yellow above cyan, then magenta with a red frame.
    const seen = async (page: number) => {
      const out = join(folder, `page-${page}`);
      spawnSync('pdftoppm', ['-r', '36', '-f', `${page}`, '-l', `${page}`, '-singlefile', '-png', pdf, out]);
      const { data, info } = await sharp(readFileSync(`${out}.png`))
        .removeAlpha()
        .raw()
        .toBuffer({ resolveWithObject: true });
      const colours = new Set<string>();
      for (let at = 0; at < data.length; at += info.channels) colours.add(data.subarray(at, at + 3).toString('hex'));
      return colours;
    };
    const [one, two] = [await seen(first), await seen(first + 1)];
    expect([one.has('ffff00'), one.has('00ffff'), one.has('ff00ff')]).toEqual([true, true, false]);
    expect([two.has('ffff00'), two.has('00ffff'), two.has('ff00ff')]).toEqual([false, false, true]);
    caseFile.close();
  });

  test('its words are among those that a quotation is looked for in', async () => {
    const { caseFile, state } = await rolledCapture();
    const stored = storedWords(caseFile, state);
    expect(passageState(stored, '断开之后的评论')).toBe('found');
    expect(passageState(stored, '下一行')).toBe('found');
    expect(passageState(stored, '存疑')).toBe('not-found');
    caseFile.close();
  });

  test('a copy with covers leaves it with its parent, and says nothing of it', async () => {
    const { caseFile, state } = await rolledCapture();
    const { state: copy } = await redact(caseFile, state, { words: ['138'] });
    expect(copy.record.artifacts.map(({ role }) => role).filter((role) => /rolling/.test(role))).toEqual([]);
    expect('rolling' in copy.record).toBe(false);
    expect(storedWords(caseFile, copy).text).not.toContain('评论');
    caseFile.close();
  });
});
