import type { PrintedPiece } from '../../reading/printed-papers.ts';
import { withoutBlanks } from '../../reading/printed-words.ts';
import type { Holding } from '../../holding.ts';
import { standingStatement } from '../arranged/standing.ts';
import { word } from '../arranged/tables.ts';
import { patternOf } from '../statement.ts';
import { isAxisDue, laneOrder, linesOfAxis, rowsOfAxis } from './axis-rows.ts';

const paper = 'time-axis';
const rests = 'plan.chronology, exhibits.media, page facts, links, startedAt, status';
const lanes: Readonly<Record<string, readonly [zh: string, en: string]>> = {
  message: ['涉案信息', 'Message'],
  media: ['媒体', 'Media'],
  clarified: ['澄清', 'Clarification'],
  court: ['法院', 'Court'],
  other: ['其他', 'Other'],
  own: ['取证', 'Capture'],
};

/** What stands above the first head, sign by sign and note by note. */
const legend: readonly (readonly [sign: string, zh: string, en: string])[] = [
  ['◇', '事件（提交人陈述）', 'event (party’s statement)'],
  ['○', '发布（页面载明）', 'publication (as on the page)'],
  ['◎', '发布（提交人填写）', 'publication (party’s statement)'],
  ['☆', '发布（时间不详）', 'publication (time unknown)'],
  ['△', '更正、删除情况（提交人填写）', 'on correction or deletion (party’s statement)'],
  ['□', '裁定与送达（提交人填写）', 'ruling and service (party’s statement)'],
  ['▲', '页面不在（取证时，本机时钟）', 'page not there at capture (device’s clock)'],
  ['■', '取证（本机时钟）', 'capture (device’s clock)'],
  ['▼', '导入（本机时钟）', 'import (device’s clock)'],
];
const zone = ['时间均为北京时间，未写时区的亦按北京时间。', 'Beijing time, also where no zone is stated.'] as const;
const thatDay = [
  '“当日”表示只载明日期，列于当日之首，不表示先后。',
  '“That day”: only the day is stated; the entry comes first on its day, which says nothing about the order.',
] as const;
const arrows = [
  '“←”：取自该证据，由办案人员逐一确认；未列出不等于没有。连线由来源指向引用方，仅在所载时间能确定先后时绘出。',
  '“←”: taken from that exhibit, as a person confirmed; one not listed is not thereby excluded. Lines lead from the source, where stated times settle the order.',
] as const;
const dash = ['“–”表示未填写，不表示没有。', '“–” means not filled in, not that there is nothing.'] as const;

/** The time axis: head, legend, days and rows, each where it is due and none besides. */
export function holdAxis(pieces: readonly PrintedPiece[], holding: Holding): void {
  const { facts } = holding;
  const said = (text: readonly [string, string]) => word(facts, ...text);
  const rows = rowsOfAxis(facts);
  const used = laneOrder.filter((lane) => rows.some((row) => row.lane === lane));
  const lines = linesOfAxis(facts);
  const keyed = lines.map((line, at) => `${at}|${line}`);
  const heads = [
    word(facts, '时间', 'Date'),
    ...used.map((lane) => said(lanes[lane] ?? ['', ''])),
    word(facts, '何事', 'What happened'),
    word(facts, '编号/页码', 'No. / pages'),
  ].map(withoutBlanks);
  const continued = facts.language === 'zh' ? /（续）$/u : /\(continued\)$/u;
  let at = 0;
  let day = '';
  let above = '';
  for (const { cells } of pieces) {
    const [first = ''] = cells;
    const whole = cells.join(' | ');
    if (first === 'head') holding.add(paper, 'heads', 'category', whole, [cells.slice(1).join('|')], [heads.join('|')]);
    else if (cells.length === 1) above += first;
    else if (cells.slice(1).every((one) => one === '') && continued.test(first))
      holding.add(paper, 'continued', rests, whole, [first.replace(continued, '')], [day]);
    else {
      const isDay = cells.slice(1).every((one) => one === '');
      if (isDay) day = first;
      const signs = cells.slice(1, -2).flatMap((sign, lane) => (sign === '' ? [] : [`${used[lane] ?? ''}${sign}`]));
      const line = isDay ? first : [first, signs.join(''), ...cells.slice(-2)].join('|');
      holding.add(paper, isDay ? 'day' : 'row', rests, whole, [`${at}|${line}`], keyed);
      at += 1;
    }
  }
  holdAbove(above, introOf(facts.manifest.edition === 'filing', lines, rows, said), holding);
  const isBand = (line: string) => !line.includes('|');
  holding.due(
    paper,
    'day',
    rests,
    keyed.filter((key) => isBand(key.slice(key.indexOf('|') + 1))),
  );
  holding.due(
    paper,
    'row',
    rests,
    keyed.filter((key) => !isBand(key.slice(key.indexOf('|') + 1))),
  );
}

/** Title, what is left out here, legend and notes. */
function holdAbove(text: string, intro: string, holding: Holding): void {
  const { facts } = holding;
  if (text === '') return;
  const untitled = text.replace(/^(?:时间轴|Timeaxis|Chronology)/u, '');
  const standing = standingStatement(paper);
  const rest = patternOf(standing[facts.language]).source.replace(/\$$/u, '');
  const found = new RegExp(rest, 'u').exec(untitled);
  const stands = found?.[0] ?? '';
  const keys = found ? (standing.says?.({ ...found.groups }) ?? []) : [];
  holding.add(paper, standing.id, standing.rests, stands || 'nothing', keys, standing.holds(facts));
  holding.add(paper, 'legend', rests, untitled, [untitled.replace(stands, '')], [intro]);
}

/** Of a case that has one to tell, where no page of it is. */
export function dueOfAxis(papers: ReadonlySet<string>, holding: Holding): void {
  if (papers.has('cover') && !papers.has(paper) && isAxisDue(holding.facts)) holdAxis([], holding);
}

function introOf(
  filing: boolean,
  lines: readonly string[],
  rows: ReturnType<typeof rowsOfAxis>,
  said: (text: readonly [string, string]) => string,
): string {
  const shown = legend.filter(([sign]) => rows.some((row) => row.sign === sign));
  const isDayOnly = rows.some(({ span, measured }) => span && !measured && span.until - span.from > 60_000);
  const isOpen = rows.some(({ time, what, cited }) => [time, what, cited].includes('–'));
  return withoutBlanks(
    [
      ...shown.map(([sign, ...text]) => `${sign}${said(text)}`),
      said(zone),
      ...(isDayOnly ? [said(thatDay)] : []),
      ...(rows.some(({ cited }) => cited.includes('←')) ? [said(arrows)] : []),
      ...(filing && isOpen && lines.length > 0 ? [said(dash)] : []),
    ].join(''),
  );
}
