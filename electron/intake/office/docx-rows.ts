import { local, NotOffice, readXml, type OfficeParts } from './office-parts.ts';

/**
 * The rows of the table with the most rows of a Word document (WordprocessingML, ECMA-376 part 1 §17.4): one text for
 * each column, paragraphs and breaks as line breaks. Text that a tracked change deleted is no text; a cell over several
 * columns stands in the first of them. A table inside a cell is text of that cell.
 */
export function docxRows(parts: OfficeParts): readonly (readonly string[])[] {
  const document = parts.get('word/document.xml');
  if (document === undefined) throw new NotOffice('it has no word/document.xml');
  const tables: string[][][] = [];
  let depth = 0;
  let cell: string | null = null;
  let span = 1;
  let inText = false;
  const add = (text: string) => {
    if (cell !== null) cell += text;
  };
  readXml(document, {
    onopentag: (name, attributes) => {
      switch (local(name)) {
        case 'tbl':
          depth += 1;
          if (depth === 1) tables.push([]);
          break;
        case 'tr':
          if (depth === 1) tables.at(-1)?.push([]);
          break;
        case 'tc':
          if (depth === 1) [cell, span] = ['', 1];
          break;
        case 'gridSpan':
          span = Math.min(100, Math.max(1, Number(attributes['w:val'] ?? 1) || 1));
          break;
        case 'p':
          if (cell) add('\n');
          break;
        case 'br':
        case 'cr':
          add('\n');
          break;
        case 'tab':
          add('\t');
          break;
        case 't':
          inText = true;
          break;
      }
    },
    ontext: (text) => {
      if (inText) add(text);
    },
    onclosetag: (name) => {
      switch (local(name)) {
        case 't':
          inText = false;
          break;
        case 'tc':
          if (depth !== 1) break;
          tables
            .at(-1)
            ?.at(-1)
            ?.push((cell ?? '').trimEnd(), ...Array<string>(span - 1).fill(''));
          cell = null;
          break;
        case 'tbl':
          depth -= 1;
          break;
      }
    },
  });
  return tables.reduce<readonly (readonly string[])[]>((best, one) => (one.length > best.length ? one : best), []);
}
