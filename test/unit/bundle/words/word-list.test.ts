import { expect, test } from 'vitest';
import { wordDraft } from '../../../../electron/bundle/application/word-draft.ts';
import { wordList } from '../../../../electron/bundle/lists/word-list.ts';
import { listOf, partsInside, startTags } from './list-room.ts';

const rows = [{ across: '第一组' }, { cells: ['1', 'a\nb'] }, { cells: ['2', 'c'] }];
const made = wordList(listOf(['No.', 'Title'], rows, { toFillIn: ['Signature', 'Date'] })).then(partsInside);

/** The paragraphs of a part: style, whether it stays with the next, text. */
const paragraphsOf = (xml: string) =>
  [...xml.matchAll(/<w:p>(.*?)<\/w:p>|<w:p\/>/gs)].map(([, within = '']) => ({
    style: /<w:pStyle w:val="([^"]+)"/.exec(within)?.[1] ?? null,
    keeps: within.includes('<w:keepNext/>'),
    text: [...within.matchAll(/<w:t[ >][^<]*/g)].map(([one]) => one.replace(/<[^>]*>/, '')).join(''),
  }));

test('the head of a list is repeated, and no row of it is split', async () => {
  const table = (await made)('word/document.xml').replace(/.*<w:tbl>/s, '');
  const properties = table.split('<w:tr>').slice(1);
  expect(properties).toHaveLength(5); // head, group, two rows, what is signed
  for (const row of properties) expect(row).toMatch(/^<w:trPr><w:cantSplit\/>/);
  expect(properties.map((row) => row.includes('<w:tblHeader/>'))).toEqual([true, false, false, false, false]);
});

test('each paragraph has a style by its name, and what is signed keeps the last row with it', async () => {
  expect(paragraphsOf((await made)('word/document.xml'))).toEqual([
    { style: 'Heading1', keeps: false, text: 'Catalogue &amp; &apos;list&apos;' },
    { style: 'Note', keeps: false, text: 'a case' },
    { style: 'Note', keeps: false, text: 'its state' },
    { style: 'Note', keeps: false, text: '' },
    { style: 'TableHead', keeps: false, text: 'No.' },
    { style: 'TableHead', keeps: false, text: 'Title' },
    { style: 'Heading2', keeps: true, text: '第一组' },
    { style: 'TableText', keeps: false, text: '1' },
    { style: 'TableText', keeps: false, text: 'ab' },
    { style: 'TableText', keeps: true, text: '2' },
    { style: 'TableText', keeps: true, text: 'c' },
    { style: 'ToFillIn', keeps: false, text: 'Signature ______________________' },
    { style: 'ToFillIn', keeps: false, text: 'Date ______________________' },
    { style: 'TableEnd', keeps: false, text: '' },
  ]);
  const named = startTags((await made)('word/styles.xml'), 'w:style').map((one) => one['w:styleId']);
  for (const id of ['Heading1', 'Heading2', 'Note', 'TableHead', 'TableText', 'ToFillIn', 'TableEnd', 'Footer'])
    expect(named).toContain(id);
});

test('pages are numbered by fields, which the program that opens the file fills', async () => {
  const foot = (await made)('word/footer1.xml');
  expect([...foot.matchAll(/<w:instrText[^>]*>(\w+)</g)].map(([, field]) => field)).toEqual(['PAGE', 'NUMPAGES']);
  expect(paragraphsOf(foot)).toEqual([{ style: 'Footer', keeps: false, text: 'Page  of ' }]);
});

test('columns have together the width of the page, and no word of the head is broken', async () => {
  const names = ['Address', ...Array<string>(11).fill('Remarks')];
  const list = listOf(names, [{ cells: ['x'.repeat(500), ...Array<string>(11).fill('1')] }]);
  const document = partsInside(await wordList(list))('word/document.xml');
  const widths = startTags(document, 'w:gridCol').map((one) => Number(one['w:w']));
  const sum = widths.reduce((all, one) => all + one, 0);
  expect(sum).toBeGreaterThan(15_020);
  expect(sum).toBeLessThanOrEqual(15_038); // 841.89 − 90 points
  // “Remarks” at 8 points, bold, is about 33 points, and a cell keeps 7 free beside its text: 800 twips.
  for (const width of widths) expect(width).toBeGreaterThan(800);
  expect(widths[0]).toBeGreaterThan(sum / 4);
});

test('a draft has headings for its parts, its mark on every page, and page numbers', async () => {
  const lines = (['title', 'heading', 'element', 'line'] as const).map((as) => ({ as, text: `a ${as}` }));
  const draft = partsInside(
    await wordDraft({ header: 'DRAFT', lines, open: 0, pageOf: '第 {page} 页，共 {pages} 页' }),
  );
  expect(paragraphsOf(draft('word/document.xml')).map(({ style }) => style)).toEqual([
    'Title',
    'Heading1',
    'Heading2',
    null,
  ]);
  expect(paragraphsOf(draft('word/header1.xml'))).toEqual([{ style: 'Header', keeps: false, text: 'DRAFT' }]);
  expect(draft('word/footer1.xml')).toMatch(/PAGE<.*NUMPAGES</s);
  const levels = draft('word/styles.xml').match(/w:styleId="Heading[12]".*?<w:outlineLvl w:val="\d"/gs);
  expect(levels?.map((one) => one.slice(-2, -1))).toEqual(['0', '1']);
});
