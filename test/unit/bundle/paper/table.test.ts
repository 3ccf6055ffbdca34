import { expect, test } from 'vitest';
import { layoutOf } from '../../../../electron/bundle/layout.ts';
import { textsIn } from '../../../../electron/bundle/model.ts';
import { gap, paragraph } from '../../../../electron/bundle/pages/blocks/flow.ts';
import { flowPages, tableAmongOthers, tablePages } from '../../../../electron/bundle/pages/blocks/table.ts';
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

test('of tables that follow each other each page begins with the head of its own, and no title stands without a row', () => {
  for (let count = 1; count <= 60; count++) {
    const table = (name: string) => ({
      title: `Title ${name}`,
      size: portrait,
      columns: [{ name: `Head ${name}`, width: 1 }],
      rows: Array.from({ length: count }, (_, at) => ({ cells: [`row ${name} ${at + 1}`] })),
    });
    const planned = flowPages(
      [...tableAmongOthers(table('A'), model), gap(22), ...tableAmongOthers(table('B'), model)],
      portrait,
      'Report',
    );
    const pages = planned.map(textsOf);
    expect(pages.flat().filter((text) => text.startsWith('row'))).toHaveLength(2 * count);
    for (const texts of pages) {
      const [first = '', second = ''] = texts;
      const name = / ([AB])/.exec(first)?.[1];
      if (first.startsWith('Head')) expect(second, `${count} rows`).toMatch(new RegExp(`^row ${name}`));
      else expect(texts.slice(0, 3), `${count} rows`).toEqual([`Title ${name}`, `Head ${name}`, `row ${name} 1`]);
      expect(texts.at(-1), `${count} rows`).toMatch(/^row/);
    }
    expect(planned.flatMap(({ mark = [] }) => mark)).toEqual(['Title A', 'Title B']);
  }
});
