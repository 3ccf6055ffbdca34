import { createRequire } from 'node:module';
import { expect, test } from 'vitest';
import { TrueTypeFile } from '../../../electron/bundle/pdf/true-type.ts';
import { bundledFonts, fallbackFonts } from '../../../electron/capture/browser/fonts.ts';

type Font = Readonly<{
  unitsPerEm: number;
  ascent: number;
  descent: number;
  characterSet: readonly number[];
  glyphForCodePoint(codePoint: number): Readonly<{ id: number; advanceWidth: number }>;
}>;
/** A font reader of another maker. */
const require = createRequire(import.meta.url);
const fontkit = require('fontkit') as { openSync(file: string): Font };

test.each([bundledFonts().regular, bundledFonts().bold, ...fallbackFonts()])(
  'fontkit finds in %s the measures, glyphs and widths that ours finds',
  (file) => {
    const ours = new TrueTypeFile(file);
    const theirs = fontkit.openSync(file);
    expect([ours.unitsPerEm, ours.ascent, ours.descent]).toEqual([theirs.unitsPerEm, theirs.ascent, theirs.descent]);
    // Every character of a small font, every thirteenth of a large one, and some that no font has.
    const step = theirs.characterSet.length > 5_000 ? 13 : 1;
    const some = [...theirs.characterSet.filter((_, at) => at % step === 0), 0x10ffff, 0xe0001, 0xfffe];
    const otherwise = some.filter((codePoint) => {
      const glyph = ours.glyphOf(codePoint);
      const other = theirs.glyphForCodePoint(codePoint);
      return glyph !== other.id || ours.advanceOf(glyph) !== other.advanceWidth;
    });
    expect(some.length).toBeGreaterThan(500);
    expect(otherwise).toEqual([]);
  },
);
