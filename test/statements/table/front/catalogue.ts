import type { Holding } from '../../holding.ts';
import { withoutBlanks } from '../../reading/printed-words.ts';
import type { PrintedPiece } from '../../reading/printed-papers.ts';
import type { Facts, StoredExhibit } from '../../reading/stored-facts.ts';
import { isReport } from '../after-order/hold-report.ts';
import { purposeOf } from '../after-order/rows.ts';
import { summaryKeys } from '../after-order/summaries.ts';
import { word } from '../arranged/tables.ts';
import { isWhole } from '../changes.ts';
import { cataloguedBefore } from '../arranged/standing.ts';
import { isCaptureRecord, type Keys } from '../statement.ts';
import { timesPrinted } from './times.ts';
import { pagesInPdf } from './running.ts';

const paper = 'catalogue';
/** Heads of its columns without blanks, and what stands in each. */
const columns: readonly (readonly [zh: string, en: string, column: string])[] = [
  ['编号', 'No.', 'number'],
  ['证据名称', 'Title', 'title'],
  ['证据种类', 'Kindofevidence', 'kind'],
  ['来源', 'Source', 'source'],
  ['形成/取证时间', 'Datemade/captured', 'time'],
  ['内容摘要', 'Summary', 'summary'],
  ['证明目的', 'Purposeofproof', 'purpose'],
  ['页码', 'Pages', 'pages'],
  ['份数', 'Copies', 'copies'],
  ['原件/复制件', 'Originalorcopy', 'original'],
  ['备注', 'Remarks', 'remarks'],
  // Singapore's own terms; a head of two lines is known by its first one.
  ['编号', 'Referencein', 'number'],
  ['编号', 'Referenceinaffidavit', 'number'],
  ['证据名称', 'Natureofexhibit', 'title'],
  ['页码', 'Pageno.', 'pages'],
];
const rests: Readonly<Record<string, string>> = {
  ...{ number: 'number', title: 'exhibits.title', kind: 'exhibits.kind, kind', source: 'exhibits.source' },
  ...{
    time: 'exhibits.date, formed, startedAt',
    summary: 'exhibits.summary, looks',
    purpose: 'exhibits.purpose, order',
  },
  ...{ pages: 'the pages of the PDF itself', copies: 'exhibits.copies, facts.respondents' },
  ...{ original: 'exhibits.original', remarks: 'exhibits.remarks, outcome' },
};
const isRow = ({ cells }: PrintedPiece): boolean => /^\d+(?:$|（|\()/u.test(cells[0] ?? '');

/** In a bundle that adds to another: number, title and pages of what stands in that one's catalogue as it would here. */
export const unchangedInCatalogue = (facts: Facts): Keys =>
  cataloguedBefore(facts).map((about) =>
    [about.number, ...['title', 'pages'].flatMap((column) => borne(facts, about, column))].map(withoutBlanks).join('|'),
  );

/** Every cell of every row, and the heading under which it stands. */
export function holdCatalogue(
  pieces: readonly PrintedPiece[],
  holding: Holding,
  legend: (piece: PrintedPiece) => void,
) {
  const { facts } = holding;
  let shown: readonly string[] = [];
  let group = '';
  for (const piece of pieces) {
    const { cells } = piece;
    const text = cells.filter(Boolean).join(' | ');
    if (cells[0] === 'head') {
      shown = cells.slice(1).map((head) => columns.find((names) => names.slice(0, 2).includes(head))?.[2] ?? '');
      for (const [at, column] of shown.entries())
        if (column === '') holding.plain(paper, 'unclassified', `head: ${cells[at + 1] ?? ''}`);
    } else if (cells.length === 1) legend(piece);
    else if (isRow(piece)) holdCells(piece, shown, group, holding);
    else if (/签名|Signature/u.test(text)) holding.plain(paper, 'heading', text);
    else {
      group = cells.join('');
      const groups = facts.exhibits.map(({ stated }) => withoutBlanks(stated?.group ?? ''));
      if (isReport(facts)) holding.plain(paper, 'own words', text);
      else holding.add(paper, 'group', 'exhibits.group', text, [group], groups);
    }
  }
  const stand = new Set(cataloguedBefore(facts));
  const numbers = facts.exhibits.filter((one) => !stand.has(one)).map(({ number }) => number);
  for (const column of new Set(shown)) {
    const due = numbers.flatMap((number) => cellKeys(facts, number, column).slice(0, 1));
    holding.due(paper, column, rests[column] ?? '', due);
  }
}

function holdCells({ cells }: PrintedPiece, shown: readonly string[], group: string, holding: Holding): void {
  const { facts } = holding;
  const number = /^\d+/u.exec(cells[0] ?? '')?.[0] ?? '';
  for (const [at, column] of shown.entries()) {
    const cell = cells[at] ?? '';
    const said = column === 'remarks' ? remarksSaid(cell) : cell;
    holding.add(
      paper,
      column,
      rests[column] ?? '',
      `${number}: ${cell}`,
      [`${number}|${said}`],
      cellKeys(facts, number, column),
    );
  }
  const about = facts.exhibits.find((one) => one.number === number);
  if (!isReport(facts) && about?.stated)
    holding.add(
      paper,
      'in-group',
      'exhibits.group',
      number,
      [`${number}|${group}`],
      [`${number}|${withoutBlanks(about.stated.group ?? '')}`],
    );
}

/** Of an outcome that is not whole only that it is not: its four answers stand above the picture. */
const remarksSaid = (cell: string): string => cell.replace(/(结果：|Outcome:)(?!完整$|complete$).+$/u, '$1short');

const cellKeys = (facts: Facts, number: string, column: string): readonly string[] => {
  const about = facts.exhibits.find((one) => one.number === number);
  return about ? borne(facts, about, column).map((cell) => `${number}|${withoutBlanks(cell)}`) : [];
};

/** A page, and a mail that nobody called something else. */
const isElectronic = ({ record, stated }: StoredExhibit): boolean =>
  record.kind === 'capture' || (stated === null && /\.eml$/iu.test(record.fileName ?? ''));
/** Of what nobody has described. */
const sourceSaid: Readonly<Record<'capture' | 'import', readonly [string, string]>> = {
  capture: ['由 Fascicle 程序取证', 'Captured with the program Fascicle'],
  import: ['导入文件，并非由本程序取证', 'Imported file, not captured by this program'],
};

function borne(facts: Facts, about: StoredExhibit, column: string): readonly string[] {
  const { number, record, stated } = about;
  const filing = facts.manifest.edition === 'filing';
  const lack = word(facts, '【缺】', '[missing]');
  const told = (text: string | undefined) => [text?.trim() ? text : filing ? '–' : lack];
  const open = (text: string | number | undefined) => [String(text ?? (filing ? '–' : ''))];
  switch (column) {
    case 'number':
      return [number];
    case 'title':
      return [facts.manifest.exhibits.find((one) => one.number === number)?.title ?? ''];
    case 'kind':
      return open(stated?.kind ?? (isElectronic(about) ? word(facts, '电子数据', 'Electronic data') : undefined));
    case 'source':
      return told(stated?.source ?? word(facts, ...sourceSaid[isCaptureRecord(record) ? 'capture' : 'import']));
    case 'time':
      return [timesPrinted(facts, about, false)];
    case 'summary':
      if (!isReport(facts)) return told(stated?.summary);
      return summaryKeys(facts).flatMap((one) => (one.startsWith(`${number}|`) ? [one.slice(number.length + 1)] : []));
    case 'purpose':
      return isReport(facts) ? purposeOf(facts, record) : told(stated?.purpose);
    case 'pages':
      return [pagesInPdf(facts, number)];
    case 'copies':
      return open(stated?.copies ?? (facts.stated.respondents?.length || undefined));
    case 'original':
      return open(
        stated?.original === undefined
          ? undefined
          : stated.original === 'original'
            ? word(facts, '原件', 'original')
            : word(facts, '复制件', 'copy'),
      );
    default: {
      const outcome = `${word(facts, '结果：', 'Outcome:')}${isWhole(record) ? word(facts, '完整', 'complete') : 'short'}`;
      const own = isReport(facts) ? undefined : stated?.remarks;
      return [[own ?? '', outcome].filter(Boolean).join(word(facts, '；', ';'))];
    }
  }
}
