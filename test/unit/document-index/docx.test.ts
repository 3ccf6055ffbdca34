import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { expect, describe, test } from 'vitest';
import { indexRows } from '../../../electron/intake/office/index-rows.ts';
import { freshFolder } from '../../fixtures/fascicle.ts';

const folder = freshFolder();
const main = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const other = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"';

let count = 0;
/** The rows of a table whose rows are these elements. */
function rowsOf(...rows: readonly string[]): readonly (readonly string[])[] {
  const document = `<w:document ${main} ${other}><w:body><w:tbl>${rows.join('')}</w:tbl></w:body></w:document>`;
  const path = join(folder, `index-${(count += 1)}.docx`);
  writeFileSync(path, zipSync({ 'word/document.xml': strToU8(document) }));
  const answer = indexRows(path);
  if (answer.as !== 'rows') throw new Error(answer.why);
  return answer.rows;
}
const run = (inside: string) => `<w:r>${inside}</w:r>`;
const text = (words: string) => run(`<w:t xml:space="preserve">${words}</w:t>`);
const cell = (inside: string, properties = '') => `<w:tc><w:tcPr>${properties}</w:tcPr><w:p>${inside}</w:p></w:tc>`;
const row = (...cells: readonly string[]) => `<w:tr>${cells.join('')}</w:tr>`;

describe('a Word index is read as Word shows it', () => {
  test('a hyphen that breaks no line is a hyphen: 88-1 is not 881', () => {
    const number = `${text('88')}${run('<w:noBreakHyphen/>')}${text('1')}`;
    expect(rowsOf(row(cell(number), cell(text('Letter'))))).toEqual([['88-1', 'Letter']]);
  });

  test('what a tracked change deleted or moved away is no text; where it was moved to, it is', () => {
    const moved = `<w:moveFrom>${text('12')}</w:moveFrom><w:del>${run('<w:delText>13</w:delText>')}</w:del><w:ins>${text('14')}</w:ins><w:moveTo>${text('a')}</w:moveTo>`;
    expect(rowsOf(row(cell(moved)))).toEqual([['14a']]);
  });

  test('a row that begins further in has its cells under their headings', () => {
    const inset = `<w:tr><w:trPr><w:gridBefore w:val="1"/></w:trPr>${cell(text('b'))}${cell(text('c'))}</w:tr>`;
    const wide = row(cell(text('x'), '<w:gridSpan w:val="2"/>'), cell(text('y')));
    expect(rowsOf(row(cell(text('1')), cell(text('2')), cell(text('3'))), inset, wide)).toEqual([
      ['1', '2', '3'],
      ['', 'b', 'c'],
      ['x', '', 'y'],
    ]);
  });

  test('a drawing’s words for old readers are not read a second time', () => {
    const box = (words: string) => `<w:drawing><w:txbxContent><w:p>${text(words)}</w:p></w:txbxContent></w:drawing>`;
    const both = `<mc:AlternateContent><mc:Choice>${box('stamp')}</mc:Choice><mc:Fallback>${box('stamp')}</mc:Fallback></mc:AlternateContent>`;
    expect(rowsOf(row(cell(text('7') + run(both))))[0]?.[0]?.match(/stamp/g)).toHaveLength(1);
  });

  test('a number that Word counts by itself is not taken for none: the index is refused with what to do', () => {
    const counted = '<w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr>';
    expect(() => rowsOf(row(cell(text('No.')), cell(text('Title'))), row(cell(counted), cell(text('Letter'))))).toThrow(
      /office-numbering/,
    );
    // A list within a text, as in a purpose, has words of its own.
    expect(rowsOf(row(cell(`${counted}${text('first')}`)))).toEqual([['first']]);
    const none = '<w:pPr><w:numPr><w:numId w:val="0"/></w:numPr></w:pPr>';
    expect(rowsOf(row(cell(none), cell(text('Letter'))))).toEqual([['', 'Letter']]);
  });
});
