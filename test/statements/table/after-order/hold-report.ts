import type { PrintedPiece } from '../../reading/printed-papers.ts';
import type { Facts } from '../../reading/stored-facts.ts';
import { toSecond } from '../front/times.ts';
import { withoutBlanks } from '../../reading/printed-words.ts';
import type { Holding } from '../../holding.ts';
import type { Keys } from '../statement.ts';
import { channelResultOf, dateKeys, key, obligationKeys, orderKeys, type Reported } from './rows.ts';
import { reportSaid, inWords } from './said.ts';

const paper = 'compliance';
export const isReport = (facts: Facts): facts is Reported =>
  facts.order !== null && facts.manifest.report === 'compliance';

const bare: readonly string[] = [
  ...['履行情况核查报告', 'Compliance report', '裁定事项', 'Matters ordered', '期限与时点', 'Deadlines and dates'],
].map(withoutBlanks);

const note = {
  zh: '本报告依据案件截至{at}的取证与导入自动汇总：记载裁定所列事项、何时检查、所见为何、何时未检查。“未见”仅指所列检查未见，不等于未作出；是否履行由法院认定。期限由程序按所列依据推算。',
  en: 'Compiled automatically from the captures and imports in the case as of {at}: what the ruling requires, when it was checked, what was seen, and when there was no check. “Not seen” means not seen in the checks listed, not that it was not done; compliance is for the court to determine. Deadlines are calculated by the program under the rules cited.',
};
const noteKeys = (facts: Reported): Keys => [
  withoutBlanks(note[facts.language].replace('{at}', toSecond(facts.entries.at(-1)?.wall ?? ''))),
];

/** Titles of the tables, with the obligation that each is about. */
const titlesOf = (facts: Reported): ReadonlyMap<string, string> =>
  new Map(
    facts.order.obligations.map(({ kind, text, id }) => [
      withoutBlanks(inWords(facts, reportSaid[kind], { text })),
      id,
    ]),
  );

/** The pages of a report, piece by piece: its first page, the table of dates, and a table for each obligation. */
export function holdReport(pieces: readonly PrintedPiece[], holding: Holding): void {
  const { facts } = holding;
  if (!isReport(facts)) {
    for (const { cells } of pieces) holding.plain(paper, 'unclassified', cells.join(' | '));
    return;
  }
  const titles = titlesOf(facts);
  const borne = {
    order: orderKeys(facts),
    dates: dateKeys(facts),
    obligations: obligationKeys(facts),
    note: noteKeys(facts),
  };
  let table = 'order';
  for (const { cells } of pieces) {
    const text = cells.join(' | ');
    const [whole = ''] = cells;
    // The first page has its name directly above its note.
    const first = whole.replace(/^(?:履行情况核查报告|Compliancereport)(?=.)/u, '');
    if (cells.length === 1 && bare.includes(first)) {
      if (/^(?:期限与时点|Deadlinesanddates)$/u.test(first)) table = 'dates';
      holding.plain(paper, 'heading', text);
    } else if (cells.length === 1 && titles.has(first)) {
      table = titles.get(first) ?? table;
      holding.add(paper, 'obligation', 'order.obligations', text, [first], [...titles.keys()]);
    } else if (table === 'order' && cells.length === 1)
      holding.add(paper, 'note', 'custody log', text, [first], borne.note);
    else if (table === 'order') holding.add(paper, 'order', 'order', text, [key('order', cells)], borne.order);
    else if (table === 'dates') holding.add(paper, 'date', 'order', text, [key('dates', cells)], borne.dates);
    else holding.add(paper, 'look', 'order, records of all looks', text, [key(table, cells)], borne.obligations);
  }
  holding.due(paper, 'note', 'custody log', borne.note);
  holding.due(paper, 'order', 'order', borne.order);
  holding.due(paper, 'date', 'order', borne.dates);
  holding.due(paper, 'obligation', 'order.obligations', [...titles.keys()]);
  holding.due(paper, 'look', 'order, records of all looks', borne.obligations);
}

const sides = {
  title: ['涉案信息与澄清信息对照·', 'Messageindisputeandclarification,sidebyside·'],
  note: [
    '两侧均为所列证据画面自上而下的一部分，按同一宽度缩放；完整画面见所列页码。',
    'Each side shows the upper part of the picture of the exhibit named, scaled to the same width; for the full picture see the pages named.',
  ].map(withoutBlanks),
  labels: ['涉案信息|澄清', 'Messageindispute|Clarification'],
};

/** A message and its clarification, side by side: which exhibits, on which pages, or what is known of a side without one. */
export function holdSides(pieces: readonly PrintedPiece[], holding: Holding): void {
  const { facts } = holding;
  const borne = isReport(facts) ? sideKeys(facts) : [];
  let channel = '';
  for (const { cells } of pieces) {
    const text = cells.join('|');
    const title = sides.title.find((one) => text.startsWith(one));
    if (title !== undefined) channel = text.slice(title.length);
    if (title !== undefined || sides.labels.includes(text)) holding.plain('side-by-side', 'heading', text);
    else if (sides.note.includes(text)) holding.add('side-by-side', 'note', 'layout', text, ['said'], ['said']);
    else holding.add('side-by-side', 'sides', 'order, records', text, [key(channel, cells)], borne);
  }
  holding.due('side-by-side', 'sides', 'order, records', borne);
}

function sideKeys(facts: Reported): Keys {
  const caption = (item: string): readonly string[] => {
    const look = facts.looks.find(({ record }) => record.item === item)?.record;
    const exhibit = facts.manifest.exhibits.find((one) => one.item === item);
    if (!look || !exhibit) return [];
    const [from, to] = exhibit.pages;
    const at = toSecond(look.startedAt);
    const pages = from === to ? String(from) : `${from}–${to}`;
    const when = look.kind === 'import' ? inWords(facts, ['导入时间{at}', 'imported {at}'], { at }) : at;
    return [`${inWords(facts, reportSaid.exhibit, { number: exhibit.number })}·${pages}·${when}`];
  };
  return facts.order.obligations.flatMap((of) =>
    of.kind !== 'clarify'
      ? []
      : of.channels.map((channel) =>
          key(withoutBlanks(channel.channel), [
            channel.originals.flatMap(caption).join('') || inWords(facts, reportSaid.noOriginal),
            channel.clarifications.flatMap(caption).join('') || channelResultOf(facts, of, channel),
          ]),
        ),
  );
}
