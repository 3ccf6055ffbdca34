import { local, NotOffice, readXml, type OfficeParts } from './office-parts.ts';

/** Columns beyond this are not an index's. */
const mostColumns = 200;
const mostRows = 50_000;

/**
 * The rows of the first sheet of an Excel workbook (SpreadsheetML, ECMA-376 part 1 §18): shown values as texts, an empty
 * text where a cell is empty. Numbers stand as they are stored; those with a format of a date become `2019-05-06`.
 */
export function xlsxRows(parts: OfficeParts): readonly (readonly string[])[] {
  const sheet = parts.get(firstSheet(parts));
  if (sheet === undefined) throw new NotOffice('it has no sheet');
  const shared = sharedTexts(parts.get('xl/sharedStrings.xml') ?? '');
  const dates = dateStyles(parts.get('xl/styles.xml') ?? '');
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  let type = 'n';
  let style = 0;
  let value = '';
  let taking = false;
  let phonetic = false;
  readXml(sheet, {
    onopentag: (name, attributes) => {
      switch (local(name)) {
        case 'row': {
          const number = Number(attributes['r'] ?? rows.length + 1);
          if (!(number >= 1 && number <= mostRows)) throw new NotOffice('it has too many rows');
          while (rows.length < number - 1) rows.push([]);
          row = [];
          at = 0;
          rows.push(row);
          break;
        }
        case 'c':
          at = attributes['r'] === undefined ? at : columnOf(attributes['r']);
          type = attributes['t'] ?? 'n';
          style = Number(attributes['s'] ?? 0);
          value = '';
          break;
        case 'rPh': // how a name is read aloud, not part of it
          phonetic = true;
          break;
        case 'v':
        case 't':
          taking = true;
          break;
      }
    },
    ontext: (text) => {
      if (taking && !phonetic) value += text;
    },
    onclosetag: (name) => {
      switch (local(name)) {
        case 'v':
        case 't':
          taking = false;
          break;
        case 'rPh':
          phonetic = false;
          break;
        case 'c':
          if (at < mostColumns && value !== '') {
            while (row.length < at) row.push('');
            row[at] =
              type === 's' ? (shared[Number(value)] ?? '') : type === 'n' && dates.has(style) ? dayOf(value) : value;
          }
          at += 1;
          break;
      }
    },
  });
  return rows;
}

/** `B3` → 1 */
function columnOf(reference: string): number {
  let column = 0;
  for (const letter of reference.replace(/[^A-Za-z].*$/, '').toUpperCase())
    column = column * 26 + letter.charCodeAt(0) - 64;
  return Math.max(0, column - 1);
}

/** The part that holds the sheet which stands first in the workbook. */
function firstSheet(parts: OfficeParts): string {
  let id: string | undefined;
  readXml(parts.get('xl/workbook.xml') ?? '', {
    onopentag: (name, attributes) => {
      if (local(name) === 'sheet' && attributes['state'] === undefined) id ??= attributes['r:id'];
    },
  });
  let target: string | undefined;
  readXml(parts.get('xl/_rels/workbook.xml.rels') ?? '', {
    onopentag: (name, attributes) => {
      if (local(name) === 'Relationship' && attributes['Id'] === id) target ??= attributes['Target'];
    },
  });
  const path = target ?? 'worksheets/sheet1.xml';
  return path.startsWith('/') ? path.slice(1) : `xl/${path}`;
}

function sharedTexts(xml: string): readonly string[] {
  const texts: string[] = [];
  let taking = false;
  let phonetic = false;
  readXml(xml, {
    onopentag: (name) => {
      const tag = local(name);
      if (tag === 'si') texts.push('');
      if (tag === 'rPh') phonetic = true;
      if (tag === 't') taking = true;
    },
    ontext: (text) => {
      if (taking && !phonetic && texts.length > 0) texts[texts.length - 1] = `${texts.at(-1) ?? ''}${text}`;
    },
    onclosetag: (name) => {
      const tag = local(name);
      if (tag === 'rPh') phonetic = false;
      if (tag === 't') taking = false;
    },
  });
  return texts;
}

/** Styles of cells that show a number as a date: the built-in formats 14 to 17 and 22, Chinese 27 to 36, and own ones. */
function dateStyles(xml: string): ReadonlySet<number> {
  const own = new Set<number>();
  const styles = new Set<number>();
  let inCells = false;
  let index = 0;
  readXml(xml, {
    onopentag: (name, attributes) => {
      const tag = local(name);
      if (tag === 'numFmt' && /[yd]/i.test((attributes['formatCode'] ?? '').replace(/"[^"]*"|\[[^\]]*\]|\\./g, '')))
        own.add(Number(attributes['numFmtId']));
      if (tag === 'cellXfs') inCells = true;
      if (tag !== 'xf' || !inCells) return;
      const format = Number(attributes['numFmtId'] ?? 0);
      if ((format >= 14 && format <= 17) || format === 22 || (format >= 27 && format <= 36) || own.has(format))
        styles.add(index);
      index += 1;
    },
    onclosetag: (name) => {
      if (local(name) === 'cellXfs') inCells = false;
    },
  });
  return styles;
}

/** Days since 1899-12-30, as Excel counts for every day after February 1900. */
function dayOf(value: string): string {
  const days = Number(value);
  const time = Date.UTC(1899, 11, 30) + Math.floor(days) * 86_400_000;
  return days > 60 && days < 2_958_466 ? new Date(time).toISOString().slice(0, 10) : value;
}
