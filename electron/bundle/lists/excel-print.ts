import type { Feature } from 'write-excel-file/node';
import type { PageSize } from '../layout.ts';

/** How a sheet is printed, and which of its rows are the table. */
type SheetPrint = Readonly<{
  sheet: string;
  size: PageSize;
  /** The row of the column names, counted from 1, and the last of the table. */
  head: number;
  last: number;
  columns: number;
  /** With `{page}` and `{pages}`. */
  pageOf: string;
}>;

/** Sizes of paper by their numbers in ECMA-376 part 1 §18.3.1.63, in points, the shorter side first. */
const papers = [
  { number: 1, shorter: 612, longer: 792 },
  { number: 5, shorter: 612, longer: 1008 },
  { number: 8, shorter: 842, longer: 1191 },
  { number: 9, shorter: 595, longer: 842 },
] as const;

const inches = (points: number): string => (points / 72).toFixed(3);
/** Room between the edge of the paper and the line with the page number, in points. */
const footer = 18;

/**
 * Print set-up that `write-excel-file` has no option for: as wide as the page, the head on each, page numbers, a filter over
 * the table, and the style that every cell is based on. Elements have a fixed order (ECMA-376 part 1 §18.3.1.99, §18.2.27).
 */
export function printSetUp<FileContent>(print: SheetPrint): Feature<FileContent> {
  return {
    files: {
      transform: {
        'xl/worksheets/sheet{id}.xml': { transform: (xml) => printedSheet(xml, print) },
        'xl/workbook.xml': { transform: (xml) => xml.replace('<definedNames/>', definedNames(print)) },
        'xl/styles.xml': { transform: withBaseStyle },
      },
    },
  };
}

function printedSheet(xml: string, { size, head, last, columns, pageOf }: SheetPrint): string {
  const { margin } = size;
  const table = `A${head}:${columnName(columns)}${last}`;
  const margins = {
    left: margin.left,
    right: margin.right,
    top: margin.top,
    bottom: margin.bottom,
    header: footer,
    footer,
  };
  const pageMargins = Object.entries(margins).map(([side, points]) => ` ${side}="${inches(points)}"`);
  const foot = pageOf.replaceAll('&', '&&').replaceAll('{page}', '&P').replaceAll('{pages}', '&N');
  const set = [
    `<printOptions horizontalCentered="1"/><pageMargins${pageMargins.join('')}/>`,
    `<pageSetup paperSize="${paperOf(size)}" fitToWidth="1" fitToHeight="0"`,
    ` orientation="${size.width > size.height ? 'landscape' : 'portrait'}"/>`,
    `<headerFooter><oddFooter>&amp;C${escaped(foot)}</oddFooter></headerFooter>`,
    `<ignoredErrors><ignoredError sqref="${table}" numberStoredAsText="1"/></ignoredErrors>`,
  ].join('');
  return xml
    .replace(/<pageMargins[^>]*\/><pageSetup[^>]*\/>/, () => set)
    .replace('<sheetViews>', '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews>')
    .replace('</sheetData>', `</sheetData><autoFilter ref="${table}"/>`);
}

/** Names that make the head stand on every page, and by which programs find the filtered rows. */
function definedNames({ sheet, head, last, columns }: SheetPrint): string {
  const of = `'${sheet.replaceAll("'", "''")}'!`;
  const table = `$A$${head}:$${columnName(columns)}$${last}`;
  return [
    '<definedNames>',
    `<definedName name="_xlnm._FilterDatabase" localSheetId="0" hidden="1">${escaped(of)}${table}</definedName>`,
    `<definedName name="_xlnm.Print_Titles" localSheetId="0">${escaped(of)}$${head}:$${head}</definedName>`,
    '</definedNames>',
  ].join('');
}

function withBaseStyle(xml: string): string {
  return xml
    .replace(
      '<cellXfs',
      '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>$&',
    )
    .replace('</cellXfs>', '$&<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>');
}

/** The paper that is nearest in size. */
function paperOf({ width, height }: PageSize): number {
  const [shorter, longer] = [Math.min(width, height), Math.max(width, height)];
  const off = (paper: (typeof papers)[number]) => Math.abs(paper.shorter - shorter) + Math.abs(paper.longer - longer);
  return papers.reduce((best, paper) => (off(paper) < off(best) ? paper : best)).number;
}

/** `1` → `A`, `27` → `AA`. */
function columnName(number: number): string {
  const [more, letter] = [Math.floor((number - 1) / 26), (number - 1) % 26];
  return `${more > 0 ? columnName(more) : ''}${String.fromCharCode(65 + letter)}`;
}

const escaped = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
