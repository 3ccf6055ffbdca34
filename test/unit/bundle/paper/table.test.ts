import { expect, test } from 'vitest';
import { layoutOf } from '../../../../electron/bundle/layout.ts';
import { textsIn } from '../../../../electron/bundle/model.ts';
import { gap, paragraph } from '../../../../electron/bundle/pages/blocks/flow.ts';
import { tablePages } from '../../../../electron/bundle/pages/blocks/table.ts';
import type { Canvas } from '../../../../electron/bundle/pdf/canvas.ts';
import { FontFaces } from '../../../../electron/bundle/pdf/font-face.ts';
import type { DrawContext, Page } from '../../../../electron/bundle/sheet.ts';
import { bundledFonts, fallbackFonts } from '../../../../electron/capture/browser/fonts.ts';
import { profileNamed } from '../../../fixtures/bundle-options.ts';

const model = { fonts: new FontFaces({ ...bundledFonts(), fallbacks: fallbackFonts() }), t: textsIn('en') };
const { portrait } = layoutOf(profileNamed('england-wales'));

/** The texts that a page writes, in order. */
function textsOf(page: Page): string[] {
  const texts: string[] = [];
  const canvas = {
    text: (_tag: unknown, _x: number, _y: number, text: string) => texts.push(text.trimEnd()),
    furniture: (draw: () => void) => draw(),
    readingAs: (_shown: string, draw: () => void) => draw(),
    rectangle: () => undefined,
    line: () => undefined,
  };
  page.draw(canvas as unknown as Canvas, {} as DrawContext); // the table uses no more of either
  return texts;
}

test('what closes a table never stands on a page without a row that it closes, however many there are', () => {
  for (let count = 1; count <= 60; count++) {
    const planned = tablePages(
      {
        title: 'Catalogue',
        size: portrait,
        columns: [{ name: 'No.', width: 1 }],
        rows: Array.from({ length: count }, (_, at) => ({ cells: [`row ${at + 1}`] })),
        outro: [gap(22), ...paragraph('Signature', 200, { size: 8 }, model.fonts)],
      },
      model,
    );
    const pages = planned.map(textsOf);
    expect(
      pages.flat().filter((text) => text.startsWith('row')),
      `${count} rows`,
    ).toHaveLength(count);
    expect(pages.at(-1), `${count} rows`).toEqual(expect.arrayContaining([`row ${count}`, 'Signature']));
  }
});
