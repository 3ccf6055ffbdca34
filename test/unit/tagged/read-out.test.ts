import { beforeAll, describe, expect, test } from 'vitest';
import { findLeaks } from '../../../electron/casefile/leaks/find-leaks.ts';
import { figureTag } from '../../../electron/bundle/pdf/tagged/tag.ts';
import { buildIn } from '../../fixtures/build-bundle.ts';
import { fixedCase } from '../../fixtures/made/fixed-case.ts';
import { have, outsideTool, writePdf } from '../pdf/pdf-room.ts';
import { drawnText, elementsOf, letters, readStructure, structText, type SeenElement } from './struct-text.ts';

const tools = have('pdfinfo', 'pdftotext', 'qpdf');

describe('a bundle that is read out', () => {
  let pdf: string;
  let pages: number;
  let structure: readonly SeenElement[];
  beforeAll(async () => {
    const caseFile = fixedCase();
    ({ pdf, pages } = await buildIn(caseFile));
    caseFile.close();
    structure = await readStructure(pdf);
  });

  test.skipIf(!tools)('has the words of its pages in their order, without the running lines', () => {
    const read = letters(structText(pdf).join(''));
    expect(read.length).toBeGreaterThan(3_000);
    expect(read).toBe(letters(drawnText(pdf, pages, 56)));
    expect(outsideTool('qpdf', '--check', pdf)).toContain('No syntax or stream encoding errors');
    expect(outsideTool('pdfinfo', pdf)).toMatch(/Tagged:\s+yes/);
  });

  test.skipIf(!tools)('has the same words for two readers', () => {
    expect(letters(structure.map(({ text }) => text).join(''))).toBe(letters(structText(pdf).join('')));
  });

  test('says of each picture which exhibit it is, its title, where it is from, and the words that follow as text', () => {
    const figures = elementsOf('Figure', structure);
    expect(figures.length).toBeGreaterThan(2);
    for (const { alt } of figures) expect(alt).toMatch(/^证据 \d+ · Exhibit \d+  ·  .+  ·  https?:\/\//);
    const said = figures.flatMap(({ alt = '' }) => /^“(.+?)…?”$/.exec(alt.split('  ·  ').at(-1) ?? '')?.[1] ?? []);
    expect(said.length).toBeGreaterThan(0);
    const all = letters(structure.map(({ text }) => text).join(''));
    for (const words of said) expect(all.includes(letters(words)), words).toBe(true);
  });

  test('has tables with heads, rows that are alike, and links with their words', () => {
    const tables = elementsOf('Table', structure);
    const catalogue = tables.find(({ text }) => text.includes('证据名称'));
    const rows = (catalogue?.children ?? []).map(({ children }) => children.map(({ role }) => role));
    expect(rows[0]?.every((role) => role === 'TH')).toBe(true);
    expect(rows.length).toBeGreaterThan(2);
    for (const { children } of elementsOf('TR', structure)) expect(children.length).toBeGreaterThan(0);
    // A way back is part of the running lines: it can be followed, and nothing is read out.
    const ways = outsideTool('pdftotext', pdf, '-').split('← 目录').length - 1;
    const links = elementsOf('Link', structure);
    expect(links.filter(({ text }) => text === '')).toHaveLength(ways);
    expect(links.length).toBeGreaterThan(ways + 5);
  });

  test('says which words are in the other language', () => {
    const spans = [...elementsOf('Span', structure), ...elementsOf('P', structure), ...elementsOf('TD', structure)];
    for (const { lang, text } of spans.filter(({ lang: own }) => own === 'en')) {
      expect(text, lang).toMatch(/[A-Za-z]{2}/);
      expect(text).not.toMatch(/^[\p{sc=Han}]+$/u);
    }
  });
});

test('what is said of a picture is searched for words that were taken out', async () => {
  const { path } = await writePdf(() => [
    {
      draw: (canvas) =>
        canvas.picture(figureTag('证据 1  ·  王小明的电话'), { x: 0, y: 0, width: 9, height: 9 }, () => undefined),
    },
  ]);
  const { found } = await findLeaks([{ name: 'a.pdf', path }], ['王小明'], new AbortController().signal);
  expect(found.some(({ pdfObject }) => pdfObject !== null)).toBe(true);
});
