import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, describe, expect, test } from 'vitest';
import { remove } from '../../../../electron/casefile/files/durable.ts';
import { storedWords } from '../../../../electron/bundle/state/stored-words.ts';
import { verifyBundle } from '../../../../electron/verify/verify-bundle.ts';
import { passageState } from '../../../../shared/claims/passage.ts';
import { buildIn } from '../../../fixtures/build-bundle.ts';
import { rolledCapture } from '../../redaction/rolled-capture.ts';

const haveTools = ['pdftotext', 'pdftoppm'].every((tool) => spawnSync(tool, ['-v']).error === undefined);
if (!haveTools) console.warn('SKIPPED: pdftotext or pdftoppm is missing; bundles are not read back with them');

const folder = mkdtempSync(join(tmpdir(), 'rolling-pages-'));
afterAll(() => remove(folder));

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

  test('a key page enlarges words that only it shows, and says which picture they are taken from', async () => {
    const { caseFile, state } = await rolledCapture();
    const marks = [{ kind: 'key' as const, words: '断开之后' }];
    caseFile.logEvent('exhibits-set', {
      exhibits: [{ item: state.item, group: 'g', title: 't', source: 's', purpose: 'p', marks }],
    });
    const pdf = join(folder, 'key.pdf');
    await buildIn(caseFile, { out: pdf, draft: true, language: 'zh-CN+en' });
    expect((await verifyBundle(pdf, 'en')).verdict).toBe('PASSED');
    const text = spawnSync('pdftotext', ['-layout', pdf, '-'], { encoding: 'utf8' }).stdout.replace(/\s/g, '');
    // In each language its own words. The line is 200 by 20 pixels at 20, 100 of a picture that is 320 wide and 200 high; 8, four tenths of its height, are shown around it.
    expect(text).toContain('本图取自滚动拼接画面第2/2段的x12、y92、宽216、高36像素处');
    expect(text).toContain('atx12,y92,width216,height36pxoftherollingpicture(piece2of2),drawnat');
    caseFile.close();
  });
});
