import type { PrintedPiece } from '../../reading/printed-papers.ts';
import type { Facts } from '../../reading/stored-facts.ts';
import type { Holding } from '../../holding.ts';
import { numbersIn, patternOf, type Keys } from '../statement.ts';
import { dueOfAxis, holdAxis } from '../axis/hold-axis.ts';
import { holdKeyNote, keyNotesOf } from './key-notes.ts';
import { matrixRows } from './matrix-rows.ts';
import { isTold, standingStatement } from './standing.ts';
import { chronologyRows, drawnRows, mediaRows, spreadRows, undatedOf } from './tables.ts';
import { holdWorking } from './working-lines.ts';

type Table = Readonly<{ titles: readonly string[]; rests: string; rows: (facts: Facts) => Keys; counted?: true }>;
const tables = {
  matrix: {
    titles: ['待证事实与证据对照表', 'Proofmatrix'],
    rests: 'plan.elements, claims, exhibits, text of the pages',
    rows: matrixRows,
  },
  chronology: { titles: ['时间线', 'Chronology'], rests: 'plan.chronology', rows: chronologyRows, counted: true },
  media: {
    titles: ['媒体报道一览表', 'Mediaschedule', 'Mediacoverage'],
    rests: 'exhibits.media, url',
    rows: mediaRows,
  },
  spread: { titles: ['传播关系', 'Spread'], rests: 'spread links', rows: spreadRows },
} as const satisfies Readonly<Record<string, Table>>;
type TableName = keyof typeof tables;
const isTable = (paper: string): paper is TableName => paper in tables;

/** Of a bundle that adds to another also the tables that are not there: none of them may lack a row. */
export function dueOfTables(papers: ReadonlySet<string>, holding: Holding): void {
  for (const paper of Object.keys(tables).filter(isTable))
    if (!papers.has(paper) && isTold(holding.facts, paper)) holdTable(tables[paper], paper, [], holding);
  dueOfAxis(papers, holding);
}

/** Papers that follow from what the lawyer arranged: each row and note, and that none is left out. */
export function holdArranged(paper: string, pieces: readonly PrintedPiece[], holding: Holding): boolean {
  if (isTable(paper)) holdTable(tables[paper], paper, pieces, holding);
  else if (paper === 'time-axis') holdAxis(pieces, holding);
  else if (paper === 'working') holdWorking(pieces, holding);
  else if (paper === 'key-page') {
    for (const piece of pieces) holdKeyNote(piece, holding);
    holding.due(paper, 'key-note', 'marks', keyNotesOf(holding.facts));
  } else return false;
  return true;
}

const spreadNote =
  /^(?:以下关系由办案人员逐一确认；依据为所列页面自身的文字、链接或发布时间。未列出不等于没有。发布时间未填写、无法识别或者只写到日的，其位置不表示先后；未写时区的按北京时间排列。|Eachlinkwasconfirmedbyapersononthebasisofthewords,linksorpublicationtimesofthepagesthemselves\.Alinknotlistedisnottherebyexcluded\.Whereapublicationtimeisnotstated,cannotbereadorgivesthedayonly,thepositionsaysnothingabouttheorder;timeswithoutazoneareplacedasBeijingtime\.)/u;
const undated =
  /^(?:证据(?<zh>[\d、–]+)行首括号内为取证或导入时间：未填写发布时间。|Exhibits?(?<en>[\d,–]+):thetimeinbracketsatthebeginningofthelineisthatofcaptureorimport;nopublicationtimeisstated\.)$/u;
const legend = /^(?:“–”表示未填写，不表示没有。|“–”meansnotfilledin,notthatthereisnothing\.)$/u;

function holdTable(
  { titles, rests, rows, counted }: Table,
  paper: TableName,
  pieces: readonly PrintedPiece[],
  holding: Holding,
) {
  const { facts } = holding;
  const standing = standingStatement(paper);
  const rest = patternOf(standing[facts.language]);
  const borne = rows(facts);
  const drawn = paper === 'spread' ? drawnRows(facts) : [];
  let [at, place] = [0, 0];
  for (const { cells } of pieces) {
    const [text = ''] = cells;
    const whole = cells.join(' | ');
    if (text === 'head' || titles.includes(text)) holding.plain(paper, 'heading', whole);
    else if (rest.test(text)) {
      const keys = standing.says?.({ ...rest.exec(text)?.groups }) ?? [];
      holding.add(paper, standing.id, standing.rests, text, keys, standing.holds(facts));
    } else if (legend.test(text)) {
      const isOpen = pieces.some((one) => one.cells.length > 1 && one.cells.includes('–'));
      holding.add(paper, 'legend', 'cells of the table', text, ['said'], isOpen ? ['said'] : []);
    } else if (cells.length > 1) {
      const row = cells.join('|');
      holding.add(paper, 'row', rests, whole, [counted ? `${at}|${row}` : row], borne);
      at += 1;
    } else if (paper === 'spread' && (spreadNote.test(text) || undated.test(text))) {
      const after = text.replace(spreadNote, '');
      const { zh, en } = undated.exec(after)?.groups ?? {};
      const isKnown = zh !== undefined || en !== undefined;
      if (after === '') holding.add(paper, 'spread-note', 'none: a method or a limit', text, ['said'], ['said']);
      else if (isKnown) holding.add(paper, 'undated', 'exhibits.media', text, numbersIn(zh ?? en), undatedOf(facts));
      else holding.plain(paper, 'unclassified', text);
    } else if (paper === 'spread') {
      holding.add(paper, 'drawn', 'exhibits.media, startedAt', text, [`${place}|${text}`], drawn);
      place += 1;
    } else holding.plain(paper, 'unclassified', whole);
  }
  holding.due(paper, 'row', rests, borne);
  if (at > 0) holding.due(paper, standing.id, standing.rests, standing.holds(facts));
  holding.due(paper, 'drawn', 'exhibits.media, startedAt', drawn);
  if (paper === 'spread') holding.due(paper, 'undated', 'exhibits.media', undatedOf(facts));
}
