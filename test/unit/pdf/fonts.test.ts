import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { FontFaces } from '../../../electron/bundle/pdf/font-face.ts';
import { TrueTypeFile } from '../../../electron/bundle/pdf/true-type.ts';
import { bundledFonts, fallbackFonts } from '../../../electron/capture/browser/fonts.ts';
import { wrap } from '../../../shared/plan/wrap.ts';
import { freshFolder } from '../../fixtures/fascicle.ts';

/** The regular font with the outline of one character taken out: its map still names a glyph. */
function fontWithout(character: string): string {
  const { regular } = bundledFonts();
  const bytes = readFileSync(regular);
  const glyph = new TrueTypeFile(regular).glyphOf(character.codePointAt(0)!);
  const tables = Array.from({ length: bytes.readUInt16BE(4) }, (_, n) => 12 + n * 16);
  const loca = bytes.readUInt32BE(tables.find((at) => bytes.toString('latin1', at, at + 4) === 'loca')! + 8);
  bytes.writeUInt32BE(bytes.readUInt32BE(loca + glyph * 4), loca + (glyph + 1) * 4);
  const file = join(freshFolder(), 'NotoSansSC-hollow.ttf');
  writeFileSync(file, bytes);
  return file;
}

test('a character that a font would draw as a gap is shown by its code and listed; a space stays a space', () => {
  const { regular, bold } = bundledFonts();
  const hollow = new FontFaces({ regular: fontWithout('蚁'), bold, fallbacks: [] });
  expect(hollow.regular.showable('蚂 蚁')).toBe('蚂 [U+8681]');
  expect(hollow.missing).toEqual([0x8681]);
  const whole = new FontFaces({ regular: fontWithout('蚁'), bold, fallbacks: [regular] });
  expect(whole.regular.showable('蚂 蚁')).toBe('蚂 蚁');
  expect(whole.missing).toEqual([]);
});

test('quotation marks and other signs of ambiguous width are drawn Latin between Latin letters and wide in Chinese, and no line is measured too short', () => {
  const { regular } = new FontFaces({ ...bundledFonts(), fallbacks: fallbackFonts() });
  const latin = (text: string) =>
    regular
      .pieces(text)
      .filter(({ font }) => font.name === 'F1')
      .map((piece) => piece.text);
  expect(latin('the browser’s copy')).toEqual(['’']);
  expect(latin('marked “EX-1” referred')).toEqual(['“', '”']);
  expect(latin('“EX-1”')).toEqual(['“', '”']);
  expect(latin('推送“清算”信息')).toEqual([]);
  expect(latin('“清算”')).toEqual([]);
  expect(latin('显示“HTTP”时，“甲”“乙”')).toEqual([]);
  expect(latin('“新增清算信息” was pushed')).toEqual(['”']);
  expect(latin('企镜App“监控消息”页面；“清算”App')).toEqual([]);
  expect(latin('青禾’s, ok · 3 ms, 28 U.S.C. § 1746')).toEqual(['’', '·', '§']);
  expect(latin('证据…证据——证据')).toEqual([]);
  const drawn = (text: string) => regular.pieces(text).reduce((sum, { advance }) => sum + advance, 0);
  for (const [before, part, after] of [
    ['显示', '“HTTP”', '时'],
    ['marked ', '“EX-1”', ' here'],
    ['', '“甲”', '“乙”'],
  ] as const)
    expect(drawn(before) + regular.measure(part, 1) + drawn(after)).toBeGreaterThanOrEqual(
      drawn(before + part + after) - 1e-9,
    );
});

test('no line that a text is broken into is drawn wider than its column, whatever signs stand at its ends', () => {
  const { regular } = new FontFaces({ ...bundledFonts(), fallbacks: fallbackFonts() });
  const drawn = (text: string) => regular.pieces(text).reduce((sum, { advance }) => sum + advance, 0);
  const part = fc.constantFrom(
    '企镜',
    'App',
    '“',
    '”',
    '‘',
    '’',
    '监控消息',
    '；',
    '…',
    '—',
    '·',
    ' ',
    'HTTP',
    '申请人',
    '(',
    '5°',
  );
  fc.assert(
    fc.property(fc.array(part, { minLength: 2, maxLength: 30 }), fc.integer({ min: 8, max: 20 }), (parts, width) => {
      for (const line of wrap(parts.join(''), width, (text) => regular.measure(text, 1)))
        expect(drawn(line), line).toBeLessThanOrEqual(width + 1e-9);
    }),
    { numRuns: 2_000 },
  );
});
