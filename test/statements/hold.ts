import type { PrintedPiece } from './reading/printed-papers.ts';
import type { Facts, StoredExhibit } from './reading/stored-facts.ts';
import { Holding, type Held } from './holding.ts';
import { checksBorneOut, clockStatements, environmentStatements, tableOfChecks } from './table/certificate.ts';
import { methodStatements, verifyStatements } from './table/method.ts';
import { changeStatements } from './table/changes.ts';
import { withoutBlanks } from './reading/printed-words.ts';
import { afterHeadings } from './table/headings.ts';
import { signerStatements } from './table/signer.ts';
import {
  custodyRow,
  custodyRows,
  hashRow,
  hashRows,
  recordRow,
  recordRows,
  recodedRow,
  recodedRows,
} from './table/lists.ts';
import { addendumStatements, coverStatements, listStatements, verificationStatements } from './table/other-papers.ts';
import {
  answersBorneOut,
  answerSaid,
  sheetLines,
  stepSaid,
  stepsBorneOut,
  warningsOf,
  warningsSaid,
} from './table/sheet.ts';
import { holdReport, holdSides, isReport } from './table/after-order/hold-report.ts';
import { purposeOf } from './table/after-order/rows.ts';
import { dueOfTables, holdArranged } from './table/arranged/hold-arranged.ts';
import { certifiedBefore, speakingOf } from './table/arranged/standing.ts';
import { holdCatalogue, unchangedInCatalogue } from './table/front/catalogue.ts';
import { holdFront } from './table/front/hold-front.ts';
import { toSecond } from './table/front/times.ts';
import { holdLinks, holdRunning } from './table/front/running.ts';
import { drawnStatements, holdDrawn } from './table/drawn.ts';
import { holdMeasured } from './table/measured/hold-measured.ts';
import { openingSays, purposeSaid } from './table/opening.ts';
import { headsOfAnnex, sharedHead, technicalRows, type TechnicalRows } from './technical.ts';
import { receiptStatements, verdictStatements } from './table/verdicts.ts';
import { patternOf, type Keys, type Statement } from './table/statement.ts';

const certificateStatements = [
  certifiedBefore,
  ...signerStatements,
  ...clockStatements,
  ...environmentStatements,
  ...methodStatements,
  ...changeStatements,
  ...drawnStatements,
  ...verifyStatements,
];
const ofPaper: Readonly<Record<string, readonly Statement[]>> = {
  certificate: certificateStatements,
  verification: verificationStatements,
  addendum: addendumStatements,
  cover: coverStatements,
  ...listStatements,
  ...verdictStatements,
  receive: receiptStatements,
};
const patterns = new Map<Statement, Readonly<Record<Facts['language'], RegExp>>>();
const patternFor = (statement: Statement, language: Facts['language']): RegExp => {
  const known = patterns.get(statement) ?? { zh: patternOf(statement.zh), en: patternOf(statement.en) };
  patterns.set(statement, known);
  return known[language];
};

/** Every piece of every paper of a bundle, held against the records. */
export function holdAgainst(pieces: readonly PrintedPiece[], facts: Facts): readonly Held[] {
  const holding = new Holding(facts);
  const papers: ReadonlySet<string> = new Set(pieces.map(({ paper }) => paper));
  const of = (paper: string) => pieces.filter((piece) => piece.paper === paper);
  if (papers.has('compliance')) holdReport(of('compliance'), holding);
  if (papers.has('side-by-side')) holdSides(of('side-by-side'), holding);
  const whole = [holdArranged, holdFront, holdMeasured];
  const arranged = new Set([...papers].filter((paper) => whole.some((hold) => hold(paper, of(paper), holding))));
  const technical = holdTechnical(of(paperOfAnnex), holding);
  for (const piece of pieces) {
    if (
      arranged.has(piece.paper) ||
      piece.paper === 'drawn' ||
      piece.paper === 'catalogue' ||
      piece.paper === 'compliance' ||
      piece.paper === 'side-by-side' ||
      piece.paper === paperOfAnnex
    )
      continue;
    if (piece.paper === 'opening') holdOpening(piece, technical, holding);
    else if (piece.paper in rowsOf && piece.cells.length > (piece.paper === 'addendum' ? 2 : 3))
      holdRow(piece, holding);
    else if (piece.paper === 'certificate' && piece.cells.length === 4) holdCheck(piece, holding);
    else if (piece.paper === 'cover' && piece.cells.length === 2) holdCover(piece, holding);
    else if (legend.test(piece.cells.join(''))) holdLegend(piece, pieces, holding);
    else holdSentence(piece, holding);
  }
  const outside = (piece: PrintedPiece) => {
    if (legend.test(piece.cells.join(''))) holdLegend(piece, pieces, holding);
    else holdSentence(piece, holding);
  };
  if (papers.has('catalogue')) holdCatalogue(of('catalogue'), holding, outside);
  if (papers.has('cover')) {
    holdDrawn(of('drawn'), holding);
    holdRunning(holding);
    holdLinks(holding);
  }
  for (const paper of papers) dueOf(paper, holding);
  dueOfTables(papers, holding);
  if (papers.has('cover')) dueOfAnnex(technical, holding);
  return holding.held;
}

/** What a paper speaks of. */
const factsOf = (paper: string, facts: Facts): Facts =>
  paper === 'certificate' || paper === 'hash-list' ? speakingOf(facts, paper) : facts;

/** Operators of the records, and what the case states of its declarant: each may stand on a line of its own. */
function peopleOf({ exhibits, declarant }: Facts): readonly string[] {
  const stated = [...exhibits.map(({ record }) => record.operator ?? ''), ...Object.values(declarant ?? {})];
  return stated.map(withoutBlanks).filter((one) => one !== '');
}

const legend = /^(?:“–”表示未填写，不表示没有。|“–”meansnotfilledin,notthatthereisnothing\.)$/u;
/** It is under a list that has an open cell, and under no other. */
function holdLegend({ paper, cells }: PrintedPiece, pieces: readonly PrintedPiece[], holding: Holding): void {
  const open = pieces.some((piece) => piece.paper === paper && piece.cells.length > 3 && piece.cells.includes('–'));
  holding.add(paper, 'legend', 'cells of the list', cells.join(''), ['said'], open ? ['said'] : []);
}

function holdSentence({ paper, cells: [whole = ''] }: PrintedPiece, holding: Holding): void {
  const text = afterHeadings(whole);
  if (text === '') {
    holding.plain(paper, 'heading', whole);
    return;
  }
  for (const statement of ofPaper[paper] ?? []) {
    const pattern = patternFor(statement, holding.facts.language);
    const found = pattern.exec(whole) ?? pattern.exec(text);
    if (!found) continue;
    const keys = (statement.says ?? (() => ['said']))({ ...found.groups });
    holding.add(paper, statement.id, statement.rests, text, keys, statement.holds(factsOf(paper, holding.facts)));
    return;
  }
  const people = peopleOf(factsOf(paper, holding.facts));
  if (paper === 'certificate' && people.includes(text)) {
    holding.add(paper, 'person', 'operator, facts.declarant', text, [text], [text]);
    return;
  }
  const title = holding.facts.title.replace(/\s/gu, '');
  const own =
    text === title ||
    /^(?:法院|Court|案号|Casenumber|案由|Causeofaction|申请人|Applicant|被申请人|Respondent|代理人、执业证号|Counsel,licenceno\.|声明人|Deponent)$/u.test(
      text,
    );
  holding.plain(paper, own ? 'own words' : 'unclassified', text);
}

function holdCheck({ paper, cells }: PrintedPiece, holding: Holding): void {
  holding.add(
    paper,
    'table-of-checks',
    'checks',
    cells.join(' | '),
    tableOfChecks(cells),
    checksBorneOut(factsOf(paper, holding.facts)),
  );
}

type Rows = Readonly<{
  row: (cells: readonly string[]) => string;
  rows: (facts: Facts) => Keys;
  rests: string;
}>;
const isRow = ({ cells }: PrintedPiece): boolean => /^\d+$/u.test(cells[0] ?? '');
const rowsOf: Readonly<Record<string, Rows>> = {
  'hash-list': { row: recordRow, rows: recordRows, rests: 'record, artifacts, custody log, attachments' },
  'file-list': { row: hashRow, rows: hashRows, rests: 'artifacts, custody log, attachments' },
  custody: { row: custodyRow, rows: custodyRows, rests: 'custody log' },
  addendum: {
    row: (cells) => cells.join('|'),
    rows: unchangedInCatalogue,
    rests: 'manifest.earlier, exhibits, custody log',
  },
  recoded: { row: recodedRow, rows: recodedRows, rests: 'manifest.images, artifacts' },
};

function holdRow(piece: PrintedPiece, holding: Holding): void {
  const { paper, cells } = piece;
  const text = cells.filter(Boolean).join(' | ');
  const rows = rowsOf[paper];
  if (!isRow(piece) || !rows) {
    holding.plain(paper, /签名|Signature/u.test(text) ? 'heading' : 'own words', text);
    return;
  }
  holding.add(paper, 'row', rows.rests, text, [rows.row(cells)], rows.rows(factsOf(paper, holding.facts)));
}

const countsIn = (value: string): readonly string[] => value.match(/\d+/gu) ?? [];
/** A volume counts what it holds; where that is not all, all of it too. */
const ofAll = (own: number, all: number): readonly string[] => (own === all ? [own] : [own, all]).map(String);
const exhibitsOf = ({ manifest }: Facts): number =>
  new Set(manifest.pages.flatMap(({ exhibit }) => exhibit ?? [])).size;

/** Lines of the cover that follow from the records; the others are the case's own facts. */
function holdCover({ paper, cells: [label = '', value = ''] }: PrintedPiece, holding: Holding): void {
  const { facts } = holding;
  const text = `${label}: ${value}`;
  const { pages } = facts.manifest;
  const last = facts.entries.at(-1) as (Facts['entries'][number] & Record<string, unknown>) | undefined;
  if (/^(?:证据数|Exhibits)$/u.test(label))
    holding.add(
      paper,
      'exhibits',
      'manifest.exhibits, pages',
      text,
      countsIn(value),
      ofAll(exhibitsOf(facts), facts.exhibits.length),
    );
  else if (/^(?:页数|Pages)$/u.test(label))
    holding.add(paper, 'pages', 'manifest.pages', text, countsIn(value), ofAll(pages.length, pages.at(-1)?.page ?? 0));
  else if (/^(?:保管日志|Custodylog)/u.test(label))
    holding.add(
      paper,
      'custody-head',
      'custody log',
      text,
      [`${/\d+/u.exec(label)?.[0]}·${value}`],
      [`${String(last?.seq)}·${last?.hash}·${toSecond(last?.wall ?? '')}`],
    );
  else if (statedOf(facts, label) !== null)
    holding.add(paper, 'stated', 'facts', text, [value], [withoutBlanks(statedOf(facts, label) ?? '')]);
  else if (/^(?:程序|Program)$/u.test(label))
    holding.add(paper, 'program', 'manifest.program', text, [value], [facts.manifest.program.replace(/\s/gu, '')]);
  else if (/^(?:版本|Edition)$/u.test(label))
    holding.add(
      paper,
      'edition',
      'manifest.edition',
      text,
      [/提交版|Filing/u.test(value) ? 'filing' : 'working'],
      [facts.manifest.edition],
    );
  else holding.plain(paper, 'own words', text);
}

/** What people state of the case, below its label; null: another label, or nothing is stated. */
function statedOf({ stated, submitted, language }: Facts, label: string): string | null {
  const listed = (names: readonly string[] | undefined) => names?.join(language === 'zh' ? '、' : ', ') || null;
  const lines: readonly (readonly [RegExp, string | null])[] = [
    [/^(?:案号|Casenumber)$/u, stated.caseNumber ?? null],
    [/^(?:案由|Causeofaction)$/u, stated.cause ?? null],
    [/^(?:申请人|Applicant)$/u, listed(stated.applicants)],
    [/^(?:被申请人|Respondent)$/u, listed(stated.respondents)],
    [/^(?:声明人|Deponent)$/u, stated.deponent ?? null],
    [/^(?:提交日期|Filingdate)$/u, submitted],
  ];
  return lines.find(([of]) => of.test(label))?.[1] ?? null;
}

/** Labels under which each line says something of its own; under the others what follows the first line explains it. */
const severalLines =
  /^(?:提示|Warnings|未取得的资源|Resourcesnotreceived|内部滚动区域|Innerscrollingareas|滚动拼接画面|Rollingpicture|对页面的操作|Actionsonthepage)$/u;

/** What the technical annex says of each exhibit, line by line. */
function holdTechnical(pieces: readonly PrintedPiece[], holding: Holding): ReadonlyMap<string, TechnicalRows> {
  const technical = technicalRows(pieces, holding.facts);
  const titles = headsOfAnnex(holding.facts);
  for (const { cells } of pieces) {
    const [text = ''] = cells;
    if (cells.length > 1) continue;
    if (titles.has(text) || sharedHead.test(text)) holding.plain(paperOfAnnex, 'heading', text);
    else holdSentence({ ...pieceOfAnnex, cells }, holding);
  }
  for (const about of holding.facts.exhibits)
    for (const [label, values] of technical.get(about.number)?.rows ?? [])
      values.forEach((value, at) => holdLine(about, label, value, at > 0 && !severalLines.test(label), holding));
  return technical;
}

const paperOfAnnex = 'technical-annex';
const pieceOfAnnex = { paper: paperOfAnnex, page: 0, exhibit: null } as const;

function holdLine(about: StoredExhibit, label: string, value: string, explains: boolean, holding: Holding): void {
  const text = `${label} | ${value}`;
  const of = (statement: string, rests: string, key: string, borne: readonly string[]) =>
    holding.add(
      paperOfAnnex,
      statement,
      rests,
      text,
      [`${about.number}|${key}`],
      borne.map((one) => `${about.number}|${one}`),
    );
  const step = stepSaid(label, value);
  const line = sheetLines.find(({ labels }) => labels.includes(label));
  if (/^(?:提示|Warnings)$/u.test(label))
    of('warnings', 'warnings, checks', warningsSaid(`•${value}`), partsOf(warningsOf(about.record)));
  else if (explains)
    of('short-answer', 'requests.failed, steps', answerSaid(value), ['', answersBorneOut(about.record)]);
  else if (step !== null) of('step', 'steps', step, stepsBorneOut(about.record));
  else if (!line) holding.plain(paperOfAnnex, 'unclassified', text);
  else if (!line.says || !line.holds) holding.plain(paperOfAnnex, 'own words', text);
  else of(line.id, line.rests, line.says(value), line.holds(about));
}

/** What stands above the first picture of an exhibit. */
function holdOpening(
  { paper, exhibit, cells }: PrintedPiece,
  technical: ReadonlyMap<string, TechnicalRows>,
  holding: Holding,
): void {
  const { facts } = holding;
  const about = facts.exhibits[exhibitAt(facts, exhibit)];
  const [text = ''] = cells;
  if (!about) {
    holding.plain(paper, 'unclassified', text);
    return;
  }
  const keyed = (keys: readonly string[]) => keys.map((key) => `${about.number}|${key}`);
  const title = facts.manifest.exhibits.find(({ number }) => number === about.number)?.title ?? '';
  for (const { id, rests, said, borne } of openingSays(text, about, title, technical.get(about.number)?.page)) {
    if (said.length > 0 || borne.length > 0) holding.add(paper, id, rests, text, keyed(said), keyed(borne));
  }
  const clock = clockStatements.find(({ id }) => id === 'clock-off');
  const days = clock?.holds(facts).filter((key) => key.startsWith(`${about.number}|`)) ?? [];
  const isSaid = clock && /所载时间不可直接采用|cannotberelied/u.test(text);
  const keys = isSaid ? (clock.says?.({ number: about.number, amount: text }) ?? []) : [];
  if (keys.length > 0 || days.length > 0) holding.add(paper, 'clock-head', 'checks clock-*', text, keys, days);
  if (isReport(facts)) {
    const borne = purposeOf(facts, about.record).map(withoutBlanks);
    const said = purposeSaid(text);
    holding.add(paper, 'purpose-of-look', 'order, kind, startedAt', text, said, borne);
  }
}

/** Warnings may be parted by the end of a page: each part says some of them. */
function partsOf(all: string): readonly string[] {
  const codes = all.split(',');
  const parts = codes.flatMap((_, from) => codes.slice(from).map((__, length) => codes.slice(from, from + length + 1)));
  return ['', ...parts.map((part) => part.join(','))];
}

const exhibitAt = ({ manifest }: Facts, index: number | null): number =>
  (manifest.exhibits as { number: string }[]).findIndex(
    ({ number }, at) => number === String(index) || at + 1 === index,
  );

/** What the records bear out must be said: each statement of the paper once for each of its keys. */
function dueOf(paper: string, holding: Holding): void {
  const facts = factsOf(paper, holding.facts);
  for (const { id, rests, holds, says } of ofPaper[paper] ?? [])
    if (says || !(paper === 'recoded')) holding.due(paper, id, rests, holds(facts));
  if (paper === 'certificate') holding.due(paper, 'table-of-checks', 'checks', checksBorneOut(facts));
  const rows = rowsOf[paper];
  if (rows) holding.due(paper, 'row', rows.rests, rows.rows(facts));
}

/** What the records bear out of each exhibit must be in the annex, if not in that of the bundle filed before. */
function dueOfAnnex(technical: ReadonlyMap<string, TechnicalRows>, holding: Holding): void {
  const before = new Set((holding.facts.manifest.earlier ?? []).map(({ number }) => number));
  const told = holding.facts.exhibits.filter(({ number }) => !before.has(number));
  for (const exhibit of told) {
    const due = (id: string, rests: string, keys: readonly string[]) =>
      holding.due(
        paperOfAnnex,
        id,
        rests,
        keys.map((key) => `${exhibit.number}|${key}`),
      );
    if (!technical.has(exhibit.number)) due('told', 'exhibits', ['told']);
    for (const { id, rests, holds } of sheetLines) if (holds) due(id, rests, holds(exhibit));
    due('step', 'steps', stepsBorneOut(exhibit.record));
  }
}

export const isBad = ({ is }: Held): boolean => is === 'contradicted' || is === 'not said';
