/** What a column of an index holds, told by its heading. */
const headings = {
  number:
    /^(?:(?:证据)?(?:编号|序号)|号|no\.?|number|num|item(?: no\.?)?|exhibit(?: no\.?| number)?|ex\.?|ref(?:erence)?\.?|doc(?:ument)?(?: no\.?| number)|#)$/i,
  tab: /^(?:tab(?: no\.?)?|分册|标签)$/i,
  title:
    /^(?:证据名称|文件名称|名称|标题|材料名称|title|description|document|name|document (?:title|name|description)|description of document|nature of exhibit|particulars)$/i,
  file: /^(?:文件|文件名|电子文件(?:名)?|附件|路径|file|file ?name|document file|path|pdf)$/i,
  group: /^(?:组别|组|分组|证据组|group|section|part|category|divider)$/i,
  date: /^(?:日期|时间|形成时间|取证时间|形成\/取证时间|date|document date|date of document|dated)$/i,
  source: /^(?:来源|证据来源|source|provenance|from|produced by)$/i,
  purpose: /^(?:证明对象|证明目的|证明内容|证明对象（目的）|证明事项|待证事实|purpose|purpose of proof|relevance)$/i,
  summary: /^(?:内容摘要|摘要|内容|内容说明|summary|content|contents)$/i,
  remarks: /^(?:备注|说明|remarks?|comments?)$/i,
} as const;
type Column = keyof typeof headings;

/** One row of an index that names a document. Empty texts where it says nothing. */
export type IndexEntry = Readonly<
  { /** As the file counts its rows, from 1. */ row: number } & Record<Exclude<Column, 'tab'>, string>
>;

/** An index as read: null where no row looks like its head. */
export type DocumentIndex = Readonly<{
  /** The headings that were understood, as they stand in the file, and those that were not. */
  columns: readonly Readonly<{ heading: string; column: Column }>[];
  ignored: readonly string[];
  entries: readonly IndexEntry[];
}>;

/** How far down the head of an index is looked for, and the longest text that a cell gives; a cut one says how much it lacks. */
const most = { headRow: 30, cell: 4_000 } as const;

/**
 * Reads the rows of an index as lawyers write them: some rows of title, a head, a row for each document, rows with a
 * single text that head a group. Columns are told by their headings, in Chinese or English; others are left alone and
 * said. A *tab* is the document's number where the index has no other, else its group.
 *
 * @param rows texts by row and column, as a Word table or an Excel sheet has them
 */
export function readIndex(rows: readonly (readonly string[])[]): DocumentIndex | null {
  const at = rows.slice(0, most.headRow).findIndex((row) => {
    const known = row.flatMap((text) => columnOf(text) ?? []);
    return known.length >= 2 && known.some((one) => one === 'title' || one === 'file');
  });
  const head = rows[at];
  if (!head) return null;
  const columnIndexes = new Map<Column, number>();
  const ignored: string[] = [];
  head.forEach((text, index) => {
    const column = columnOf(text);
    if (column !== null && !columnIndexes.has(column)) columnIndexes.set(column, index);
    else if (tidy(text) !== '') ignored.push(tidy(text));
  });
  const tab = columnIndexes.get('tab');
  if (tab !== undefined && !columnIndexes.has('number')) columnIndexes.set('number', tab);
  else if (tab !== undefined && !columnIndexes.has('group')) columnIndexes.set('group', tab);
  return {
    columns: [...columnIndexes].map(([column, index]) => ({ heading: tidy(head[index] ?? ''), column })),
    ignored,
    entries: entriesUnder(rows, at, columnIndexes),
  };
}

function entriesUnder(
  rows: readonly (readonly string[])[],
  head: number,
  columnIndexes: ReadonlyMap<Column, number>,
): readonly IndexEntry[] {
  const entries: IndexEntry[] = [];
  let group = '';
  for (const [below, row] of rows.slice(head + 1).entries()) {
    const filled = row.filter((text) => tidy(text) !== '');
    const cell = (column: Column): string => bounded(tidy(row[columnIndexes.get(column) ?? -1] ?? ''));
    const [alone = ''] = filled;
    if (filled.length === 0) continue;
    // A row with one text is a heading, unless that text is a document's title or file in an index of those alone.
    if (
      filled.length === 1 &&
      columnIndexes.size > 1 &&
      cell('file') === '' &&
      !(cell('title') !== '' && columnIndexes.size === 2)
    ) {
      group = tidy(alone);
      continue;
    }
    const entry = {
      row: head + below + 2,
      number: cell('number').replace(/[.、．)）]$/, ''),
      title: cell('title'),
      file: cell('file'),
      group: cell('group') || group,
      date: cell('date'),
      source: cell('source'),
      purpose: cell('purpose'),
      summary: cell('summary'),
      remarks: cell('remarks'),
    };
    if (entry.title !== '' || entry.file !== '') entries.push(entry);
  }
  return entries;
}

function columnOf(text: string): Column | null {
  const heading = tidy(text).replace(/[:：]$/, '');
  const found = Object.entries(headings).find(([, pattern]) => pattern.test(heading));
  return found ? (found[0] as Column) : null; // the keys of the table above
}

const bounded = (text: string): string =>
  text.length > most.cell ? `${text.slice(0, most.cell).toWellFormed()}… [+${text.length - most.cell}]` : text;

/** Line breaks and runs of blanks as one blank. */
const tidy = (text: string): string => text.replace(/\s+/g, ' ').trim();
